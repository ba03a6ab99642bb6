package org.hrbudget.io;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.io.internal.CsvRows;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.io.internal.WorkbookRows;
import org.hrbudget.model.Bilingual;

/**
 * How the text of one table is written, found out from its first rows.
 *
 * @param separator the sign between cells
 * @param titles how many rows are above the headings
 * @param commaIsDecimal whether amounts have a comma before their decimals, where the layout has a point
 * @param assumed what was found and not asked for, in words
 */
record Dialect(char separator, int titles, boolean commaIsDecimal, List<Bilingual> assumed) {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    /** One heading may be a word of a title; two in one row are no chance. */
    static final int FEWEST_HEADINGS = 2;

    /** How many rows are looked at for the headings; no office puts more above its headings. */
    static final int ROWS = 60;

    private static final Pattern WITH_COMMA =
            Pattern.compile("[^0-9]*([0-9]{1,3}(\\.[0-9]{3})+|[0-9]+),[0-9]{1,2}[^0-9]*");
    private static final Pattern WITH_POINT =
            Pattern.compile("[^0-9]*([0-9]{1,3}(,[0-9]{3})+|[0-9]+)\\.[0-9]{1,2}[^0-9]*");

    /** Nothing was found that was not expected. */
    static final Dialect AS_EXPECTED = new Dialect(',', 0, false, List.of());

    /** {@return what was found out of a workbook: its sheet, and what is above the headings} */
    static Dialect of(WorkbookRows rows) {
        List<Bilingual> assumed = new ArrayList<>();
        if (rows.sheets().size() > 1) {
            assumed.add(Texts.of(
                    "assumed.sheet",
                    "sheet",
                    Excerpt.of(rows.sheet()),
                    "count",
                    Integer.toString(rows.sheets().size() - 1),
                    "sheets",
                    Excerpt.of(rows.sheets().stream()
                            .filter(sheet -> !sheet.equals(rows.sheet()))
                            .collect(Collectors.joining(", ")))));
        }
        assumed.addAll(titles(rows.above()));
        return new Dialect(',', 0, false, List.copyOf(assumed));
    }

    /**
     * {@return the dialect of a text}
     *
     * @param sample the beginning of the text
     * @param form how it is expected to be
     */
    static Dialect of(String sample, TableForm form) {
        Set<Character> separators = new LinkedHashSet<>();
        separators.add(form.separator());
        separators.addAll(form.given().separator() == null ? SEPARATORS : List.of());
        char found = form.separator();
        int at = -1;
        long most = FEWEST_HEADINGS - 1;
        List<List<String>> rows = List.of();
        for (char separator : separators) {
            List<List<String>> cut = CsvRows.sample(sample, separator, Integer.MAX_VALUE);
            int row = headingRow(cut, form);
            if (row >= 0 && form.headings(cut.get(row)) > most) {
                most = form.headings(cut.get(row));
                found = separator;
                at = row;
                rows = cut;
            }
            if (at >= 0 && separator == form.separator()) {
                break;
            }
        }
        return at < 0
                ? new Dialect(form.separator(), Math.max(0, form.headingRow() - 1), false, List.of())
                : of(found, at, rows, form);
    }

    private static Dialect of(char separator, int at, List<List<String>> rows, TableForm form) {
        List<Bilingual> assumed = new ArrayList<>();
        if (separator != form.separator()) {
            assumed.add(
                    Texts.of("assumed.separator", "separator", separator == '\t' ? "TAB" : String.valueOf(separator)));
        }
        if (form.headingRow() == 0) {
            assumed.addAll(titles(rows.subList(0, at)));
        }
        boolean comma = form.given().decimal() == null && form.decimal() == '.' && commaIsDecimal(rows, at, form);
        if (comma) {
            assumed.add(Texts.of("assumed.decimal", "sign", ","));
        }
        return new Dialect(separator, at, comma, List.copyOf(assumed));
    }

    /**
     * {@return the index of the first row that is a row of headings, or -1} Not that with most of them: what is between the two would
     * be lost where a file has two tables, while a title that is taken for headings is refused.
     */
    static int headingRow(List<List<String>> rows, TableForm form) {
        for (int i = 0; i < Math.min(rows.size(), ROWS); i++) {
            boolean mayBe = form.headingRow() == 0 || form.headingRow() == i + 1;
            if (mayBe && form.headings(rows.get(i)) >= FEWEST_HEADINGS) {
                return i;
            }
        }
        return -1;
    }

    /** {@return what to say of rows above the headings: nothing where they are blank} */
    static List<Bilingual> titles(List<List<String>> above) {
        List<List<String>> titles = above.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        if (titles.isEmpty()) {
            return List.of();
        }
        String first = titles.get(0).stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .orElse("");
        return List.of(Texts.of(
                "assumed.titles", "count", Integer.toString(titles.size()), "first", Excerpt.of(first.strip())));
    }

    private static boolean commaIsDecimal(List<List<String>> rows, int at, TableForm form) {
        List<String> headings = rows.get(at);
        int commas = 0;
        for (List<String> row : rows.subList(at + 1, rows.size())) {
            for (int i = 0; i < Math.min(row.size(), headings.size()); i++) {
                if (form.isAmount().test(headings.get(i))) {
                    commas += WITH_COMMA.matcher(row.get(i)).matches() ? 1 : 0;
                    if (WITH_POINT.matcher(row.get(i)).matches()) {
                        return false;
                    }
                }
            }
        }
        return commas > 0;
    }
}
