package org.hrbudget.rules.internal.packs;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
        SharedTime time = new SharedTime(
                later(a.manifest().firstFiscalYear(), b.manifest().firstFiscalYear()),
                extreme(a, b, PackManifest::lastFiscalYear, Comparator.naturalOrder()),
                Stream.of(a, b)
                        .map(shelf::binding)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                extreme(a, b, PackManifest::inForceTo, Comparator.naturalOrder()));
        boolean none = (time.last != null && time.last.compareTo(time.first) < 0)
                || (time.from != null && time.until != null && time.until.isBefore(time.from));
        return none ? Optional.empty() : Optional.of(time);
    }

    private static FiscalYear later(FiscalYear one, FiscalYear other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static <T> @Nullable T extreme(
            PackHeader a, PackHeader b, Function<PackManifest, @Nullable T> end, Comparator<T> order) {
        return Stream.of(a, b)
                .map(pack -> end.apply(pack.manifest()))
                .filter(Objects::nonNull)
                .min(order)
                .orElse(null);
    }

    /** {@return the first years that a version governs and none of some others does, as a manifest writes them, if there are some} */
    static Optional<String> apart(PackManifest pack, List<PackManifest> others) {
        FiscalYear year = pack.firstFiscalYear();
        for (PackManifest other : others.stream()
                .sorted(Comparator.comparing(PackManifest::firstFiscalYear))
                .toList()) {
            FiscalYear end = other.lastFiscalYear();
            if (other.governs(year) && end == null) {
                return Optional.empty();
            }
            if (other.governs(year) && end != null) {
                year = FiscalYear.of(end.value() + 1);
            }
        }
        FiscalYear start = year;
        FiscalYear next = others.stream()
                .map(PackManifest::firstFiscalYear)
                .filter(first -> first.compareTo(start) > 0)
                .min(Comparator.naturalOrder())
                .orElse(null);
        FiscalYear last = next == null ? pack.lastFiscalYear() : FiscalYear.of(next.value() - 1);
        return pack.governs(start) ? Optional.of(years(start, last)) : Optional.empty();
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
