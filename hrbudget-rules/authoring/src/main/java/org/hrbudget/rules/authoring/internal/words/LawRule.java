package org.hrbudget.rules.authoring.internal.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.Property;
import org.jspecify.annotations.Nullable;

/**
 * A rule with its condition as a tree and the limits of its pack.
 *
 * @param rule the rule as described
 * @param condition its condition
 * @param parameters the limits of its pack by code
 * @param part the fact of which names are read: the one it is about, or another that it looks at beside it
 */
public record LawRule(
        Rule rule, CheckedRule condition, Map<String, Rule.Parameter> parameters, CheckedRule.Part part) {

    /** {@return the same rule, with names read of another fact} */
    public LawRule at(CheckedRule.Part other) {
        return new LawRule(rule, condition, parameters, other);
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
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            CheckedRule condition = pack.conditions().get(i);
            law.put(rule.id(), new LawRule(rule, condition, pack.parameters(), condition.part()));
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
        return (expression instanceof Variable variable ? ofPart(variable) : part).type().word();
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
                .anyMatch(each -> each instanceof Variable variable && !ofPart(variable).equals(part));
    }

    private Rule.Parameter parameter(String code) {
        Rule.Parameter parameter = parameters.get(code);
        if (parameter == null) {
            throw new IllegalStateException(rule.id() + " compares with " + code + ", which its pack does not have");
        }
        return parameter;
    }
}
