package org.hrbudget.validation.internal.facts;

import java.math.BigDecimal;
import org.hrbudget.model.AmountKind;
import org.hrbudget.summary.BudgetSummary;
import org.hrbudget.summary.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The budget as a whole as rules see it, under the name {@code BudgetSummary}: ratios as numbers that compare exactly with any
 * limit of up to ten decimals.
 *
 * @param summary what the budget adds up to
 */
public record BudgetFact(BudgetSummary summary) implements Fact {

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

    /** {@return the fiscal year of the budget, where known} */
    public @Nullable Integer fiscalYear() {
        return summary.years().fiscalYear();
    }

    /** {@return the fiscal year of the baseline, or {@code null} without one} */
    public @Nullable Integer baselineYear() {
        return summary.years().baselineYear();
    }

    /** {@return the money attributed to actions, each line's at most once} */
    public BigDecimal attributedAmount() {
        return summary.attributedAmount();
    }

    /** {@return the money asked for; {@code null} where a line that gives some amount does not give this one, or none does} */
    public @Nullable BigDecimal proposed() {
        return summary.total(AmountKind.PROPOSED);
    }

    /** {@return the money granted; {@code null} as in {@link #proposed()}} */
    public @Nullable BigDecimal approved() {
        return summary.total(AmountKind.APPROVED);
    }

    /** {@return the money after adjustments; {@code null} as in {@link #proposed()}} */
    public @Nullable BigDecimal modified() {
        return summary.total(AmountKind.MODIFIED);
    }

    /** {@return the money exercised; {@code null} as in {@link #proposed()}} */
    public @Nullable BigDecimal exercised() {
        return summary.total(AmountKind.EXERCISED);
    }

    /** {@return the different actions that lines link} */
    public int actions() {
        return summary.actions();
    }

    /** {@return the different actions that receive money} */
    public int fundedActions() {
        return summary.fundedActions();
    }

    /** {@return the money of last year's lines, or {@code null} where it is not known} */
    public @Nullable BigDecimal amountLastYear() {
        return summary.lastYear().amount();
    }

    /** {@return the money of last year's linked lines, each counted whole, or {@code null} where it is not known} */
    public @Nullable BigDecimal linkedAmountLastYear() {
        return summary.lastYear().linkedAmount();
    }

    /** {@return the money last year's links attributed to actions, or {@code null} where it is not known} */
    public @Nullable BigDecimal attributedAmountLastYear() {
        return summary.lastYear().attributedAmount();
    }

    /** {@return the money exercised last year, or {@code null} where it is not known} */
    public @Nullable BigDecimal exercisedLastYear() {
        return summary.lastYear().exercised();
    }

    /** {@return the different actions that received money last year, or {@code null} without a baseline} */
    public @Nullable Integer fundedActionsLastYear() {
        return summary.fundedActionsLastYear();
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
