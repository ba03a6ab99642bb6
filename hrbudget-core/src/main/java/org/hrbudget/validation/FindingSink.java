package org.hrbudget.validation;

import java.io.IOException;

/**
 * Takes every finding of a validation as it comes, beyond those the report keeps.
 *
 * <p>Calls never overlap, but may come from several threads. Findings about lines come in the order in which the lines are read,
 * then those about units, about the budget as a whole and about repeated keys: the same order whatever the number of threads.
 * At the end there is exactly one call, of {@link #complete()} or of {@link #abandon()}. A sink belongs to one validation.
 */
public interface FindingSink {

    /**
     * Takes a finding.
     *
     * @param finding the finding
     * @throws IOException if it cannot be taken; then none follows, {@link #abandon()} is called, and the report tells it as a
     *     problem
     */
    void accept(Finding finding) throws IOException;

    /**
     * Says that every finding of the budget was handed over.
     *
     * @throws IOException if what was taken cannot be kept; the report tells it as a problem
     */
    void complete() throws IOException;

    /** Says that findings are missing, since the budget was not read to its end or one could not be taken. */
    void abandon();
}
