package org.hrbudget.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of a file as a user writes it: {@code budget.csv:17}. What stands after the last colon is the row, so that the colon of a drive
 * is of the file.
 *
 * @param file the file
 * @param row the row as a spreadsheet numbers it, from 1
 */
record RowAddress(String file, long row) {

    /** What usages call it. */
    static final String LABEL = "FILE:ROW";

    private static final Pattern FORM = Pattern.compile("(.+):([0-9]{1,15})");

    static Optional<RowAddress> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long row = Long.parseLong(form.group(2));
        return row == 0 ? Optional.empty() : Optional.of(new RowAddress(form.group(1), row));
    }

    /** {@return the file of an address; the text itself where it is none} */
    static String file(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? form.group(1) : text;
    }
}
