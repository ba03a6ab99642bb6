package org.hrbudget.rules.internal.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.MemberOf;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.validation.Rule;

/** What a condition means, said once more in plain Java: the engine is compared with it. */
final class Meaning implements Expression.Cases<Object> {

    private final CheckedRule rule;
    private final Map<String, Rule.Parameter> parameters;
    private final Object fact;

    private Meaning(CheckedRule rule, Map<String, Rule.Parameter> parameters, Object fact) {
        this.rule = rule;
        this.parameters = parameters;
        this.fact = fact;
    }

    static boolean holds(CheckedRule rule, Map<String, Rule.Parameter> parameters, Object fact) {
        Meaning meaning = new Meaning(rule, parameters, fact);
        return rule.constraints().stream().allMatch(meaning::holds);
    }

    /** {@return the property of the first suspect that is at fault, else of the first; {@code null} where there is none} */
    static String focus(CheckedRule rule, Map<String, Rule.Parameter> parameters, Object fact) {
        Meaning meaning = new Meaning(rule, parameters, fact);
        List<CheckedRule.Suspect> suspects = rule.suspects();
        return suspects.stream()
                .filter(suspect -> meaning.holds(suspect.condition()))
                .findFirst()
                .or(() -> suspects.stream().findFirst())
                .map(CheckedRule.Suspect::property)
                .orElse(null);
    }

    private boolean holds(Expression expression) {
        return Boolean.TRUE.equals(expression.match(this));
    }

    @Override
    public Object literal(Literal literal) {
        return switch (literal.kind()) {
            case NULL -> null;
            case ZERO -> BigDecimal.ZERO;
            case BOOLEAN -> literal.text().equals("true");
            case TEXT -> literal.text();
        };
    }

    @Override
    public Object name(Name name) {
        Object value = rule.subject().properties().get(name.property()).of(fact);
        if (value instanceof List<?> list) {
            return name.member().equals("empty") ? (Object) list.isEmpty() : BigDecimal.valueOf(list.size());
        }
        return value instanceof Number number ? new BigDecimal(number.toString()) : value;
    }

    @Override
    public Object variable(Variable variable) {
        String code = rule.limits().get(variable.name());
        return code != null
                ? parameters.get(code).value()
                : name(new Name(rule.named().get(variable.name()).name(), "", 0, 0));
    }

    @Override
    public Object not(Not not) {
        Object value = not.operand().match(this);
        return value == null ? null : !(Boolean) value;
    }

    @Override
    public Object logic(Logic logic) {
        return logic.and() ? holds(logic.left()) && holds(logic.right()) : holds(logic.left()) || holds(logic.right());
    }

    @Override
    public Object comparison(Comparison comparison) {
        Object left = comparison.left().match(this);
        Object right = comparison.right().match(this);
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            int order = a.compareTo(b);
            return switch (comparison.operator()) {
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case BELOW -> order < 0;
                case AT_MOST -> order <= 0;
                case ABOVE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
        return switch (comparison.operator()) {
            case EQUAL -> Objects.equals(left, right);
            case UNEQUAL -> !Objects.equals(left, right);
            default -> throw new IllegalStateException("ordering " + left + " and " + right);
        };
    }

    @Override
    public Object sum(Sum sum) {
        BigDecimal left = (BigDecimal) sum.left().match(this);
        BigDecimal right = (BigDecimal) sum.right().match(this);
        return sum.plus() ? left.add(right) : left.subtract(right);
    }

    @Override
    public Object matches(Matches matches) {
        Object text = matches.operand().match(this);
        return text == null ? null : ((String) text).matches(matches.form().expression()) != matches.negated();
    }

    @Override
    public Object oneOf(OneOf oneOf) {
        Object text = oneOf.operand().match(this);
        return text == null ? null : oneOf.values().contains(text) != oneOf.negated();
    }

    /** Small letters without accents and blanks, as people write words: said here by hand, not by the code that is tested. */
    @Override
    public Object memberOf(MemberOf memberOf) {
        Object text = memberOf.operand().match(this);
        if (text == null) {
            return null;
        }
        String name = rule.lists().get(memberOf.list().name());
        boolean in = Rules.CATALOGUES.own().get(name).keySet().stream()
                .anyMatch(code -> plain(code).equals(plain((String) text)));
        return in != memberOf.negated();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace("ó", "o").replace(" ", "_");
    }
}
