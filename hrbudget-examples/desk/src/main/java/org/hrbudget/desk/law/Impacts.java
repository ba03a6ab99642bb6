package org.hrbudget.desk.law;

import java.util.ArrayList;
import java.util.List;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.units.HandIns;
import org.hrbudget.desk.units.HandIns.HandIn;
import org.hrbudget.desk.units.Units;
import org.hrbudget.desk.units.Units.Unit;
import org.hrbudget.desk.units.Uploads;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.io.Programmes;
import org.hrbudget.io.Input;
import org.hrbudget.rules.authoring.ImpactReport;
import org.hrbudget.rules.authoring.PackImpact;
import org.hrbudget.validation.RulePack;
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
     * The newest version of a unit with the rules before and after.
     *
     * @param unit the unit
     * @param version its version
     * @param budget what changes, or why it could not be read
     */
    record OfUnit(Unit unit, int version, ImpactReport.OfBudget budget) {

        /** {@return whether its verdict or one of its findings changes} */
        public boolean isAffected() {
            return budget.read()
                    .filter(impact -> impact.before() != impact.after()
                            || impact.effect().gained() + impact.effect().lost() + impact.effect().reweighed() > 0)
                    .isPresent();
        }
    }

    /** {@return what changes for the newest version of each unit that handed in for a year} */
    List<OfUnit> of(RulePack before, RulePack after, Year year) {
        Input programme = judge.programme();
        PackImpact impact = PackImpact.of(before, after, year.fiscal())
                .asOf(year.asOf())
                .programme(programme == null ? null : Programmes.read(programme))
                .threads(1)
                .build();
        List<OfUnit> all = new ArrayList<>();
        for (Unit unit : units.all()) {
            handIns.newest(unit.code(), year.value()).ifPresent(handIn -> all.add(of(impact, year, unit, handIn)));
        }
        return all;
    }

    private OfUnit of(PackImpact impact, Year year, Unit unit, HandIn handIn) {
        Judge.UnitFile file = uploads.get(handIn.upload()).file();
        return new OfUnit(
                unit,
                handIn.version(),
                impact.on(unit.code(), judge.reading(year, file, null).source()));
    }
}
