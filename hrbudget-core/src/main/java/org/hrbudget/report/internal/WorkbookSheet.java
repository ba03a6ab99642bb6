package org.hrbudget.report.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a workbook, written from the first row down. Texts are cells of text and never formulas; what would command a screen is
 * shown by its number.
 */
public final class WorkbookSheet {

    /** The most rows that spreadsheets have. */
    public static final int MOST_ROWS = 1_048_576;

    public static final String MONEY = "#,##0.00";
    public static final String TEXT = "@";

    /** Of what is said where a cell is not of its list: a spreadsheet that has none shows its own name. */
    private static final String TITLE = "hrbudget";

    public static final String WHOLE = "#,##0";

    /** What holds more digits is another number once a spreadsheet has read it. */
    private static final int MOST_DIGITS = 15;

    /** The most characters of a cell that spreadsheets take. */
    private static final int LONGEST_CELL = 32_767;

    private static final String CUT = "\u2026";

    /** How spreadsheets write a character that XML cannot hold; they would read a text that has it otherwise. */
    /** Behind each of them. */
    private static final Pattern LINE_END_OR_TAB = Pattern.compile("(?<=[\\n\\t])");

    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /** So many rows below the headings have their cells chosen. */
    private static final int MOST_CHOSEN = 10_000;

    /** So many rows are in memory before they are written. */
    private static final int ROWS_AT_ONCE = 500;

    /** In points. */
    private static final int LINE_HEIGHT = 15;

    /** A row is no higher than 409 points. */
    private static final int MOST_LINES = 27;

    private static final String HEADING_COLOUR = "D9E1F2";

    private final Worksheet sheet;
    private int row = -1;
    private int column;
    private int lines = 1;
    private final Map<Integer, String> formats = new HashMap<>();
    private List<Integer> widths = List.of();
    private int headingRow = -1;
    private int headings;
    private long cut;

    WorkbookSheet(Worksheet sheet) {
        this.sheet = sheet;
    }

    /** {@return whether a number is still that number once a spreadsheet has read it} */
    public static boolean survives(BigDecimal number) {
        return number.stripTrailingZeros().precision() <= MOST_DIGITS;
    }

    /** {@return a text as a spreadsheet shows it: in one line that commands nothing, and every character as it is} */
    public static String shown(String text) {
        String plain = Spelling.harmless(text);
        return plain.contains("_x") ? ESCAPE.matcher(plain).replaceAll("_x005F_") : plain;
    }

    /** {@return the name} */
    public String name() {
        return sheet.getName();
    }

    /** {@return how many texts were cut, for they are longer than a cell may be} */
    public long cut() {
        return cut;
    }

    /** Sets how wide the columns are, in characters. To be said before the first row. */
    public void widths(List<Integer> characters) {
        for (int i = 0; i < characters.size(); i++) {
            sheet.width(i, characters.get(i));
        }
        widths = List.copyOf(characters);
    }

    /** Begins the next row. */
    public void next() throws IOException {
        to(row + 1);
    }

    /**
     * Begins a row further down.
     *
     * @param number its number, from 0
     */
    public void to(int number) throws IOException {
        if (number / ROWS_AT_ONCE > row / ROWS_AT_ONCE && row >= 0) {
            sheet.flush();
        }
        row = number;
        column = 0;
        lines = 1;
    }

    /** {@return the number of this row, from 0} */
    public int row() {
        return row;
    }

    /** Writes a row that says one thing. */
    public void line(String text, boolean bold) throws IOException {
        next();
        text(text);
        if (bold) {
            sheet.style(row, 0).bold().set();
        }
    }

    /** Writes the row of headings; it stays in sight, and what is below can be filtered. */
    public void headings(List<String> texts) throws IOException {
        next();
        for (String text : texts) {
            text(text);
            heading(column - 1);
        }
        sheet.rowHeight(row, 2 * LINE_HEIGHT);
        filter(texts.size());
        sheet.freezePane(0, row + 1);
        // On paper all columns are beside each other, whatever it takes in height.
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    /** Marks a cell of this row as a heading. */
    public void heading(int at) {
        sheet.style(row, at)
                .bold()
                .fillColor(HEADING_COLOUR)
                .wrapText(true)
                .verticalAlignment("top")
                .set();
    }

    /** Has what is below this row be filtered by its cells. */
    public void filter(int columns) {
        headingRow = row;
        headings = columns;
    }

    /** Has the first rows stay in sight. To be said before the first row. */
    public void freeze(int rows) {
        sheet.freezePane(0, rows);
    }

    /** Writes a text into the next cell of the row. */
    public void text(@Nullable String text) {
        put(column, text);
        if (headings > 0 && text != null) {
            StyleSetter style = sheet.style(row, column);
            style.verticalAlignment("top");
            String format = formats.get(column);
            if (format != null) {
                style.format(format);
            }
            style.set();
        }
        column++;
    }

    /** Writes a text that may need several lines into the next cell of the row. */
    public void prose(@Nullable String text) {
        text(text);
        sheet.style(row, column - 1).wrapText(true).verticalAlignment("top").set();
        int width = column <= widths.size() ? widths.get(column - 1) : 0;
        int length = text == null ? 0 : text.length();
        // Not every spreadsheet makes room by itself. Words at the end of a line leave some of it blank.
        int needed = width == 0 ? 1 : Math.min(MOST_LINES, 1 + length * 10 / (width * 9));
        if (needed > lines) {
            lines = needed;
            sheet.rowHeight(row, LINE_HEIGHT * lines);
        }
    }

    /** Writes a whole number into the next cell of the row. */
    public void number(long number) {
        number(BigDecimal.valueOf(number), WHOLE);
    }

    /** Writes an amount into the next cell of the row. */
    public void money(@Nullable String amount) {
        if (amount == null) {
            column++;
        } else {
            number(new BigDecimal(amount), MONEY);
        }
    }

    /** Writes a number into the next cell of the row, as a text where it would become another number. */
    public void number(BigDecimal number, String format) {
        put(column, number);
        sheet.style(row, column++).format(format).verticalAlignment("top").set();
    }

    /** Writes a text into a cell of this row. */
    public void put(int at, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            write(at, shown(text));
        }
    }

    /** Writes what somebody else's cell holds into a cell of this row, with its line ends and tabs: the cell is hers. */
    public void putOwn(int at, String text) {
        if (!text.isEmpty()) {
            write(
                    at,
                    LINE_END_OR_TAB
                            .splitAsStream(text.replace("\r\n", "\n"))
                            .map(part -> {
                                String last = part.endsWith("\n") || part.endsWith("\t")
                                        ? part.substring(part.length() - 1)
                                        : "";
                                return shown(part.substring(0, part.length() - last.length())) + last;
                            })
                            .collect(Collectors.joining()));
        }
    }

    private void write(int at, String shown) {
        String plain = shown;
        if (plain.length() > LONGEST_CELL) {
            plain = WorkbookFile.cut(plain, LONGEST_CELL - 1) + CUT;
            cut++;
        }
        // In the cell itself: a list of the texts of all cells would be held in memory.
        sheet.inlineString(row, at, plain);
    }

    /** Writes a number into a cell of this row. */
    public void put(int at, BigDecimal number) {
        if (survives(number)) {
            sheet.value(row, at, new BigDecimal(number.stripTrailingZeros().toPlainString()));
        } else {
            put(at, number.toPlainString());
        }
    }

    /** Has a cell of this row show its number so. */
    public void format(int at, String format) {
        sheet.style(row, at).format(format).set();
    }

    /**
     * Colours a cell of this row.
     *
     * @param format how its number is shown, or {@code null} where it has none
     */
    public void colour(int at, String colour, @Nullable String format) {
        StyleSetter style = sheet.style(row, at);
        style.fillColor(colour).verticalAlignment("top");
        if (format != null) {
            style.format(format);
        }
        style.set();
    }

    /** Puts a comment on a cell of this row. */
    public void comment(int at, String text) {
        sheet.comment(row, at, text);
    }

    /** Has all of a column, also what others will write there, be shown so. To be said before the first row. */
    public void column(int at, String format) {
        sheet.style(at).format(format).set();
        formats.put(at, format);
    }

    /**
     * Has cells of a column below the headings be chosen from a list; others are taken once confirmed.
     *
     * @param list where the list is, such as {@code 'Lists'!$A$2:$A$9}
     * @param error what is said of others
     */
    public void choices(int at, String list, String error) {
        sheet.range(1, at, MOST_CHOSEN, at)
                .validateWithListByFormula(list)
                .allowBlank(true)
                .showDropdown(true)
                .errorStyle(DataValidationErrorStyle.WARNING)
                .showErrorMessage(true)
                .errorTitle(TITLE)
                .error(error);
    }

    /** Writes what is still to be written; nothing can be added. */
    public void finish() throws IOException {
        if (headingRow >= 0) {
            sheet.setAutoFilter(headingRow, 0, Math.max(row, headingRow), headings - 1);
        }
        sheet.finish();
    }
}
