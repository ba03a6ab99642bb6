package org.hrbudget.rules.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.PerformanceIndicator;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.PolicyFramework;
import org.hrbudget.model.ResultsMatrixRow;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.model.UnitRecord;
import org.jspecify.annotations.Nullable;

/**
 * A budget and all it is checked with. Built on the model alone, so that an oracle shares nothing with the facts that rules see.
 *
 * @param budget the budget
 * @param programme the human-rights programme, if given
 * @param items the object items of the year, if given
 * @param ownBaseline the baseline given to the validator, which takes the place of the budget's, if given
 * @param prices the index of prices of some years, if given
 * @param filed the documents of units given beside the budget
 */
record Situation(
        Budget budget,
        @Nullable HumanRightsProgramme programme,
        @Nullable Set<String> items,
        @Nullable Baseline ownBaseline,
        @Nullable Map<FiscalYear, BigDecimal> prices,
        Filed filed) {

    private static final Set<DataItem> GIVEN_BY_CALLER = EnumSet.of(
            DataItem.PROGRAMME,
            DataItem.ITEM_CATALOGUE,
            DataItem.BASELINE,
            DataItem.POLICY_FRAMEWORKS,
            DataItem.UNIT_ACTION_LIST,
            DataItem.GOALS,
            DataItem.INDICATORS,
            DataItem.RESULTS_MATRIX,
            DataItem.DEFLATOR);

    List<SpendingLine> lines() {
        return budget.lines();
    }

    BudgetPhase phase() {
        return budget.header().phase();
    }

    @Nullable
    Baseline baseline() {
        return ownBaseline != null ? ownBaseline : budget.baseline().orElse(null);
    }

    /** {@return whether there is such data to be had: given by the caller, or promised by the budget and of its phase} */
    boolean has(DataItem item) {
        if (GIVEN_BY_CALLER.contains(item)) {
            return switch (item) {
                case PROGRAMME -> programme != null;
                case ITEM_CATALOGUE -> items != null;
                case BASELINE -> baseline() != null;
                case DEFLATOR -> hasPrices();
                default -> isFiled(item);
            };
        }
        if (item == DataItem.AMOUNT) {
            return has(phase() == BudgetPhase.PROPOSED ? DataItem.PROPOSED : DataItem.APPROVED);
        }
        return !cannotHave(item) && budget.promises().contains(item);
    }

    /** {@return whether there are prices of this year and of that of the baseline: others are of no use} */
    private boolean hasPrices() {
        Baseline baseline = baseline();
        return prices != null
                && (baseline == null || prices.containsKey(baseline.fiscalYear()))
                && (year() == null || prices.containsKey(year()));
    }

    /** {@return how many links its lines state} */
    long links() {
        return lines().stream().mapToLong(line -> line.links().size()).sum();
    }

    /** {@return whether a budget of this phase cannot have such data yet, so that nobody asks for it} */
    boolean cannotHave(DataItem item) {
        return Arrays.stream(AmountKind.values()).anyMatch(kind -> kind.name().equals(item.name()) && isLater(kind));
    }

    /** {@return whether a document was given, and not one that speaks of other years alone} */
    private boolean isFiled(DataItem item) {
        List<? extends UnitRecord> rows = filed.rows(item);
        return rows != null && (rows.isEmpty() || !Filed.ofYear(rows, year()).isEmpty());
    }

    private @Nullable FiscalYear year() {
        return budget.header().fiscalYear();
    }

    /** {@return the actions on the lists of units, of the budget's year} */
    List<ListedAction> listed() {
        return Filed.ofYear(filed.listed(), year());
    }

    /** {@return the policy frameworks of the budget's year} */
    List<PolicyFramework> frameworks() {
        return Filed.ofYear(filed.frameworks(), year());
    }

    /** {@return the physical goals of the budget's year} */
    List<PhysicalGoal> goals() {
        return Filed.ofYear(filed.goals(), year());
    }

    /** {@return the indicators of the budget's year} */
    List<PerformanceIndicator> indicators() {
        return Filed.ofYear(filed.indicators(), year());
    }

    /** {@return the rows of results matrices of the budget's year} */
    List<ResultsMatrixRow> matrix() {
        return Filed.ofYear(filed.matrix(), year());
    }

    /** {@return an amount of a line, unless it belongs to a phase this budget has not reached} */
    @Nullable
    BigDecimal amount(SpendingLine line, AmountKind kind) {
        return isLater(kind) ? null : line.amount(kind);
    }

    /** {@return whether a budget of this phase cannot know that amount yet} */
    private boolean isLater(AmountKind kind) {
        return switch (phase()) {
            case PROPOSED -> kind != AmountKind.PROPOSED;
            case APPROVED -> kind != AmountKind.PROPOSED && kind != AmountKind.APPROVED;
            case MODIFIED -> isLater(kind, AmountKind.COMMITTED);
            case COMMITTED -> isLater(kind, AmountKind.ACCRUED);
            case ACCRUED -> isLater(kind, AmountKind.EXERCISED);
            case EXERCISED -> kind == AmountKind.PAID;
            case PAID -> false;
        };
    }

    /** {@return whether a kind is this one or one of those that follow it} */
    private static boolean isLater(AmountKind kind, AmountKind firstUnknown) {
        List<AmountKind> stages =
                List.of(AmountKind.COMMITTED, AmountKind.ACCRUED, AmountKind.EXERCISED, AmountKind.PAID);
        return stages.indexOf(kind) >= stages.indexOf(firstUnknown);
    }

    /** {@return what the line is worth: the request in a draft, the grant later on} */
    @Nullable
    BigDecimal money(SpendingLine line) {
        return line.amount(phase() == BudgetPhase.PROPOSED ? AmountKind.PROPOSED : AmountKind.APPROVED);
    }

    /** {@return the money a link gives to its action: what it states, or its share of the line, or all of the line} */
    @Nullable
    BigDecimal money(SpendingLine line, ActionLink link) {
        BigDecimal money = money(line);
        if (money == null) {
            return null;
        }
        if (link.amount() != null) {
            return link.amount();
        }
        return link.share() == null ? money : money.multiply(link.share());
    }

    /** {@return the action a link names: its code decides where there is one} */
    @Nullable
    HrpAction action(ActionLink link) {
        if (programme == null) {
            return null;
        }
        return programme.actions().stream()
                .filter(action -> link.actionCode() != null
                        ? action.code().equals(link.actionCode())
                        : Integer.valueOf(action.sequence()).equals(link.sequence()))
                .findFirst()
                .orElse(null);
    }

    boolean isLinked(SpendingLine line) {
        return line.links().stream().anyMatch(link -> action(link) != null);
    }

    /** {@return the lines of each unit, by its code} */
    Map<String, List<SpendingLine>> units() {
        Map<String, List<SpendingLine>> units = new TreeMap<>();
        for (SpendingLine line : lines()) {
            BudgetUnit unit = line.unit();
            if (unit != null) {
                units.computeIfAbsent(unit.code(), code -> new ArrayList<>()).add(line);
            }
        }
        return units;
    }

    /** {@return whether the budget as a whole gives money to an action} */
    boolean isFunded(HrpAction action) {
        return money(action).signum() > 0;
    }

    /** {@return the money the budget as a whole gives to an action; of one line, no more than that line has} */
    BigDecimal money(HrpAction action) {
        return money(lines(), action);
    }

    /** {@return the money the budget as a whole gives to the actions of a right} */
    BigDecimal money(HumanRight right) {
        return programme.actions().stream()
                .filter(action -> action.rightCode().equals(right.code()))
                .map(this::money)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@return the money of all lines} */
    BigDecimal money() {
        return lines().stream().map(this::money).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@return the money some lines give to an action; of one line, no more than that line has} */
    BigDecimal money(List<SpendingLine> lines, HrpAction action) {
        BigDecimal sum = BigDecimal.ZERO;
        for (SpendingLine line : lines) {
            BigDecimal money = money(line);
            if (money != null) {
                sum = sum.add(claimed(line, action, money));
            }
        }
        return sum;
    }

    private BigDecimal claimed(SpendingLine line, HrpAction action, BigDecimal money) {
        BigDecimal claim = BigDecimal.ZERO;
        for (ActionLink link : line.links()) {
            BigDecimal part = action.equals(action(link)) ? money(line, link) : null;
            claim = part == null ? claim : claim.add(part);
        }
        BigDecimal zero = BigDecimal.ZERO;
        return money.signum() < 0 ? claim.min(zero).max(money) : claim.max(zero).min(money);
    }

    /** {@return all that is needed to see by eye who is right} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(budget.header().toString())
                .append("\npromises ")
                .append(budget.promises());
        text.append("\nactions ")
                .append(
                        programme == null
                                ? "none"
                                : programme.actions().stream()
                                        .map(HrpAction::code)
                                        .toList());
        text.append("\nitems ")
                .append(items)
                .append("\nbaseline ")
                .append(baseline() == null ? "none" : baseline().actions())
                .append(baseline() == null ? "" : baseline().sums())
                .append("\nprices ")
                .append(prices)
                .append("\n")
                .append(filed);
        for (SpendingLine line : lines()) {
            text.append('\n').append(line.position()).append(' ').append(line.unit());
            text.append(" year ").append(line.fiscalYear()).append(' ').append(line.amounts());
            text.append(' ').append(line.functionalCode()).append(' ').append(line.programmeCode());
            text.append(' ').append(line.objectCode()).append(" type ").append(line.spendingType());
            text.append(' ').append(line.resultStructure()).append(" digit ").append(line.identifierDigit());
            text.append(' ').append(line.links()).append(line.saysNoneApplies() ? " none applies" : "");
            text.append(" reason ").append(line.noActionReason());
            text.append(' ').append(line.rightsInformation()).append(' ').append(line.passThrough());
        }
        return text.toString();
    }
}
