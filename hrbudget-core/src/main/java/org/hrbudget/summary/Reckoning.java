package org.hrbudget.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.ListedAction;
import org.jspecify.annotations.Nullable;

/** Draws summaries from a tally, beside what was funded last year. */
final class Reckoning {

    /** What some actions receive: how many receive money, how much together, and the most of one. */
    private record Money(int funded, BigDecimal sum, BigDecimal largest) {

        static Money of(Collection<BigDecimal> amounts) {
            int funded = 0;
            BigDecimal sum = StageSums.ZERO;
            BigDecimal largest = StageSums.ZERO;
            for (BigDecimal amount : amounts) {
                funded += amount.signum() > 0 ? 1 : 0;
                sum = sum.add(amount);
                largest = largest.max(amount);
            }
            return new Money(funded, sum, largest);
        }
    }

    private final Summaries.Tally tally;
    private final Map<String, UnitTally> units;
    private final StageSums stages;
    private final Map<String, LinkedLines> rights;
    private final @Nullable HumanRightsProgramme programme;
    private final @Nullable Baseline baseline;
    private final Summaries.Years years;

    Reckoning(
            Summaries.Tally tally,
            @Nullable HumanRightsProgramme programme,
            @Nullable FiscalYear fiscalYear,
            @Nullable Baseline baseline) {
        this.tally = tally;
        this.units = new TreeMap<>(tally.units());
        this.stages = new StageSums();
        stages.merge(tally.stagesOfNoUnit());
        this.rights = new HashMap<>(tally.rightsOfNoUnit());
        for (UnitTally unit : units.values()) {
            stages.merge(unit.stages());
            unit.byRight().forEach((right, lines) -> rights.merge(right, lines, LinkedLines::plus));
        }
        this.programme = programme;
        this.baseline = baseline;
        this.years = new Summaries.Years(
                fiscalYear == null ? null : fiscalYear.value(),
                baseline == null ? null : baseline.fiscalYear().value());
    }

    StageSums stages() {
        return stages;
    }

    BudgetSummary budget() {
        LineSums whole = tally.whole();
        Money money = Money.of(amounts(tally.actions().values()));
        return new BudgetSummary(
                whole.lines,
                whole.linkedLines,
                units.size(),
                units.values().stream()
                        .filter(unit -> unit.sums().linkedLines > 0)
                        .count(),
                stages.totals(),
                stages.incomplete(),
                whole.amount,
                whole.linkedAmount,
                whole.attributedAmount,
                whole.overlappingLines,
                money.sum.subtract(whole.attributedAmount),
                new BudgetSummary.Unlinked(
                        whole.reasonedAmount,
                        whole.amount
                                .subtract(whole.linkedAmount)
                                .subtract(whole.reasonedAmount)
                                .subtract(whole.unknownAmount),
                        whole.unknownAmount),
                tally.actions().size(),
                money.funded,
                baseline == null ? Baseline.Sums.UNKNOWN : baseline.sums(),
                baseline == null ? null : before(baseline.actions().values()).funded,
                years);
    }

    List<UnitSummary> units() {
        List<UnitSummary> result = new ArrayList<>(units.size());
        units.values().forEach(unit -> result.add(unit(unit)));
        return List.copyOf(result);
    }

    private UnitSummary unit(UnitTally unit) {
        LineSums sums = unit.sums();
        String code = unit.unit().code();
        Map<String, Baseline.FundedAction> before =
                baseline == null || !baseline.isByUnit() ? null : baseline.actions(code);
        return new UnitSummary(
                unit.unit(),
                sums.lines,
                sums.linkedLines,
                sums.links,
                sums.amount,
                sums.linkedAmount,
                sums.attributedAmount,
                unit.stages().totals(),
                unit.stages().incomplete(),
                unit.byAction().size(),
                Money.of(unit.byAction().values()).funded,
                baseline == null ? null : newActions(unit, baseline),
                baseline == null ? Baseline.Sums.UNKNOWN : baseline.sums(code),
                before == null ? null : before(before.values()).funded,
                before == null ? null : dropped(unit, before),
                sums.reasonsOfOneWord,
                programme == null ? List.of() : rights(unit, before, programme),
                crossCutting(unit),
                years);
    }

    private @Nullable Integer crossCutting(UnitTally unit) {
        if (programme == null || programme.actions().stream().noneMatch(HrpAction::crossCutting)) {
            return null;
        }
        return (int) unit.byAction().keySet().stream()
                .flatMap(code -> programme.action(code).stream())
                .filter(HrpAction::crossCutting)
                .count();
    }

    private static Money before(Collection<Baseline.FundedAction> actions) {
        return Money.of(actions.stream().map(Baseline.FundedAction::amount).toList());
    }

    private int dropped(UnitTally unit, Map<String, Baseline.FundedAction> before) {
        int count = 0;
        for (Baseline.FundedAction action : before.values()) {
            boolean known =
                    programme != null && programme.action(action.actionCode()).isPresent();
            BigDecimal now = unit.byAction().getOrDefault(action.actionCode(), StageSums.ZERO);
            boolean dropped = known && action.amount().signum() > 0 && now.signum() <= 0;
            count += dropped && action.dropReason() == null ? 1 : 0;
        }
        return count;
    }

    private static int newActions(UnitTally unit, Baseline baseline) {
        int count = 0;
        for (Map.Entry<String, BigDecimal> action : unit.byAction().entrySet()) {
            boolean isNew = action.getValue().signum() > 0
                    && lastYear(action.getKey(), baseline).signum() <= 0;
            count += isNew ? 1 : 0;
        }
        return count;
    }

    private static List<UnitSummary.OfRight> rights(
            UnitTally unit, @Nullable Map<String, Baseline.FundedAction> before, HumanRightsProgramme programme) {
        Map<String, List<BigDecimal>> now = new HashMap<>();
        unit.byAction().forEach((code, amount) -> add(now, programme, code, amount));
        Map<String, List<BigDecimal>> then = new HashMap<>();
        if (before != null) {
            before.forEach((code, action) -> add(then, programme, code, action.amount()));
        }
        List<UnitSummary.OfRight> result = new ArrayList<>();
        for (HumanRight right : programme.chapters()) {
            String code = right.code();
            if (now.containsKey(code) || then.containsKey(code)) {
                List<BigDecimal> own = now.getOrDefault(code, List.of());
                LinkedLines lines = unit.byRight().getOrDefault(code, LinkedLines.NONE);
                Money money = Money.of(own);
                Money lastYear = Money.of(then.getOrDefault(code, List.of()));
                result.add(new UnitSummary.OfRight(
                        right,
                        lines.lines(),
                        own.size(),
                        money.funded,
                        lines.amount(),
                        money.sum,
                        money.largest,
                        before == null ? null : lastYear.sum,
                        before == null ? null : lastYear.funded));
            }
        }
        return List.copyOf(result);
    }

    private static void add(
            Map<String, List<BigDecimal>> byRight, HumanRightsProgramme programme, String action, BigDecimal amount) {
        programme
                .action(action)
                .ifPresent(known -> byRight.computeIfAbsent(known.rightCode(), right -> new ArrayList<>())
                        .add(amount));
    }

    List<ActionSummary> actions(HumanRightsProgramme programme) {
        Map<String, List<String>> funders = new HashMap<>();
        units.forEach((unit, own) -> own.byAction().forEach((action, amount) -> {
            if (amount.signum() > 0) {
                funders.computeIfAbsent(action, code -> new ArrayList<>()).add(unit);
            }
        }));
        Map<String, Integer> fundersBefore = new HashMap<>();
        if (baseline != null) {
            for (String unit : baseline.units()) {
                baseline.actions(unit)
                        .forEach((action, row) ->
                                fundersBefore.merge(action, row.amount().signum() > 0 ? 1 : 0, Integer::sum));
            }
        }
        List<ActionSummary> result = new ArrayList<>(programme.actions().size());
        for (HrpAction action : programme.actions()) {
            LinkedLines lines = tally.actions().getOrDefault(action.code(), LinkedLines.NONE);
            Baseline.FundedAction before =
                    baseline == null ? null : baseline.actions().get(action.code());
            BigDecimal amountBefore = baseline == null ? null : lastYear(action.code(), baseline);
            result.add(new ActionSummary(
                    action,
                    lines.lines(),
                    lines.amount(),
                    funders.getOrDefault(action.code(), List.of()),
                    amountBefore == null ? null : amountBefore.signum() > 0,
                    amountBefore,
                    before == null ? null : before.dropReason(),
                    baseline == null || !baseline.isByUnit() ? null : fundersBefore.getOrDefault(action.code(), 0),
                    years));
        }
        return List.copyOf(result);
    }

    private static BigDecimal lastYear(String action, Baseline baseline) {
        Baseline.FundedAction before = baseline.actions().get(action);
        return before == null ? StageSums.ZERO : before.amount();
    }

    List<RightSummary> rights(HumanRightsProgramme programme, List<ActionSummary> actions) {
        Map<String, List<ActionSummary>> byRight = new HashMap<>();
        for (ActionSummary action : actions) {
            byRight.computeIfAbsent(action.action().rightCode(), code -> new ArrayList<>())
                    .add(action);
        }
        List<RightSummary> result = new ArrayList<>();
        for (HumanRight right : programme.chapters()) {
            result.add(right(right, byRight.getOrDefault(right.code(), List.of())));
        }
        return List.copyOf(result);
    }

    private RightSummary right(HumanRight right, List<ActionSummary> own) {
        Money money = Money.of(own.stream().map(ActionSummary::amount).toList());
        LinkedLines lines = rights.getOrDefault(right.code(), LinkedLines.NONE);
        Set<String> funders = new TreeSet<>();
        own.forEach(action -> funders.addAll(action.units()));
        Money before = Money.of(own.stream()
                .flatMap(action -> Optional.ofNullable(action.amountLastYear()).stream())
                .toList());
        return new RightSummary(
                right,
                own.size(),
                (int) own.stream().filter(action -> action.lines() > 0).count(),
                money.funded,
                money.sum,
                lines.lines(),
                lines.amount(),
                money.largest,
                funders.size(),
                baseline == null ? null : before.sum,
                baseline == null ? null : before.funded,
                tally.whole().amount,
                baseline == null ? null : baseline.sums().amount(),
                years);
    }

    List<ListedActionSummary> listed(List<ListedAction> listed) {
        List<ListedActionSummary> result = new ArrayList<>(listed.size());
        for (ListedAction action : listed) {
            UnitTally unit = units.get(action.unitCode());
            HrpAction known = programme == null
                    ? null
                    : programme.action(action.actionCode()).orElse(null);
            BigDecimal amount =
                    known == null || unit == null ? null : unit.byAction().get(known.code());
            result.add(new ListedActionSummary(
                    action,
                    unit != null,
                    programme == null ? null : known != null,
                    known == null ? null : amount != null,
                    known == null ? null : amount == null ? StageSums.ZERO : amount));
        }
        return List.copyOf(result);
    }

    private static List<BigDecimal> amounts(Collection<LinkedLines> all) {
        return all.stream().map(LinkedLines::amount).toList();
    }

    /**
     * {@return what the next year's budget is compared with}
     *
     * <p>Actions that lines of no unit link have rows of no unit: they are in what the whole budget gave, and of no unit.
     */
    Baseline baseline(FiscalYear year) {
        List<Baseline.FundedAction> rows = new ArrayList<>();
        Map<String, BigDecimal> rest = new TreeMap<>();
        tally.actions().forEach((code, lines) -> rest.put(code, lines.amount()));
        units.forEach((unit, own) -> new TreeMap<>(own.byAction()).forEach((action, amount) -> {
            rows.add(new Baseline.FundedAction(unit, action, amount, null));
            rest.merge(action, amount, BigDecimal::subtract);
        }));
        rest.forEach((action, amount) -> {
            if (amount.signum() != 0) {
                rows.add(new Baseline.FundedAction(action, amount, null));
            }
        });
        Map<String, Baseline.Sums> ofUnits = new TreeMap<>();
        for (UnitSummary unit : units()) {
            ofUnits.put(
                    unit.unitCode(),
                    sums(
                            unit.amount(),
                            unit.linkedAmount(),
                            unit.attributedAmount(),
                            unit.total(AmountKind.EXERCISED)));
        }
        BudgetSummary budget = budget();
        return Baseline.ofBudget(
                year,
                rows,
                sums(
                        budget.amount(),
                        budget.linkedAmount(),
                        budget.attributedAmount(),
                        budget.total(AmountKind.EXERCISED)),
                ofUnits);
    }

    /** Without a programme no line counts as linked, which says nothing of what was. */
    private Baseline.Sums sums(
            BigDecimal amount, BigDecimal linked, BigDecimal attributed, @Nullable BigDecimal exercised) {
        boolean known = programme != null;
        return new Baseline.Sums(amount, known ? linked : null, known ? attributed : null, exercised);
    }
}
