package org.hrbudget.validation.internal.facts;

import java.math.BigDecimal;
import java.util.List;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.summary.Fact;
import org.hrbudget.summary.RightSummary;
import org.jspecify.annotations.Nullable;

/**
 * A right or population group as rules see it, under the name {@code RightSummary}.
 *
 * @param summary what the budget adds up to for it
 * @param amountLastYearReal what went to its actions last year, at the prices of the budget's year, rounded half up to the cent, or
 *     {@code null} where that or an index of prices of both years is not known
 */
public record RightFact(RightSummary summary, @Nullable BigDecimal amountLastYearReal) implements Fact {

    /**
     * {@return the rights of a budget}
     *
     * @param rights what the budget adds up to for each
     * @param prices the index of prices that was given, if any
     */
    public static List<RightFact> of(List<RightSummary> rights, @Nullable YearlySeries prices) {
        return rights.stream()
                .map(right -> new RightFact(right, prices == null ? null : real(right, prices)))
                .toList();
    }

    private static @Nullable BigDecimal real(RightSummary right, YearlySeries prices) {
        BigDecimal amount = right.amountLastYear();
        Integer then = right.baselineYear();
        Integer now = right.fiscalYear();
        if (amount == null || then == null || now == null) {
            return null;
        }
        FiscalYear from = FiscalYear.of(then);
        FiscalYear to = FiscalYear.of(now);
        return prices.years().containsAll(List.of(from, to)) ? prices.at(amount, from, to) : null;
    }

    /** {@return the code of the right or group} */
    public String code() {
        return summary.code();
    }

    /** {@return the name of the right or group in Spanish, as published} */
    public String name() {
        return summary.name();
    }

    /** {@return whether it is a population group} */
    public boolean group() {
        return summary.group();
    }

    /** {@return the actions the programme has for it} */
    public int actions() {
        return summary.actions();
    }

    /** {@return the different ones of them that lines link} */
    public int linkedActions() {
        return summary.linkedActions();
    }

    /** {@return the different ones of them that receive money} */
    public int fundedActions() {
        return summary.fundedActions();
    }

    /** {@return the money attributed to them} */
    public BigDecimal amount() {
        return summary.amount();
    }

    /** {@return the fiscal year of the budget, where known} */
    public @Nullable Integer fiscalYear() {
        return summary.fiscalYear();
    }

    /** {@return the fiscal year of the baseline, or {@code null} without one} */
    public @Nullable Integer baselineYear() {
        return summary.baselineYear();
    }

    /** {@return the lines that link one of them} */
    public long lines() {
        return summary.lines();
    }

    /** {@return the money of those lines, each counted whole} */
    public BigDecimal linkedAmount() {
        return summary.linkedAmount();
    }

    /** {@return the part of its money that the action of it with the most takes, or {@code null} where it has none} */
    public @Nullable BigDecimal largestActionShare() {
        return summary.largestActionShare();
    }

    /** {@return the units that give one of them money} */
    public int fundingUnits() {
        return summary.fundingUnits();
    }

    /** {@return the money attributed to them last year, or {@code null} without a baseline} */
    public @Nullable BigDecimal amountLastYear() {
        return summary.amountLastYear();
    }

    /** {@return the different ones of them that received money last year, or {@code null} without a baseline} */
    public @Nullable Integer fundedActionsLastYear() {
        return summary.fundedActionsLastYear();
    }

    /** {@return the part of all money that goes to them, or {@code null} where there is none} */
    public @Nullable BigDecimal shareOfBudget() {
        return summary.shareOfBudget();
    }

    /** {@return what that part was last year, or {@code null} where it is not known} */
    public @Nullable BigDecimal shareOfBudgetLastYear() {
        return summary.shareOfBudgetLastYear();
    }

    /** {@return the money of the whole budget} */
    public BigDecimal budgetAmount() {
        return summary.budgetAmount();
    }

    /** {@return that of last year, or {@code null} where it is not known} */
    public @Nullable BigDecimal budgetAmountLastYear() {
        return summary.budgetAmountLastYear();
    }

    @Override
    public String rightCode() {
        return code();
    }

    @Override
    public BigDecimal stake() {
        return amount();
    }
}
