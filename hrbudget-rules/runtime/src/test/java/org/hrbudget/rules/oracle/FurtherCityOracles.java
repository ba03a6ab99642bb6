package org.hrbudget.rules.oracle;

import static org.hrbudget.rules.oracle.Standing.NOT_MEANT;
import static org.hrbudget.rules.oracle.Standing.UNKNOWN;
import static org.hrbudget.rules.oracle.Standing.defectIf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.ResultsMatrixRow;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.model.UnitRecord;
import org.jspecify.annotations.Nullable;

/**
 * The versions of {@code mx-cmx} that encode further what an earlier version of the same law left open: executors, permanent, new and
 * cross-cutting actions, and what units file about their activities and programmes.
 */
final class FurtherCityOracles {

    private FurtherCityOracles() {}

    static Map<String, List<RuleOracle>> byVersion() {
        Map<String, List<RuleOracle>> result = new LinkedHashMap<>();
        result.put("2011.3", programmeOf2009());
        result.put("2013.2", listsAndProgrammes());
        result.put("2014.2", listsAndProgrammes());
        result.put("2015.2", with(listsAndProgrammes(), unitMeasuresNoResult()));
        result.put(
                "2016.2",
                List.of(
                        linkingUnitNotExecutor(),
                        linkingUnitWithoutIndicator(
                                List.of(DataItem.LINKS),
                                (situation, line) -> !line.links().isEmpty()),
                        activityWithoutGoal(),
                        goalOfUnfundedActivity(),
                        unitMeasuresNoResult()));
        return result;
    }

    private static List<RuleOracle> listsAndProgrammes() {
        return with(programmeOf2009(), budgetProgrammeWithoutFramework(), unitLinksNoneOfItsList());
    }

    private static List<RuleOracle> with(List<RuleOracle> oracles, RuleOracle... more) {
        List<RuleOracle> result = new ArrayList<>(oracles);
        result.addAll(List.of(more));
        return result;
    }

    private static List<RuleOracle> programmeOf2009() {
        return List.of(
                linkingUnitNotExecutor(),
                permanentActionDropped(),
                unitLinksNoCrossCuttingAction(),
                unitDropsFundedActions(),
                actionNewlyFunded(),
                linkingUnitWithoutIndicator(List.of(DataItem.LINKS, DataItem.PROGRAMME), Situation::isLinked),
                activityWithoutGoal(),
                goalOfUnfundedActivity());
    }

    /** Blanks and case of a code do not count; an action of every body is everybody's. */
    private static RuleOracle linkingUnitNotExecutor() {
        return RuleOracle.ofLink(
                "linking-unit-not-executor",
                List.of(DataItem.LINKS, DataItem.PROGRAMME, DataItem.UNIT_CODE),
                (situation, line, link) -> {
                    HrpAction action = situation.action(link);
                    if (action == null
                            || line.unit() == null
                            || action.executors().isEmpty()) {
                        return NOT_MEANT;
                    }
                    String unit = plain(line.unit().code());
                    return defectIf(!action.crossCutting()
                            && action.executors().stream()
                                    .noneMatch(executor -> plain(executor).equals(unit)));
                });
    }

    private static String plain(String code) {
        return code.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** Without a reason it is another rule's, whatever the class. */
    private static RuleOracle permanentActionDropped() {
        return RuleOracle.ofAction("permanent-action-dropped", baselineOfActions(), (situation, action) -> {
            Baseline.FundedAction before = before(situation, action);
            if (action.term() == null || before == null || before.dropReason() == null) {
                return NOT_MEANT;
            }
            boolean permanent = action.term() == HrpAction.Term.PERMANENT;
            return defectIf(permanent && before.amount().signum() > 0 && !situation.isFunded(action));
        });
    }

    private static RuleOracle actionNewlyFunded() {
        return RuleOracle.ofAction("action-newly-funded", baselineOfActions(), (situation, action) -> {
            Baseline.FundedAction before = before(situation, action);
            boolean fundedBefore = before != null && before.amount().signum() > 0;
            return defectIf(situation.isFunded(action) && !fundedBefore);
        });
    }

    private static List<DataItem> baselineOfActions() {
        return List.of(DataItem.LINKS, DataItem.PROGRAMME, DataItem.AMOUNT, DataItem.BASELINE);
    }

    private static Baseline.@Nullable FundedAction before(Situation situation, HrpAction action) {
        return situation.baseline().actions().get(action.code());
    }

    private static RuleOracle unitLinksNoCrossCuttingAction() {
        return RuleOracle.ofUnit(
                "unit-links-no-cross-cutting-action",
                List.of(DataItem.LINKS, DataItem.PROGRAMME),
                (situation, lines) -> {
                    if (situation.programme().actions().stream().noneMatch(HrpAction::crossCutting)) {
                        return NOT_MEANT;
                    }
                    List<HrpAction> linked = lines.stream()
                            .flatMap(line -> line.links().stream())
                            .map(situation::action)
                            .filter(Objects::nonNull)
                            .toList();
                    return defectIf(!linked.isEmpty() && linked.stream().noneMatch(HrpAction::crossCutting));
                });
    }

    /** An action that the programme does not have is not looked at. */
    private static RuleOracle unitDropsFundedActions() {
        return RuleOracle.ofUnit("unit-drops-funded-actions", baselineOfActions(), (situation, lines) -> {
            Baseline baseline = situation.baseline();
            if (!baseline.isByUnit()) {
                return UNKNOWN;
            }
            Map<String, Baseline.FundedAction> own = baseline.actions(unit(lines));
            return defectIf(situation.programme().actions().stream().anyMatch(action -> {
                Baseline.FundedAction before = own.get(action.code());
                return before != null
                        && before.amount().signum() > 0
                        && before.dropReason() == null
                        && situation.money(lines, action).signum() <= 0;
            }));
        });
    }

    /** No column tells an indicator of human rights from another. */
    private static RuleOracle linkingUnitWithoutIndicator(
            List<DataItem> needs, BiPredicate<Situation, SpendingLine> links) {
        List<DataItem> all = new ArrayList<>(needs);
        all.add(DataItem.INDICATORS);
        return RuleOracle.ofUnit(
                "linking-unit-without-indicator",
                all,
                (situation, lines) -> defectIf(lines.stream().anyMatch(line -> links.test(situation, line))
                        && ofUnit(situation.indicators(), unit(lines)).isEmpty()));
    }

    /** Of a unit that files frameworks; whoever filed that of the programme. */
    private static RuleOracle budgetProgrammeWithoutFramework() {
        return ofPortions(
                "budget-programme-without-framework",
                List.of(DataItem.UNIT_CODE, DataItem.PROGRAMME_CODE, DataItem.AMOUNT, DataItem.POLICY_FRAMEWORKS),
                SpendingLine::programmeCode,
                (situation, unit, programme, amount) ->
                        defectIf(!ofUnit(situation.frameworks(), unit).isEmpty()
                                && situation.frameworks().stream()
                                        .noneMatch(framework -> programme.equals(framework.programmeCode()))));
    }

    /** Of what the programme does not have nobody can say that it is not linked. */
    private static RuleOracle unitLinksNoneOfItsList() {
        return RuleOracle.ofUnit(
                "unit-links-none-of-its-list",
                List.of(DataItem.LINKS, DataItem.PROGRAMME, DataItem.UNIT_ACTION_LIST, DataItem.UNIT_CODE),
                (situation, lines) -> {
                    List<String> linked = lines.stream()
                            .flatMap(line -> line.links().stream())
                            .map(situation::action)
                            .filter(Objects::nonNull)
                            .map(HrpAction::code)
                            .toList();
                    List<String> listed = ofUnit(situation.listed(), unit(lines)).stream()
                            .map(ListedAction::actionCode)
                            .filter(code -> situation.programme().action(code).isPresent())
                            .toList();
                    return defectIf(!linked.isEmpty()
                            && !listed.isEmpty()
                            && listed.stream().noneMatch(linked::contains));
                });
    }

    private static RuleOracle unitMeasuresNoResult() {
        return RuleOracle.ofUnit(
                "unit-measures-no-result", List.of(DataItem.RESULTS_MATRIX, DataItem.UNIT_CODE), (situation, lines) -> {
                    List<ResultsMatrixRow> rows = ofUnit(situation.matrix(), unit(lines));
                    return defectIf(!rows.isEmpty()
                            && rows.stream()
                                    .allMatch(row -> row.level() != null
                                            && row.level()
                                                    .toLowerCase(Locale.ROOT)
                                                    .matches("componentes?|actividad(es)?")));
                });
    }

    private static RuleOracle activityWithoutGoal() {
        return ofPortions(
                "activity-without-goal",
                List.of(DataItem.UNIT_CODE, DataItem.RESULT_STRUCTURE, DataItem.AMOUNT, DataItem.GOALS),
                line -> line.resultStructure().activity(),
                (situation, unit, activity, amount) -> {
                    List<String> named = ofUnit(situation.goals(), unit).stream()
                            .map(PhysicalGoal::activity)
                            .filter(Objects::nonNull)
                            .toList();
                    return amount == null
                            ? UNKNOWN
                            : defectIf(amount.signum() > 0 && !named.isEmpty() && !named.contains(activity));
                });
    }

    private static RuleOracle goalOfUnfundedActivity() {
        return RuleOracle.ofRecord(
                "goal-of-unfunded-activity",
                List.of(DataItem.UNIT_CODE, DataItem.RESULT_STRUCTURE, DataItem.AMOUNT, DataItem.GOALS),
                Situation::goals,
                (situation, goal) -> {
                    if (goal.activity() == null) {
                        return NOT_MEANT;
                    }
                    Map<String, @Nullable BigDecimal> activities = portions(
                            situation,
                            situation.units().getOrDefault(goal.unitCode(), List.of()),
                            line -> line.resultStructure().activity());
                    BigDecimal own = activities.getOrDefault(goal.activity(), BigDecimal.ZERO);
                    return own == null ? UNKNOWN : defectIf(!activities.isEmpty() && own.signum() <= 0);
                });
    }

    private interface OfPortion {
        Standing judge(Situation situation, String unit, String code, @Nullable BigDecimal amount);
    }

    /** About the lines of each unit that have one code in common, such as their activity. */
    private static RuleOracle ofPortions(
            String id, List<DataItem> needs, Function<SpendingLine, @Nullable String> code, OfPortion judge) {
        return new RuleOracle(id, EnumSet.copyOf(needs), situation -> {
            List<Judgement> result = new ArrayList<>();
            situation
                    .units()
                    .forEach((unit, lines) -> portions(situation, lines, code)
                            .forEach((of, amount) -> result.add(
                                    new Judgement(judge.judge(situation, unit, of, amount), null, unit, null))));
            return result;
        });
    }

    private static Map<String, @Nullable BigDecimal> portions(
            Situation situation, List<SpendingLine> lines, Function<SpendingLine, @Nullable String> code) {
        Map<String, @Nullable BigDecimal> portions = new TreeMap<>();
        for (SpendingLine line : lines) {
            BigDecimal money = situation.money(line);
            String of = code.apply(line);
            if (of != null) {
                BigDecimal before = portions.getOrDefault(of, BigDecimal.ZERO);
                portions.put(of, money == null || before == null ? null : before.add(money));
            }
        }
        return portions;
    }

    private static <R extends UnitRecord> List<R> ofUnit(List<R> rows, String unit) {
        return rows.stream().filter(row -> row.unitCode().equals(unit)).toList();
    }

    private static String unit(List<SpendingLine> lines) {
        return lines.get(0).unit().code();
    }
}
