package org.hrbudget.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a budget as a whole.
 *
 * @param jurisdiction whose budget it is, such as {@code mx-cmx} or {@code mx-fed}
 * @param fiscalYear the year it is spent in, or {@code null} where the source leaves it to the lines
 * @param currency the ISO 4217 code of its one currency
 * @param submitted the day it was sent to the finance ministry, where known
 * @param phase the last phase it reports
 * @param scope whether it is the whole budget or that of one unit
 */
public record BudgetHeader(
        String jurisdiction,
        @Nullable FiscalYear fiscalYear,
        String currency,
        @Nullable LocalDate submitted,
        BudgetPhase phase,
        Scope scope)
        implements Serializable {

    /** Refuses {@code null} where it is not said to be allowed. */
    public BudgetHeader {
        Objects.requireNonNull(jurisdiction, "jurisdiction");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(scope, "scope");
    }

    /**
     * What holds for a whole budget.
     *
     * @param jurisdiction whose budget it is
     * @param fiscalYear the year it is spent in, or {@code null} where the source leaves it to the lines
     * @param currency the ISO 4217 code of its one currency
     * @param submitted the day it was sent to the finance ministry, where known
     * @param phase the last phase it reports
     */
    public BudgetHeader(
            String jurisdiction,
            @Nullable FiscalYear fiscalYear,
            String currency,
            @Nullable LocalDate submitted,
            BudgetPhase phase) {
        this(jurisdiction, fiscalYear, currency, submitted, phase, Scope.WHOLE);
    }

    /** How much of a government a budget covers. What the law asks of the whole it does not ask of one unit. */
    public enum Scope {
        /** The budget of all units together. */
        WHOLE,
        /** The budget of one unit, as it hands it in. */
        UNIT
    }
}
