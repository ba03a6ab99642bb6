package org.hrbudget.rules.internal.engine;

import java.util.Map;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.ExpressionPrinter;
import org.hrbudget.validation.internal.facts.Property;

/**
 * Writes constraints for the engine from their trees. Only what this writes is compiled; names come from the vocabulary, and
 * texts hold neither quotes nor backslashes.
 */
final class ConstraintWriter extends ExpressionPrinter {

    private final Map<String, Property> sameFact;

    /**
     * Makes a writer.
     *
     * @param sameFact the properties that variables of the same fact stand for; they are written in place of the variables
     */
    ConstraintWriter(Map<String, Property> sameFact) {
        this.sameFact = sameFact;
    }

    /** A bare property is written as a comparison, so that an absent one is neither true nor false. */
    String condition(Expression expression) {
        return expression instanceof Name ? expression.match(this) + " == true" : expression.match(this);
    }

    @Override
    public String variable(Variable variable) {
        Property property = sameFact.get(variable.name());
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
        return "(" + sum.left().match(this) + (sum.plus() ? " + " : " - ")
                + sum.right().match(this) + ")";
    }
}
