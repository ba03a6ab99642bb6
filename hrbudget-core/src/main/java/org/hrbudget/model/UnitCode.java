package org.hrbudget.model;

/** The code of the unit that a row of a document cannot do without. */
final class UnitCode {

    private UnitCode() {}

    /** {@return the code without blanks at its ends} */
    static String of(String code, Position position) {
        String trimmed = Spelling.trimmed(code);
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException(
                    "The row " + position + " names no unit.\nMaybe its code, such as 11CD01, was left out.");
        }
        return trimmed;
    }
}
