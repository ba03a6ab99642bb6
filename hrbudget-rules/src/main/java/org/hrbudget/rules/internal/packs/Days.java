package org.hrbudget.rules.internal.packs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.hrbudget.rules.internal.language.Fault;

/** Days as packs write them: 2011-05-30. */
final class Days {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Days() {}

    /** {@return the day} A fault is made of its problem and its advice. */
    static LocalDate parse(String text, BiFunction<String, String, Fault> fault) {
        if (FORM.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                // No such day: reported below, with its place.
            }
        }
        throw fault.apply(
                "\"" + text + "\" is not a day.",
                "Write year, month and day as in 2011-05-30, or nothing where no source gives it.");
    }
}
