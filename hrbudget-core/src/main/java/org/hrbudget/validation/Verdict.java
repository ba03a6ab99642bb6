package org.hrbudget.validation;

/** The answer to: does this budget meet the law of its fiscal year? */
public enum Verdict {
    /** At least one finding is an error. */
    NOT_COMPLIANT,
    /** No error was found, but something that applies did not run, or not on everything. */
    UNDETERMINED,
    /** No error was found, and everything that applies ran. */
    COMPLIANT
}
