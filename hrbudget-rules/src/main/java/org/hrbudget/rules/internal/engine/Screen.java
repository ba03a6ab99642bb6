package org.hrbudget.rules.internal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.validation.facts.FactType;
import org.hrbudget.validation.facts.Parameter;
import org.hrbudget.validation.facts.Property;

/**
 * Keeps from the engine the facts that no rule can match, which in most budgets are nearly all: to hand a fact to the engine costs
 * many times what it costs to see that it has no defect.
 *
 * <p>The engine alone says what is found. The screen reads the same checked conditions and may err on one side only: whatever it
 * cannot tell for certain, such as a comparison with something absent or a property that fails, it lets pass, so that the engine
 * meets it, and fails on it where it would have. Immutable and safe to share between threads.
 */
final class Screen {

    /** The conditions of the rules about one type of fact. */
    private static final class Sieve {

        final Class<?> factClass;
        final List<Property> properties;
        private final Condition[][] rules;

        Sieve(FactType type, Collection<Property> properties, List<List<Condition>> rules) {
            this.factClass = type.factClass();
            this.properties = List.copyOf(properties);
            this.rules = rules.stream()
                    .map(conditions -> conditions.toArray(Condition[]::new))
                    .toArray(Condition[][]::new);
        }

        boolean admits(FactView fact) {
            for (Condition[] rule : rules) {
                if (mayMatch(rule, fact)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean mayMatch(Condition[] rule, FactView fact) {
            for (Condition condition : rule) {
                Answer answer = condition.of(fact);
                if (answer != Answer.YES) {
                    // Where it is in doubt, what follows does not matter: the engine may fail on this one already.
                    return answer == Answer.DOUBT;
                }
            }
            return true;
        }
    }

    private final List<Sieve> sieves;

    private Screen(List<Sieve> sieves) {
        this.sieves = sieves;
    }

    /**
     * {@return a screen for these rules}
     *
     * @param rules the rules of a room
     * @param parameters the limits of their pack, by code
     */
    static Screen of(Collection<CheckedRule> rules, Map<String, Parameter> parameters) {
        Map<FactType, List<CheckedRule>> byType = new LinkedHashMap<>();
        rules.forEach(rule -> byType.computeIfAbsent(rule.subject(), type -> new ArrayList<>())
                .add(rule));
        List<Sieve> sieves = new ArrayList<>();
        byType.forEach((type, own) -> {
            Map<Property, Integer> slots = new LinkedHashMap<>();
            List<List<Condition>> conditions = own.stream()
                    .map(rule -> conditions(rule, slots, parameters))
                    .toList();
            sieves.add(new Sieve(type, slots.keySet(), conditions));
        });
        return new Screen(List.copyOf(sieves));
    }

    /** In the order in which the engine looks at them: first what the fact alone decides, then what it shares with a limit. */
    private static List<Condition> conditions(
            CheckedRule rule, Map<Property, Integer> slots, Map<String, Parameter> parameters) {
        Map<String, Parameter> limits = new HashMap<>();
        rule.limits().forEach((name, code) -> {
            Parameter limit = parameters.get(code);
            if (limit != null) {
                limits.put(name, limit);
            }
        });
        ConditionCompiler compiler = new ConditionCompiler(rule.subject(), rule.named(), limits, slots);
        List<Condition> alone = new ArrayList<>();
        List<Condition> joined = new ArrayList<>();
        for (Expression expression : rule.constraints()) {
            compiler.forgetLimits();
            Condition condition = compiler.condition(expression);
            (compiler.metLimit() ? joined : alone).add(condition);
        }
        alone.addAll(joined);
        return List.copyOf(alone);
    }

    /**
     * {@return those of some facts that a rule may match, in their order}
     *
     * @param facts the facts of a room
     */
    List<Object> admitted(Collection<?> facts) {
        List<Object> admitted = new ArrayList<>();
        FactView[] views =
                sieves.stream().map(sieve -> new FactView(sieve.properties)).toArray(FactView[]::new);
        for (Object fact : facts) {
            for (int i = 0; i < views.length; i++) {
                Sieve sieve = sieves.get(i);
                if (sieve.factClass.isInstance(fact)) {
                    views[i].look(fact);
                    if (sieve.admits(views[i])) {
                        admitted.add(fact);
                        break;
                    }
                }
            }
        }
        return admitted;
    }

    /** What a condition says of a fact. */
    enum Answer {
        YES,
        NO,
        DOUBT;

        static Answer of(boolean holds) {
            return holds ? YES : NO;
        }
    }

    /** A condition on a fact. */
    @FunctionalInterface
    interface Condition {
        Answer of(FactView fact);
    }
}
