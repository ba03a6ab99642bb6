package org.hrbudget.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A small table that comes beside budgets and that has no type of its own here, such as the list of units that hand one in. It is
 * separated text, whose charset and separator are found out, or a workbook, and has a row of headings; blank rows are passed over.
 * Immutable.
 *
 * <pre>{@code
 * ReferenceRows units = ReferenceRows.read(
 *         Input.of(Path.of("units.csv")),
 *         Map.of("unit", List.of("unit", "unidad"), "name", List.of("name", "nombre")),
 *         List.of("unit"));
 * units.rows().forEach(row -> System.out.println(row.cells().get("unit")));
 * }</pre>
 */
public final class ReferenceRows {

    private final String name;
    private final Map<String, String> headings;
    private final List<Row> rows;

    private ReferenceRows(String name, Map<String, String> headings, List<Row> rows) {
        this.name = name;
        this.headings = Map.copyOf(headings);
        this.rows = List.copyOf(rows);
    }

    /**
     * A row of the table.
     *
     * @param number its number, as a spreadsheet numbers it
     * @param cells the texts of its cells that are not blank, without blanks at their ends, by the names of their columns
     */
    public record Row(long number, Map<String, String> cells) {

        /** Copies the map. */
        public Row {
            cells = Map.copyOf(cells);
        }

        /**
         * {@return the text of a cell, or {@code null} where it is blank or has no column}
         *
         * @param column the name of the column
         */
        public @Nullable String cell(String column) {
            return cells.get(column);
        }
    }

    /**
     * {@return the table in an input}
     *
     * @param input the input
     * @param columns the names of the columns that are wanted, each with the headings it may have; case does not matter
     * @param required those that must be there, and filled in every row
     * @throws BudgetReadException if it cannot be read, lacks a column that is required, has a heading that is nearly one of those
     *     wanted, a wrong row, or no row
     */
    public static ReferenceRows read(Input input, Map<String, List<String>> columns, List<String> required) {
        Map<String, String> headings = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        try (ReferenceTable table = ReferenceTable.open(input, ReadLimits.DEFAULT, columns, required)) {
            table.refuseSlips(columns);
            columns.keySet().forEach(column -> headings.put(column, table.heading(column)));
            table.each(row -> {
                Map<String, String> cells = new HashMap<>();
                for (String column : columns.keySet()) {
                    String text = required.contains(column) ? table.needed(row, column) : table.text(row, column);
                    if (text != null) {
                        cells.put(column, text);
                    }
                }
                rows.add(new Row(table.lastNumber(), cells));
            });
        } catch (IOException e) {
            throw new BudgetReadException(
                    Texts.of("file.unreadable", "file", input.name(), "reason", String.valueOf(e.getMessage())), e);
        }
        if (rows.isEmpty()) {
            throw new BudgetReadException(Texts.of("table.no-rows", "file", input.name()), null);
        }
        return new ReferenceRows(input.name(), headings, rows);
    }

    /** {@return the rows, in the order of the file; at least one} */
    public List<Row> rows() {
        return rows;
    }

    /**
     * {@return the refusal of the table because of one of its rows, which names file, row and column}
     *
     * @param row the row
     * @param column the name of the column, or {@code null} where the whole row is at fault
     * @param reason what is wrong, and what to do
     */
    public BudgetReadException refusal(Row row, @Nullable String column, Bilingual reason) {
        CellProblem problem = column == null
                ? new CellProblem(null, null, reason)
                : new CellProblem(headings.getOrDefault(column, column), row.cell(column), reason);
        return ReferenceTable.refusal(name, row.number(), problem);
    }
}
