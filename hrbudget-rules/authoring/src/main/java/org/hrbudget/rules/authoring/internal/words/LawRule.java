package org.hrbudget.rules.authoring.internal.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.tables.Timeline;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.Property;
import org.jspecify.annotations.Nullable;

/**
 * A rule with its condition as a tree and the limits of its pack.
 *
 * @param rule the rule as described
 * @param condition its condition
 * @param parameters the limits of its pack by code
 * @param dated by code, the rows of those limits that are not always the same, in the order of time
 * @param weights the dated rows of its severity, in the order of time
 * @param part the fact of which names are read: the one it is about, or another that it looks at beside it
 */
public record LawRule(
        Rule rule,
        CheckedRule condition,
        Map<String, Rule.Parameter> parameters,
        Map<String, List<Timeline.Row<Rule.Parameter>>> dated,
        List<Rule.DatedRow> weights,
        CheckedRule.Part part) {

    /** {@return the same rule, with names read of another fact} */
    public LawRule at(CheckedRule.Part other) {
        return new LawRule(rule, condition, parameters, dated, weights, other);
    }

    /** {@return the other facts it looks at, in its order} */
    public List<LawRule> others() {
        return condition.parts().stream()
                .filter(other -> !other.equals(condition.part()))
                .map(this::at)
                .toList();
    }

    /** {@return the rules of a pack by id, in the order of the law} */
    public static Map<String, LawRule> of(OpenPack pack) {
        List<Rule> rules = new ArrayList<>(pack.rules());
        Map<String, LawRule> law = new LinkedHashMap<>();
        Map<String, List<Timeline.Row<Rule.Parameter>>> dated = new TreeMap<>();
        pack.parameters().keySet().forEach(code -> {
            if (!pack.rows(code).isEmpty()) {
                dated.put(code, pack.rows(code));
            }
        });
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            CheckedRule condition = pack.conditions().get(i);
            List<Rule.DatedRow> weights = pack.datedRows().stream()
                    .filter(row ->
                            row.file().equals("severities.csv") && row.key().equals(rule.id()))
                    .toList();
            law.put(rule.id(), new LawRule(rule, condition, pack.parameters(), dated, weights, condition.part()));
        }
        return law;
    }

    /** {@return the limits it compares with, by code} */
    public Map<String, Rule.Parameter> limits() {
        Map<String, Rule.Parameter> limits = new TreeMap<>();
        condition.limits().values().forEach(code -> limits.put(code, parameter(code)));
        return limits;
    }

    /** {@return the limit a variable stands for, or {@code null} where it stands for a property} */
    public Rule.@Nullable Parameter limit(Variable variable) {
        String code = condition.limits().get(variable.name());
        return code == null ? null : parameter(code);
    }

    /** {@return the property that is named, or that a variable stands for; {@code null} where it is none} */
    public @Nullable Property property(Expression expression) {
        if (expression instanceof Variable variable) {
            return ofPart(variable).named().get(variable.name());
        }
        return expression instanceof Name name ? part.type().property(name.property()) : null;
    }

    /** {@return the kind of fact whose property is named, or stands for a variable} */
    public String word(Expression expression) {
        return (expression instanceof Variable variable ? ofPart(variable) : part)
                .type()
                .word();
    }

    private CheckedRule.Part ofPart(Variable variable) {
        return condition.parts().stream()
                .filter(other -> !other.equals(part) && other.named().containsKey(variable.name()))
                .findFirst()
                .orElse(part);
    }

    /** {@return whether an expression speaks of another fact than the one whose names are read} */
    public boolean isOfOthers(Expression expression) {
        return expression
                .parts()
                .anyMatch(each ->
                        each instanceof Variable variable && !ofPart(variable).equals(part));
    }

    /**
     * {@return the value of a limit, or where it is not always the same, its values with their times; of a rule that was chosen for a
     * time, the one that held}
     *
     * @param limit the limit
     * @param value how a value is shown
     */
    public Bilingual value(Rule.Parameter limit, Function<Rule.Parameter, Bilingual> value) {
        List<Timeline.Row<Rule.Parameter>> rows = dated.getOrDefault(limit.code(), List.of());
        boolean held = rule.rows().stream().anyMatch(row -> row.key().equals(limit.code()));
        return rows.isEmpty() || held ? value.apply(limit) : DatedWords.limit(rows, value);
    }

    private Rule.Parameter parameter(String code) {
        Rule.Parameter parameter = parameters.get(code);
        if (parameter == null) {
            throw new IllegalStateException(rule.id() + " compares with " + code + ", which its pack does not have");
        }
        return parameter;
    }
}
