package org.hrbudget.rules.internal.packs.tables;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.validation.Rule.DatedRow;
import org.hrbudget.validation.Rule.DatedRow.Basis;
import org.jspecify.annotations.Nullable;

/**
 * When a row of a table holds, from one day to another, both included; of fiscal years, from the first day of one to the last of
 * another.
 *
 * @param basis what is counted; {@code null} where the row holds always
 * @param from the first day, or {@code null} where it has none
 * @param to the last day, or {@code null} where it has none
 */
public record Period(
        @Nullable Basis basis,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** The columns that say it; a table may go without them. */
    static final List<String> COLUMNS = List.of("from", "to", "day-of");

    static final Period ALWAYS = new Period(null, null, null);

    private static final Pattern YEAR = Pattern.compile("(19|2[0-9])[0-9]{2}");
    private static final Aliases DAY_OF = Aliases.of("day-of");
    private static final String LAW = "law";
    private static final String SUBMISSION = "submission";

    /** {@return when a row holds; always, where what it says of that is at fault} */
    static Period of(Table.TableRow row, Faults faults) {
        String from = row.given("from");
        String to = row.given("to");
        String dayOf = DAY_OF.meant(row.given("day-of"));
        if (from.isEmpty() && to.isEmpty()) {
            if (!dayOf.isEmpty()) {
                faults.add(row.cell("day-of").fault(PackWords.of("day-of-nothing", "day-of", dayOf)));
            }
            return ALWAYS;
        }
        boolean years = YEAR.matcher(from.isEmpty() ? to : from).matches();
        if (!from.isEmpty() && !to.isEmpty() && YEAR.matcher(to).matches() != years) {
            faults.add(row.cell("to").fault(PackWords.of("dates-mixed", "from", from, "to", to)));
            return ALWAYS;
        }
        Basis basis = faults.from(() -> basis(row, dayOf, years));
        LocalDate first = from.isEmpty() ? null : faults.from(() -> day(row.cell("from"), years, false, faults));
        LocalDate last = to.isEmpty() ? null : faults.from(() -> day(row.cell("to"), years, true, faults));
        if (basis == null || (first == null && last == null)) {
            return ALWAYS;
        }
        if (first != null && last != null && last.isBefore(first)) {
            faults.add(row.cell("to").fault(PackWords.of("dates-reversed", "from", from, "to", to)));
            return new Period(basis, first, null);
        }
        return new Period(basis, first, last);
    }

    private static Basis basis(Table.TableRow row, String dayOf, boolean years) {
        if (years) {
            if (!dayOf.isEmpty()) {
                throw row.cell("day-of").fault(PackWords.of("day-of-years", "day-of", dayOf));
            }
            return Basis.FISCAL_YEAR;
        }
        if (!dayOf.isEmpty() && !dayOf.equals(LAW) && !dayOf.equals(SUBMISSION)) {
            throw row.cell("day-of")
                    .fault(PackWords.near("day-of-unknown", dayOf, Set.of(LAW, SUBMISSION), "day-of", dayOf));
        }
        return dayOf.equals(SUBMISSION) ? Basis.DAY_OF_SUBMISSION : Basis.DAY_OF_LAW;
    }

    private static LocalDate day(Table.Cell cell, boolean years, boolean last, Faults faults) {
        if (!years) {
            return Days.parse(cell.text(), cell::fault, faults);
        }
        int year = Integer.parseInt(cell.text());
        return last ? LocalDate.of(year, Month.DECEMBER, 31) : LocalDate.of(year, Month.JANUARY, 1);
    }

    boolean includes(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** {@return a day as the tables write it} */
    static String shown(Basis basis, LocalDate day) {
        return basis == Basis.FISCAL_YEAR ? Integer.toString(day.getYear()) : day.toString();
    }

    /** {@return the row of a table that holds for this time} */
    public DatedRow row(String file, String key, String value) {
        if (basis == null) {
            throw new IllegalStateException("A row that always holds is not dated: " + key);
        }
        return new DatedRow(
                file,
                key,
                value,
                basis,
                from == null ? null : shown(basis, from),
                to == null ? null : shown(basis, to));
    }
}
