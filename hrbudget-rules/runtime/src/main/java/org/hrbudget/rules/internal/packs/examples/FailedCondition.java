package org.hrbudget.rules.internal.packs.examples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.Position;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.CheckedRule.Part;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.RuleText.Demand;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.internal.facts.Property;
import org.jspecify.annotations.Nullable;

/**
 * Which condition of a rule an example does not meet that expects it to find something. The engine is asked with ever more of the
 * conditions, in the order of the rule: where it matches with those before one and no longer with that one, that one fails.
 */
final class FailedCondition {

    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final String MET = "met_";

    /**
     * One thing the rule asks.
     *
     * @param before what it asks before, as a rule that matches where all of that is so; {@code null} where it is nothing
     * @param part the fact it is about
     * @param condition the condition; {@code null} where it is that there is such a fact, or none
     */
    private record Step(
            @Nullable CheckedRule before,
            Part part,
            @Nullable Expression condition) {}

    private final OpenPack pack;
    private final CheckedRule condition;
    private final Rule rule;
    /** Where among the facts the one is that the rule is about. */
    private final int about;

    private final List<Step> steps = new ArrayList<>();
    /** Has a rule for each step. */
    private final OpenPack asking;

    private FailedCondition(OpenPack pack, CheckedRule condition, Rule rule) {
        this.pack = pack;
        this.condition = condition;
        this.rule = rule;
        List<Part> met = new ArrayList<>();
        // What must be there, or must not, names nothing that a fact is compared with.
        List<Part> parts = condition.parts().stream()
                .sorted(Comparator.comparing(part -> part.demand() != Demand.FACT))
                .toList();
        this.about = parts.indexOf(condition.part());
        for (Part part : parts) {
            add(met, part, null);
            if (part.demand() != Demand.NOT && part.choice() == 0) {
                List<Expression> own = part.constraints().stream()
                        .flatMap(FailedCondition::conjuncts)
                        .toList();
                for (int i = 0; i < own.size(); i++) {
                    List<Part> reached = new ArrayList<>(met);
                    reached.add(fact(part, own.subList(0, i), own.get(i)));
                    add(reached, part, own.get(i));
                }
            }
            met.add(part);
        }
        List<CheckedRule> conditions =
                steps.stream().flatMap(step -> Stream.ofNullable(step.before())).toList();
        this.asking = pack.with(conditions.stream().map(this::described).toList(), conditions, pack.parameters());
    }

    /** {@return what says which condition of a rule of a pack fails} */
    static FailedCondition of(OpenPack pack, Rule rule) {
        CheckedRule condition = pack.conditions().stream()
                .filter(each -> each.id().equals(rule.id()))
                .findFirst()
                .orElseThrow();
        return new FailedCondition(pack, condition, rule);
    }

    /**
     * {@return what a case fails at}
     *
     * @param examples the examples, to be judged by rules of fewer conditions
     * @param example the case
     * @param report what was said of it
     * @param row the row that expects a finding; {@code null} where any of the case may have it
     */
    Bilingual said(Examples examples, Examples.Case example, ValidationReport report, @Nullable Long row) {
        return last(examples.by(asking).report(example), row)
                .orElseGet(() -> report.ledger().stream()
                        .filter(entry -> entry.rule().id().equals(rule.id()))
                        .flatMap(entry -> Stream.ofNullable(entry.reason()))
                        .findFirst()
                        .orElseGet(() -> none(condition.parts().get(0))));
    }

    private static Stream<Expression> conjuncts(Expression constraint) {
        return constraint instanceof Logic logic && logic.and()
                ? Stream.of(logic.left(), logic.right()).flatMap(FailedCondition::conjuncts)
                : Stream.of(constraint);
    }

    private void add(List<Part> before, Part part, @Nullable Expression asked) {
        Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        boolean sameChoice = last != null && part.choice() != 0 && last.part().choice() == part.choice();
        if (!sameChoice) {
            steps.add(new Step(before.isEmpty() ? null : rule(before), part, asked));
        }
    }

    private CheckedRule rule(List<Part> parts) {
        return new CheckedRule(
                condition.text().named("step " + steps.size()),
                List.copyOf(parts),
                about < parts.size() ? about : 0,
                condition.limits(),
                condition.lists(),
                details(parts),
                Set.of(),
                List.of(),
                List.of());
    }

    /** {@return a fact that meets some conditions, of which the values are named that the next one looks at} */
    private static Part fact(Part part, List<Expression> met, Expression next) {
        Map<String, Property> named = new HashMap<>(part.named());
        next.parts().forEach(each -> {
            Property property = each instanceof Name name ? part.type().property(name.property()) : null;
            if (property != null) {
                named.put(MET + property.name(), property);
            }
        });
        return new Part(Demand.FACT, 0, part.type(), met, named, Set.of());
    }

    private Map<String, Finding.Detail.Type> details(List<Part> parts) {
        Map<String, Finding.Detail.Type> details = new HashMap<>();
        condition.limits().forEach((name, code) -> {
            Rule.Parameter limit = pack.parameters().get(code);
            details.put(name, limit == null ? Finding.Detail.Type.TEXT : kind(limit.measure()));
        });
        parts.forEach(part -> part.named().forEach((name, property) -> {
            if (property.type() != Property.Type.BOOLEAN && property.type() != Property.Type.LIST) {
                details.put(name, kind(property.type().name().toLowerCase(Locale.ROOT)));
            }
        }));
        return details;
    }

    private static Finding.Detail.Type kind(String measure) {
        return switch (measure) {
            case "amount" -> Finding.Detail.Type.AMOUNT;
            case "ratio" -> Finding.Detail.Type.RATIO;
            default -> Finding.Detail.Type.TEXT;
        };
    }

    /** {@return the last step that is reached; empty where the rule is shown no fact} */
    private Optional<Bilingual> last(ValidationReport report, @Nullable Long row) {
        for (int i = steps.size() - 1; i > 0; i--) {
            String id = "step " + i;
            Optional<Finding> reached = report.findings().stream()
                    .filter(finding -> finding.ruleId().equals(id) && isOf(row, finding))
                    .findFirst();
            if (reached.isPresent()) {
                return Optional.of(said(steps.get(i), reached.get().details()));
            }
        }
        return Optional.empty();
    }

    /** {@return whether a finding is of a row; one of another fact than the rule is about is of any} */
    private boolean isOf(@Nullable Long row, Finding finding) {
        Position position = finding.position();
        return row == null
                || position == null
                || position.row() == row
                || !finding.rule().subject().equals(rule.subject());
    }

    private Rule described(CheckedRule step) {
        return new Rule(
                step.id(),
                rule.severity(),
                false,
                rule.legalBasis(),
                step.scope(),
                step.subject().word(),
                rule.needs(),
                List.of(),
                step.details(),
                rule.title(),
                rule.message(),
                rule.remedy(),
                rule.file(),
                rule.condition());
    }

    private Bilingual said(Step step, Map<String, Finding.Detail> values) {
        Expression failed = step.condition();
        if (failed != null) {
            Bilingual met = values(failed, values);
            return PackWords.text(
                    met.en().isEmpty() ? "silent.condition" : "silent.value",
                    "condition",
                    written(failed),
                    "values",
                    met);
        }
        return none(step.part());
    }

    private static Bilingual none(Part part) {
        String key =
                part.demand() == Demand.NOT ? "silent.there" : part.choice() == 0 ? "silent.none" : "silent.choice";
        String word = part.type().word();
        return PackWords.text(
                key, "fact", new Bilingual(word, Aliases.of("fact").name(word)));
    }

    private String written(Expression expression) {
        return condition.text().source().text().substring(expression.start(), expression.end());
    }

    /** {@return the values that a condition looks at, in its order and as the rule calls them, and what the rule calls the facts} */
    private Bilingual values(Expression failed, Map<String, Finding.Detail> values) {
        Map<String, Finding.Detail> met = new LinkedHashMap<>();
        failed.parts().forEach(each -> {
            String name = each instanceof Name property
                    ? MET + property.property()
                    : each instanceof Variable variable ? variable.name() : "";
            if (values.containsKey(name)) {
                met.put(written(each), values.get(name));
            }
        });
        condition.named().forEach((name, property) -> {
            if (property.type() == Property.Type.TEXT
                    && values.containsKey(name)
                    && !values.get(name).text().isEmpty()) {
                met.putIfAbsent("$" + name, values.get(name));
            }
        });
        return new Bilingual(listed(met, Locale.ENGLISH), listed(met, SPANISH));
    }

    private static String listed(Map<String, Finding.Detail> met, Locale locale) {
        return met.entrySet().stream()
                .map(value -> value.getKey() + " = " + shown(value.getValue(), locale))
                .collect(Collectors.joining(", "));
    }

    /** Of a ratio all decimals count: rounded, it could seem to be at its limit. */
    private static String shown(Finding.Detail value, Locale locale) {
        boolean ratio =
                value.kind() == Finding.Detail.Type.RATIO && !value.text().isEmpty();
        return ratio
                ? new BigDecimal(value.text())
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString() + " %"
                : value.shown(locale);
    }
}
