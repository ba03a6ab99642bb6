package org.hrbudget.io;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.ReadingStop;
import org.hrbudget.io.internal.Row;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.io.spi.RowSource;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Position;
import org.hrbudget.model.UnitRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document of one shape. A document with one wrong row is refused as a whole: half of it would let pass unseen what the
 * rest says, and would find at fault what only the rest makes good.
 */
final class RecordTable<R extends UnitRecord> {

    /** Makes a record of a row. */
    interface Maker<R> {
        R make(Cells cells) throws CellProblem;
    }

    private static final Pattern QUANTITY =
            Pattern.compile("-?([0-9]{1,18}|[0-9]{1,3}(,[0-9]{3}){1,5})(\\.[0-9]{1,10})?");

    private final String layout;
    private final Maker<R> maker;
    private final Map<String, List<String>> headings = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    private RecordTable(String layout, Maker<R> maker) {
        this.layout = layout;
        this.maker = maker;
        needed("fiscal_year", "ejercicio", "ciclo");
        needed("unit", "unit_code", "unidad", "unidad_responsable", "ur");
    }

    /**
     * {@return a shape that has a fiscal year and a unit in each row}
     *
     * @param layout its name in reports
     */
    static <R extends UnitRecord> RecordTable<R> of(String layout, Maker<R> maker) {
        return new RecordTable<>(layout, maker);
    }

    /** Adds a column that must be there and be filled in. */
    RecordTable<R> needed(String name, String... synonyms) {
        required.add(name);
        return column(name, synonyms);
    }

    /** Adds a column that may be missing or blank. */
    RecordTable<R> column(String name, String... synonyms) {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(List.of(synonyms));
        headings.put(name, List.copyOf(all));
        return this;
    }

    /** {@return the names of its columns, in order} */
    List<String> columns() {
        return List.copyOf(headings.keySet());
    }

    /**
     * {@return the document}
     *
     * @throws BudgetReadException if it cannot be read, holds nothing, or one of its rows is wrong or says what another does
     */
    BudgetDocument<R> read(DocumentType<R> type, Input input) {
        return read(type, input.name(), () -> ReferenceTable.open(input, ReadLimits.DEFAULT, headings, required));
    }

    /** {@return the document in rows that another engine reads} */
    BudgetDocument<R> read(DocumentType<R> type, RowSource rows) {
        return read(type, rows.name(), () -> ReferenceTable.open(rows, headings, required));
    }

    private BudgetDocument<R> read(DocumentType<R> type, String name, Supplier<ReferenceTable> open) {
        RowTally tally = new RowTally(name, layout, 0);
        Map<Object, Long> seen = new HashMap<>();
        List<R> rows = new ArrayList<>();
        Map<String, String> found = new HashMap<>();
        try (ReferenceTable table = open.get()) {
            table.refuseSlips(headings);
            headings.keySet().stream().filter(table::has).forEach(column -> found.put(column, table.heading(column)));
            tally.columns(table.account(headings.keySet()));
            table.each(
                    row -> {
                        R made = maker.make(new Cells(name, table, row));
                        refuseTwice(made, seen);
                        rows.add(made);
                        tally.line();
                    },
                    tally::skip);
            tally.hash(table.sha256());
        } catch (ReadingStop e) {
            throw new BudgetReadException(e.text(), e);
        } catch (IOException e) {
            throw new BudgetReadException(
                    Texts.of("file.unreadable", "file", name, "reason", String.valueOf(e.getMessage())), e);
        }
        if (rows.isEmpty()) {
            throw new BudgetReadException(Texts.of("table.no-rows", "file", name), null);
        }
        return new BudgetDocument<>(type, tally.account(), rows, found);
    }

    private void refuseTwice(R row, Map<Object, Long> seen) throws CellProblem {
        if (row.key().isEmpty()) {
            return;
        }
        long number = row.position().row();
        Long before = seen.putIfAbsent(List.of(row.fiscalYear(), row.unitCode(), row.key()), number);
        if (before != null) {
            List<String> said = new ArrayList<>();
            row.key().forEach(text -> said.add(text == null ? "-" : Excerpt.of(text)));
            throw new CellProblem(
                    null,
                    null,
                    Texts.of(
                            "document.row-twice",
                            "first",
                            Long.toString(before),
                            "unit",
                            Excerpt.of(row.unitCode()),
                            "key",
                            String.join(", ", said)));
        }
    }

    /**
     * The cells of one row.
     *
     * @param file the name of the file
     * @param table the table
     * @param row the row
     */
    record Cells(String file, ReferenceTable table, Row row) {

        Position position() {
            return new Position(file, row.number());
        }

        FiscalYear fiscalYear() throws CellProblem {
            return LineMaker.year(table.heading("fiscal_year"), needed("fiscal_year"));
        }

        String unit() throws CellProblem {
            return needed("unit");
        }

        String needed(String column) throws CellProblem {
            return table.needed(row, column);
        }

        @Nullable
        String text(String column) {
            return table.text(row, column);
        }

        @Nullable
        BigDecimal quantity(String column) throws CellProblem {
            String text = text(column);
            if (text == null) {
                return null;
            }
            if (!QUANTITY.matcher(text).matches()) {
                throw new CellProblem(
                        table.heading(column), text, Texts.of("document.quantity", "value", Excerpt.of(text)));
            }
            return new BigDecimal(text.replace(",", ""));
        }
    }
}
