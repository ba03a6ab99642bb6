package org.hrbudget.rules.internal.packs;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.PackManifest;

/**
 * Finds the packs that follow on a selection: those that will be chosen for the same fiscal year on a later day, or for a later
 * fiscal year. One that will have been replaced before it could be chosen never comes.
 */
final class Upcoming {

    private final Shelf shelf;
    private final PackManifest.Selection now;

    Upcoming(Shelf shelf, PackManifest.Selection now) {
        this.shelf = shelf;
        this.now = now;
    }

    /** {@return the selections that will choose them, by fiscal year, then by day, then by version} */
    List<PackManifest.Selection> selections() {
        return shelf.packs().stream()
                .filter(this::follows)
                .flatMap(pack -> then(pack).stream())
                .sorted(Comparator.comparing(PackManifest.Selection::fiscalYear)
                        .thenComparing(PackManifest.Selection::asOf)
                        .thenComparing(selection -> Objects.requireNonNull(selection.version()), Versions.ORDER))
                .toList();
    }

    /** {@return whether a pack is a later version than the one chosen, or amends it; any, where none was chosen} */
    private boolean follows(PackHeader pack) {
        String chosen = now.version();
        if (chosen == null) {
            return true;
        }
        String version = pack.manifest().version();
        boolean amends =
                shelf.pack(chosen).filter(base -> shelf.amends(pack, base)).isPresent();
        return amends || Versions.ORDER.compare(version, chosen) > 0;
    }

    /** {@return the selection of the first moment at which a pack can be chosen, if it is later and the pack is chosen then} */
    private Optional<PackManifest.Selection> then(PackHeader pack) {
        PackManifest manifest = pack.manifest();
        FiscalYear year = manifest.governs(now.fiscalYear()) ? now.fiscalYear() : manifest.firstFiscalYear();
        LocalDate binding = shelf.binding(pack);
        LocalDate day = binding != null && binding.isAfter(now.asOf()) ? binding : now.asOf();
        boolean later =
                year.compareTo(now.fiscalYear()) > 0 || (year.equals(now.fiscalYear()) && day.isAfter(now.asOf()));
        PackManifest.Selection then = new Selection(shelf, year, day).make();
        return later && manifest.version().equals(then.version()) ? Optional.of(then) : Optional.empty();
    }
}
