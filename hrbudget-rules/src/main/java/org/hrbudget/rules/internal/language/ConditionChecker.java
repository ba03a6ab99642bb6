package org.hrbudget.rules.internal.language;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.validation.facts.Catalogues;
import org.hrbudget.validation.facts.FactType;
import org.hrbudget.validation.facts.Property;

/** Checks that the constraints of one fact mean something: words known, like compared with like, nothing absent compared. */
final class ConditionChecker implements Expression.Cases<Kind> {

    private final SourceText source;
    private final FactType fact;
    private final Set<Catalogues.Kind> lists;
    private final Map<String, Kind> variables;
    private final Given given;
    private Set<String> known = new HashSet<>();

    /**
     * Checks the constraints of a fact.
     *
     * @param source the file
     * @param fact the kind of fact
     * @param lists the code lists of the pack
     * @param variables the kinds of the values named so far; grows while constraints are checked
     * @param given which properties conditions prove to be given
     */
    ConditionChecker(
            SourceText source, FactType fact, Set<Catalogues.Kind> lists, Map<String, Kind> variables, Given given) {
        this.source = source;
        this.fact = fact;
        this.lists = lists;
        this.variables = variables;
        this.given = given;
    }

    /** Checks one constraint, after those before it. */
    void check(Expression expression) {
        condition(expression);
        known = Given.union(known, given.whenTrue(expression));
    }

    /** {@return the properties that are given whenever all the constraints checked so far hold} */
    Set<String> known() {
        return known;
    }

    /** {@return the property of this name} */
    Property property(Name name) {
        Property property = fact.properties().get(name.property());
        if (property == null) {
            throw fault(
                    name,
                    "\"" + name.property() + "\" is not a property of " + fact.word() + ".",
                    Advice.on(name.property(), fact.properties().keySet()).en());
        }
        property.codeList().filter(list -> !lists.contains(list)).ifPresent(list -> {
            String file = "catalogues/" + list.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
            throw fault(
                    name,
                    "\"" + name.property() + "\" asks a code list that the pack does not have.",
                    "Add " + file + " to the pack, or take the rule out.");
        });
        return property;
    }

    private void condition(Expression expression) {
        Kind kind = expression.match(this);
        if (kind != Kind.CONDITION && kind != Kind.BOOLEAN) {
            throw fault(
                    expression,
                    "This is " + kind.words() + " and says nothing of its own.",
                    kind == Kind.LIST ? "Ask the list for .empty or .size." : "Compare it, or name it with $name : .");
        }
        if (expression instanceof Literal) {
            throw fault(expression, "This always holds, or never.", "Compare a property.");
        }
    }

    @Override
    public Kind literal(Literal literal) {
        return Kind.valueOf(literal.kind().name());
    }

    @Override
    public Kind name(Name name) {
        Kind kind = Kind.of(property(name).type());
        if (name.member().isEmpty()) {
            return kind;
        }
        if (kind != Kind.LIST) {
            throw fault(
                    name,
                    "\"" + name.property() + "\" is " + kind.words() + ", not a list.",
                    "Take ." + name.member() + " away; a text that is missing is == null.");
        }
        return name.member().equals("empty") ? Kind.BOOLEAN : Kind.NUMBER;
    }

    @Override
    public Kind variable(Variable variable) {
        Kind kind = variables.get(variable.name());
        if (kind == null) {
            throw fault(
                    variable,
                    "$" + variable.name() + " is not named before.",
                    variables.isEmpty()
                            ? "Name a property with $" + variable.name() + " : property before it is used."
                            : Advice.on(variable.name(), variables.keySet()).en());
        }
        return kind;
    }

    @Override
    public Kind not(Not not) {
        condition(not.operand());
        if (!(not.operand() instanceof Name)) {
            requireGiven(not.operand(), "\"!\"");
        }
        return Kind.CONDITION;
    }

    @Override
    public Kind logic(Logic logic) {
        Set<String> before = known;
        condition(logic.left());
        known = Given.union(known, logic.and() ? given.whenTrue(logic.left()) : given.whenFalse(logic.left()));
        condition(logic.right());
        known = before;
        return Kind.CONDITION;
    }

    @Override
    public Kind comparison(Comparison comparison) {
        Kind left = comparison.left().match(this);
        Kind right = comparison.right().match(this);
        if (comparison.left() instanceof Literal
                || given.properties(comparison.left()).isEmpty()) {
            throw fault(
                    comparison.left(), "The comparison does not begin with a property.", "Write the property first.");
        }
        if (right == Kind.NULL) {
            comparedWithNull(comparison);
            return Kind.CONDITION;
        }
        boolean alike = left == right || (right == Kind.ZERO && left.numeric());
        if (!alike || left == Kind.LIST || left == Kind.CONDITION) {
            throw fault(
                    comparison,
                    "This compares " + left.words() + " with " + right.words() + ", which is never meant.",
                    "Compare like with like" + (left == Kind.LIST ? ", or ask the list for .empty or .size." : "."));
        }
        if (comparison.operator().orders() && !left.numeric()) {
            throw fault(
                    comparison,
                    "\"" + comparison.operator().sign() + "\" cannot order " + left.words() + ".",
                    "Use == or !=, matches or in.");
        }
        boolean equalToLiteral =
                comparison.operator() == Expression.Operator.EQUAL && comparison.right() instanceof Literal;
        if (!equalToLiteral) {
            requireGiven(comparison, "\"" + comparison.operator().sign() + "\"");
        }
        return Kind.CONDITION;
    }

    private void comparedWithNull(Comparison comparison) {
        if (comparison.operator().orders() || !isPlain(comparison.left())) {
            throw fault(comparison, "Only a property can be absent.", "Write property == null or property != null.");
        }
        given.properties(comparison.left()).forEach(name -> {
            if (!canBeAbsent(name)) {
                throw fault(
                        comparison,
                        "\"" + name + "\" is always given, so comparing it with null says nothing.",
                        "Take the comparison out.");
            }
        });
    }

    private static boolean isPlain(Expression expression) {
        return expression instanceof Variable
                || (expression instanceof Name name && name.member().isEmpty());
    }

    @Override
    public Kind sum(Sum sum) {
        Kind left = sum.left().match(this);
        Kind right = sum.right().match(this);
        if (left != right || !left.numeric()) {
            throw fault(
                    sum,
                    "This adds " + left.words() + " and " + right.words() + ".",
                    "Add or subtract only amounts and amounts, or numbers and numbers.");
        }
        requireGiven(sum, sum.plus() ? "\"+\"" : "\"-\"");
        return left;
    }

    @Override
    public Kind matches(Matches matches) {
        textual(matches.operand(), "matches");
        if (matches.negated()) {
            requireGiven(matches.operand(), "\"not matches\"");
        }
        return Kind.CONDITION;
    }

    @Override
    public Kind oneOf(OneOf oneOf) {
        textual(oneOf.operand(), "in");
        if (oneOf.negated()) {
            requireGiven(oneOf.operand(), "\"not in\"");
        }
        return Kind.CONDITION;
    }

    private void textual(Expression operand, String operator) {
        Kind kind = operand.match(this);
        if (kind != Kind.TEXT || operand instanceof Literal) {
            throw fault(
                    operand,
                    "\"" + operator + "\" asks about a text property; this is " + kind.words() + ".",
                    "Use == != < <= > or >=.");
        }
    }

    private void requireGiven(Expression expression, String operator) {
        for (String name : given.properties(expression)) {
            if (canBeAbsent(name) && !known.contains(name)) {
                throw fault(
                        expression,
                        "\"" + name + "\" may be absent, and " + operator + " would then mislead.",
                        "Write " + name + " != null before it.");
            }
        }
    }

    private boolean canBeAbsent(String name) {
        Property property = fact.properties().get(name);
        return property != null && property.absence() != Property.Absence.NEVER;
    }

    private Fault fault(Expression at, String problem, String advice) {
        return source.fault(at.start(), source.text().substring(at.start(), at.end()), problem, advice);
    }
}
