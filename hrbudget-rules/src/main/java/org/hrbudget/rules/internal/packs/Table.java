package org.hrbudget.rules.internal.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;

/** A small table of a pack: comma-separated values in UTF-8 with a header; a row stands on one line. */
final class Table {

    /** A cell and where it stands; its blanks at the ends count only in {@code raw}. */
    record Cell(SourceText source, String raw, int start, String name) {

        String text() {
            return raw.strip();
        }

        Fault fault(FaultText what) {
            return source.fault(start, raw, name, what);
        }

        Fault fault(String problem, String advice) {
            return source.fault(start, raw, problem, advice);
        }

        boolean isEmpty() {
            return raw.isBlank();
        }
    }

    /** A row: its cells by column. */
    record Row(Map<String, Cell> cells) {

        Cell cell(String column) {
            Cell cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("No column " + column);
            }
            return cell;
        }

        String text(String column) {
            return cell(column).text();
        }
    }

    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    private Table(List<String> columns) {
        this.columns = columns;
    }

    List<String> columns() {
        return columns;
    }

    List<Row> rows() {
        return rows;
    }

    /** {@return the table, whose header must be exactly these columns; without rows where it is not} */
    static Table parse(SourceText source, List<String> expected, Faults faults) {
        Table table = parse(source, faults);
        if (table.columns.equals(expected)) {
            return table;
        }
        faults.add(source.fault(
                0,
                String.join(",", table.columns),
                "The header is not that of this table.",
                "Write as the first line: " + String.join(",", expected)));
        return new Table(expected);
    }

    /** {@return the table, whatever its columns} */
    static Table parse(SourceText source, Faults faults) {
        int start = 0;
        int sheetRow = 0;
        Table table = null;
        for (String raw : source.text().split("\n", -1)) {
            String line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
            int lineStart = start;
            int lineRow = ++sheetRow;
            start += raw.length() + 1;
            if (line.isBlank()) {
                continue;
            }
            List<Cell> cells = faults.from(() -> cells(source, line, lineStart, lineRow));
            if (table == null) {
                table = new Table(
                        cells == null
                                ? List.of()
                                : cells.stream().map(Cell::text).toList());
            } else if (cells != null) {
                Table current = table;
                faults.during(() -> current.add(cells));
            }
        }
        return table == null ? new Table(List.of()) : table;
    }

    private void add(List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw cells.get(0)
                    .fault(
                            "This row has " + cells.size() + " cells where the header has " + columns.size() + ".",
                            "Put a text that holds a comma in double quotes; leave a cell without value empty.");
        }
        Map<String, Cell> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        rows.add(new Row(row));
    }

    private static List<Cell> cells(SourceText source, String line, int start, int sheetRow) {
        List<Cell> cells = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            int cellStart = at;
            String text;
            if (at < line.length() && line.charAt(at) == '"') {
                StringBuilder content = new StringBuilder();
                at = quoted(source, line, start, at + 1, content);
                text = content.toString();
            } else {
                int comma = line.indexOf(',', at);
                at = comma < 0 ? line.length() : comma;
                text = line.substring(cellStart, at);
            }
            cells.add(new Cell(source, text, start + cellStart, letters(cells.size()) + sheetRow));
            at++;
        }
        return cells;
    }

    /** {@return the letters by which a spreadsheet names a column, the first being 0} */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    /** Reads a quoted cell, in which two quotes stand for one, and returns where it ends. */
    private static int quoted(SourceText source, String line, int start, int from, StringBuilder content) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c != '"') {
                content.append(c);
            } else if (at < line.length() && line.charAt(at) == '"') {
                content.append('"');
                at++;
            } else if (at == line.length() || line.charAt(at) == ',') {
                return at;
            } else {
                break;
            }
        }
        throw source.fault(
                start + from - 1,
                line.substring(from - 1),
                "A quote is not closed at the end of its cell.",
                "Close it; write two double quotes for one within.");
    }
}
