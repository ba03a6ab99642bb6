package org.hrbudget.rules.internal.packs.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.PackWords;
import org.jspecify.annotations.Nullable;

/** Days as packs write them: 2011-05-30. */
public final class Days {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

    /** As spreadsheets and gazettes write them: 30/05/2011, 30-5-2011, 30.05.2011. */
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})");

    private Days() {}

    /** {@return the day} A fault is made of what is said of it; a day that comes before its month is noted where it can be no month. */
    public static LocalDate parse(String text, Function<FaultText, Fault> fault, Faults faults) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            LocalDate dayFirst = dayFirst(text);
            if (dayFirst == null) {
                throw fault.apply(PackWords.of("day-form", "day", text));
            }
            if (dayFirst.getDayOfMonth() <= 12 && dayFirst.getDayOfMonth() != dayFirst.getMonthValue()) {
                LocalDate monthFirst =
                        LocalDate.of(dayFirst.getYear(), dayFirst.getDayOfMonth(), dayFirst.getMonthValue());
                throw fault.apply(
                        PackWords.of("day-ambiguous", "day", text, "meant", dayFirst, "otherwise", monthFirst));
            }
            faults.note(fault.apply(PackWords.of("day-order", "day", text, "meant", dayFirst)));
            return dayFirst;
        }
        int month = Integer.parseInt(form.group(2));
        if (month < 1 || month > 12) {
            throw fault.apply(PackWords.of("day-month", "day", text, "month", form.group(2)));
        }
        YearMonth of = YearMonth.of(Integer.parseInt(form.group(1)), month);
        int day = Integer.parseInt(form.group(3));
        if (!of.isValidDay(day)) {
            throw fault.apply(PackWords.of(
                    "day-impossible", "day", text, "month", of, "days", Integer.toString(of.lengthOfMonth())));
        }
        return of.atDay(day);
    }

    private static @Nullable LocalDate dayFirst(String text) {
        Matcher form = DAY_FIRST.matcher(text);
        try {
            return form.matches()
                    ? LocalDate.of(
                            Integer.parseInt(form.group(3)),
                            Integer.parseInt(form.group(2)),
                            Integer.parseInt(form.group(1)))
                    : null;
        } catch (DateTimeException e) {
            // The month first, perhaps, or no day at all.
            return null;
        }
    }
}
