package org.hrbudget.validation.internal.facts;

import java.math.BigDecimal;
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
