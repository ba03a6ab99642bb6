package org.hrbudget.rules.internal.engine;

import java.util.Map;
import java.util.Objects;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.Expression.Product;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.ExpressionPrinter;
import org.hrbudget.validation.internal.facts.Exact;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.internal.facts.Property.Listed;
import org.jspecify.annotations.Nullable;

/**
 * Writes constraints for the engine from their trees. Only what this writes is compiled; names come from the vocabulary, and
 * texts hold neither quotes nor backslashes.
 */
final class ConstraintWriter extends ExpressionPrinter {

    /** What to call where numbers are worked out; the sides of {@code >} and {@code >=} change places. */
    private static final Map<Operator, String> CALLS = Map.of(
            Operator.EQUAL, "equal",
            Operator.UNEQUAL, "unequal",
            Operator.BELOW, "below",
            Operator.AT_MOST, "atMost",
            Operator.ABOVE, "below",
            Operator.AT_LEAST, "atMost");

    private final CheckedRule.Part part;
    private final Map<String, Property> allFacts;

    /** Makes a writer of what a rule asks of one fact. Variables of the same fact give way to the properties they stand for. */
    ConstraintWriter(CheckedRule rule, CheckedRule.Part part) {
        this.part = part;
        this.allFacts = rule.named();
    }

    /** A bare property is written as a comparison, so that an absent one is neither true nor false. */
    String condition(Expression expression) {
        return expression instanceof Name ? expression.match(this) + " == true" : expression.match(this);
    }

    @Override
    public String variable(Variable variable) {
        Property property = part.property(variable);
        return property == null ? super.variable(variable) : property.name();
    }

    @Override
    public String not(Not not) {
        return not.operand() instanceof Name
                ? not.operand().match(this) + " == false"
                : "!(" + condition(not.operand()) + ")";
    }

    @Override
    public String logic(Logic logic) {
        return "(" + condition(logic.left()) + (logic.and() ? " && " : " || ") + condition(logic.right()) + ")";
    }

    @Override
    public String sum(Sum sum) {
        return call(sum.plus() ? "plus" : "minus", sum.left(), sum.right());
    }

    @Override
    public String product(Product product) {
        return call("times", product.left(), product.right());
    }

    @Override
    public String comparison(Comparison comparison) {
        Listed listed = listed(comparison.left());
        if (listed != null) {
            return comparedByKey(listed, comparison);
        }
        if (!isReckoned(comparison.left()) && !isReckoned(comparison.right())) {
            return super.comparison(comparison);
        }
        Operator operator = comparison.operator();
        boolean turned = operator == Operator.ABOVE || operator == Operator.AT_LEAST;
        return call(
                        Objects.requireNonNull(CALLS.get(operator)),
                        turned ? comparison.right() : comparison.left(),
                        turned ? comparison.left() : comparison.right())
                + " == true";
    }

    /** What comes from a list is compared by its key: however it is written, and with nothing but what comes from the same list. */
    private String comparedByKey(Listed listed, Comparison comparison) {
        String before = listed.accessor() + " " + comparison.operator().sign() + " ";
        if (comparison.right() instanceof Literal literal && literal.kind() == Literal.Form.TEXT) {
            return before + quoted(listed.key(literal.text()));
        }
        Listed other = listed(comparison.right());
        if (other == null || listed.list() != other.list()) {
            return super.comparison(comparison);
        }
        boolean ofOther = comparison.right() instanceof Variable variable && part.property(variable) == null;
        return before + (ofOther ? key(super.variable((Variable) comparison.right())) : other.accessor());
    }

    /** {@return the engine's name of the key of a property of another fact} */
    static String key(String variable) {
        return variable + "_key";
    }

    @Override
    public String oneOf(OneOf oneOf) {
        Listed listed = listed(oneOf.operand());
        return listed == null
                ? super.oneOf(oneOf)
                : oneOf(
                        listed.accessor(),
                        oneOf.negated(),
                        oneOf.values().stream().map(listed::key).toList());
    }

    private @Nullable Listed listed(Expression expression) {
        Property own = part.property(expression);
        Property property =
                own == null && expression instanceof Variable variable ? allFacts.get(variable.name()) : own;
        return property == null ? null : property.listed();
    }

    /** {@return whether an expression is worked out, or a number of another fact: the engine would take it for something near} */
    private boolean isReckoned(Expression expression) {
        if (expression instanceof Variable variable && part.property(variable) == null) {
            Property property = allFacts.get(variable.name());
            return property != null
                    && property.type() != Property.Type.TEXT
                    && property.type() != Property.Type.BOOLEAN;
        }
        return expression instanceof Sum || expression instanceof Product;
    }

    private String call(String name, Expression left, Expression right) {
        return Exact.class.getName() + "." + name + "(" + left.match(this) + ", " + right.match(this) + ")";
    }
}
