package org.hrbudget.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet of a workbook ({@code .xlsx}), each cell as the text that it would have in a file of text: numbers with a
 * point and without exponent, days as {@code 2011-05-30}, formulas by the value that was stored with them. The first row that has
 * headings is the row of headings.
 */
public final class WorkbookRows implements Rows {

    /** Each sheet is opened to look for the row of headings. */
    private static final int MOST_SHEETS = 1_000;

    /** The bytes of a list of parts that are looked at; no workbook has a hundredth of it. */
    private static final int LONGEST_TYPES = 1 << 20;

    /** What Excel takes as the format of a number. */
    private static final int LONGEST_FORMAT = 255;

    /** Beyond this many digits, what a workbook holds of a number is noise of its binary form. */
    private static final MathContext DIGITS = new MathContext(15);

    private final String file;
    private final ReadLimits limits;
    private final ReadableWorkbook workbook;
    private final Map<String, SheetFacts> known;
    private final int headingRow;
    private final NumberCells numbers;
    private final List<String> sheets = new ArrayList<>();
    private final List<List<String>> above = new ArrayList<>();
    private final List<Row> top = new ArrayList<>();
    private List<String> headings = List.of();
    private String sheet = "";
    private Stream<org.dhatim.fastexcel.reader.Row> open = Stream.empty();
    private Iterator<org.dhatim.fastexcel.reader.Row> rows = open.iterator();
    private final Deque<org.dhatim.fastexcel.reader.Row> ahead = new ArrayDeque<>();
    private long number;
    private final Map<String, String> letters = new HashMap<>();
    private boolean uncounted;
    private long hidden;
    private SheetFacts facts = SheetFacts.NONE;
    private MergedCells merged = new MergedCells(List.of(), 0);

    private WorkbookRows(
            String file,
            ReadableWorkbook workbook,
            Map<String, SheetFacts> known,
            ReadLimits limits,
            int headingRow,
            NumberCells numbers) {
        this.known = known;
        this.headingRow = headingRow;
        this.numbers = numbers;
        this.file = file;
        this.workbook = workbook;
        this.limits = limits;
    }

    /**
     * {@return the rows below the headings}
     *
     * @param file the name in messages
     * @param workbook the workbook
     * @param limits how much a row may hold
     * @param headingRow the number of the row of headings, or 0 where it is looked for
     * @param isHeadings tells a row of headings from a title
     * @param wanted the sheet, or {@code null} for the first that has a row of headings
     * @param most how many rows are looked at for the headings
     * @param numbers how cells of numbers are written
     * @throws BudgetReadException if it is no workbook, has no such sheet, or no sheet has anything
     * @throws IOException if it cannot be copied to where it can be read
     */
    public static WorkbookRows open(
            String file,
            Intake workbook,
            ReadLimits limits,
            int headingRow,
            Predicate<List<String>> isHeadings,
            @Nullable String wanted,
            int most,
            NumberCells numbers)
            throws IOException {
        Path path = workbook.workbookFile();
        try {
            ReadingOptions options = new ReadingOptions(hasFormats(path), true);
            ReadableWorkbook opened = new ReadableWorkbook(path.toFile(), options);
            WorkbookRows rows = new WorkbookRows(file, opened, workbook.sheets(), limits, headingRow, numbers);
            try {
                rows.choose(isHeadings, wanted, most);
                return rows;
            } catch (RuntimeException | IOException e) {
                rows.close();
                throw e;
            }
        } catch (BudgetReadException | ReadingStop e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new BudgetReadException(broken(file, e), e);
        }
    }

    /** {@return whether it has formats of cells, which the library wants to find where it is to look for them} */
    private static boolean hasFormats(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            if (types == null) {
                return true;
            }
            try (InputStream in = zip.getInputStream(types)) {
                String text = new String(in.readNBytes(LONGEST_TYPES), StandardCharsets.UTF_8);
                return text.contains("styles+xml") || !text.contains("sheet.main+xml");
            }
        }
    }

    private static Bilingual broken(String file, Exception e) {
        // Other failures are of the library itself, and name nothing that a reader of the workbook knows.
        String reason = e.getMessage();
        return reason != null
                        && !reason.startsWith("null ")
                        && (e instanceof ExcelReaderException || e instanceof IOException)
                ? Texts.of("workbook.broken", "file", file, "reason", reason)
                : Texts.of("workbook.damaged", "file", file);
    }

    private void choose(Predicate<List<String>> isHeadings, @Nullable String wanted, int most) throws IOException {
        List<Sheet> candidates = new ArrayList<>();
        for (Sheet each : workbook.getSheets().toList()) {
            if (sheets.size() == MOST_SHEETS) {
                throw WorkbookCheck.large(file, "xl/workbook.xml", MOST_SHEETS);
            }
            sheets.add(name(each));
            if (each.getId() == null) {
                // Its relationships have another name space.
                throw new BudgetReadException(Texts.of("workbook.strict", "file", file), null);
            }
            boolean chosen = wanted == null
                    ? each.getVisibility() == SheetVisibility.VISIBLE
                    : Spelling.folded(name(each)).equals(Spelling.folded(wanted));
            if (chosen) {
                candidates.add(each);
            }
        }
        if (candidates.isEmpty() && wanted != null) {
            throw new BudgetReadException(
                    Texts.of("workbook.no-sheet", "file", file, "sheet", wanted, "sheets", String.join(", ", sheets)),
                    null);
        }
        for (Sheet each : candidates) {
            if (begin(each, isHeadings, most)) {
                return;
            }
        }
        // Whatever is there is shown as what was found.
        for (Sheet each : candidates) {
            if (begin(each, cells -> true, most)) {
                return;
            }
        }
        for (Sheet each : candidates) {
            refuseIsoDate(each);
        }
        throw new BudgetReadException(Texts.noHeadings(file, headingRow), null);
    }

    /**
     * Goes on to another sheet, of which the first row with anything in it is that of the headings.
     *
     * @param index the place of the sheet among {@link #sheets()}
     * @param most how many rows are looked at for the headings, and below them for the last column
     * @return whether anything is in these rows
     * @throws BudgetReadException if the sheet cannot be read
     */
    public boolean turnTo(int index, int most) {
        try {
            Sheet each = workbook.getSheets().toList().get(index);
            boolean found = begin(each, cells -> true, most);
            refuseIsoDate(each);
            return found;
        } catch (BudgetReadException | ReadingStop e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new BudgetReadException(broken(file, e), e);
        }
    }

    private void refuseIsoDate(Sheet each) {
        String cell = known.getOrDefault(each.getId(), SheetFacts.NONE).isoDate();
        if (cell != null) {
            throw new BudgetReadException(
                    Texts.of("workbook.iso-date", "file", file, "sheet", Excerpt.of(name(each)), "cell", cell), null);
        }
    }

    /** A broken workbook has sheets without a name. */
    private static String name(Sheet sheet) {
        String name = sheet.getName();
        return name == null ? "" : name;
    }

    /** Begins a sheet. {@return whether one of its first rows is a row of headings} */
    private boolean begin(Sheet each, Predicate<List<String>> isHeadings, int most) throws IOException {
        open.close();
        above.clear();
        top.clear();
        ahead.clear();
        number = 0;
        hidden = 0;
        sheet = name(each);
        facts = known.getOrDefault(each.getId(), SheetFacts.NONE);
        if (facts.isoDate() != null) {
            return false;
        }
        open = each.openStream();
        rows = open.iterator();
        for (int i = 0; i < Math.max(most, headingRow) && rows.hasNext(); i++) {
            org.dhatim.fastexcel.reader.Row row = rows.next();
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < Math.min(row.getCellCount(), Row.MOST_CELLS); column++) {
                cells.add(Spelling.trimmed(text(row.hasCell(column) ? row.getCell(column) : null)));
            }
            while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
                cells.remove(cells.size() - 1);
            }
            // Rows that have no number are counted from 0 by the library.
            uncounted = i == 0 ? row.getRowNum() == 0 : uncounted;
            keepTop(number(row), cells);
            boolean found = headingRow > 0 ? number(row) >= headingRow : isHeadings.test(cells);
            if (!cells.isEmpty() && found) {
                number = number(row);
                lookAhead(most);
                headings = named(cells);
                merged = new MergedCells(facts.merged(), number);
                return true;
            }
            above.add(cells);
        }
        return false;
    }

    private void keepTop(long at, List<String> cells) {
        if (top.size() == Row.MOST_ABOVE) {
            top.remove(0);
        }
        Row row = new Row(at, cells.size(), limits);
        cells.forEach(row::add);
        top.add(row);
    }

    private long number(org.dhatim.fastexcel.reader.Row row) {
        long stated = row.getRowNum() + (uncounted ? 1L : 0L);
        // No place is before the first row, whatever a file says.
        return stated > 0 ? stated : number + 1;
    }

    /** A sheet has no last column but that of the cells in it. */
    private void lookAhead(int most) {
        for (int i = 0; i < most && rows.hasNext(); i++) {
            ahead.add(rows.next());
        }
    }

    /**
     * {@return the headings, one for each column that something is in} Where a heading is merged with the cell above it, its text is
     * there; so it is where headings have two rows, of which a title has one cell.
     */
    private List<String> named(List<String> cells) {
        List<String> named = new ArrayList<>(cells);
        int width = ahead.stream().mapToInt(this::used).max().orElse(0);
        while (named.size() < Math.min(width, Row.MOST_CELLS)) {
            named.add("");
        }
        List<String> over = above.isEmpty() ? List.of() : above.get(above.size() - 1);
        boolean joined = false;
        boolean ofHeadings = over.stream().filter(text -> !text.isEmpty()).count() > 1;
        for (int i = 0; i < Math.min(named.size(), over.size()); i++) {
            if (named.get(i).isEmpty() && !over.get(i).isEmpty() && (ofHeadings || isMergedWithAbove(i))) {
                named.set(i, over.get(i));
                joined = true;
            }
        }
        if (joined) {
            above.remove(above.size() - 1);
        }
        return List.copyOf(named);
    }

    private boolean isMergedWithAbove(int column) {
        return facts.merged().stream()
                .anyMatch(range -> range.firstRow() < number
                        && range.lastRow() >= number
                        && range.firstColumn() <= column
                        && range.lastColumn() >= column);
    }

    /** {@return the sheet that is read} */
    public String sheet() {
        return sheet;
    }

    /** {@return all sheets, hidden ones among them} */
    public List<String> sheets() {
        return List.copyOf(sheets);
    }

    /** {@return the first cell of the sheet that holds a formula, as far as the sheet says which it is; {@code null} where none does} */
    public @Nullable String firstFormula() {
        return facts.formula();
    }

    /** {@return the rows above the headings} */
    public List<List<String>> above() {
        return above;
    }

    @Override
    public List<Row> top() {
        return top;
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public boolean isTable() {
        return true;
    }

    @Override
    public long lastNumber() {
        return number;
    }

    @Override
    public List<Bilingual> assumed() {
        List<Bilingual> assumed = new ArrayList<>();
        if (hidden > 0) {
            assumed.add(Texts.of("assumed.hidden-rows", "count", Long.toString(hidden)));
        }
        List<String> unseen = facts.hiddenColumns().stream()
                .filter(column -> column < headings.size())
                .mapToObj(headings::get)
                .filter(heading -> !heading.isEmpty())
                .toList();
        if (!unseen.isEmpty()) {
            assumed.add(Texts.of(
                    "assumed.hidden-columns",
                    "count",
                    Integer.toString(unseen.size()),
                    "headings",
                    Excerpt.of(String.join(", ", unseen))));
        }
        return assumed;
    }

    @Override
    public @Nullable Row next() {
        try {
            org.dhatim.fastexcel.reader.Row read = ahead.poll();
            if (read == null && !rows.hasNext()) {
                return null;
            }
            read = read == null ? rows.next() : read;
            number = number(read);
            Row row = new Row(number, headings.size(), limits);
            merged.begin(number);
            int count = Math.max(headings.size(), used(read));
            for (int i = 0; i < count; i++) {
                Cell cell = read.hasCell(i) ? read.getCell(i) : null;
                String text = text(cell);
                if (text.length() > limits.maxCellLength()) {
                    // Cells share texts: a few bytes each would make every row as costly as this one.
                    row.fail(Texts.of("cell.long", "limit", Integer.toString(limits.maxCellLength())));
                    text = "";
                }
                row.add(i < headings.size() && isNumeric(cell) ? numbers.written(headings.get(i), text) : text);
                merged.see(i, text);
                Bilingual problem = text.isBlank() ? merged.problem(i) : null;
                problem = problem == null && cell != null ? problem(cell) : problem;
                if (problem != null) {
                    row.note(i, problem);
                }
            }
            if (read.isHidden() && !row.isBlank()) {
                hidden++;
            }
            return row;
        } catch (RuntimeException e) {
            throw new ReadingStop(broken(file, e), e);
        }
    }

    /** {@return how many cells there are up to the last that is not blank} */
    private int used(org.dhatim.fastexcel.reader.Row row) {
        int used = row.getCellCount();
        while (used > 0
                && (!row.hasCell(used - 1) || text(row.getCell(used - 1)).isBlank())) {
            used--;
        }
        return used;
    }

    private String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        String raw = cell.getRawValue();
        if (raw == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.BOOLEAN || cell.getValue() instanceof Boolean) {
            return raw.equals("1") ? "TRUE" : "FALSE";
        }
        if (isNumeric(cell, raw)) {
            return isDate(cell) ? day(raw) : number(raw, cell.getDataFormatString());
        }
        if (cell.getType() == CellType.STRING) {
            return cell.asString();
        }
        return raw;
    }

    private static boolean isNumeric(@Nullable Cell cell) {
        String raw = cell == null ? null : cell.getRawValue();
        return cell != null && raw != null && isNumeric(cell, raw);
    }

    /** A formula may give a number or a text, which can be of digits. */
    private static boolean isNumeric(Cell cell, String raw) {
        return cell.getType() == CellType.NUMBER
                || (cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal && isNumber(raw));
    }

    private static boolean isNumber(String raw) {
        return raw.length() < 40 && raw.matches("-?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]{1,3})?");
    }

    private String number(String raw, @Nullable String format) {
        if (!isNumber(raw)) {
            return raw;
        }
        BigDecimal value = new BigDecimal(raw).round(DIGITS);
        if (value.signum() == 0) {
            value = BigDecimal.ZERO;
        }
        String plain = value.stripTrailingZeros().toPlainString();
        if (format != null && letters(format).contains("%")) {
            return value.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        }
        // A format of zeros alone is how a spreadsheet shows a code of that many digits.
        if (format != null
                && format.matches("0{2,20}")
                && plain.matches("[0-9]{1,20}")
                && plain.length() < format.length()) {
            return "0".repeat(format.length() - plain.length()) + plain;
        }
        return plain;
    }

    private String day(String raw) {
        try {
            long days = new BigDecimal(raw).longValue();
            LocalDate first = workbook.isDate1904()
                    ? LocalDate.of(1904, 1, 1)
                    // Spreadsheets have a 29th of February in 1900.
                    : LocalDate.of(1899, 12, days < 61 ? 31 : 30);
            return first.plusDays(days).toString();
        } catch (DateTimeException e) {
            return raw;
        }
    }

    /** {@return what makes a cell no text that anybody wrote, if something does} */
    private @Nullable Bilingual problem(Cell cell) {
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.FORMULA
                && (raw == null || raw.isEmpty())
                && facts.unvaluedColumns().get(cell.getColumnIndex())) {
            return Texts.of("cell.no-value");
        }
        if (raw == null) {
            return null;
        }
        if (cell.getType() == CellType.ERROR || (cell.getType() == CellType.FORMULA && raw.startsWith("#"))) {
            return Texts.of("cell.error", "value", Excerpt.of(raw));
        }
        return isNumeric(cell, raw) && isDate(cell) ? Texts.of("cell.date", "day", day(raw)) : null;
    }

    private boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && ((id >= 14 && id <= 17) || id == 22)) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String letters = letters(format);
        return letters.contains("y") || (letters.contains("d") && letters.contains("m"));
    }

    /** {@return a format without its texts, colours and signs that stand for themselves; each is looked at once} */
    private String letters(String format) {
        if (format.length() > LONGEST_FORMAT) {
            return "";
        }
        return letters.computeIfAbsent(
                format,
                each -> each.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", "").toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() throws IOException {
        open.close();
        workbook.close();
    }
}
