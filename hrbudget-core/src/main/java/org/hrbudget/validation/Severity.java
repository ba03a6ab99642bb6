package org.hrbudget.validation;

/** How much a finding weighs, the gravest first. */
public enum Severity {
    /** A duty is not met (deberá, shall). */
    ERROR,
    /** A recommendation is not met (procurará, should), or a duty whose source has not been checked. */
    WARNING,
    /** A person must judge. */
    REVIEW,
    /** A remark on the quality of the data. */
    INFO
}
