package org.hrbudget.rules.authoring;

import org.hrbudget.model.Bilingual;

/**
 * A rule with one thing changed that its author could have got wrong, and whether the examples notice.
 *
 * @param rule the rule
 * @param file the file that states it
 * @param line the line of what was changed, from 1
 * @param column its column, from 1 and in characters
 * @param change what was changed, such as {@code approved < 0} that became {@code approved <= 0}
 * @param outcome whether an example noticed
 * @param noticedBy the first case of the rule's examples that notices; empty where none does
 * @param remark where no example notices, the row that would; where none can, why; empty where one notices
 */
public record Mutant(
        String rule,
        String file,
        int line,
        int column,
        Bilingual change,
        Outcome outcome,
        String noticedBy,
        Bilingual remark) {

    /** What came of a change. */
    public enum Outcome {
        /** An example expects something else than the changed rule says. */
        NOTICED,
        /** The changed rule says what every example expects. */
        UNNOTICED,
        /** A pack with it would be refused before any example is looked at. */
        REFUSED,
        /** The changed rule says the same of every budget, so that no example can tell. */
        EQUIVALENT
    }

    /** {@return the place, such as {@code mx-cmx/2011.1/links.drl:7:12}} */
    public String place() {
        return file + ":" + line + ":" + column;
    }
}
