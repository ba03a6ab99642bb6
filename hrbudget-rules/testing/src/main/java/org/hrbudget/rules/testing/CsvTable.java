package org.hrbudget.rules.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.io.internal.CsvRows;
import org.hrbudget.io.internal.DecodingReader;
import org.hrbudget.io.internal.ReadingStop;
import org.hrbudget.io.internal.Row;
import org.jspecify.annotations.Nullable;

/** A small table of comma-separated values with a heading row. */
final class CsvTable {

    /** A row, numbered as a spreadsheet does. */
    record Line(CsvTable table, int number, Map<String, String> cells) {

        /** {@return the cell without blanks at its ends; {@code null} where the table has no such column} */
        @Nullable
        String text(String column) {
            String cell = cells.get(column);
            return cell == null ? null : cell.strip();
        }

        Scenario.MalformedException fault(String column, String problem, String advice) {
            int index = new ArrayList<>(table.columns).indexOf(column);
            String place = index < 0 ? "" : " (" + letters(index) + number + ")";
            return new Scenario.MalformedException(table.file + ":" + number + place, problem, advice);
        }
    }

    private final String file;
    private final Set<String> columns;
    private final List<Line> rows = new ArrayList<>();

    private CsvTable(String file, Set<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    List<Line> rows() {
        return rows;
    }

    Set<String> columns() {
        return columns;
    }

    /** {@return a line of these cells, quoted only where they must be, with its end} */
    static String line(Collection<String> cells) {
        return cells.stream().map(CsvTable::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        // A cell with blanks at its ends is quoted so that nobody trims it by accident.
        return plain && cell.equals(cell.strip()) ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /**
     * {@return the table in a text}
     *
     * @param file what faults call it
     * @param text the text
     * @param known the columns it may have
     * @param needed the columns it must have
     */
    static CsvTable parse(String file, String text, List<String> known, List<String> needed) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (CsvRows rows = new CsvRows(
                file,
                new DecodingReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8),
                ',',
                ReadLimits.DEFAULT)) {
            Set<String> columns = heading(file, (int) rows.lastNumber(), rows.headings(), known, needed);
            CsvTable table = new CsvTable(file, columns);
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (!row.isBlank()) {
                    table.add(row);
                }
            }
            return table;
        } catch (ReadingStop e) {
            throw new Scenario.MalformedException(
                    file, e.text().en(), "Maybe write as heading row: " + String.join(",", known));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> heading(
            String file, int number, List<String> cells, List<String> known, List<String> needed) {
        Set<String> columns = new LinkedHashSet<>();
        for (String cell : cells) {
            String column = cell.strip();
            String place = file + ":" + number + " (" + letters(columns.size()) + number + ")";
            if (!known.contains(column)) {
                throw new Scenario.MalformedException(
                        place,
                        "\"" + column + "\" is not a column of this table.",
                        Scenario.MalformedException.maybe(column, known));
            }
            if (!columns.add(column)) {
                throw new Scenario.MalformedException(
                        place, "The column \"" + column + "\" appears twice.", "Maybe keep one of the two.");
            }
        }
        for (String column : needed) {
            if (!columns.contains(column)) {
                throw new Scenario.MalformedException(
                        file + ":" + number,
                        "The column \"" + column + "\" is missing.",
                        "Maybe write as heading row: " + String.join(",", known));
            }
        }
        return columns;
    }

    private void add(Row row) {
        String place = file + ":" + row.number();
        if (row.problem() != null) {
            throw new Scenario.MalformedException(
                    place, row.problem().en(), "Two double quotes stand for one within a cell.");
        }
        if (row.count() != columns.size()) {
            throw new Scenario.MalformedException(
                    place,
                    "The row has " + row.count() + " cells, the heading row " + columns.size() + ".",
                    "Maybe a text that holds a comma is not in double quotes.");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        int at = 0;
        for (String column : columns) {
            cells.put(column, row.cell(at++));
        }
        rows.add(new Line(this, (int) row.number(), cells));
    }

    /** {@return the letters by which a spreadsheet names a column, the first being 0} */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
