package org.hrbudget.rules.oracle;

import static org.hrbudget.rules.oracle.Standing.UNKNOWN;
import static org.hrbudget.rules.oracle.Standing.defectIf;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.PerformanceIndicator;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.PolicyFramework;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.model.UnitRecord;

/** What the manual of Mexico City asks of the documents that units file, by the version of {@code mx-cmx} that brought it. */
final class CityDocumentOracles {

    private static final Set<String> DIMENSIONS = Set.of("eficacia", "eficiencia", "economía", "economia", "calidad");

    private CityDocumentOracles() {}

    static List<RuleOracle> of2009() {
        return List.of(
                goal("goal-without-unit-of-measure", goal -> defectIf(goal.unitOfMeasure() == null)),
                goal("goal-without-quantity", goal -> defectIf(goal.quantity() == null)),
                goal(
                        "goal-not-above-zero",
                        goal -> goal.quantity() == null
                                ? UNKNOWN
                                : defectIf(goal.quantity().signum() <= 0)),
                goal("goal-months-disagree", CityDocumentOracles::monthsDisagree),
                filedNothing("unit-without-goal", DataItem.GOALS, Situation::goals),
                ofNoUnit("goal-of-unknown-unit", DataItem.GOALS, Situation::goals),
                indicator(
                        "indicator-incomplete",
                        indicator -> defectIf(lacksOne(
                                indicator.name(),
                                indicator.unitOfMeasure(),
                                indicator.method(),
                                indicator.dimension(),
                                indicator.frequency(),
                                indicator.target()))),
                indicator(
                        "indicator-dimension-unknown",
                        indicator -> indicator.dimension() == null
                                ? UNKNOWN
                                : defectIf(!DIMENSIONS.contains(
                                        indicator.dimension().toLowerCase(Locale.ROOT)))));
    }

    static List<RuleOracle> of2010() {
        return List.of(
                filedNothing("unit-without-framework", DataItem.POLICY_FRAMEWORKS, Situation::frameworks),
                ofNoUnit("framework-of-unknown-unit", DataItem.POLICY_FRAMEWORKS, Situation::frameworks),
                framework(
                        "framework-without-objective",
                        (situation, framework) -> framework.developmentObjective() == null),
                framework(
                        "framework-narrative-incomplete",
                        (situation, framework) ->
                                lacksOne(framework.problem(), framework.population(), framework.objective())),
                framework(
                        "framework-problem-copied",
                        (situation, framework) -> framework.problem() != null
                                && situation.frameworks().stream()
                                        .filter(other -> !other.unitCode().equals(framework.unitCode()))
                                        .anyMatch(other -> framework.problem().equalsIgnoreCase(other.problem()))));
    }

    private static Standing monthsDisagree(PhysicalGoal goal) {
        if (goal.quantity() == null || goal.months().contains(null)) {
            return UNKNOWN;
        }
        BigDecimal sum = goal.months().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return defectIf(sum.compareTo(goal.quantity()) != 0);
    }

    private static boolean lacksOne(String... texts) {
        return Arrays.stream(texts).anyMatch(Objects::isNull);
    }

    private static RuleOracle goal(String id, Function<PhysicalGoal, Standing> judge) {
        return RuleOracle.ofRecord(
                id, List.of(DataItem.GOALS), Situation::goals, (situation, goal) -> judge.apply(goal));
    }

    private static RuleOracle indicator(String id, Function<PerformanceIndicator, Standing> judge) {
        return RuleOracle.ofRecord(
                id, List.of(DataItem.INDICATORS), Situation::indicators, (situation, row) -> judge.apply(row));
    }

    private interface OfFramework {
        boolean isDefect(Situation situation, PolicyFramework framework);
    }

    private static RuleOracle framework(String id, OfFramework judge) {
        return RuleOracle.ofRecord(
                id,
                List.of(DataItem.POLICY_FRAMEWORKS),
                Situation::frameworks,
                (situation, framework) -> defectIf(judge.isDefect(situation, framework)));
    }

    private static <R extends UnitRecord> RuleOracle ofNoUnit(
            String id, DataItem document, Function<Situation, List<R>> rows) {
        return RuleOracle.ofRecord(
                id,
                List.of(document, DataItem.UNIT_CODE),
                rows,
                (situation, row) -> defectIf(!situation.units().containsKey(row.unitCode())));
    }

    private static RuleOracle filedNothing(
            String id, DataItem document, Function<Situation, ? extends List<? extends UnitRecord>> rows) {
        return RuleOracle.ofUnit(
                id,
                List.of(document),
                (situation, lines) -> defectIf(rows.apply(situation).stream()
                        .noneMatch(row -> row.unitCode().equals(unit(lines)))));
    }

    private static String unit(List<SpendingLine> lines) {
        return lines.get(0).unit().code();
    }
}
