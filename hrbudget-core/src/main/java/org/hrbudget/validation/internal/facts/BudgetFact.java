package org.hrbudget.validation.internal.facts;

import java.math.BigDecimal;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.summary.BudgetSummary;
import org.hrbudget.summary.Summaries;
import org.jspecify.annotations.Nullable;

/**
 * The budget as a whole as rules see it, under the name {@code BudgetSummary}: ratios as numbers that compare exactly with any
 * limit of up to ten decimals.
 *
 * @param summary what the budget adds up to
 * @param fundedRights the different rights, without groups, of which an action receives money
 * @param fundedGroups the different population groups of which an action receives money
 * @param fundingUnits the units that give an action money
 */
public record BudgetFact(BudgetSummary summary, long fundedRights, long fundedGroups, long fundingUnits)
        implements SumsFact {

    /** {@return the budget as a whole, of what its lines add up to} */
    public static BudgetFact of(Summaries summaries) {
        return new BudgetFact(
                summaries.budget(),
                funded(summaries, false),
                funded(summaries, true),
                summaries.units().stream()
                        .filter(unit -> unit.fundedActions() > 0)
                        .count());
    }

    private static long funded(Summaries summaries, boolean groups) {
        return summaries.rights().stream()
                .filter(right -> right.fundedActions() > 0 && right.group() == groups)
                .count();
    }

    /** {@return the lines} */
    public long lines() {
        return summary.lines();
    }

    /** {@return the lines linked to an action} */
    public long linkedLines() {
        return summary.linkedLines();
    }

    /** {@return the units that filed} */
    public long units() {
        return summary.units();
    }

    /** {@return the units with a linked line} */
    public long unitsLinked() {
        return summary.unitsLinked();
    }

    /** {@return the money of the lines} */
    public BigDecimal amount() {
        return summary.amount();
    }

    /** {@return the money of the linked lines, each counted whole} */
    public BigDecimal linkedAmount() {
        return summary.linkedAmount();
    }

    /** {@return the unit linking rate, or {@code null} without units} */
    public @Nullable BigDecimal unitLinkingRate() {
        return summary.unitLinkingRate().decimal();
    }

    /** {@return the budget coverage, or {@code null} without money} */
    public @Nullable BigDecimal budgetCoverage() {
        return summary.budgetCoverage().decimal();
    }

    /** {@return the weighted coverage, or {@code null} without money} */
    public @Nullable BigDecimal weightedCoverage() {
        return summary.weightedCoverage().decimal();
    }

    /** {@return the money attributed to actions, each line's at most once} */
    public BigDecimal attributedAmount() {
        return summary.attributedAmount();
    }

    /** {@return the different actions that lines link} */
    public int actions() {
        return summary.actions();
    }

    /** {@return the different actions that receive money} */
    public int fundedActions() {
        return summary.fundedActions();
    }

    /** {@return the different actions that received money last year, or {@code null} without a baseline} */
    public @Nullable Integer fundedActionsLastYear() {
        return summary.fundedActionsLastYear();
    }

    @Override
    public Summaries.Years years() {
        return summary.years();
    }

    @Override
    public @Nullable BigDecimal total(AmountKind kind) {
        return summary.total(kind);
    }

    @Override
    public Baseline.Sums lastYear() {
        return summary.lastYear();
    }

    @Override
    public BigDecimal stake() {
        return amount();
    }

    /** There is one. */
    @Override
    public Object place() {
        return BudgetFact.class;
    }
}
