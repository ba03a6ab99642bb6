package org.hrbudget.rules.internal.language;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;

/**
 * Which properties a condition proves to be given.
 *
 * <p>A property that may be absent is {@code null} to the engine, where {@code null > 0} is silent, {@code null != 0} holds and
 * {@code null + 1} is an error. So it is compared only where the condition has already shown that it is given.
 */
final class Given {

    private final Map<String, String> sameFact;

    /** @param sameFact the properties that variables of the same fact stand for */
    Given(Map<String, String> sameFact) {
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
        return expression.match(new Properties());
    }

    static boolean isNull(Expression expression) {
        return expression instanceof Literal literal && literal.kind() == Literal.Kind.NULL;
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

    private final class Properties implements Expression.Cases<Set<String>> {

        @Override
        public Set<String> literal(Literal literal) {
            return Set.of();
        }

        @Override
        public Set<String> name(Name name) {
            return Set.of(name.property());
        }

        @Override
        public Set<String> variable(Variable variable) {
            String property = sameFact.get(variable.name());
            return property == null ? Set.of() : Set.of(property);
        }

        @Override
        public Set<String> not(Not not) {
            return properties(not.operand());
        }

        @Override
        public Set<String> logic(Logic logic) {
            return union(properties(logic.left()), properties(logic.right()));
        }

        @Override
        public Set<String> comparison(Comparison comparison) {
            return union(properties(comparison.left()), properties(comparison.right()));
        }

        @Override
        public Set<String> sum(Sum sum) {
            return union(properties(sum.left()), properties(sum.right()));
        }

        @Override
        public Set<String> matches(Matches matches) {
            return properties(matches.operand());
        }

        @Override
        public Set<String> oneOf(OneOf oneOf) {
            return properties(oneOf.operand());
        }
    }
}
