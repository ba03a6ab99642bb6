package org.hrbudget.summary;

import java.math.BigDecimal;
import org.hrbudget.model.HumanRight;
import org.jspecify.annotations.Nullable;

/**
 * What a budget adds up to for one right or population group.
 *
 * @param right the right or group
 * @param actions the actions the programme has for it
 * @param linkedActions the different ones of them that lines link
 * @param fundedActions the different ones of them that receive money
 * @param amount the money attributed to them
 * @param lines the lines that link one of them
 * @param linkedAmount the money of those lines, each counted whole
 * @param largestAmount the most that is attributed to one of them; zero where none receives money
 * @param fundingUnits the units that give one of them money
 * @param amountLastYear the money attributed to them last year, or {@code null} without a baseline
 * @param fundedActionsLastYear the different ones of them that received money last year, or {@code null} without a baseline
 * @param budgetAmount the money of the whole budget
 * @param budgetAmountLastYear the money of the whole budget last year, or {@code null} where it is not known
 * @param years the year of the budget, and that of the baseline
 */
public record RightSummary(
        HumanRight right,
        int actions,
        int linkedActions,
        int fundedActions,
        BigDecimal amount,
        long lines,
        BigDecimal linkedAmount,
        BigDecimal largestAmount,
        int fundingUnits,
        @Nullable BigDecimal amountLastYear,
        @Nullable Integer fundedActionsLastYear,
        BigDecimal budgetAmount,
        @Nullable BigDecimal budgetAmountLastYear,
        Summaries.Years years)
        implements Fact {

    /** {@return the code of the right or group} */
    public String code() {
        return right.code();
    }

    /** {@return the name of the right or group in Spanish, as published} */
    public String name() {
        return right.nameEs();
    }

    /** {@return whether it is a population group} */
    public boolean group() {
        return right.group();
    }

    /**
     * {@return the part of its money that the action of it with the most takes: more than 1 where another has
     * negative money; {@code null} where it has none}
     */
    public @Nullable BigDecimal largestActionShare() {
        return amount.signum() <= 0 ? null : new Indicator.Ratio(largestAmount, amount).decimal();
    }

    /** {@return the part of all money of the budget that goes to its actions (R03), or {@code null} where there is no money} */
    public @Nullable BigDecimal shareOfBudget() {
        return share(amount, budgetAmount);
    }

    /** {@return what that part was last year, or {@code null} where it is not known or there was no money} */
    public @Nullable BigDecimal shareOfBudgetLastYear() {
        return share(amountLastYear, budgetAmountLastYear);
    }

    private static @Nullable BigDecimal share(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part == null || whole == null || whole.signum() <= 0 ? null : new Indicator.Ratio(part, whole).decimal();
    }

    /** {@return the fiscal year of the budget, where known} */
    public @Nullable Integer fiscalYear() {
        return years.fiscalYear();
    }

    /** {@return the fiscal year of the baseline, or {@code null} without one} */
    public @Nullable Integer baselineYear() {
        return years.baselineYear();
    }

    @Override
    public String rightCode() {
        return code();
    }

    @Override
    public BigDecimal stake() {
        return amount;
    }
}
