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
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/** Checks that the constraints of one fact mean something: words known, like compared with like, nothing absent compared. */
final class ConditionChecker implements Expression.Cases<Kind> {

    private final RuleText rule;
    private final FactType fact;
    private final Set<Catalogues.Kind> lists;
    private final Map<String, Kind> variables;
    private final Given given;
    private final Faults faults;
    private final Set<String> told = new HashSet<>();
    private Set<String> known = new HashSet<>();

    /** Whether what was not understood may have said that a property is given, or what a variable stands for. */
    private boolean doubtful;

    /**
     * Checks the constraints of a fact.
     *
     * @param rule the rule
     * @param fact the kind of fact
     * @param lists the code lists of the pack
     * @param variables the kinds of the values named so far; grows while constraints are checked
     * @param given which properties conditions prove to be given
     * @param faults collects what means nothing
     */
    ConditionChecker(
            RuleText rule,
            FactType fact,
            Set<Catalogues.Kind> lists,
            Map<String, Kind> variables,
            Given given,
            Faults faults) {
        this.rule = rule;
        this.fact = fact;
        this.lists = lists;
        this.variables = variables;
        this.given = given;
        this.faults = faults;
        this.doubtful = !rule.whole();
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

    /** {@return the property of this name; {@code null} where there is none, which is told} */
    @Nullable
    Property property(Name name) {
        Property property = fact.properties().get(name.property());
        if (property == null) {
            if (told.add(name.property())) {
                tell(
                        name,
                        Words.of("property-unknown", "property", name.property(), "fact", fact.word())
                                .advising(Advice.on(
                                        name.property(), fact.properties().keySet())));
            }
            doubtful = true;
            return null;
        }
        property.codeList()
                .filter(list -> !lists.contains(list) && told.add(name.property()))
                .ifPresent(list -> tell(
                        name,
                        Words.of(
                                "code-list-missing",
                                "property",
                                name.property(),
                                "file",
                                "catalogues/"
                                        + list.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv")));
        return property;
    }

    private void condition(Expression expression) {
        Kind kind = expression.match(this);
        if (expression instanceof Literal) {
            tell(expression, Words.of("condition-constant"));
        } else if (kind == Kind.LIST) {
            tell(expression, Words.of("list-alone", "kind", kind.words()));
        } else if (kind != Kind.CONDITION && kind != Kind.BOOLEAN && kind != Kind.UNKNOWN) {
            tell(expression, Words.of("value-alone", "kind", kind.words()));
        }
    }

    @Override
    public Kind literal(Literal literal) {
        return Kind.valueOf(literal.kind().name());
    }

    @Override
    public Kind name(Name name) {
        Property property = property(name);
        if (property == null) {
            return Kind.UNKNOWN;
        }
        Kind kind = Kind.of(property.type());
        if (name.member().isEmpty()) {
            return kind;
        }
        if (kind != Kind.LIST) {
            return tell(
                    name,
                    Words.of(
                            "list-expected",
                            "property",
                            name.property(),
                            "kind",
                            kind.words(),
                            "member",
                            name.member()));
        }
        return name.member().equals("empty") ? Kind.BOOLEAN : Kind.NUMBER;
    }

    @Override
    public Kind variable(Variable variable) {
        Kind kind = variables.get(variable.name());
        if (kind != null) {
            return kind;
        }
        if (!rule.whole()) {
            return Kind.UNKNOWN;
        }
        FaultText what = Words.of("variable-unknown", "variable", variable.name());
        return tell(
                variable, variables.isEmpty() ? what : what.advising(Advice.on(variable.name(), variables.keySet())));
    }

    @Override
    public Kind not(Not not) {
        condition(not.operand());
        if (!(not.operand() instanceof Name)) {
            requireGiven(not.operand(), "!");
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
        if (left == Kind.UNKNOWN || right == Kind.UNKNOWN) {
            return Kind.CONDITION;
        }
        if (given.properties(comparison.left()).isEmpty()) {
            return tell(comparison.left(), Words.of("property-not-first"));
        }
        if (right == Kind.NULL) {
            return comparedWithNull(comparison);
        }
        boolean alike = left == right || (right == Kind.ZERO && left.numeric());
        if (!alike || left == Kind.LIST || left == Kind.CONDITION) {
            return comparedUnlike(comparison, left, right);
        }
        if (isPlain(comparison.left())
                && isPlain(comparison.right())
                && given.properties(comparison.left()).equals(given.properties(comparison.right()))) {
            return tell(
                    comparison,
                    Words.of(
                            "compared-with-itself",
                            "property",
                            given.properties(comparison.left()).iterator().next()));
        }
        String sign = comparison.operator().sign();
        if (comparison.operator().orders() && !left.numeric()) {
            return tell(comparison, Words.of("order-impossible", "sign", sign, "kind", left.words()));
        }
        boolean equalToLiteral =
                comparison.operator() == Expression.Operator.EQUAL && comparison.right() instanceof Literal;
        if (!equalToLiteral) {
            requireGiven(comparison, sign);
        }
        return Kind.CONDITION;
    }

    private Kind comparedUnlike(Comparison comparison, Kind left, Kind right) {
        FaultText what = Words.of("compared-unlike", "left", left.words(), "right", right.words());
        if (left == Kind.LIST) {
            return tell(comparison, what.advising(Words.text("advice.list")));
        }
        if (left.numeric() && right == Kind.TEXT) {
            return tell(comparison, what.advising(Words.text("advice.number-with-text")));
        }
        return tell(
                comparison,
                left == Kind.TEXT && right == Kind.ZERO ? what.advising(Words.text("advice.text-with-number")) : what);
    }

    private Kind comparedWithNull(Comparison comparison) {
        if (comparison.operator().orders() || !isPlain(comparison.left())) {
            return tell(comparison, Words.of("null-of-no-property"));
        }
        given.properties(comparison.left()).stream()
                .filter(name -> !canBeAbsent(name))
                .forEach(name -> tell(comparison, Words.of("null-never", "property", name)));
        return Kind.CONDITION;
    }

    private static boolean isPlain(Expression expression) {
        return expression instanceof Variable
                || (expression instanceof Name name && name.member().isEmpty());
    }

    @Override
    public Kind sum(Sum sum) {
        Kind left = sum.left().match(this);
        Kind right = sum.right().match(this);
        if (left == Kind.UNKNOWN || right == Kind.UNKNOWN) {
            return Kind.UNKNOWN;
        }
        if (left != right || !left.numeric()) {
            return tell(sum, Words.of("added-unlike", "left", left.words(), "right", right.words()));
        }
        requireGiven(sum, sum.plus() ? "+" : "-");
        return left;
    }

    @Override
    public Kind matches(Matches matches) {
        textual(matches.operand(), "matches");
        if (matches.negated()) {
            requireGiven(matches.operand(), "not matches");
        }
        return Kind.CONDITION;
    }

    @Override
    public Kind oneOf(OneOf oneOf) {
        textual(oneOf.operand(), "in");
        if (oneOf.negated()) {
            requireGiven(oneOf.operand(), "not in");
        }
        return Kind.CONDITION;
    }

    private void textual(Expression operand, String operator) {
        Kind kind = operand.match(this);
        if (kind != Kind.UNKNOWN && (kind != Kind.TEXT || operand instanceof Literal)) {
            tell(operand, Words.of("text-operator", "operator", operator, "kind", kind.words()));
        }
    }

    private void requireGiven(Expression expression, String operator) {
        for (String name : given.properties(expression)) {
            if (canBeAbsent(name) && !known.contains(name) && !doubtful && told.add(name)) {
                String text = text(expression);
                faults.add(rule.source()
                        .fault(
                                expression.start(),
                                text,
                                Words.of("absent-compared", "property", name, "sign", operator, "text", text)));
            }
        }
    }

    private boolean canBeAbsent(String name) {
        Property property = fact.properties().get(name);
        return property != null && property.absence() != Property.Absence.NEVER;
    }

    /** Tells a fault after which it is not certain what the rule says of the properties in it. */
    private Kind tell(Expression at, FaultText what) {
        faults.add(rule.source().fault(at.start(), text(at), what));
        doubtful = true;
        return Kind.UNKNOWN;
    }

    private String text(Expression at) {
        return rule.source().text().substring(at.start(), at.end());
    }
}
