package org.hrbudget.validation.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.summary.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a scope say of some facts.
 *
 * @param matches the defects found, in no particular order
 * @param failures the rules that failed, by id, with what went wrong
 * @param open the facts that a rule could not judge although they lack nothing, since a fact that they met lacks promised data
 */
public record RuleEvaluation(List<Match> matches, Map<String, String> failures, List<Open> open) {

    /** Copies the collections. */
    public RuleEvaluation {
        matches = List.copyOf(matches);
        failures = Map.copyOf(failures);
        open = List.copyOf(open);
    }

    /**
     * What rules say that each judge one fact at a time.
     *
     * @param matches the defects found
     * @param failures the rules that failed, by id, with what went wrong
     */
    public RuleEvaluation(List<Match> matches, Map<String, String> failures) {
        this(matches, failures, List.of());
    }

    /**
     * A fact that a rule could not judge.
     *
     * @param ruleId the rule
     * @param subject the fact
     */
    public record Open(String ruleId, Fact subject) {}

    /**
     * A defect found by a rule.
     *
     * @param ruleId the rule
     * @param subject the fact that is at fault
     * @param focus the property of the subject that is at fault, at whose column the finding points; {@code null} where none is
     * @param meant what must have been meant by what is written there, where the pack can tell and the facts cannot
     * @param bindings the values the rule names, by name without the dollar sign
     */
    public record Match(
            String ruleId,
            Fact subject,
            @Nullable String focus,
            @Nullable String meant,
            Map<String, @Nullable Object> bindings) {

        /**
         * A defect found by a rule, of which the pack knows nothing that was meant instead.
         *
         * @param ruleId the rule
         * @param subject the fact that is at fault
         * @param focus the property of the subject that is at fault
         * @param bindings the values the rule names
         */
        public Match(String ruleId, Fact subject, @Nullable String focus, Map<String, @Nullable Object> bindings) {
            this(ruleId, subject, focus, null, bindings);
        }

        /** Copies the map, which may hold nulls. */
        public Match {
            bindings = bindings.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(bindings));
        }
    }
}
