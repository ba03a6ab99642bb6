package org.hrbudget.rules.internal.engine;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
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
import org.hrbudget.rules.internal.language.Expression.Product;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.RuleText.Demand;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.Property;

/** What a condition means, said once more in plain Java: the engine is compared with it. */
final class Meaning implements Expression.Cases<Object> {

    private final CheckedRule rule;
    private final Map<String, Rule.Parameter> parameters;
    private final List<Object> met;
    private final int at;

    /**
     * @param met the facts that the parts of the rule met so far, in their order; {@code null} for those that are not met, but asked for
     * @param at the part whose conditions are read
     */
    private Meaning(CheckedRule rule, Map<String, Rule.Parameter> parameters, List<Object> met, int at) {
        this.rule = rule;
        this.parameters = parameters;
        this.met = met;
        this.at = at;
    }

    /** {@return whether a rule about one fact matches it} */
    static boolean holds(CheckedRule rule, Map<String, Rule.Parameter> parameters, Object fact) {
        return about(rule, parameters, List.of(fact)).contains(fact);
    }

    /** {@return the facts that a rule is about and matches, each once; every fact meets every other} */
    static Set<Object> about(CheckedRule rule, Map<String, Rule.Parameter> parameters, List<?> facts) {
        Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
        meet(rule, parameters, facts, new ArrayList<>(), met -> found.add(met.get(rule.about())));
        found.removeAll(lacking(rule, parameters, facts, Set.of(Demand.NOT)));
        return found;
    }

    /** {@return the facts that a rule is about and cannot judge, since a fact that they met lacks promised data} */
    static Set<Object> open(CheckedRule rule, Map<String, Rule.Parameter> parameters, List<?> facts) {
        Set<Object> open = lacking(rule, parameters, facts, Set.of(Demand.FACT, Demand.EXISTS));
        open.removeAll(about(rule, parameters, facts));
        open.addAll(lacking(rule, parameters, facts, Set.of(Demand.NOT)));
        return open;
    }

    /** Asks for a fact that may fit, were what it lacks known; so may the others that must be there. */
    private static Set<Object> lacking(
            CheckedRule rule, Map<String, Rule.Parameter> parameters, List<?> facts, Set<Demand> demands) {
        Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int at = 0; at < rule.parts().size(); at++) {
            CheckedRule.Part part = rule.parts().get(at);
            if (at == rule.about() || part.promised().isEmpty() || !demands.contains(part.demand())) {
                continue;
            }
            List<CheckedRule.Part> parts = new ArrayList<>();
            for (int i = 0; i < rule.parts().size(); i++) {
                CheckedRule.Part each = rule.parts().get(i);
                boolean lenient = i != rule.about() && (i == at || each.demand() != Demand.NOT);
                List<Expression> constraints = lenient(rule, i, at, lenient);
                if (i == at) {
                    constraints.add(each.promised().stream()
                            .map(property -> isNull(new Name(property, "", 0, 0)))
                            .reduce((one, other) -> new Logic(false, one, other))
                            .orElseThrow());
                    parts.add(new CheckedRule.Part(Demand.FACT, 0, each.type(), constraints, each.named(), Set.of()));
                } else if (part.choice() == 0 || each.choice() != part.choice()) {
                    parts.add(each.with(constraints));
                }
            }
            if (part.demand() == Demand.NOT) {
                parts.add(part);
            }
            CheckedRule asked = new CheckedRule(
                    rule.text(),
                    parts,
                    rule.about(),
                    rule.limits(),
                    rule.lists(),
                    Map.of(),
                    Set.of(),
                    List.of(),
                    List.of());
            meet(asked, parameters, facts, new ArrayList<>(), met -> found.add(met.get(rule.about())));
        }
        return found;
    }

    private static List<Expression> lenient(CheckedRule rule, int i, int open, boolean lenient) {
        CheckedRule.Part part = rule.parts().get(i);
        List<Expression> constraints = new ArrayList<>();
        for (Expression whole : part.constraints()) {
            for (Expression condition : conjuncts(whole)) {
                List<Expression> lacking = new ArrayList<>();
                condition.parts().forEach(each -> {
                    String own = property(part, each);
                    if (lenient && own != null && part.promised().contains(own)) {
                        lacking.add(isNull(new Name(own, "", 0, 0)));
                    }
                    for (int j = 0; own == null && j < rule.parts().size(); j++) {
                        CheckedRule.Part other = rule.parts().get(j);
                        boolean unsure = j != rule.about() && (j == open || other.demand() != Demand.NOT);
                        if (unsure
                                && each instanceof Variable
                                && other.promised().contains(property(other, each))) {
                            lacking.add(isNull(each));
                        }
                    }
                });
                Expression either = condition;
                for (Expression one : lacking) {
                    either = new Logic(false, one, either);
                }
                constraints.add(either);
            }
        }
        return constraints;
    }

    private static List<Expression> conjuncts(Expression condition) {
        if (!(condition instanceof Logic logic) || !logic.and()) {
            return List.of(condition);
        }
        List<Expression> both = new ArrayList<>(conjuncts(logic.left()));
        both.addAll(conjuncts(logic.right()));
        return both;
    }

    private static Expression isNull(Expression operand) {
        return new Comparison(Expression.Operator.EQUAL, operand, new Literal(Literal.Form.NULL, "null", 0, 0));
    }

    private static String property(CheckedRule.Part part, Expression expression) {
        if (expression instanceof Variable variable && part.named().containsKey(variable.name())) {
            return part.named().get(variable.name()).name();
        }
        return expression instanceof Name name ? name.property() : null;
    }

    private static void meet(
            CheckedRule rule,
            Map<String, Rule.Parameter> parameters,
            List<?> facts,
            List<Object> met,
            Consumer<List<Object>> found) {
        int at = met.size();
        if (at == rule.parts().size()) {
            found.accept(met);
            return;
        }
        CheckedRule.Part part = rule.parts().get(at);
        int last = at;
        while (part.choice() > 0
                && last + 1 < rule.parts().size()
                && rule.parts().get(last + 1).choice() == part.choice()) {
            last++;
        }
        boolean any = false;
        for (int one = at; one <= last; one++) {
            for (Object fact : facts) {
                List<Object> more = new ArrayList<>(met);
                while (more.size() < one) {
                    more.add(null);
                }
                more.add(fact);
                boolean fits = rule.parts().get(one).type().factClass().isInstance(fact)
                        && rule.parts().get(one).constraints().stream()
                                .allMatch(new Meaning(rule, parameters, more, one)::holds);
                any |= fits;
                if (fits && part.demand() == Demand.FACT) {
                    meet(rule, parameters, facts, more, found);
                }
            }
        }
        if (part.demand() != Demand.FACT && any == (part.demand() == Demand.EXISTS)) {
            List<Object> more = new ArrayList<>(met);
            while (more.size() <= last) {
                more.add(null);
            }
            meet(rule, parameters, facts, more, found);
        }
    }

    /** {@return the property of the first suspect that is at fault, else of the first; {@code null} where there is none} */
    static String focus(CheckedRule rule, Map<String, Rule.Parameter> parameters, Object fact) {
        Meaning meaning = new Meaning(rule, parameters, List.of(fact), 0);
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
        return read(at, name);
    }

    private Object read(int part, Name name) {
        Object value =
                rule.parts().get(part).type().properties().get(name.property()).of(met.get(part));
        if (value instanceof List<?> list) {
            return name.member().equals("empty") ? (Object) list.isEmpty() : BigDecimal.valueOf(list.size());
        }
        return value instanceof Number number ? new BigDecimal(number.toString()) : value;
    }

    @Override
    public Object variable(Variable variable) {
        String code = rule.limits().get(variable.name());
        if (code != null) {
            return parameters.get(code).value();
        }
        for (int part = at; part >= 0; part--) {
            Property property = rule.parts().get(part).named().get(variable.name());
            if (property != null && met.get(part) != null) {
                return read(part, new Name(property.name(), "", 0, 0));
            }
        }
        throw new IllegalStateException("$" + variable.name());
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
        boolean same = side instanceof Literal
                || other instanceof Literal
                || list(side).equals(list);
        return same && value instanceof String text ? folded(list, text) : value;
    }

    private String list(Expression expression) {
        String name = expression instanceof Name plain
                ? plain.property()
                : expression instanceof Variable variable
                        ? rule.parts().stream()
                                .filter(part -> part.named().containsKey(variable.name()))
                                .map(part -> part.named().get(variable.name()).name())
                                .findFirst()
                                .orElse("")
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
    public Object product(Product product) {
        return ((BigDecimal) product.left().match(this))
                .multiply((BigDecimal) product.right().match(this));
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
                : oneOf.values().stream()
                                .anyMatch(value ->
                                        folded(list(oneOf.operand()), value).equals(text))
                        != oneOf.negated();
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
