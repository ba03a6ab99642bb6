package org.hrbudget.rules.internal.language;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.Expression.Variable;

/**
 * Which properties a condition proves to be given.
 *
 * <p>A property that may be absent is {@code null} to the engine, where {@code null > 0} is silent, {@code null != 0} holds and
 * {@code null + 1} is an error. So it is compared only where the condition has already shown that it is given.
 */
final class GivenProperties {

    private final Map<String, String> sameFact;

    /** @param sameFact the properties that variables of the same fact stand for */
    GivenProperties(Map<String, String> sameFact) {
        this.sameFact = sameFact;
    }

    /** {@return the properties that are given whenever the expression holds} */
    Set<String> whenTrue(Expression expression) {
        if (expression instanceof Logic logic) {
            Set<String> left = whenTrue(logic.left());
            Set<String> right = whenTrue(logic.right());
            return logic.and() ? union(left, right) : intersection(left, right);
        }
        if (expression instanceof Not not && !(not.operand() instanceof Name)) {
            return whenFalse(not.operand());
        }
        if (expression instanceof Comparison comparison
                && isNull(comparison.right())
                && comparison.operator() == Operator.EQUAL) {
            return Set.of();
        }
        return properties(expression);
    }

    /** {@return the properties that are given whenever the expression does not hold} */
    Set<String> whenFalse(Expression expression) {
        if (expression instanceof Logic logic) {
            Set<String> left = whenFalse(logic.left());
            Set<String> right = whenFalse(logic.right());
            return logic.and() ? intersection(left, right) : union(left, right);
        }
        if (expression instanceof Not not && !(not.operand() instanceof Name)) {
            return whenTrue(not.operand());
        }
        boolean absence = expression instanceof Comparison comparison
                && isNull(comparison.right())
                && comparison.operator() == Operator.EQUAL;
        return absence ? properties(expression) : Set.of();
    }

    /** {@return the properties an expression names, in its order, whether directly or by a variable of the same fact} */
    Set<String> properties(Expression expression) {
        Set<String> properties = new LinkedHashSet<>();
        expression.parts().forEach(part -> {
            String property = part instanceof Name name
                    ? name.property()
                    : part instanceof Variable variable ? sameFact.get(variable.name()) : null;
            if (property != null) {
                properties.add(property);
            }
        });
        return properties;
    }

    static boolean isNull(Expression expression) {
        return expression instanceof Literal literal && literal.kind() == Literal.Form.NULL;
    }

    static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> result = new LinkedHashSet<>(a);
        result.addAll(b);
        return result;
    }

    private static Set<String> intersection(Set<String> a, Set<String> b) {
        Set<String> result = new LinkedHashSet<>(a);
        result.retainAll(b);
        return result;
    }
}
