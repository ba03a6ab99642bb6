package org.hrbudget.model;

/**
 * A stage of public money (momento contable), in the order money passes through them.
 *
 * <p>A budget document has the phase of the last stage it reports: a draft is {@link #PROPOSED}, the decree {@link #APPROVED},
 * a public account {@link #EXERCISED} or {@link #PAID}. Amounts of later stages do not apply to it, even where a publisher
 * prints zeros in their columns.
 */
public enum BudgetPhase {
    /** Asked for by the unit (anteproyecto, proyecto). */
    PROPOSED,
    /** Granted by the yearly decree (aprobado). */
    APPROVED,
    /** Approved after adjustments (modificado). */
    MODIFIED,
    /** Bound by an act with a third party (comprometido). */
    COMMITTED,
    /** Owed for what was received (devengado). */
    ACCRUED,
    /** Ordered to be paid (ejercido). */
    EXERCISED,
    /** Paid out (pagado). */
    PAID;

    /** {@return the amount that stands for a line's money in a document of this phase: proposed in a draft, else approved} */
    public AmountKind basis() {
        return this == PROPOSED ? AmountKind.PROPOSED : AmountKind.APPROVED;
    }

    /**
     * {@return whether a document of this phase reports amounts of that kind}
     *
     * @param kind the kind of amount
     */
    public boolean reports(AmountKind kind) {
        return kind.phase().compareTo(this) <= 0;
    }
}
