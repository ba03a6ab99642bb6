package org.hrbudget.model;

/** What an amount of a spending line states: one kind for each {@link BudgetPhase}, and three that explain the modified amount. */
public enum AmountKind {
    /** Asked for by the unit. */
    PROPOSED(BudgetPhase.PROPOSED),
    /** Granted by the decree. */
    APPROVED(BudgetPhase.APPROVED),
    /** Net adjustments: extensions and transfers in, less reductions and transfers out; negative when money was taken away. */
    ADJUSTMENTS(BudgetPhase.MODIFIED),
    /** Approved after adjustments. */
    MODIFIED(BudgetPhase.MODIFIED),
    /** The part of the modified amount scheduled up to the date of the report (calendarizado). */
    CALENDARISED(BudgetPhase.MODIFIED),
    /** The part of the modified amount handed over to whoever spends it (ministrado). */
    RECEIVED(BudgetPhase.MODIFIED),
    /** Bound by an act with a third party. */
    COMMITTED(BudgetPhase.COMMITTED),
    /** Owed for what was received. */
    ACCRUED(BudgetPhase.ACCRUED),
    /** Ordered to be paid. */
    EXERCISED(BudgetPhase.EXERCISED),
    /** Paid out. */
    PAID(BudgetPhase.PAID);

    private final BudgetPhase phase;

    AmountKind(BudgetPhase phase) {
        this.phase = phase;
    }

    /** {@return the first phase whose documents report this kind} */
    public BudgetPhase phase() {
        return phase;
    }
}
