package org.hrbudget.rules.internal.language;

import org.hrbudget.model.Bilingual;

/**
 * What is said of a fault, wherever it stands.
 *
 * @param kind the sort of fault, which is the key of its words
 * @param problem what is wrong
 * @param advice what to do
 */
public record FaultText(String kind, Bilingual problem, Bilingual advice) {

    /**
     * {@return the same problem with other advice}
     *
     * @param other the advice
     */
    public FaultText advising(Bilingual other) {
        return new FaultText(kind, problem, other);
    }
}
