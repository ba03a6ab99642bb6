package org.hrbudget.rules.internal.packs;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.PackManifest;
import org.jspecify.annotations.Nullable;

/**
 * The fiscal years that two versions both govern, by the law of days on which both are in force. An end that is not known is {@code null}.
 *
 * @param first the first fiscal year
 * @param last the last
 * @param from the first day
 * @param until the last
 */
record SharedTime(
        FiscalYear first,
        @Nullable FiscalYear last,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** {@return the time that two versions share, if they share some} */
    static Optional<SharedTime> of(Shelf shelf, PackHeader a, PackHeader b) {
        List<PackHeader> both = List.of(a, b);
        SharedTime time = new SharedTime(
                Collections.max(
                        List.of(a.manifest().firstFiscalYear(), b.manifest().firstFiscalYear())),
                earliest(both, pack -> pack.manifest().lastFiscalYear()),
                both.stream()
                        .map(shelf::binding)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                earliest(both, pack -> pack.manifest().inForceTo()));
        boolean none = (time.last != null && time.last.compareTo(time.first) < 0)
                || (time.from != null && time.until != null && time.until.isBefore(time.from));
        return none ? Optional.empty() : Optional.of(time);
    }

    private static <T extends Comparable<? super T>> @Nullable T earliest(
            List<PackHeader> packs, Function<PackHeader, @Nullable T> end) {
        return packs.stream()
                .map(end)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** {@return the years that a version governs before the first of some others, as a manifest writes them, if there are some} */
    static Optional<String> own(PackManifest pack, List<PackManifest> others) {
        FiscalYear first = pack.firstFiscalYear();
        return others.stream()
                .map(PackManifest::firstFiscalYear)
                .min(Comparator.naturalOrder())
                .filter(other -> first.compareTo(other) < 0)
                .map(other -> years(first, FiscalYear.of(other.value() - 1)));
    }

    String years() {
        return years(first, last);
    }

    private static String years(FiscalYear first, @Nullable FiscalYear last) {
        return first.equals(last) ? first.toString() : first + "-" + (last == null ? "" : last.toString());
    }

    /** {@return both, in words} */
    Bilingual shown() {
        String days = "overlap.days" + (from == null ? "" : ".from") + (until == null ? "" : ".until");
        return PackWords.text(
                first.equals(last) ? "overlap.year" : "overlap.years",
                "years",
                years(),
                "days",
                PackWords.text(days, "from", Objects.toString(from, ""), "until", Objects.toString(until, "")));
    }
}
