package org.hrbudget.rules.internal.language;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.MemberOf;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Product;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/** Checks that the constraints of one fact mean something: words known, like compared with like, nothing absent compared. */
final class ConditionChecker implements Expression.Cases<ValueType> {

    private final RuleText rule;
    private final FactType fact;
    private final Set<Catalogues.CodeList> lists;
    private final Map<String, ValueType> variables;
    private final Map<String, String> mayBeAbsent;
    private final GivenProperties given;
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
     * @param mayBeAbsent the names given to properties of other facts that nothing has shown to be given, and those properties
     * @param given which properties conditions prove to be given
     * @param faults collects what means nothing
     */
    ConditionChecker(
            RuleText rule,
            FactType fact,
            Set<Catalogues.CodeList> lists,
            Map<String, ValueType> variables,
            Map<String, String> mayBeAbsent,
            GivenProperties given,
            Faults faults) {
        this.rule = rule;
        this.fact = fact;
        this.lists = lists;
        this.variables = variables;
        this.mayBeAbsent = mayBeAbsent;
        this.given = given;
        this.faults = faults;
        this.doubtful = !rule.whole();
    }

    /** Checks one constraint, after those before it. */
    void check(Expression expression) {
        condition(expression);
        known = GivenProperties.union(known, given.whenTrue(expression));
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
                        RuleWords.of("property-unknown", "property", name.property(), "fact", fact.word())
                                .advising(Advice.on(
                                        name.property(), fact.properties().keySet(), Aliases.of(fact.word()))));
            }
            doubtful = true;
            return null;
        }
        property.codeList()
                .filter(list -> !lists.contains(list) && told.add(name.property()))
                .ifPresent(list -> tell(
                        name,
                        RuleWords.of(
                                "code-list-missing",
                                "property",
                                name.property(),
                                "file",
                                "catalogues/"
                                        + list.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv")));
        return property;
    }

    private void condition(Expression expression) {
        ValueType kind = expression.match(this);
        if (expression instanceof Literal) {
            tell(expression, RuleWords.of("condition-constant"));
        } else if (kind == ValueType.LIST) {
            tell(expression, RuleWords.of("list-alone", "kind", kind.words()));
        } else if (kind != ValueType.CONDITION && kind != ValueType.BOOLEAN && kind != ValueType.UNKNOWN) {
            tell(expression, RuleWords.of("value-alone", "kind", kind.words()));
        }
    }

    @Override
    public ValueType literal(Literal literal) {
        return ValueType.valueOf(literal.kind().name());
    }

    @Override
    public ValueType name(Name name) {
        Property property = property(name);
        if (property == null) {
            return ValueType.UNKNOWN;
        }
        ValueType kind = ValueType.of(property.type());
        if (name.member().isEmpty()) {
            return kind;
        }
        if (kind != ValueType.LIST) {
            return tell(
                    name,
                    RuleWords.of(
                            "list-expected",
                            "property",
                            name.property(),
                            "kind",
                            kind.words(),
                            "member",
                            name.member()));
        }
        return name.member().equals("empty") ? ValueType.BOOLEAN : ValueType.NUMBER;
    }

    @Override
    public ValueType variable(Variable variable) {
        ValueType kind = variables.get(variable.name());
        String unasked = mayBeAbsent.get(variable.name());
        if (unasked != null && told.add("$" + variable.name())) {
            tell(variable, RuleWords.of("variable-absent", "variable", variable.name(), "property", unasked));
        }
        if (kind != null) {
            return kind;
        }
        if (!rule.whole()) {
            return ValueType.UNKNOWN;
        }
        FaultText what = RuleWords.of("variable-unknown", "variable", variable.name());
        return tell(
                variable, variables.isEmpty() ? what : what.advising(Advice.on(variable.name(), variables.keySet())));
    }

    @Override
    public ValueType not(Not not) {
        condition(not.operand());
        if (!(not.operand() instanceof Name)) {
            requireGiven(not.operand(), "!");
        }
        return ValueType.CONDITION;
    }

    @Override
    public ValueType logic(Logic logic) {
        Set<String> before = known;
        condition(logic.left());
        known = GivenProperties.union(
                known, logic.and() ? given.whenTrue(logic.left()) : given.whenFalse(logic.left()));
        condition(logic.right());
        known = before;
        return ValueType.CONDITION;
    }

    @Override
    public ValueType comparison(Comparison comparison) {
        ValueType left = comparison.left().match(this);
        ValueType right = comparison.right().match(this);
        if (left == ValueType.UNKNOWN || right == ValueType.UNKNOWN) {
            return ValueType.CONDITION;
        }
        if (given.properties(comparison.left()).isEmpty()) {
            return notFirst(comparison);
        }
        if (right == ValueType.NULL) {
            return comparedWithNull(comparison);
        }
        boolean alike = (left == right && left != ValueType.CODES) || (right == ValueType.ZERO && left.numeric());
        if (!alike || left == ValueType.LIST || left == ValueType.CONDITION) {
            return comparedUnlike(comparison, left, right);
        }
        if (isPlain(comparison.left())
                && isPlain(comparison.right())
                && given.properties(comparison.left()).equals(given.properties(comparison.right()))) {
            return tell(
                    comparison,
                    RuleWords.of(
                            "compared-with-itself",
                            "property",
                            given.properties(comparison.left()).iterator().next()));
        }
        String sign = comparison.operator().sign();
        if (comparison.operator().orders() && !left.numeric()) {
            return tell(comparison, RuleWords.of("order-impossible", "sign", sign, "kind", left.words()));
        }
        boolean equalToLiteral =
                comparison.operator() == Expression.Operator.EQUAL && comparison.right() instanceof Literal;
        if (!equalToLiteral) {
            requireGiven(comparison, sign);
        }
        return ValueType.CONDITION;
    }

    private ValueType notFirst(Comparison comparison) {
        FaultText what = RuleWords.of("property-not-first");
        String turned =
                text(comparison.right()) + " " + comparison.operator().turned().sign() + " " + text(comparison.left());
        return tell(
                comparison.left(),
                given.properties(comparison.right()).isEmpty()
                        ? what
                        : what.advising(RuleWords.text("advice.turned", "turned", turned)));
    }

    private ValueType comparedUnlike(Comparison comparison, ValueType left, ValueType right) {
        FaultText what = RuleWords.of("compared-unlike", "left", left.words(), "right", right.words());
        if (left == ValueType.LIST) {
            return tell(comparison, what.advising(RuleWords.text("advice.list")));
        }
        if (right == ValueType.CODES) {
            return tell(comparison, what.advising(RuleWords.text("advice.codes")));
        }
        if (left.numeric() && right == ValueType.TEXT) {
            return tell(comparison, what.advising(RuleWords.text("advice.number-with-text")));
        }
        if (left.measure() != null && right.numeric() && comparison.right() instanceof Variable limit) {
            String unit = left.measure();
            Bilingual units = new Bilingual(unit, Aliases.of("unit").name(unit));
            return tell(
                    comparison,
                    what.advising(RuleWords.text("advice.limit-unit", "variable", limit.name(), "unit", units)));
        }
        return tell(
                comparison,
                left == ValueType.TEXT && right == ValueType.ZERO
                        ? what.advising(RuleWords.text("advice.text-with-number"))
                        : what);
    }

    private ValueType comparedWithNull(Comparison comparison) {
        if (comparison.operator().orders() || !isPlain(comparison.left())) {
            return tell(comparison, RuleWords.of("null-of-no-property"));
        }
        given.properties(comparison.left()).stream()
                .filter(name -> !canBeAbsent(name))
                .forEach(name -> tell(comparison, RuleWords.of("null-never", "property", name)));
        return ValueType.CONDITION;
    }

    private static boolean isPlain(Expression expression) {
        return expression instanceof Variable
                || (expression instanceof Name name && name.member().isEmpty());
    }

    @Override
    public ValueType sum(Sum sum) {
        ValueType left = sum.left().match(this);
        ValueType right = sum.right().match(this);
        if (left == ValueType.UNKNOWN || right == ValueType.UNKNOWN) {
            return ValueType.UNKNOWN;
        }
        if (left != right || !left.numeric()) {
            return tell(sum, RuleWords.of("added-unlike", "left", left.words(), "right", right.words()));
        }
        requireGiven(sum, sum.plus() ? "+" : "-");
        return left;
    }

    /** A share of anything is such a thing, and so is so many times a thing; pesos times pesos are nothing. */
    @Override
    public ValueType product(Product product) {
        ValueType left = product.left().match(this);
        ValueType right = product.right().match(this);
        if (left == ValueType.UNKNOWN || right == ValueType.UNKNOWN) {
            return ValueType.UNKNOWN;
        }
        boolean scales = left == ValueType.RATIO || left == ValueType.NUMBER;
        boolean scaled = right == ValueType.RATIO || right == ValueType.NUMBER;
        if (!left.numeric() || !right.numeric() || !(scales || scaled)) {
            return tell(product, RuleWords.of("multiplied-unlike", "left", left.words(), "right", right.words()));
        }
        requireGiven(product, "*");
        if (left == ValueType.RATIO || right == ValueType.RATIO) {
            return left == ValueType.RATIO ? right : left;
        }
        return left == ValueType.NUMBER ? right : left;
    }

    @Override
    public ValueType matches(Matches matches) {
        textual(matches.operand(), "matches");
        if (matches.negated()) {
            requireGiven(matches.operand(), "not matches");
        }
        return ValueType.CONDITION;
    }

    @Override
    public ValueType oneOf(OneOf oneOf) {
        textual(oneOf.operand(), "in");
        if (oneOf.negated()) {
            requireGiven(oneOf.operand(), "not in");
        }
        return ValueType.CONDITION;
    }

    @Override
    public ValueType memberOf(MemberOf memberOf) {
        textual(memberOf.operand(), "memberOf");
        ValueType list = memberOf.list().match(this);
        if (list != ValueType.CODES && list != ValueType.UNKNOWN) {
            return tell(
                    memberOf.list(),
                    RuleWords.of("list-of-no-codes", "variable", memberOf.list().name()));
        }
        if (memberOf.negated()) {
            requireGiven(memberOf.operand(), "not memberOf");
        }
        return ValueType.CONDITION;
    }

    private void textual(Expression operand, String operator) {
        ValueType kind = operand.match(this);
        if (kind != ValueType.UNKNOWN && (kind != ValueType.TEXT || operand instanceof Literal)) {
            tell(operand, RuleWords.of("text-operator", "operator", operator, "kind", kind.words()));
        }
    }

    private void requireGiven(Expression expression, String operator) {
        for (String name : given.properties(expression)) {
            if (canBeAbsent(name) && !known.contains(name) && !doubtful && told.add(name)) {
                String text = text(expression);
                String kind = "+-*".contains(operator) ? "absent-reckoned" : "absent-compared";
                faults.add(rule.source()
                        .fault(
                                expression.start(),
                                text,
                                RuleWords.of(kind, "property", name, "sign", operator, "text", text)));
            }
        }
    }

    private boolean canBeAbsent(String name) {
        Property property = fact.properties().get(name);
        return property != null && property.absence() != Property.Absence.NEVER;
    }

    /** Tells a fault after which it is not certain what the rule says of the properties in it. */
    private ValueType tell(Expression at, FaultText what) {
        faults.add(rule.source().fault(at.start(), text(at), what));
        doubtful = true;
        return ValueType.UNKNOWN;
    }

    private String text(Expression at) {
        return rule.source().text().substring(at.start(), at.end());
    }
}
