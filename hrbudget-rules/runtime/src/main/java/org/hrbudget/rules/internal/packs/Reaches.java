package org.hrbudget.rules.internal.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary.Reach;
import org.hrbudget.validation.PackManifest;
import org.jspecify.annotations.Nullable;

/**
 * Which budgets fall to which pack from the first fiscal year of a pack to the year after its last. Selection says so for one year and
 * one day; here it is asked once for all years, and for all days, between which nothing changes.
 */
final class Reaches {

    private final Shelf shelf;
    private final PackHeader pack;

    Reaches(Shelf shelf, PackHeader pack) {
        this.shelf = shelf;
        this.pack = pack;
    }

    /** {@return them, by fiscal year and then by day; years of which the same is to be said are told as one} */
    List<Reach> all() {
        NavigableSet<Integer> years = years();
        FiscalYear last = pack.manifest().lastFiscalYear();
        List<Reach> all = new ArrayList<>();
        List<Reach> before = List.of();
        for (Integer year : last == null ? years : years.headSet(last.value() + 1, true)) {
            Integer next = years.higher(year);
            FiscalYear until = next == null ? null : FiscalYear.of(next - 1);
            List<Reach> here = days(FiscalYear.of(year), until);
            List<Reach> longer = before.isEmpty() ? here : in(before.get(0).firstFiscalYear(), until, here);
            if (longer.equals(in(longer.get(0).firstFiscalYear(), until, before))) {
                all.subList(all.size() - before.size(), all.size()).clear();
                here = longer;
            }
            all.addAll(here);
            before = here;
        }
        return all;
    }

    /** {@return the years in which something may change, from the first of the pack on} */
    private NavigableSet<Integer> years() {
        NavigableSet<Integer> years = new TreeSet<>();
        for (PackManifest manifest : shelf.manifests()) {
            years.add(manifest.firstFiscalYear().value());
            Stream.of(manifest.lastFiscalYear(), manifest.lastExtrapolatedYear())
                    .filter(Objects::nonNull)
                    .forEach(last -> years.add(last.value() + 1));
        }
        return years.tailSet(pack.manifest().firstFiscalYear().value(), true);
    }

    private List<Reach> days(FiscalYear first, @Nullable FiscalYear last) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (PackHeader other : shelf.packs()) {
            if (other.manifest().governs(first) || other.manifest().extrapolatesTo(first)) {
                LocalDate end = other.manifest().inForceTo();
                Stream.of(shelf.binding(other), end == null ? null : end.plusDays(1))
                        .filter(Objects::nonNull)
                        .forEach(days::add);
            }
        }
        List<Reach> reaches = new ArrayList<>();
        reaches.add(reach(
                first,
                last,
                null,
                days.isEmpty()
                        ? LocalDate.of(first.value(), 1, 1)
                        : days.first().minusDays(1)));
        for (LocalDate day : days) {
            Reach reach = reach(first, last, day, day);
            Reach before = reaches.remove(reaches.size() - 1);
            boolean same = Objects.equals(before.version(), reach.version()) && before.reason() == reach.reason();
            reaches.add(same ? before : until(before, day.minusDays(1)));
            if (!same) {
                reaches.add(reach);
            }
        }
        return reaches;
    }

    private Reach reach(FiscalYear first, @Nullable FiscalYear last, @Nullable LocalDate from, LocalDate day) {
        PackManifest.Selection selection = new Selection(shelf, first, day).make();
        String version = selection.version();
        boolean revived = isPast(first, day)
                && version != null
                && shelf.pack(version)
                        .filter(other -> shelf.amends(pack, other))
                        .isPresent();
        return new Reach(first, last, from, null, version, selection.reason(), revived);
    }

    /** {@return whether the pack no longer governs a year, or is no longer in force on a day} */
    private boolean isPast(FiscalYear year, LocalDate day) {
        FiscalYear last = pack.manifest().lastFiscalYear();
        LocalDate end = pack.manifest().inForceTo();
        return (last != null && year.compareTo(last) > 0) || (end != null && day.isAfter(end));
    }

    private static List<Reach> in(FiscalYear first, @Nullable FiscalYear last, List<Reach> reaches) {
        return reaches.stream()
                .map(each -> new Reach(
                        first, last, each.from(), each.until(), each.version(), each.reason(), each.revived()))
                .toList();
    }

    private static Reach until(Reach reach, LocalDate until) {
        return new Reach(
                reach.firstFiscalYear(),
                reach.lastFiscalYear(),
                reach.from(),
                until,
                reach.version(),
                reach.reason(),
                reach.revived());
    }
}
