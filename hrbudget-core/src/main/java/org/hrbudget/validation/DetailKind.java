package org.hrbudget.validation;

/** What a detail of a finding is, and so how a message shows it. */
public enum DetailKind {
    /** Text, shown as it is. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** Money in the budget's currency, shown with two decimals and thousands separated. */
    AMOUNT,
    /** A fraction, shown in per cent. */
    RATIO
}
