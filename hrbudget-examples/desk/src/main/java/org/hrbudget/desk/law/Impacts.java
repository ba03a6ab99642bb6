package org.hrbudget.desk.law;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.units.HandIns;
import org.hrbudget.desk.units.HandIns.HandIn;
import org.hrbudget.desk.units.Units;
import org.hrbudget.desk.units.Units.Unit;
import org.hrbudget.desk.units.Uploads;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.rules.authoring.ImpactReport;
import org.hrbudget.rules.authoring.PackImpact;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.RunOptions;
import org.springframework.stereotype.Component;

/** What a reform would change for the budgets that were handed in. */
@Component
class Impacts {

    private final Units units;
    private final HandIns handIns;
    private final Uploads uploads;
    private final Judge judge;

    Impacts(Units units, HandIns handIns, Uploads uploads, Judge judge) {
        this.units = units;
        this.handIns = handIns;
        this.uploads = uploads;
        this.judge = judge;
    }

    /**
     * The newest version that a unit handed in.
     *
     * @param unit the unit
     * @param version its version
     * @param upload the number of its file
     */
    record Newest(Unit unit, int version, long upload) {}

    /**
     * The newest version of a unit with the rules before and after.
     *
     * @param unit the unit
     * @param budget what changes, or why it could not be read
     */
    record OfUnit(Unit unit, ImpactReport.OfBudget budget) {

        private boolean isAffected() {
            return budget.read().filter(ImpactReport.OfBudget.Impact::changed).isPresent();
        }
    }

    /**
     * What a reform changes for all.
     *
     * @param units each unit that handed in
     * @param report the same as a whole
     */
    record Impact(List<OfUnit> units, ImpactReport report) {

        /** {@return the units for which something changes; pages ask for them} */
        public List<OfUnit> affected() {
            return units.stream().filter(OfUnit::isAffected).toList();
        }

        /** {@return those whose budgets could not be read; pages ask for them} */
        public List<OfUnit> unread() {
            return units.stream().filter(unit -> unit.budget().read().isEmpty()).toList();
        }
    }

    /** {@return the newest version of each unit that handed in for a year: while it is the same, so is the answer} */
    List<Newest> newest(Year year) {
        return units.all().stream()
                .flatMap(unit -> handIns.newest(unit.code(), year.value()).map(handIn -> newest(unit, handIn)).stream())
                .toList();
    }

    private static Newest newest(Unit unit, HandIn handIn) {
        return new Newest(unit, handIn.version(), handIn.upload());
    }

    /** {@return what changes for versions that were handed in for a year; those that are left when nobody waits any more are left out} */
    Impact of(RulePack before, RulePack after, Year year, List<Newest> versions, BooleanSupplier late) {
        PackImpact impact = PackImpact.of(before, after, year.fiscal())
                .asOf(year.asOf())
                .programme(judge.humanRights().orElse(null))
                .threads(1)
                .options(RunOptions.builder().cancelled(late).build())
                .build();
        List<OfUnit> all = new ArrayList<>();
        for (Newest version : versions) {
            if (!late.getAsBoolean()) {
                Judge.UnitFile file = uploads.get(version.upload()).file();
                var source = judge.reading(year, file, null).source();
                all.add(new OfUnit(version.unit(), impact.on(version.unit().code(), source)));
            }
        }
        return new Impact(
                List.copyOf(all),
                ImpactReport.of(impact, all.stream().map(OfUnit::budget).toList()));
    }
}
