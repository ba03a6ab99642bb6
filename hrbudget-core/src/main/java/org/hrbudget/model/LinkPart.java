package org.hrbudget.model;

/** What a link of a line can say of an action. */
public enum LinkPart {
    /** The code of the action. */
    CODE,
    /** The sequential number of the action. */
    SEQUENCE,
    /** The right named beside it. */
    RIGHT,
    /** The part of the line's money, as an amount. */
    AMOUNT,
    /** The part of the line's money, as a fraction. */
    SHARE
}
