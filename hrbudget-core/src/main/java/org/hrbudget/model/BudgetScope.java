package org.hrbudget.model;

/** How much of a government a budget covers. What the law asks of the whole it does not ask of one unit. */
public enum BudgetScope {
    /** The budget of all units together. */
    WHOLE,
    /** The budget of one unit, as it hands it in. */
    UNIT
}
