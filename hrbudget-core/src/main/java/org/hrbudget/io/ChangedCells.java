package org.hrbudget.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Intake;
import org.hrbudget.io.internal.NewText;
import org.hrbudget.io.internal.ReadingStop;
import org.hrbudget.io.internal.Row;
import org.hrbudget.io.internal.SeparatedCells;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.io.internal.WorkbookCells;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/** The changes of a list beside the cells of a file, which is read as budgets are. */
final class ChangedCells {

    /** So many of the changes that do not fit are told where nobody asked for them. */
    private static final int MOST_TOLD = 10;

    /** More than that, the binary form of a workbook's number does not keep. */
    private static final int MOST_DIGITS = 15;

    /** So many rows behind the last a new one may be in a file of text, in which those between are blank. */
    private static final long MOST_ADDED = 1_000;

    /** The last row that a sheet of Excel has. */
    private static final long LAST_ROW = 1_048_576;

    private static final Row BLANK = Row.blank();

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{1,3}");

    /** As a cell of a number is read. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private final Input input;
    private final Budgets.Reading reading;
    private final Budgets.FoundTable found;
    private final List<String> headings;
    private final Map<CellChanges.Change, CellChanges.Mismatch> wrong = new HashMap<>();
    private final List<CellChanges.Change> changes;
    private final SortedMap<Long, SortedMap<Integer, NewText>> cells = new TreeMap<>();

    private ChangedCells(
            CellChanges changes, Input input, Budgets.Reading reading, Budgets.FoundTable found, WrittenTable table) {
        this.changes = changes.changes();
        this.input = input;
        this.reading = reading;
        this.found = found;
        this.headings = table.headings();
    }

    static ChangedCells of(CellChanges changes, Budgets.Reading reading) {
        Budgets.FoundTable found = reading.found();
        Input input = reading.inputs.get(0);
        TableForm form = TableForm.of(reading.layout(), reading.given(0));
        try (OpenInput open = OpenInput.open(input, form, reading.limits, null)) {
            if (!open.rows().isTable() || (found.sheet() == null && open.charset() == null)) {
                throw new BudgetReadException(Texts.of("change.packed", "file", input.name()), null);
            }
            WrittenTable table = new WrittenTable(input, open, reading);
            ChangedCells cells = new ChangedCells(changes, input, reading, found, table);
            cells.compare(table);
            return cells;
        } catch (ReadingStop e) {
            throw new BudgetReadException(e.text(), e);
        } catch (IOException e) {
            throw new BudgetReadException(Intake.explain(input.name(), e), e);
        }
    }

    /** {@return the changes that do not fit, in their order} */
    List<CellChanges.Mismatch> mismatches() {
        return changes.stream().filter(wrong::containsKey).map(wrong::get).toList();
    }

    void write(OutputStream out) throws IOException {
        if (!wrong.isEmpty()) {
            Bilingual text = Texts.of("change.none", "file", input.name(), "count", Integer.toString(wrong.size()));
            for (CellChanges.Mismatch each : mismatches().subList(0, Math.min(MOST_TOLD, wrong.size()))) {
                text = new Bilingual(
                        text.en() + "\n" + each.text().en(),
                        text.es() + "\n" + each.text().es());
            }
            throw new BudgetReadException(text, null);
        }
        Character separator = found.separator();
        String sheet = found.sheet();
        if (separator != null && found.charset() != null) {
            try (InputStream in = Intake.stored(input)) {
                new SeparatedCells(input.name(), Charset.forName(found.charset()), separator, headings.size(), cells)
                        .copy(in, out);
            }
        } else if (sheet != null) {
            try (Intake intake = Intake.open(input, reading.limits)) {
                new WorkbookCells(input.name(), sheet, cells).copy(intake.workbookFile(), out);
            }
        }
    }

    private void compare(WrittenTable table) throws IOException {
        Map<Long, Map<Integer, CellChanges.Change>> wanted = new HashMap<>();
        for (CellChanges.Change change : changes) {
            int column = column(change.column());
            if (column < 0) {
                refuse(change, -1, null, "change.no-column", "column", Excerpt.of(change.column()));
            } else if (change.sheet() != null && !isRead(change.sheet())) {
                refuse(change, column, null, "change.sheet", "sheet", Excerpt.of(change.sheet()));
            } else if (!canBeWritten(change.to())) {
                refuse(change, column, null, "change.charset", "charset", String.valueOf(found.charset()));
            } else if (wanted.computeIfAbsent(change.row(), row -> new HashMap<>())
                            .putIfAbsent(column, change)
                    != null) {
                // By its heading and by its letters.
                refuse(change, column, null, "change.twice", "row", change.row() + "", "column", change.column());
            }
        }
        long last = table.each(row -> compare(row.number(), row, wanted.remove(row.number()), table));
        for (long number : new TreeSet<>(wanted.keySet())) {
            // In a workbook, rows that nobody wrote in are left out.
            boolean follows = number <= (found.sheet() != null ? LAST_ROW : last + MOST_ADDED);
            compare(number, follows ? BLANK : null, wanted.get(number), table);
        }
    }

    private void compare(
            long number, @Nullable Row row, @Nullable Map<Integer, CellChanges.Change> wanted, WrittenTable table) {
        if (wanted == null) {
            return;
        }
        wanted.forEach((column, change) -> {
            String stands = row == null ? null : NewText.written(row.cell(column));
            if (stands == null) {
                refuse(change, column, null, "change.no-row", "row", Long.toString(number));
            } else if (!stands.equals(change.from())) {
                refuse(
                        change,
                        column,
                        stands,
                        stands.isEmpty() ? "change.other-blank" : "change.other",
                        "found",
                        Excerpt.of(stands),
                        "from",
                        Excerpt.of(change.from()));
            } else {
                cells.computeIfAbsent(number, each -> new TreeMap<>())
                        .put(column, new NewText(stands, change.to(), number(column, stands, change.to(), table)));
            }
        });
    }

    private void refuse(
            CellChanges.Change change, int column, @Nullable String stands, String key, String... namesAndValues) {
        String place = column < 0 ? null : WorkbookCells.letters(column) + change.row();
        Bilingual where = Texts.of(
                "change.place",
                "file",
                input.name(),
                "place",
                place == null
                        ? Long.toString(change.row())
                        : (found.sheet() == null ? "" : found.sheet() + "!") + place);
        wrong.put(
                change,
                new CellChanges.Mismatch(change, place, stands, Texts.joined(where, Texts.of(key, namesAndValues))));
    }

    /** {@return the column, from 0, of a heading or, where no column or more than one has it, of letters; -1 if there is none} */
    private int column(String name) {
        int[] same = IntStream.range(0, headings.size())
                .filter(i -> Spelling.folded(headings.get(i)).equals(Spelling.folded(name)))
                .toArray();
        if (same.length == 1) {
            return same[0];
        }
        int column = LETTERS.matcher(name).matches() ? WorkbookCells.column(name) : -1;
        return column < headings.size() ? column : -1;
    }

    private boolean isRead(String sheet) {
        return found.sheet() != null && Spelling.folded(found.sheet()).equals(Spelling.folded(sheet));
    }

    private boolean canBeWritten(String text) {
        if (found.charset() == null) {
            return true;
        }
        CharsetEncoder encoder = Charset.forName(found.charset()).newEncoder();
        return encoder.canEncode(text);
    }

    /** {@return the number that a cell of a workbook shall hold; {@code null} where it shall hold the text as it is} */
    private static @Nullable BigDecimal number(int column, String stands, String to, WrittenTable table) {
        BigDecimal amount = table.amount(column, to);
        boolean counts = NUMBER.matcher(stands).matches() && NUMBER.matcher(to).matches();
        BigDecimal number = amount != null ? amount : counts ? new BigDecimal(to) : null;
        return number != null && number.precision() <= MOST_DIGITS ? number : null;
    }
}
