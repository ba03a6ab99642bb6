package org.hrbudget.rules.testing;

import java.util.Locale;
import java.util.Optional;
import org.hrbudget.model.Position;
import org.hrbudget.validation.Detail;
import org.hrbudget.validation.Finding;

/**
 * A defect that was put into a budget on purpose.
 *
 * @param ruleId the rule that should find it
 * @param place where it should
 * @param example the example it was made of, such as {@code linked-amounts-above-line: at the line}; it is one of another rule
 *     where a line cannot have the one defect without the other
 */
public record PlantedDefect(String ruleId, Place place, String example) {

    /**
     * Where a defect is.
     *
     * @param kind what it is a defect of
     * @param name the row, the unit's code, or the code of the right or action; empty for the whole budget
     */
    public record Place(Kind kind, String name) {

        /** What a defect may be a defect of. */
        public enum Kind {
            /** A line, named by its row. */
            ROW,
            /** A unit, named by its code. */
            UNIT,
            /** A right or an action, named by its code. */
            CODE,
            /** The budget as a whole. */
            BUDGET
        }

        /**
         * {@return where a finding is}
         *
         * @param finding the finding
         */
        public static Place of(Finding finding) {
            Position position = finding.position();
            String unit = finding.unitCode();
            if (position != null) {
                return row(position.row());
            }
            if (unit != null) {
                return new Place(Kind.UNIT, unit);
            }
            return Optional.ofNullable(finding.details().get("code"))
                    .map(Detail::text)
                    .map(code -> new Place(Kind.CODE, code))
                    .orElse(new Place(Kind.BUDGET, ""));
        }

        static Place row(long row) {
            return new Place(Kind.ROW, Long.toString(row));
        }

        /** {@return such as {@code row 17} or {@code unit 11CD01}} */
        @Override
        public String toString() {
            String word = kind.name().toLowerCase(Locale.ROOT);
            return name.isEmpty() ? word : word + " " + name;
        }
    }

    /** {@return rule, place and example} */
    @Override
    public String toString() {
        return ruleId + " at " + place + " (" + example + ")";
    }
}
