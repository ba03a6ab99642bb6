package org.hrbudget.validation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What packs say of one budget, and what others in their place would say, all of one reading. Equal inputs give equal
 * comparisons, whatever the number of threads. Immutable.
 *
 * @param report what the validator's own packs say: the same as of a validation without others
 * @param alternatives what each of the others would change, in the order given
 */
public record ComparedReports(ValidationReport report, List<Alternative> alternatives) {

    /**
     * A pack in the place of another.
     *
     * @param replaced the manifest of the pack it takes the place of
     * @param report what the packs say with this one among them
     * @param unitsBefore how each unit stands with the pack replaced, by unit code
     * @param unitsAfter how each of the same units stands with the other pack
     * @param difference what becomes different
     */
    public record Alternative(
            PackManifest replaced,
            ValidationReport report,
            Map<String, ValidationReport.UnitStanding> unitsBefore,
            Map<String, ValidationReport.UnitStanding> unitsAfter,
            Difference difference) {

        /** Copies the maps. */
        public Alternative {
            unitsBefore = Collections.unmodifiableMap(new TreeMap<>(unitsBefore));
            unitsAfter = Collections.unmodifiableMap(new TreeMap<>(unitsAfter));
        }

        /** {@return the manifest of the pack that takes the place} */
        public PackManifest pack() {
            return report.packs().stream()
                    .filter(pack -> pack.jurisdiction().equals(replaced.jurisdiction()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Copies the list. */
    public ComparedReports {
        alternatives = List.copyOf(alternatives);
    }

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
    public record Difference(
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
        public Difference {
            byRule = Collections.unmodifiableMap(new TreeMap<>(byRule));
            byUnit = Collections.unmodifiableMap(new TreeMap<>(byUnit));
            byRight = Collections.unmodifiableMap(new TreeMap<>(byRight));
            gained = List.copyOf(gained);
        }
    }

    /**
     * How far a change of the law reaches, in a budget or a part of it. Effects of different parts add up.
     *
     * @param gained the findings that only the other pack raises
     * @param lost the findings that only the first pack raises
     * @param reweighed the findings that both raise, with another severity
     * @param lines the lines that at least one of these findings is about, each counted once
     * @param amount the money of those lines, each counted once: proposed in a draft, else approved; a line that gives no such
     *     amount counts as one without money
     */
    public record Effect(long gained, long lost, long reweighed, long lines, BigDecimal amount) {

        /** Nothing changes. */
        public static final Effect NONE = new Effect(0, 0, 0, 0, BigDecimal.ZERO.setScale(2));

        /**
         * {@return this and another together}
         *
         * @param other the effect on another part, with no line in common
         */
        public Effect plus(Effect other) {
            return new Effect(
                    gained + other.gained,
                    lost + other.lost,
                    reweighed + other.reweighed,
                    lines + other.lines,
                    amount.add(other.amount));
        }

        /** {@return the findings that are not the same with both packs} */
        public long findings() {
            return gained + lost + reweighed;
        }
    }
}
