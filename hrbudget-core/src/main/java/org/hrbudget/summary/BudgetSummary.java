package org.hrbudget.summary;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.hrbudget.model.AmountKind;

/**
 * What a whole budget adds up to.
 *
 * @param lines its lines
 * @param linkedLines its lines with at least one link to an action the programme has
 * @param units the units that filed at least one line
 * @param unitsLinked the units with at least one linked line
 * @param totals the sum of each kind of amount that at least one line gives
 * @param amount the money of its lines: proposed in a draft, else approved
 * @param linkedAmount the money of its linked lines, each counted whole
 * @param attributedAmount the money its links attribute to actions, each line's at most once
 * @param overlappingLines its lines that count for several actions with more than they have: such as a line that names two
 *     actions without saying how much is for which, and counts whole for both
 * @param overlap the money by which the sums of the actions together exceed {@code attributedAmount} for that reason; below
 *     zero where lines of negative money outweigh the others
 * @param unlinked the money of its other lines, which no right can be known for; with {@code linkedAmount} it is {@code amount}
 */
public record BudgetSummary(
        long lines,
        long linkedLines,
        long units,
        long unitsLinked,
        Map<AmountKind, BigDecimal> totals,
        BigDecimal amount,
        BigDecimal linkedAmount,
        BigDecimal attributedAmount,
        long overlappingLines,
        BigDecimal overlap,
        Unlinked unlinked) {

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

    /** Copies the map, which keeps the order of the phases. */
    public BudgetSummary {
        Map<AmountKind, BigDecimal> copy = new EnumMap<>(AmountKind.class);
        copy.putAll(totals);
        totals = Collections.unmodifiableMap(copy);
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
