package org.hrbudget.validation;

/** The room of facts a rule sees, read off the fact types it names. */
public enum RuleScope {
    /** Lines and their links, in chunks. */
    LINE,
    /** The summaries of units. */
    UNIT,
    /** The whole budget, its rights, its actions and its repeated keys. */
    BUDGET
}
