package org.hrbudget.rules.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A small table of comma-separated values with a heading row; a row is on one line. */
final class CsvTable {

    /** A row, numbered as a spreadsheet does. */
    record Row(CsvTable table, int number, Map<String, String> cells) {

        /** {@return the cell without blanks at its ends; {@code null} where the table has no such column} */
        @Nullable
        String text(String column) {
            String cell = cells.get(column);
            return cell == null ? null : cell.strip();
        }

        ScenarioException fault(String column, String problem, String advice) {
            int index = new ArrayList<>(table.columns).indexOf(column);
            String place = index < 0 ? "" : " (" + letters(index) + number + ")";
            return new ScenarioException(table.file + ":" + number + place, problem, advice);
        }
    }

    private final String file;
    private final Set<String> columns;
    private final List<Row> rows = new ArrayList<>();

    private CsvTable(String file, Set<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    List<Row> rows() {
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
        CsvTable table = null;
        int number = 0;
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (String raw : content.split("\n", -1)) {
            number++;
            String line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
            if (line.isBlank()) {
                continue;
            }
            List<String> cells = cells(file, number, line);
            if (table == null) {
                table = new CsvTable(file, heading(file, number, cells, known, needed));
            } else {
                table.add(number, cells);
            }
        }
        if (table == null) {
            throw new ScenarioException(
                    file, "The table has no heading row.", "Maybe begin it with: " + String.join(",", known));
        }
        return table;
    }

    private static Set<String> heading(
            String file, int number, List<String> cells, List<String> known, List<String> needed) {
        Set<String> columns = new LinkedHashSet<>();
        for (String cell : cells) {
            String column = cell.strip();
            String place = file + ":" + number + " (" + letters(columns.size()) + number + ")";
            if (!known.contains(column)) {
                throw new ScenarioException(
                        place,
                        "\"" + column + "\" is not a column of this table.",
                        ScenarioException.maybe(column, known));
            }
            if (!columns.add(column)) {
                throw new ScenarioException(
                        place, "The column \"" + column + "\" appears twice.", "Maybe keep one of the two.");
            }
        }
        for (String column : needed) {
            if (!columns.contains(column)) {
                throw new ScenarioException(
                        file + ":" + number,
                        "The column \"" + column + "\" is missing.",
                        "Maybe write as heading row: " + String.join(",", known));
            }
        }
        return columns;
    }

    private void add(int number, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new ScenarioException(
                    file + ":" + number,
                    "The row has " + cells.size() + " cells, the heading row " + columns.size() + ".",
                    "Maybe a text that holds a comma is not in double quotes.");
        }
        Map<String, String> row = new LinkedHashMap<>();
        int at = 0;
        for (String column : columns) {
            row.put(column, cells.get(at++));
        }
        rows.add(new Row(this, number, row));
    }

    private static List<String> cells(String file, int number, String line) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            StringBuilder cell = new StringBuilder();
            if (at < line.length() && line.charAt(at) == '"') {
                int column = cells.size();
                at = quotedCell(
                        line,
                        at + 1,
                        cell::append,
                        () -> new ScenarioException(
                                file + ":" + number + " (" + letters(column) + number + ")",
                                "A double quote is not closed at the end of its cell.",
                                "Maybe close it; two double quotes stand for one within."));
            } else {
                int comma = line.indexOf(',', at);
                int end = comma < 0 ? line.length() : comma;
                cell.append(line, at, end);
                at = end;
            }
            cells.add(cell.toString());
            at++;
        }
        return cells;
    }

    private static int quotedCell(
            String line, int from, Consumer<Character> content, Supplier<ScenarioException> fault) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at++);
            boolean twice = at < line.length() && line.charAt(at) == '"';
            if (c != '"') {
                content.accept(c);
            } else if (twice) {
                content.accept('"');
                at++;
            } else if (at == line.length() || line.charAt(at) == ',') {
                return at;
            } else {
                break;
            }
        }
        throw fault.get();
    }

    /** {@return the letters by which a spreadsheet names a column, the first being 0} */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
