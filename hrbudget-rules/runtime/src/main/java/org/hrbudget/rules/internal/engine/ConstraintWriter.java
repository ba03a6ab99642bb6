package org.hrbudget.rules.internal.engine;

import java.util.Map;
import java.util.stream.Collectors;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.validation.spi.Property;

/**
 * Writes constraints for the engine from their trees. Only what this writes is compiled; names come from the vocabulary, and
 * texts hold neither quotes nor backslashes.
 */
final class ConstraintWriter implements Expression.Cases<String> {

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
    public String literal(Literal literal) {
        return literal.kind() == Literal.Kind.TEXT ? quoted(literal.text()) : literal.text();
    }

    @Override
    public String name(Name name) {
        return name.member().isEmpty() ? name.property() : name.property() + "." + name.member();
    }

    @Override
    public String variable(Variable variable) {
        Property property = sameFact.get(variable.name());
        return property == null ? "$" + variable.name() : property.name();
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
    public String comparison(Comparison comparison) {
        return comparison.left().match(this) + " " + comparison.operator().sign() + " "
                + comparison.right().match(this);
    }

    @Override
    public String sum(Sum sum) {
        return "(" + sum.left().match(this) + (sum.plus() ? " + " : " - ")
                + sum.right().match(this) + ")";
    }

    @Override
    public String matches(Matches matches) {
        return matches.operand().match(this)
                + (matches.negated() ? " not matches " : " matches ")
                + quoted(matches.form().expression());
    }

    @Override
    public String oneOf(OneOf oneOf) {
        return oneOf.operand().match(this)
                + (oneOf.negated() ? " not in (" : " in (")
                + oneOf.values().stream().map(ConstraintWriter::quoted).collect(Collectors.joining(", ")) + ")";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
