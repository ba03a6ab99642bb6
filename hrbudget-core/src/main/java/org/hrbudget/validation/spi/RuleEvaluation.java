package org.hrbudget.validation.spi;

import java.util.List;
import java.util.Map;

/**
 * What the rules of a scope say of some facts.
 *
 * @param matches the defects found, in no particular order
 * @param failures the rules that failed, by id, with what went wrong
 */
public record RuleEvaluation(List<RuleMatch> matches, Map<String, String> failures) {

    /** Copies the collections. */
    public RuleEvaluation {
        matches = List.copyOf(matches);
        failures = Map.copyOf(failures);
    }
}
