package org.hrbudget.validation;

/** The answer to: does this budget meet the law of its fiscal year? */
public enum Verdict {
    /** At least one finding is an error. */
    NOT_COMPLIANT,
    /** No error was found, but a duty could not be judged, or not on everything, or something went wrong on the way. */
    UNDETERMINED,
    /** No error was found, and every duty that applies was judged on everything. */
    COMPLIANT
}
