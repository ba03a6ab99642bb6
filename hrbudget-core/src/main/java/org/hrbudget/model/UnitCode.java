package org.hrbudget.model;

import java.util.Objects;
import org.hrbudget.model.internal.Spelling;

/** What a row of a document cannot do without: where it stands, its year, and the code of its unit. */
final class UnitCode {

    private UnitCode() {}

    /** {@return the code without blanks at its ends} */
    static String of(String code, FiscalYear fiscalYear, Position position) {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(fiscalYear, "fiscalYear");
        String trimmed = Spelling.trimmed(Objects.requireNonNull(code, "unitCode"));
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException(
                    "The row " + position + " names no unit.\nMaybe its code, such as 11CD01, was left out.");
        }
        return trimmed;
    }
}
