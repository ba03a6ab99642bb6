package org.hrbudget.summary;

import static org.hrbudget.model.AmountKind.ACCRUED;
import static org.hrbudget.model.AmountKind.APPROVED;
import static org.hrbudget.model.AmountKind.CALENDARISED;
import static org.hrbudget.model.AmountKind.EXERCISED;
import static org.hrbudget.model.AmountKind.MODIFIED;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.HrpAction;
import org.jspecify.annotations.Nullable;

/**
 * Works out the indicators of a budget: see {@link Indicator.Definition} for each. One that rests on data which was not given is
 * there all the same, without a value, so that nobody takes zero for an answer:
 *
 * <ul>
 *   <li>those of links, without a programme, or where the source promises no links;
 *   <li>those of money, where no line gives the money they are about; lines that lack it among others that give it count as
 *       lines without money;
 *   <li>new actions, without a baseline;
 *   <li>a ratio of two kinds of amount, where some line gives one of the two without the other;
 *   <li>conformity with the lists of the units, without links or without a programme;
 *   <li>any ratio whose denominator is zero.
 * </ul>
 *
 * <p>Conformity with the lists of the units alone is left out where no list was given: only the manuals of some years have one.
 */
final class Indicators {

    private final Summaries summaries;
    private final String currency;
    private final boolean linksGiven;
    private final boolean fundingGiven;
    private final List<Indicator> result = new ArrayList<>();

    private Indicators(Summaries summaries, String currency, Set<DataItem> promises) {
        this.summaries = summaries;
        this.currency = currency;
        this.linksGiven = summaries.programmeGiven() && promises.contains(DataItem.LINKS);
        this.fundingGiven = linksGiven && summaries.moneyGiven();
    }

    /**
     * {@return the indicators in the order of their definitions; for each, the whole budget first, then its parts by right in
     * the programme's order, by term, by executor and by unit in the order of codes}
     *
     * @param summaries what the budget adds up to
     * @param currency the ISO 4217 code of the budget's currency
     * @param promises the data the budget's source promises to supply
     */
    static List<Indicator> of(Summaries summaries, String currency, Set<DataItem> promises) {
        Indicators indicators = new Indicators(summaries, currency, promises);
        indicators.addCoverage();
        indicators.addNewActions();
        indicators.addActionsPerRight();
        indicators.addOrphans();
        indicators.addListed();
        indicators.addExecution();
        indicators.addAmounts();
        return List.copyOf(indicators.result);
    }

    private void addCoverage() {
        BudgetSummary budget = summaries.budget();
        add(Indicator.Definition.UNIT_LINKING_RATE, linksGiven ? budget.unitLinkingRate() : null);
        add(Indicator.Definition.BUDGET_COVERAGE, fundingGiven ? budget.budgetCoverage() : null);
        add(Indicator.Definition.WEIGHTED_COVERAGE, fundingGiven ? budget.weightedCoverage() : null);
        add(Indicator.Definition.PROGRAMME_COVERAGE, fundingGiven ? funded(summaries.actions()) : null);
    }

    private void addNewActions() {
        Indicator.Definition definition = Indicator.Definition.NEW_FUNDED_ACTIONS;
        if (!fundingGiven || !summaries.baselineGiven()) {
            add(definition, null);
            return;
        }
        long count = summaries.actions().stream()
                .filter(action -> Boolean.TRUE.equals(action.newlyFunded()))
                .count();
        add(definition, BigDecimal.valueOf(count), Map.of());
        for (UnitSummary unit : summaries.units()) {
            Integer newActions = unit.newActions();
            add(
                    definition,
                    newActions == null ? null : BigDecimal.valueOf(newActions),
                    Map.of("unit", unit.unitCode()));
        }
    }

    private void addActionsPerRight() {
        byRight(
                Indicator.Definition.ACTIONS_PER_RIGHT,
                fundingGiven,
                right -> BigDecimal.valueOf(right.fundedActions()));
    }

    private void addOrphans() {
        if (!fundingGiven) {
            add(Indicator.Definition.ORPHAN_ACTIONS, null);
            return;
        }
        add(Indicator.Definition.ORPHAN_ACTIONS, funded(summaries.actions()).complement());
        for (RightSummary right : summaries.rights()) {
            addOrphans("right", right.code(), Indicator.Ratio.of(right.fundedActions(), right.actions()));
        }
        addOrphansByTermAndExecutor();
    }

    private void addOrphansByTermAndExecutor() {
        Map<HrpAction.Term, List<ActionSummary>> byTerm = new TreeMap<>();
        Map<String, List<ActionSummary>> byExecutor = new TreeMap<>();
        for (ActionSummary summary : summaries.actions()) {
            HrpAction action = summary.action();
            HrpAction.Term term = action.term();
            if (term != null) {
                byTerm.computeIfAbsent(term, key -> new ArrayList<>()).add(summary);
            }
            action.executors().stream()
                    .distinct()
                    .forEach(executor -> byExecutor
                            .computeIfAbsent(executor, key -> new ArrayList<>())
                            .add(summary));
        }
        byTerm.forEach((term, actions) -> addOrphans("term", term.name().toLowerCase(Locale.ROOT), funded(actions)));
        byExecutor.forEach((executor, actions) -> addOrphans("executor", executor, funded(actions)));
    }

    private void addOrphans(String dimension, String value, Indicator.Ratio funded) {
        add(Indicator.Definition.ORPHAN_ACTIONS, funded.complement(), Map.of(dimension, value));
    }

    private void addListed() {
        if (!summaries.listsGiven()) {
            return;
        }
        Indicator.Definition definition = Indicator.Definition.LIST_CONFORMITY;
        if (!linksGiven) {
            add(definition, null);
            return;
        }
        add(definition, linked(summaries.listedActions()));
        Map<String, List<ListedActionSummary>> byUnit = new TreeMap<>();
        summaries
                .listedActions()
                .forEach(listed -> byUnit.computeIfAbsent(listed.unitCode(), key -> new ArrayList<>())
                        .add(listed));
        byUnit.forEach((unit, listed) -> add(definition, linked(listed), Map.of("unit", unit)));
    }

    private static Indicator.Ratio linked(List<ListedActionSummary> listed) {
        return Indicator.Ratio.of(
                listed.stream()
                        .filter(action -> Boolean.TRUE.equals(action.linked()))
                        .count(),
                listed.size());
    }

    private void addExecution() {
        add(Indicator.Definition.MODIFIED_OVER_APPROVED, ratio(MODIFIED, APPROVED));
        add(Indicator.Definition.EXECUTION, ratio(ACCRUED, MODIFIED));
        add(Indicator.Definition.REALLOCATION, summaries.reallocation().orElse(null));
        Indicator.Ratio execution = ratio(ACCRUED, MODIFIED);
        add(Indicator.Definition.SUB_EXERCISE, execution == null ? null : execution.complement());
        add(Indicator.Definition.ADVANCE, ratio(EXERCISED, CALENDARISED));
        add(Indicator.Definition.EXERCISED_OVER_APPROVED, ratio(EXERCISED, APPROVED));
    }

    private void addAmounts() {
        summaries
                .budget()
                .totals()
                .forEach((kind, sum) -> add(
                        Indicator.Definition.TOTAL,
                        sum,
                        Map.of("amount", kind.name().toLowerCase(Locale.ROOT))));
        byRight(Indicator.Definition.AMOUNT_PER_RIGHT, fundingGiven, RightSummary::amount);
        BudgetSummary budget = summaries.budget();
        BigDecimal lines = fundingGiven ? BigDecimal.valueOf(budget.overlappingLines()) : null;
        add(Indicator.Definition.OVERLAPPING_LINES, lines, Map.of());
        add(Indicator.Definition.OVERLAP, fundingGiven ? budget.overlap() : null, Map.of());
    }

    private void byRight(Indicator.Definition definition, boolean given, Function<RightSummary, BigDecimal> value) {
        if (!given) {
            add(definition, null);
            return;
        }
        for (RightSummary right : summaries.rights()) {
            add(definition, value.apply(right), Map.of("right", right.code()));
        }
    }

    private static Indicator.Ratio funded(List<ActionSummary> actions) {
        return Indicator.Ratio.of(actions.stream().filter(ActionSummary::funded).count(), actions.size());
    }

    private Indicator.@Nullable Ratio ratio(AmountKind part, AmountKind whole) {
        return summaries.ratio(part, whole).orElse(null);
    }

    private void add(Indicator.Definition definition, Indicator.@Nullable Ratio ratio) {
        add(definition, ratio, Map.of());
    }

    private void add(Indicator.Definition definition, Indicator.@Nullable Ratio ratio, Map<String, String> dimensions) {
        result.add(new Indicator(
                definition.id(),
                ratio == null ? null : ratio.decimal(),
                ratio,
                definition.measure().unit(currency),
                dimensions));
    }

    private void add(Indicator.Definition definition, @Nullable BigDecimal value, Map<String, String> dimensions) {
        result.add(
                new Indicator(definition.id(), value, null, definition.measure().unit(currency), dimensions));
    }
}
