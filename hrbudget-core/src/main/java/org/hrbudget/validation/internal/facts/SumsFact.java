package org.hrbudget.validation.internal.facts;

import java.math.BigDecimal;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.summary.Fact;
import org.hrbudget.summary.Summaries;
import org.jspecify.annotations.Nullable;

/** What lines add up to, in one unit or in all, beside what last year's came to. */
public interface SumsFact extends Fact {

    /** {@return the fiscal years of the budget and of its baseline} */
    Summaries.Years years();

    /** {@return the money of a kind; {@code null} where a line that gives some amount does not give this one, or none does} */
    @Nullable
    BigDecimal total(AmountKind kind);

    /** {@return what last year's lines came to} */
    Baseline.Sums lastYear();

    /** {@return the fiscal year of the budget, where known} */
    default @Nullable Integer fiscalYear() {
        return years().fiscalYear();
    }

    /** {@return the fiscal year of the baseline, or {@code null} without one} */
    default @Nullable Integer baselineYear() {
        return years().baselineYear();
    }

    /** {@return the money asked for; {@code null} where a line that gives some amount does not give this one, or none does} */
    default @Nullable BigDecimal proposed() {
        return total(AmountKind.PROPOSED);
    }

    /** {@return the money granted; {@code null} as in {@link #proposed()}} */
    default @Nullable BigDecimal approved() {
        return total(AmountKind.APPROVED);
    }

    /** {@return the money after adjustments; {@code null} as in {@link #proposed()}} */
    default @Nullable BigDecimal modified() {
        return total(AmountKind.MODIFIED);
    }

    /** {@return the money exercised; {@code null} as in {@link #proposed()}} */
    default @Nullable BigDecimal exercised() {
        return total(AmountKind.EXERCISED);
    }

    /** {@return the money of last year's lines, or {@code null} where it is not known} */
    default @Nullable BigDecimal amountLastYear() {
        return lastYear().amount();
    }

    /** {@return the money of last year's linked lines, each counted whole, or {@code null} where it is not known} */
    default @Nullable BigDecimal linkedAmountLastYear() {
        return lastYear().linkedAmount();
    }

    /** {@return the money last year's links attributed to actions, or {@code null} where it is not known} */
    default @Nullable BigDecimal attributedAmountLastYear() {
        return lastYear().attributedAmount();
    }

    /** {@return the money exercised last year, or {@code null} where it is not known} */
    default @Nullable BigDecimal exercisedLastYear() {
        return lastYear().exercised();
    }
}
