package org.hrbudget.validation;

import org.hrbudget.model.Bilingual;

/**
 * A fault of an input, a rule or the call, never of the budget: something could not be evaluated.
 *
 * @param kind what is at fault
 * @param subject the file, the rule or the pack
 * @param message what happened and what to do
 */
public record Problem(Kind kind, String subject, Bilingual message) {

    /** What is at fault. */
    public enum Kind {
        /** A file could not be read to its end, or held nothing. */
        INPUT,
        /** A rule failed. */
        RULE,
        /** The pack does not fit the budget. */
        PACK,
        /** The validation was stopped, or what it needs beside the input failed it: a folder, a file it writes. */
        RUN
    }
}
