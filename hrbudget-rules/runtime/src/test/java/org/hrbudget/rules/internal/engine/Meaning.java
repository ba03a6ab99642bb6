package org.hrbudget.rules.internal.engine;

import java.math.BigDecimal;
import java.text.Normalizer;
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

    /** {@return what of a side is compared: codes of lists are the same however they are written, other texts only as written} */
    private Object compared(Expression side, Expression other) {
        Object value = side.match(this);
        String list = other instanceof Literal ? list(side) : list(other);
        boolean same = side instanceof Literal || other instanceof Literal || list(side).equals(list);
        return same && value instanceof String text ? folded(list, text) : value;
    }

    private String list(Expression expression) {
        String name = expression instanceof Name plain
                ? plain.property()
                : expression instanceof Variable variable && rule.named().containsKey(variable.name())
                        ? rule.named().get(variable.name()).name()
                        : "";
        return switch (name) {
            case "unitKind", "unitKindName" -> "unit kinds";
            case "fittingSpendingType" -> "spendingType";
            case "actionRight", "actionRightName", "namedRight" -> "rights";
            default -> name;
        };
    }

    private static String folded(String list, String text) {
        return switch (list) {
            case "unit kinds", "dimension" ->
                bare(text).replaceAll("[\\s._()-]+", "_").replaceAll("^_|_$", "");
            case "modality", "fundingSource", "spendingType" -> text.strip().toLowerCase(Locale.ROOT);
            case "noActionReason" -> text.strip().toLowerCase(Locale.ROOT).replaceAll("^(.)\\1*$", "$1");
            case "rights" ->
                bare(text)
                        .replaceAll("[^a-z0-9]+", " ")
                        .strip()
                        .replaceAll("^0+(?=[0-9])", "")
                        .replaceAll("^derechos? (a|al|de|del) (la |el |las |los |una? )?", "");
            default -> text;
        };
    }

    private static String bare(String text) {
        return Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036f]", "");
    }

    @Override
    public Object comparison(Comparison comparison) {
        Object left = compared(comparison.left(), comparison.right());
        Object right = compared(comparison.right(), comparison.left());
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
        Object text = compared(oneOf.operand(), oneOf.operand());
        return text == null
                ? null
                : oneOf.values().stream().anyMatch(value -> folded(list(oneOf.operand()), value).equals(text))
                        != oneOf.negated();
    }
}
