package org.hrbudget.validation.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.PerformanceIndicator;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.PolicyFramework;
import org.hrbudget.model.ResultsMatrixRow;
import org.hrbudget.model.UnitRecord;
import org.hrbudget.summary.Fact;
import org.hrbudget.summary.Summaries;
import org.hrbudget.summary.UnitSummary;
import org.hrbudget.summary.internal.UnitPortions;
import org.hrbudget.validation.internal.facts.FrameworkFact;
import org.hrbudget.validation.internal.facts.GoalFact;
import org.hrbudget.validation.internal.facts.IndicatorFact;
import org.hrbudget.validation.internal.facts.MatrixRowFact;
import org.hrbudget.validation.internal.facts.UnitActivityFact;
import org.hrbudget.validation.internal.facts.UnitFact;
import org.hrbudget.validation.internal.facts.UnitProgrammeFact;
import org.hrbudget.validation.internal.facts.UnitRightFact;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/**
 * The facts of the unit room: the units by code, each with what it gives to each right of the programme, then the rows of each document
 * in its order. Units times rights are some hundred bytes each while the room is judged.
 */
final class UnitRoom {

    private UnitRoom() {}

    static List<Fact> facts(
            Summaries summaries, @Nullable UnitPortions portions, Documents documents, Catalogues catalogues) {
        List<PolicyFramework> frameworks = documents.rows(DataItem.POLICY_FRAMEWORKS, PolicyFramework.class);
        List<PhysicalGoal> goals = documents.rows(DataItem.GOALS, PhysicalGoal.class);
        List<PerformanceIndicator> indicators = documents.rows(DataItem.INDICATORS, PerformanceIndicator.class);
        Map<String, Integer> frameworksByUnit = count(frameworks);
        Map<String, Integer> goalsByUnit = count(goals);
        Map<String, Integer> indicatorsByUnit = count(indicators);
        Map<String, @Nullable String> units = new HashMap<>();
        List<Fact> facts = new ArrayList<>();
        for (UnitSummary unit : summaries.units()) {
            String code = unit.unitCode();
            units.put(code, unit.unitName());
            facts.add(new UnitFact(
                    unit,
                    frameworksByUnit.getOrDefault(code, 0),
                    goalsByUnit.getOrDefault(code, 0),
                    indicatorsByUnit.getOrDefault(code, 0)));
            facts.addAll(UnitRightFact.of(unit, summaries.rights()));
        }
        if (portions != null) {
            portions.portions().forEach((key, own) -> facts.add(portion(key, units.get(key.unit()), own)));
        }
        facts.addAll(summaries.listedActions());
        facts.addAll(FrameworkFact.of(frameworks, units.keySet(), catalogues));
        goals.forEach(row -> facts.add(new GoalFact(row, units.containsKey(row.unitCode()))));
        indicators.forEach(row -> facts.add(new IndicatorFact(row, units.containsKey(row.unitCode()), catalogues)));
        documents
                .rows(DataItem.RESULTS_MATRIX, ResultsMatrixRow.class)
                .forEach(row -> facts.add(new MatrixRowFact(row, units.containsKey(row.unitCode()))));
        return facts;
    }

    private static Fact portion(UnitPortions.Key key, @Nullable String name, UnitPortions.Portion own) {
        return key.by() == UnitPortions.By.ACTIVITY
                ? new UnitActivityFact(key.unit(), name, key.code(), own.lines(), own.amount())
                : new UnitProgrammeFact(key.unit(), name, key.code(), own.lines(), own.amount());
    }

    private static Map<String, Integer> count(Collection<? extends UnitRecord> rows) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.unitCode(), 1, Integer::sum));
        return counts;
    }
}
