package org.hrbudget.validation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a validation, and beside it what coming packs would find.
 *
 * @param report what the packs of today say; the same as without a look ahead
 * @param previews what the coming packs would add, in the order in which they were looked at: for each jurisdiction up to the first
 *     that adds something
 */
public record Forecast(ValidationReport report, List<Preview> previews) {

    /** Copies the list. */
    public Forecast {
        previews = List.copyOf(previews);
    }

    /**
     * What a coming pack would find in a budget that the pack of today does not, or weighs otherwise. It counts in no verdict.
     *
     * @param pack the coming pack
     * @param replaced the pack of today
     * @param fromFiscalYear the fiscal year from which it counts, or {@code null} where it will govern the budget's own year
     * @param fromDay the day from which it counts, or {@code null} where none is known or it is in force already, for later years
     * @param counts how many findings each rule would add or weigh otherwise, by its id; exact, and without rules that add none
     * @param findings the first of them for each rule, in the order of its law and of the lines
     */
    public record Preview(
            PackManifest pack,
            PackManifest replaced,
            @Nullable FiscalYear fromFiscalYear,
            @Nullable LocalDate fromDay,
            Map<String, Long> counts,
            List<ComparedReports.Difference.Gained> findings) {

        /** Copies the map and the list. */
        public Preview {
            counts = Collections.unmodifiableMap(new TreeMap<>(counts));
            findings = List.copyOf(findings);
        }

        /** When it counts follows from the selections of the two packs; a pack taken by its version has none. */
        static Preview of(ComparedReports.Alternative alternative) {
            PackManifest pack = alternative.pack();
            Optional<PackSelection> now = alternative.replaced().selected();
            Optional<PackSelection> then = pack.selected();
            Map<String, Long> counts = new TreeMap<>();
            alternative.difference().byRule().forEach((rule, effect) -> {
                if (effect.gained() + effect.reweighed() > 0) {
                    counts.put(rule, effect.gained() + effect.reweighed());
                }
            });
            return new Preview(
                    pack,
                    alternative.replaced(),
                    then.map(PackSelection::fiscalYear)
                            .filter(year -> !year.equals(
                                    now.map(PackSelection::fiscalYear).orElse(null)))
                            .orElse(null),
                    then.map(PackSelection::asOf)
                            .filter(day ->
                                    !day.equals(now.map(PackSelection::asOf).orElse(null)))
                            .orElse(null),
                    counts,
                    alternative.difference().gained());
        }

        /** {@return how many findings the coming pack would add or weigh otherwise} */
        public long count() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
