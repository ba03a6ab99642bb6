package org.hrbudget.rules.internal.packs.workbooks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.io.internal.Intake;
import org.hrbudget.io.internal.NumberCells;
import org.hrbudget.io.internal.ReadingStop;
import org.hrbudget.io.internal.Row;
import org.hrbudget.io.internal.WorkbookRows;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.tables.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sheets of a pack's workbook as text, by the reader of budgets and within narrower limits. A formula is refused: what it
 * gives depends on cells, and programs, that nobody who reads the pack sees.
 */
final class WorkbookSheets {

    /** More than twice as many as any pack has tables. */
    static final int MOST_SHEETS = 60;

    /** More rows than any list of codes has. */
    static final int MOST_ROWS = 20_000;

    /** Columns are looked for in so many rows. */
    private static final int LOOKED_AT = 1_000;

    /** A cell holds no more in a spreadsheet: a rule file can be in one. */
    private static final int CELL_LENGTH = 32_767;

    private static final ReadLimits LIMITS = new ReadLimits(16L << 20, 100, CELL_LENGTH, 0);
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Faults faults;

    private WorkbookSheets(Faults faults) {
        this.faults = faults;
    }

    /**
     * {@return the sheets in which anything is, in their order}
     *
     * @param place the workbook
     * @param faults collects what is wrong with cells
     * @throws Fault if it cannot be read
     */
    static List<SheetTable> of(Path place, Faults faults) {
        String name = Objects.toString(place.getFileName(), "");
        try (Intake intake = Intake.open(Input.of(place), LIMITS);
                WorkbookRows rows = WorkbookRows.open(
                        name, intake, LIMITS, 0, cells -> true, null, LOOKED_AT, new NumberCells('.', cell -> false))) {
            return new WorkbookSheets(faults).tables(rows, name);
        } catch (BudgetReadException e) {
            throw SheetTable.fault(name, "", "", unreadable(e.text()));
        } catch (ReadingStop e) {
            throw SheetTable.fault(name, "", "", unreadable(e.text()));
        } catch (IOException e) {
            throw SheetTable.fault(name, "", "", unreadable(Intake.explain(name, e)));
        } catch (NoClassDefFoundError e) {
            throw SheetTable.fault(name, "", "", WorkbookWords.fault("workbook-reader", "file", name));
        }
    }

    private List<SheetTable> tables(WorkbookRows rows, String name) {
        List<String> sheets = rows.sheets();
        if (sheets.size() > MOST_SHEETS) {
            throw SheetTable.fault(
                    name, "", "", WorkbookWords.fault("sheets-many", "limit", Integer.toString(MOST_SHEETS)));
        }
        List<SheetTable> tables = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            String sheet = WorkbookWords.sheetNamed(sheets.get(i));
            if (!WorkbookWords.isUnread(sheet) && rows.turnTo(i, LOOKED_AT)) {
                tables.add(table(rows, sheet, sheets.get(i)));
            }
        }
        return tables;
    }

    private SheetTable table(WorkbookRows rows, String known, String sheet) {
        String formula = rows.firstFormula();
        if (formula != null) {
            faults.add(SheetTable.fault(sheet, formula, "", WorkbookWords.fault("formula-cell")));
        }
        List<String> headings = rows.headings().stream()
                .map(heading -> WorkbookWords.columnNamed(known, heading))
                .toList();
        SheetTable table =
                new SheetTable(sheet, new SheetTable.Row(sheet, rows.lastNumber(), headings), new ArrayList<>());
        int read = 0;
        for (Row row = rows.next(); row != null; row = rows.next()) {
            if (++read > MOST_ROWS) {
                throw SheetTable.fault(
                        sheet, "", "", WorkbookWords.fault("sheet-long", "limit", Integer.toString(MOST_ROWS)));
            }
            SheetTable.Row each = row(row, known, table, formula != null);
            if (!each.isBlank()) {
                table.rows().add(each);
            }
        }
        return table;
    }

    private SheetTable.Row row(Row row, String known, SheetTable table, boolean formulas) {
        List<String> headings = table.headings().texts();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            texts.add(text(known, i < headings.size() ? headings.get(i) : "", row.cell(i)));
        }
        SheetTable.Row read = new SheetTable.Row(table.sheet(), row.number(), List.copyOf(texts));
        if (row.problem() != null) {
            faults.add(read.cell(0).fault(inCell(row.problem())));
        }
        row.cellProblems().forEach((column, problem) -> {
            // A day is what was typed, whatever form the spreadsheet gave it; cells merged with the one above are
            // blank; of formulas the
            // sheet has told.
            String text = row.cell(column);
            if (!formulas && !text.isBlank() && !DAY.matcher(text).matches()) {
                faults.add(read.cell(column).fault(inCell(problem)));
            }
        });
        return read;
    }

    /** {@return a text as files have it} A percentage is its hundredth: that is what the spreadsheet stores. */
    private static String text(String sheet, String column, String cell) {
        Optional<BigDecimal> percentage =
                sheet.equals("parameters") && column.equals("value") ? NumberText.percentage(cell) : Optional.empty();
        return percentage.map(BigDecimal::toPlainString).orElseGet(() -> WorkbookWords.chosen(sheet, column, cell));
    }

    private static FaultText inCell(@Nullable Bilingual problem) {
        return WorkbookWords.fault("cell-otherwise", "reason", Objects.requireNonNull(problem));
    }

    /** The advice that goes with a budget is not that for a pack. */
    private static FaultText unreadable(Bilingual reason) {
        return WorkbookWords.fault(
                "workbook-unreadable", "reason", new Bilingual(firstSentence(reason.en()), firstSentence(reason.es())));
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** {@return what columns or sheets are called, in each language} */
    static Bilingual named(List<String> keys, Function<String, Bilingual> name) {
        return new Bilingual(
                keys.stream().map(key -> name.apply(key).en()).collect(Collectors.joining(", ")),
                keys.stream().map(key -> name.apply(key).es()).collect(Collectors.joining(", ")));
    }
}
