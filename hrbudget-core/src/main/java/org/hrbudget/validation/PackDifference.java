package org.hrbudget.validation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What becomes different for a budget where one pack takes the place of another. Every number is exact, however many findings
 * are kept. Maps are in alphabetical order and hold what has a difference only. Immutable.
 *
 * @param whole what changes in the budget
 * @param byRule what changes for each rule, by its id: a line counts once for each rule that changes for it
 * @param byUnit what changes for each unit, by its code: its lines, and what is found of it as a whole; lines of no unit stand
 *     under the empty text
 * @param byRight what changes for each right or population group, by its code: the lines that link an action of it, each whole,
 *     so that a line of several rights counts for each of them, and what is found of the right itself or of an action of it;
 *     empty without a programme
 * @param gained what the other pack finds that the first does not, or weighs differently: the first findings of each rule, in the
 *     order of its law and of the lines
 */
public record PackDifference(
        Effect whole,
        Map<String, Effect> byRule,
        Map<String, Effect> byUnit,
        Map<String, Effect> byRight,
        List<Gained> gained) {

    /**
     * A finding of the other pack.
     *
     * @param finding the finding
     * @param before what the first pack weighs the same finding, or {@code null} where it does not raise it
     */
    public record Gained(Finding finding, @Nullable Severity before) {}

    /** Copies the maps and the list. */
    public PackDifference {
        byRule = Collections.unmodifiableMap(new TreeMap<>(byRule));
        byUnit = Collections.unmodifiableMap(new TreeMap<>(byUnit));
        byRight = Collections.unmodifiableMap(new TreeMap<>(byRight));
        gained = List.copyOf(gained);
    }
}
