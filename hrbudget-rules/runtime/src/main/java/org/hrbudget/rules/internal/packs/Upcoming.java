package org.hrbudget.rules.internal.packs;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.internal.packs.tables.Moment;
import org.hrbudget.validation.PackManifest;

/**
 * Finds the packs that follow on a selection: those that will be chosen for the same fiscal year on a later day, or for a later
 * fiscal year. One that will have been replaced before it could be chosen never comes.
 */
final class Upcoming {

    private final Shelf shelf;
    private final PackManifest.Selection now;
    private final Stream<Moment> changes;

    /** @param changes the years and days on which other rows begin to hold in the pack that was chosen */
    Upcoming(Shelf shelf, PackManifest.Selection now, Stream<Moment> changes) {
        this.shelf = shelf;
        this.now = now;
        this.changes = changes;
    }

    /** {@return the selections that will choose them, by fiscal year, then by day, then by version} */
    List<PackManifest.Selection> selections() {
        return Stream.concat(
                        shelf.packs().stream().filter(this::follows).flatMap(pack -> then(pack).stream()),
                        changes.distinct().flatMap(change -> then(change).stream()))
                .sorted(Comparator.comparing(PackManifest.Selection::fiscalYear)
                        .thenComparing(PackManifest.Selection::asOf)
                        .thenComparing(selection -> Objects.requireNonNull(selection.version()), Versions.ORDER))
                .toList();
    }

    /** {@return the selection of a time at which other rows begin to hold in the pack chosen, if it is later and still chosen then} */
    private Optional<PackManifest.Selection> then(Moment change) {
        FiscalYear year = change.year() == null ? now.fiscalYear() : change.year();
        LocalDate day = change.law() == null ? now.asOf() : change.law();
        if (year.compareTo(now.fiscalYear()) < 0 || day.isBefore(now.asOf())) {
            return Optional.empty();
        }
        PackManifest.Selection then = new Selection(shelf, year, day).make();
        return !then.equals(now) && Objects.equals(then.version(), now.version())
                ? Optional.of(then)
                : Optional.empty();
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
