package org.hrbudget.rules.internal.engine;

import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.ExpressionPrinter;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.internal.facts.Property.Listed;
import org.jspecify.annotations.Nullable;

/**
 * Writes constraints for the engine from their trees. Only what this writes is compiled; names come from the vocabulary, and
 * texts hold neither quotes nor backslashes.
 */
final class ConstraintWriter extends ExpressionPrinter {

    private final CheckedRule rule;

    /**
     * Makes a writer.
     *
     * @param rule the rule of the constraints; the properties that its variables stand for are written in place of the variables
     */
    ConstraintWriter(CheckedRule rule) {
        this.rule = rule;
    }

    /** A bare property is written as a comparison, so that an absent one is neither true nor false. */
    String condition(Expression expression) {
        return expression instanceof Name ? expression.match(this) + " == true" : expression.match(this);
    }

    @Override
    public String variable(Variable variable) {
        Property property = rule.property(variable);
        return property == null ? super.variable(variable) : property.name();
    }

    /** What comes from a list is compared by its key: however it is written, and with nothing but what comes from the same list. */
    @Override
    public String comparison(Comparison comparison) {
        Listed listed = listed(comparison.left());
        if (listed != null && comparison.right() instanceof Literal literal && literal.kind() == Literal.Form.TEXT) {
            return listed.accessor() + " " + comparison.operator().sign() + " " + quoted(listed.key(literal.text()));
        }
        Listed other = listed(comparison.right());
        return listed != null && other != null && listed.list() == other.list()
                ? listed.accessor() + " " + comparison.operator().sign() + " " + other.accessor()
                : super.comparison(comparison);
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
        Property property = rule.property(expression);
        return property == null ? null : property.listed();
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
        return "(" + sum.left().match(this) + (sum.plus() ? " + " : " - ")
                + sum.right().match(this) + ")";
    }
}
