package org.hrbudget.summary;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.jspecify.annotations.Nullable;

/**
 * What a whole budget adds up to.
 *
 * @param lines its lines
 * @param linkedLines its lines with at least one link to an action the programme has
 * @param units the units that filed at least one line
 * @param unitsLinked the units with at least one linked line
 * @param totals the sum of each kind of amount that at least one line gives
 * @param incomplete those kinds of amount that one line gives and another, which gives some amount, does not
 * @param amount the money of its lines: proposed in a draft, else approved
 * @param linkedAmount the money of its linked lines, each counted whole
 * @param attributedAmount the money its links attribute to actions, each line's at most once
 * @param overlappingLines its lines that count for several actions with more than they have: such as a line that names two
 *     actions without saying how much is for which, and counts whole for both
 * @param overlap the money by which the sums of the actions together exceed {@code attributedAmount} for that reason; below
 *     zero where lines of negative money outweigh the others
 * @param unlinked the money of its other lines, which no right can be known for; with {@code linkedAmount} it is {@code amount}
 * @param actions the different actions of the programme that lines link
 * @param fundedActions the different ones of them that receive money
 * @param lastYear what it came to last year; nothing in it is known where no whole budget of last year was given
 * @param fundedActionsLastYear the different actions that received money last year, or {@code null} without a baseline
 * @param years the year of the budget, and that of the baseline
 */
public record BudgetSummary(
        long lines,
        long linkedLines,
        long units,
        long unitsLinked,
        Map<AmountKind, BigDecimal> totals,
        Set<AmountKind> incomplete,
        BigDecimal amount,
        BigDecimal linkedAmount,
        BigDecimal attributedAmount,
        long overlappingLines,
        BigDecimal overlap,
        Unlinked unlinked,
        int actions,
        int fundedActions,
        Baseline.Sums lastYear,
        @Nullable Integer fundedActionsLastYear,
        Summaries.Years years) {

    /**
     * The money of lines that name no action the programme has. Each line is in one of the three, with all of its money.
     *
     * @param withReason of those that name no action and say why
     * @param withoutReason of those that name no action and do not say why; also where a budget has no place for reasons
     * @param ofUnknownActions of those that name actions none of which the programme has; without a programme, of all that name one
     */
    public record Unlinked(BigDecimal withReason, BigDecimal withoutReason, BigDecimal ofUnknownActions) {

        /** {@return all of it} */
        public BigDecimal amount() {
            return withReason.add(withoutReason).add(ofUnknownActions);
        }
    }

    /** Copies the collections. */
    public BudgetSummary {
        totals = StageSums.copied(totals);
        incomplete = Collections.unmodifiableSet(new TreeSet<>(incomplete));
    }

    /**
     * {@return the sum of a kind of amount, or {@code null} where no line gives that kind, or one that gives some amount does not}
     *
     * @param kind the kind of amount
     */
    public @Nullable BigDecimal total(AmountKind kind) {
        return incomplete.contains(kind) ? null : totals.get(kind);
    }

    /** {@return the unit linking rate, indicator I01: units linked among units that filed} */
    public Indicator.Ratio unitLinkingRate() {
        return Indicator.Ratio.of(unitsLinked, units);
    }

    /** {@return the budget coverage, indicator I02: money of linked lines, counted whole, in all money} */
    public Indicator.Ratio budgetCoverage() {
        return new Indicator.Ratio(linkedAmount, amount);
    }

    /** {@return the weighted coverage, indicator I03: money attributed to actions in all money} */
    public Indicator.Ratio weightedCoverage() {
        return new Indicator.Ratio(attributedAmount, amount);
    }
}
