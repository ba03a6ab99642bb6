package org.hrbudget.rules.internal.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.PackManifest.Selection.Reason;
import org.hrbudget.validation.PackManifest.Selection.Rejected;

/**
 * Chooses the pack that governs a fiscal year by the law of a day.
 *
 * <p>A pack governs the fiscal years it names. It is not yet in force before its first day or, where no source gives that, before
 * the day after it was published: a text cannot bind before people can read it. It has ended after its last day. Of what remains, a
 * version that another amends gives way to it. No version binds before the latest of the days in its chain: it holds what that
 * day's text brought. Where none governs, a version that is held up to the year for want of an instrument of its own is chosen, the
 * nearest of several.
 */
final class Selection {

    private final Shelf shelf;
    private final FiscalYear year;
    private final LocalDate asOf;

    Selection(Shelf shelf, FiscalYear year, LocalDate asOf) {
        this.shelf = shelf;
        this.year = year;
        this.asOf = asOf;
    }

    PackManifest.Selection make() {
        Map<String, Reason> reasons = new TreeMap<>(Versions.ORDER);
        List<PackHeader> remaining = new ArrayList<>();
        for (PackHeader pack : shelf.packs()) {
            Reason reason = reason(pack);
            reasons.put(pack.manifest().version(), reason);
            if (reason == Reason.GOVERNS || reason == Reason.EXTRAPOLATED) {
                remaining.add(pack);
            }
        }
        if (reasons.containsValue(Reason.GOVERNS)) {
            // A guess gives way to an instrument of the year.
            reasons.replaceAll((version, reason) -> reason == Reason.EXTRAPOLATED ? Reason.OTHER_FISCAL_YEARS : reason);
            remaining.removeIf(pack -> !pack.manifest().governs(year));
        }
        for (PackHeader pack : remaining) {
            if (remaining.stream().anyMatch(reform -> shelf.amends(reform, pack))) {
                reasons.put(pack.manifest().version(), Reason.SUPERSEDED);
            }
        }
        // Of several that are held up to a year, the one whose own years are nearest stands in for its instrument.
        remaining.stream()
                .filter(pack -> reasons.get(pack.version()) == Reason.EXTRAPOLATED)
                .sorted(Comparator.comparing((PackHeader pack) ->
                                Objects.requireNonNull(pack.manifest().lastFiscalYear()))
                        .thenComparing(PackHeader::version, Versions.ORDER)
                        .reversed())
                .skip(1)
                .forEach(pack -> reasons.put(pack.version(), Reason.OTHER_FISCAL_YEARS));
        String chosen = reasons.entrySet().stream()
                .filter(entry -> entry.getValue() == Reason.GOVERNS || entry.getValue() == Reason.EXTRAPOLATED)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        List<Rejected> rejected = reasons.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(chosen))
                .map(entry -> new Rejected(entry.getKey(), entry.getValue()))
                .toList();
        Reason overall = chosen == null ? whyNone(rejected) : Objects.requireNonNull(reasons.get(chosen));
        return new PackManifest.Selection(shelf.jurisdiction(), chosen, year, asOf, overall, rejected);
    }

    /** {@return the choice of a version that somebody asks for, whatever the law of the day has} */
    PackManifest.Selection named(PackHeader pack) {
        PackManifest.Selection law = make();
        if (pack.version().equals(law.version())) {
            return law;
        }
        List<Rejected> rejected = new ArrayList<>(law.rejected());
        rejected.removeIf(other -> other.version().equals(pack.version()));
        if (law.version() != null) {
            rejected.add(new Rejected(law.version(), law.reason()));
            rejected.sort(Comparator.comparing(Rejected::version, Versions.ORDER));
        }
        Reason reason = pack.manifest().extrapolatesTo(year) ? Reason.EXTRAPOLATED : Reason.NAMED;
        return new PackManifest.Selection(shelf.jurisdiction(), pack.version(), year, asOf, reason, rejected);
    }

    private Reason reason(PackHeader pack) {
        PackManifest manifest = pack.manifest();
        if (!manifest.governs(year) && !manifest.extrapolatesTo(year)) {
            return Reason.OTHER_FISCAL_YEARS;
        }
        LocalDate binding = shelf.binding(pack);
        if (binding != null && asOf.isBefore(binding)) {
            return Reason.NOT_YET_IN_FORCE;
        }
        LocalDate last = manifest.inForceTo();
        if (last != null && asOf.isAfter(last)) {
            return Reason.ENDED;
        }
        return manifest.governs(year) ? Reason.GOVERNS : Reason.EXTRAPOLATED;
    }

    private Reason whyNone(List<Rejected> rejected) {
        if (rejected.isEmpty()) {
            return Reason.UNKNOWN_JURISDICTION;
        }
        // What comes next is more use to the reader than what went before.
        for (Reason reason : List.of(Reason.NOT_YET_IN_FORCE, Reason.ENDED)) {
            if (rejected.stream().anyMatch(pack -> pack.reason() == reason)) {
                return reason;
            }
        }
        boolean earlier = shelf.manifests().stream()
                .anyMatch(pack -> pack.firstFiscalYear().compareTo(year) < 0);
        boolean later = shelf.manifests().stream()
                .anyMatch(pack -> pack.firstFiscalYear().compareTo(year) > 0);
        return earlier && later ? Reason.GAP : Reason.OTHER_FISCAL_YEARS;
    }
}
