package org.hrbudget.validation;

import java.util.List;

/**
 * The answer of a validation, and beside it what coming packs would find.
 *
 * @param report what the packs of today say; the same as without a look ahead
 * @param previews what the coming packs would add, in the order in which they were looked at: for each jurisdiction up to the first
 *     that adds something
 */
public record Forecast(ValidationReport report, List<Preview> previews) {

    /** Copies the list. */
    public Forecast {
        previews = List.copyOf(previews);
    }
}
