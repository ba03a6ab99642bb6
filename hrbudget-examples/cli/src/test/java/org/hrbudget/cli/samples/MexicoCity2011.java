package org.hrbudget.cli.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;

/**
 * The sample mexico-city-2011: a synthetic budget whose indicators are the outcome published for 2011, with planted defects or
 * without. The seed alone decides every figure: {@link Random} is specified to the bit, and no clock or locale is asked.
 *
 * @param programme the human-rights programme
 * @param baseline what 2010 funded
 * @param lines the lines of the budget, in the order of the file
 * @param findings the findings that must come of it
 */
record MexicoCity2011(
        HumanRightsProgramme programme, Baseline baseline, List<SpendingLine> lines, List<PlantedDefect> findings) {

    private static final long SEED = 2011;

    static MexicoCity2011 withDefects() {
        return generate(true);
    }

    static MexicoCity2011 withoutDefects() {
        return generate(false);
    }

    private static MexicoCity2011 generate(boolean defects) {
        Random random = new Random(SEED);
        HumanRightsProgramme programme = SampleProgramme.generate();
        List<BudgetUnit> units = SampleUnits.generate();
        SampleFunding funding = SampleFunding.plan(programme, units, random);
        Baseline drawn = funding.baseline(defects ? SampleDefects.REASONLESS : 0, random);
        List<SpendingLine> lines = SampleLines.generate(programme, units, funding, random);
        List<PlantedDefect> findings = new ArrayList<>();
        if (defects) {
            int balancing = SampleLines.balancingLine(lines);
            findings.addAll(SampleDefects.plant(lines, balancing, programme, funding.dropped(), random));
            SampleLines.balance(lines, balancing, programme);
        }
        SampleCuts cuts = SampleCuts.of(drawn, programme, lines);
        Baseline baseline = defects ? cuts.planted() : cuts.none();
        return new MexicoCity2011(programme, baseline, lines, findings);
    }
}
