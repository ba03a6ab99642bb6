package org.hrbudget.rules.internal.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hrbudget.rules.internal.engine.Screen.Answer;
import org.hrbudget.rules.internal.engine.Screen.Condition;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.CheckedRule.Suspect;
import org.hrbudget.validation.facts.Parameter;
import org.hrbudget.validation.facts.Property;
import org.jspecify.annotations.Nullable;

/**
 * Tells which property of a fact is at fault that the engine matched. It says where to look, never whether something is wrong:
 * where it can tell of none of several conditions that it holds, it names what the first is about. Immutable and safe to share
 * between threads.
 */
final class Pointer {

    private final List<Suspect> suspects;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Property> properties;

    private Pointer(CheckedRule rule, Function<String, Parameter> parameters) {
        this.suspects = rule.suspects();
        Map<Property, Integer> slots = new LinkedHashMap<>();
        if (suspects.size() > 1) {
            Map<String, Parameter> limits = new LinkedHashMap<>();
            rule.limits().forEach((name, code) -> limits.put(name, parameters.apply(code)));
            ConditionCompiler compiler = new ConditionCompiler(rule.subject(), rule.named(), limits, slots);
            suspects.forEach(suspect -> conditions.add(compiler.condition(suspect.condition())));
        }
        this.properties = List.copyOf(slots.keySet());
    }

    /**
     * {@return a pointer for the matches of a rule}
     *
     * @param rule the rule
     * @param parameters the limits of its pack, by code
     */
    static Pointer of(CheckedRule rule, Function<String, Parameter> parameters) {
        return new Pointer(rule, parameters);
    }

    /** {@return the name of the property at fault; {@code null} where nothing the rule tests is written in a column} */
    @Nullable
    String at(Object subject) {
        if (suspects.isEmpty()) {
            return null;
        }
        FactView fact = new FactView(properties);
        fact.look(subject);
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).of(fact) == Answer.YES) {
                return suspects.get(i).property();
            }
        }
        return suspects.get(0).property();
    }
}
