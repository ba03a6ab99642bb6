package org.hrbudget.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.NewText;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Changes of cells of one file: for each the place, the text that stands there and the text that shall. Put into the file, they leave
 * everything else in it as it was: separated text keeps its charset, separator, quotation marks and line ends; a workbook its styles,
 * widths, other sheets and parts. A row behind the last is added, up to 1,000 of them; a row
 * whose cells are emptied stays as a blank one. Immutable.
 *
 * <p>As a file they are CSV in UTF-8: {@code sheet, row, column, from, to}. A column is named by its heading or, where no heading or
 * several are the same, by its letters. An apostrophe before a sign that opens a formula is not part of the text.
 *
 * <pre>{@code
 * sheet,row,column,from,to
 * ,6,Línea de acción,1.1.2,01.01.02
 * }</pre>
 */
public final class CellChanges {

    private static final Map<String, List<String>> HEADINGS = Map.of(
            "sheet", List.of("sheet", "hoja"),
            "row", List.of("row", "fila"),
            "column", List.of("column", "columna"),
            "from", List.of("from", "dice"),
            "to", List.of("to", "debe decir", "debe_decir"));

    private static final String ENGLISH = "sheet,row,column,from,to";
    private static final String SPANISH = "hoja,fila,columna,dice,debe decir";

    /** What a cell of Excel holds. */
    private static final int LONGEST = 32_767;

    private static final String NEUTRAL = "(^|[;|\\t\\n])([\\s\"]*)";
    private static final Pattern TO_PROTECT = Pattern.compile(NEUTRAL + "(?=['=+\\-@−＝＋－＠])");
    private static final Pattern PROTECTED = Pattern.compile(NEUTRAL + "'");

    private static final Pattern OPENS_FORMULA = Pattern.compile("[=+\\-@−＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern NEGATIVE = Pattern.compile("-\\s?\\$?\\s?[0-9.,' ]+%?");

    private final Map<List<Object>, Change> changes;

    private CellChanges(Map<List<Object>, Change> changes) {
        this.changes = changes;
    }

    /**
     * A change of one cell.
     *
     * @param sheet the sheet of a workbook; {@code null} for the one that is read, and for other files
     * @param row the row as a spreadsheet numbers it, from 1
     * @param column the heading of the column or its letters, such as {@code N}
     * @param from the text that stands there, without blanks at its ends; empty where nothing does
     * @param to the text that shall stand there, without blanks at its ends; empty for nothing
     */
    public record Change(@Nullable String sheet, long row, String column, String from, String to) {

        /**
         * Takes blanks from the ends of the texts; lines end as they do in Excel's cells.
         *
         * @throws BudgetReadException if there is no such row, or {@code to} cannot stand in a cell: it is longer than 32,767
         *     characters, has characters that steer a machine, or a spreadsheet would take it for a formula
         */
        public Change {
            sheet = sheet == null || sheet.isBlank() ? null : Spelling.trimmed(sheet);
            column = Spelling.trimmed(column);
            from = NewText.written(from);
            to = NewText.written(to);
            if (row < 1) {
                throw refusal("change.row", "row", Long.toString(row));
            }
            if (to.length() > LONGEST) {
                throw refusal("cell.long", "limit", Integer.toString(LONGEST));
            }
            if (OPENS_FORMULA.matcher(to).matches() && !NEGATIVE.matcher(to).matches()) {
                throw refusal("change.formula", "text", Excerpt.of(to));
            }
            if (to.codePoints().anyMatch(Change::isNoText)) {
                throw refusal("change.signs", "text", Excerpt.of(Spelling.harmless(to)));
            }
        }

        private static boolean isNoText(int c) {
            return (Character.isISOControl(c) && c != '\n' && c != '\t')
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                    || (c & 0xfffe) == 0xfffe;
        }

        private List<Object> place() {
            return List.of(sheet == null ? "" : Spelling.folded(sheet), row, Spelling.folded(column));
        }
    }

    /**
     * A change that does not fit the file.
     *
     * @param change the change
     * @param place the cell as a spreadsheet calls it, such as {@code N6}; {@code null} where the file has no such column
     * @param found the text that stands there; {@code null} where nothing can stand there
     * @param text what does not fit, and what to do
     */
    public record Mismatch(
            Change change, @Nullable String place, @Nullable String found, Bilingual text) {}

    /**
     * {@return these changes, in their order}
     *
     * @param changes at most one of each cell
     * @throws BudgetReadException if two are of one cell
     */
    public static CellChanges of(Collection<Change> changes) {
        Map<List<Object>, Change> each = new LinkedHashMap<>();
        for (Change change : changes) {
            if (each.putIfAbsent(change.place(), change) != null) {
                throw refusal("change.twice", "row", Long.toString(change.row()), "column", change.column());
            }
        }
        return new CellChanges(each);
    }

    /**
     * {@return the changes in an input, in its order}
     *
     * @param input CSV as {@link #write} writes it, in any charset and with any separator, or a workbook with the same columns
     * @throws BudgetReadException if it cannot be read or one of its rows is wrong
     */
    public static CellChanges read(Input input) {
        ReferenceRows table = ReferenceRows.read(input, HEADINGS, List.of("row", "column"));
        List<Change> changes = new ArrayList<>();
        for (ReferenceRows.Row row : table.rows()) {
            String number = Objects.requireNonNull(row.cell("row"));
            if (!number.matches("[0-9]{1,9}")) {
                throw table.refusal(row, "row", Texts.of("change.row", "row", Excerpt.of(number)));
            }
            try {
                changes.add(new Change(
                        row.cell("sheet") == null ? null : text(row, "sheet"),
                        Long.parseLong(number),
                        text(row, "column"),
                        text(row, "from"),
                        text(row, "to")));
            } catch (BudgetReadException e) {
                throw table.refusal(row, null, e.text());
            }
        }
        return of(changes);
    }

    private static String text(ReferenceRows.Row row, String column) {
        String cell = row.cells().getOrDefault(column, "");
        return PROTECTED.matcher(cell).replaceAll("$1$2");
    }

    /**
     * Writes the changes as a file that a person can read, and {@link #read} too.
     *
     * @param locale the language of its headings: Spanish, else English
     * @param out where to; it is not closed
     * @throws IOException if it cannot be written
     */
    public void write(Locale locale, OutputStream out) throws IOException {
        // Without the byte order mark, Excel takes UTF-8 for the charset of its country and garbles accents.
        StringBuilder text = new StringBuilder("\ufeff")
                .append(locale.getLanguage().equals("es") ? SPANISH : ENGLISH)
                .append("\r\n");
        for (Change change : changes.values()) {
            text.append(Stream.of(
                                    Objects.requireNonNullElse(change.sheet(), ""),
                                    Long.toString(change.row()),
                                    change.column(),
                                    change.from(),
                                    change.to())
                            .map(CellChanges::cell)
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** In no cell a spreadsheet finds a formula, whatever it takes for the sign between cells. */
    private static String cell(String text) {
        String neutral = TO_PROTECT.matcher(text).replaceAll("$1$2'");
        return '"' + neutral.replace("\"", "\"\"") + '"';
    }

    /** {@return the changes, in their order} */
    public List<Change> changes() {
        return List.copyOf(changes.values());
    }

    /**
     * {@return these changes and one more that was made after them; of a cell that was changed before, the text that stood there first stays,
     * and a change that leads back to that is none}
     *
     * @param later the change
     */
    public CellChanges with(Change later) {
        Map<List<Object>, Change> all = new LinkedHashMap<>(changes);
        Change first = all.get(later.place());
        String from = first == null ? later.from() : first.from();
        if (from.equals(later.to())) {
            all.remove(later.place());
        } else {
            all.put(later.place(), new Change(later.sheet(), later.row(), later.column(), from, later.to()));
        }
        return new CellChanges(all);
    }

    /**
     * {@return the changes that do not fit a file, in their order: another text stands there, or there is no such place}
     *
     * @param file how the file is read, which is one input
     * @throws BudgetReadException if it cannot be read, or cells of such a file cannot be changed, since it is packed or no table
     */
    public List<Mismatch> mismatches(Budgets.Reading file) {
        return ChangedCells.of(this, file).mismatches();
    }

    /**
     * Writes a file with the changes in it: all of them, or none.
     *
     * @param file how the file is read, which is one input
     * @param out where to; it is not closed. Where this fails, what was written is to be thrown away
     * @throws BudgetReadException if a change does not fit, which is said; or as {@link #mismatches} does; or if a cell has a formula
     *     that others share, or an array formula
     * @throws IOException if it cannot be written
     */
    public void apply(Budgets.Reading file, OutputStream out) throws IOException {
        ChangedCells.of(this, file).write(out);
    }

    private static BudgetReadException refusal(String key, String... namesAndValues) {
        return new BudgetReadException(Texts.of(key, namesAndValues), null);
    }
}
