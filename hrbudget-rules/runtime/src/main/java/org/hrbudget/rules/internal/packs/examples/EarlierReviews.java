package org.hrbudget.rules.internal.packs.examples;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hrbudget.rules.RulePackException;

/**
 * What the examples of each rule said when they were last run, by version: a pack that is checked after each save runs those of the
 * rules that a save could have changed. Kept until memory is short, and safe for use by several threads.
 */
public final class EarlierReviews {

    /**
     * What the examples of a rule said.
     *
     * @param cases how many there are
     * @param limits how many limits were looked for among them
     * @param faults what is wrong
     */
    record Outcome(int cases, int limits, List<RulePackException.Fault> faults) {

        Outcome {
            faults = List.copyOf(faults);
        }
    }

    private record Known(Object given, Outcome outcome) {}

    private final Map<String, SoftReference<Map<String, Known>>> versions = new ConcurrentHashMap<>();

    /**
     * {@return what the examples of a rule say, from memory where they were run on the same}
     *
     * @param version jurisdiction and version
     * @param rule the id of the rule
     * @param given all that the outcome depends on
     * @param run runs them
     */
    Outcome outcome(String version, String rule, Object given, Supplier<Outcome> run) {
        Map<String, Known> rules = rules(version);
        Known known = rules.get(rule);
        if (known == null || !known.given().equals(given)) {
            known = new Known(given, run.get());
            rules.put(rule, known);
        }
        return known.outcome();
    }

    private Map<String, Known> rules(String version) {
        SoftReference<Map<String, Known>> kept = versions.get(version);
        Map<String, Known> rules = kept == null ? null : kept.get();
        if (rules == null) {
            rules = new ConcurrentHashMap<>();
            versions.put(version, new SoftReference<>(rules));
        }
        return rules;
    }
}
