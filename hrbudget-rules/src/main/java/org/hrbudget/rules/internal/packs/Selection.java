package org.hrbudget.rules.internal.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.PackSelection;
import org.hrbudget.validation.PackSelection.Reason;
import org.hrbudget.validation.PackSelection.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the pack that governs a fiscal year by the law of a day.
 *
 * <p>A pack governs the fiscal years it names. It is not yet in force before its first day or, where no source gives that, before
 * the day it was published: a text cannot bind before it is published. It has ended after its last day. Of what remains, a
 * version that another amends gives way to it.
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

    PackSelection make() {
        Map<String, Reason> reasons = new TreeMap<>(Versions.ORDER);
        List<PackHeader> remaining = new ArrayList<>();
        for (PackHeader pack : shelf.packs()) {
            Reason reason = reason(pack);
            reasons.put(pack.manifest().version(), reason);
            if (reason == Reason.GOVERNS) {
                remaining.add(pack);
            }
        }
        for (PackHeader pack : remaining) {
            if (remaining.stream().anyMatch(reform -> shelf.amends(reform, pack))) {
                reasons.put(pack.manifest().version(), Reason.SUPERSEDED);
            }
        }
        String chosen = reasons.entrySet().stream()
                .filter(entry -> entry.getValue() == Reason.GOVERNS)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        List<Rejected> rejected = reasons.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(chosen))
                .map(entry -> new Rejected(entry.getKey(), entry.getValue()))
                .toList();
        return new PackSelection(shelf.jurisdiction(), chosen, year, asOf, overall(chosen, rejected), rejected);
    }

    private Reason reason(PackHeader pack) {
        PackManifest manifest = pack.manifest();
        if (!manifest.governs(year)) {
            return Reason.OTHER_FISCAL_YEARS;
        }
        LocalDate binding = pack.binding();
        if (binding != null && asOf.isBefore(binding)) {
            return Reason.NOT_YET_IN_FORCE;
        }
        LocalDate last = manifest.inForceTo();
        return last != null && asOf.isAfter(last) ? Reason.ENDED : Reason.GOVERNS;
    }

    private Reason overall(@Nullable String chosen, List<Rejected> rejected) {
        if (chosen != null) {
            return Reason.GOVERNS;
        }
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
