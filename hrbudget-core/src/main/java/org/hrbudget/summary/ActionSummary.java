package org.hrbudget.summary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.hrbudget.model.HrpAction;
import org.jspecify.annotations.Nullable;

/**
 * What a budget adds up to for one action of the programme.
 *
 * @param action the action
 * @param lines the lines that link it
 * @param amount the money attributed to it
 * @param units the codes of the units that fund it, sorted
 * @param fundedLastYear whether last year's budget gave it money, or {@code null} without a baseline
 * @param amountLastYear last year's money for it, or {@code null} without a baseline
 * @param dropReason the reason stated for not funding it again, where one is
 * @param fundingUnitsLastYear the units that funded it last year, or {@code null} without a baseline by unit
 * @param years the year of the budget, and that of the baseline
 */
public record ActionSummary(
        HrpAction action,
        long lines,
        BigDecimal amount,
        List<String> units,
        @Nullable Boolean fundedLastYear,
        @Nullable BigDecimal amountLastYear,
        @Nullable String dropReason,
        @Nullable Integer fundingUnitsLastYear,
        Summaries.Years years)
        implements Fact {

    /** Copies the list. */
    public ActionSummary {
        units = List.copyOf(units);
    }

    /** {@return the action's code} */
    public String code() {
        return action.code();
    }

    /** {@return the action's number} */
    public int sequence() {
        return action.sequence();
    }

    /** {@return the action's title} */
    public String title() {
        return action.title();
    }

    /** {@return its time class in small letters, such as {@code permanent}; {@code null} where the programme gives none} */
    public @Nullable String term() {
        return action.term() == null ? null : action.term().name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether it binds every public body} */
    public boolean crossCutting() {
        return action.crossCutting();
    }

    /** {@return how many units fund it} */
    public int fundingUnits() {
        return units.size();
    }

    /** {@return the fiscal year of the budget, where known} */
    public @Nullable Integer fiscalYear() {
        return years.fiscalYear();
    }

    /** {@return the fiscal year of the baseline, or {@code null} without one} */
    public @Nullable Integer baselineYear() {
        return years.baselineYear();
    }

    /** {@return whether the budget gives it money} */
    public boolean funded() {
        return amount.signum() > 0;
    }

    /**
     * {@return the fall of its money since last year, as a part of last year's: 1 where nothing is left, below zero where it grew;
     * {@code null} without a baseline, or where last year's budget gave it none. Exact against any limit of up to ten decimals}
     */
    public @Nullable BigDecimal fall() {
        return amountLastYear == null || amountLastYear.signum() <= 0
                ? null
                : new Indicator.Ratio(amountLastYear.subtract(amount), amountLastYear).decimal();
    }

    /** {@return whether it is funded now and was not last year, or {@code null} without a baseline} */
    public @Nullable Boolean newlyFunded() {
        return fundedLastYear == null ? null : funded() && !fundedLastYear;
    }

    @Override
    public String rightCode() {
        return action.rightCode();
    }

    /** {@return its money now or last year, whichever is more} */
    @Override
    public BigDecimal stake() {
        return amountLastYear == null ? amount : amountLastYear.max(amount);
    }
}
