package org.hrbudget.rules.oracle;

/** What an oracle says of one subject: a line, a link, a unit, a right. */
enum Standing {
    /** The defect is there. */
    DEFECT,
    /** The rule looks at the subject and finds nothing wrong. */
    FINE,
    /** The rule would look at it, but data that was promised is missing. */
    UNKNOWN,
    /** The rule is not about this subject. */
    NOT_MEANT;

    static Standing defectIf(boolean defect) {
        return defect ? DEFECT : FINE;
    }
}
