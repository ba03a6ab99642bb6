package org.hrbudget.rules.internal.packs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.RuleText;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.facts.Parameter;
import org.hrbudget.validation.facts.Property;

/**
 * Which examples lie at the limits of their rule: for each comparison that orders two values, a rule of our own asks whether they
 * are equal, and two more ask which is the greater. They run beside the rules of the pack and say nothing to anybody else. So a
 * limit is where it is computed to be, whatever the name of the example promises.
 */
final class LimitProbes {

    /** Where the two values of a comparison may stand to each other. */
    enum Side {
        BELOW(Operator.BELOW),
        AT(Operator.EQUAL),
        ABOVE(Operator.ABOVE);

        private final Operator operator;

        Side(Operator operator) {
            this.operator = operator;
        }
    }

    /**
     * A comparison of a rule.
     *
     * @param text the comparison as the file states it, with the value of the limit
     * @param start where it begins in the file
     * @param sides the probes, by what each asks
     */
    record Limit(String text, int start, Map<Side, String> sides) {}

    private final Map<String, List<Limit>> limits = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<CheckedRule> conditions = new ArrayList<>();
    private final Map<String, Parameter> parameters;

    private LimitProbes(OpenPack pack) {
        this.parameters = pack.parameters();
        for (int i = 0; i < pack.rules().size(); i++) {
            Rule rule = pack.rules().get(i);
            CheckedRule checked = pack.conditions().get(i);
            List<Comparison> comparisons = new ArrayList<>();
            checked.constraints().forEach(constraint -> collect(constraint, comparisons));
            comparisons.forEach(comparison -> probe(rule, checked, comparison));
        }
    }

    static LimitProbes of(OpenPack pack) {
        return new LimitProbes(pack);
    }

    /** {@return the pack with the probes among its rules} */
    OpenPack with(OpenPack pack) {
        List<Rule> all = new ArrayList<>(pack.rules());
        all.addAll(rules);
        List<CheckedRule> allConditions = new ArrayList<>(pack.conditions());
        allConditions.addAll(conditions);
        return pack.with(all, allConditions, pack.parameters());
    }

    /** {@return the limits of a rule} */
    List<Limit> of(String rule) {
        return limits.getOrDefault(rule, List.of());
    }

    private void probe(Rule rule, CheckedRule checked, Comparison comparison) {
        List<Limit> known = limits.computeIfAbsent(rule.id(), id -> new ArrayList<>());
        Map<Side, String> sides = new LinkedHashMap<>();
        for (Side side : Side.values()) {
            if (side == Side.BELOW && neverBelow(checked, comparison)) {
                continue;
            }
            String id = rule.id() + " " + known.size() + " " + side;
            sides.put(side, id);
            List<Expression> constraints = new ArrayList<>(guards(checked, comparison));
            constraints.add(new Comparison(side.operator, comparison.left(), comparison.right()));
            conditions.add(probe(checked, id, constraints));
            rules.add(probe(rule, id));
        }
        known.add(new Limit(text(checked, comparison), comparison.start(), sides));
    }

    private static void collect(Expression expression, List<Comparison> comparisons) {
        if (expression instanceof Comparison comparison && comparison.operator().orders()) {
            comparisons.add(comparison);
        } else if (expression instanceof Not not) {
            collect(not.operand(), comparisons);
        } else if (expression instanceof Logic logic) {
            collect(logic.left(), comparisons);
            collect(logic.right(), comparisons);
        }
    }

    /** What is counted or added up from what is linked cannot be less than nothing. */
    private static boolean neverBelow(CheckedRule rule, Comparison comparison) {
        return comparison.right() instanceof Literal
                && properties(rule, comparison.left()).stream()
                        .allMatch(property -> property.type() != Property.Type.AMOUNT
                                || property.absence() == Property.Absence.NEVER);
    }

    private static List<Expression> guards(CheckedRule rule, Comparison comparison) {
        Set<Property> properties = new LinkedHashSet<>(properties(rule, comparison.left()));
        properties.addAll(properties(rule, comparison.right()));
        return properties.stream()
                .filter(property -> property.absence() != Property.Absence.NEVER)
                .map(property -> (Expression) new Comparison(
                        Operator.UNEQUAL,
                        new Name(property.name(), "", 0, 0),
                        new Literal(Literal.Kind.NULL, "null", 0, 0)))
                .toList();
    }

    private static Set<Property> properties(CheckedRule rule, Expression expression) {
        Set<Property> properties = new LinkedHashSet<>();
        if (expression instanceof Name name) {
            properties.add(rule.subject().property(name.property()));
        } else if (expression instanceof Variable variable) {
            Property property = rule.named().get(variable.name());
            if (property != null) {
                properties.add(property);
            }
        } else if (expression instanceof Sum sum) {
            properties.addAll(properties(rule, sum.left()));
            properties.addAll(properties(rule, sum.right()));
        }
        return properties;
    }

    private static CheckedRule probe(CheckedRule rule, String id, List<Expression> constraints) {
        RuleText text = rule.text();
        return new CheckedRule(
                new RuleText(
                        text.source(),
                        new RuleText.Quoted(id, text.id().start()),
                        text.severity(),
                        text.legalBasis(),
                        text.patterns(),
                        text.condition()),
                rule.subject(),
                rule.scope(),
                constraints,
                rule.limits(),
                rule.named(),
                rule.details(),
                rule.needs(),
                List.of(),
                rule.focus());
    }

    private static Rule probe(Rule rule, String id) {
        return new Rule(
                id,
                rule.severity(),
                rule.legalBasis(),
                rule.scope(),
                rule.subject(),
                rule.needs(),
                List.of(),
                rule.focus(),
                rule.details(),
                rule.title(),
                rule.message(),
                rule.remedy(),
                rule.file(),
                rule.condition());
    }

    private String text(CheckedRule rule, Comparison comparison) {
        String written = rule.text().source().text().substring(comparison.start(), comparison.end());
        String values = rule.limits().entrySet().stream()
                .filter(limit -> written.contains("$" + limit.getKey()))
                .map(limit -> "$" + limit.getKey() + " = " + value(limit.getValue()))
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? written : written + " (" + values + ")";
    }

    private String value(String code) {
        Parameter parameter = parameters.get(code);
        return parameter == null ? code : NumberText.plain(parameter.value());
    }
}
