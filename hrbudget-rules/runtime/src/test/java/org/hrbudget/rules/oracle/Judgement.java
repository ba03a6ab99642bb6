package org.hrbudget.rules.oracle;

import java.util.Comparator;
import java.util.Map;
import org.hrbudget.model.Position;
import org.hrbudget.validation.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What an oracle says of one subject, and where a finding about it would point.
 *
 * @param standing what it says
 * @param position the line, where there is one
 * @param unit the unit, where there is one
 * @param code the right or action, where the subject is one of these
 */
record Judgement(
        Standing standing,
        @Nullable Position position,
        @Nullable String unit,
        @Nullable String code) {

    /** Where a finding points, as oracle and validator must agree on it. */
    record Place(
            String rule,
            @Nullable Position position,
            @Nullable String unit,
            String code) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::toString);

        /** {@return the place of a finding; the code only of those that are about a right or an action} */
        static Place of(Finding finding) {
            Map<String, Finding.Detail> details = finding.details();
            boolean ofWhole = finding.position() == null && finding.unitCode() == null;
            String code = ofWhole
                    ? details.getOrDefault("code", new Finding.Detail(Finding.Detail.Type.TEXT, ""))
                            .text()
                    : "";
            return new Place(finding.ruleId(), finding.position(), finding.unitCode(), code);
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    Place place(String rule) {
        return new Place(rule, position, unit, code == null ? "" : code);
    }
}
