package org.hrbudget.rules.internal.packs.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.rules.internal.packs.tables.Table.Cell;
import org.hrbudget.text.Nearest;

/**
 * Reads a table of a pack and says what a spreadsheet or a hand did to it. Where it can tell what was meant it reads on as if that
 * stood there, so that one slip is one fault and hides no other.
 */
final class TableReader {

    private final SourceText source;
    private final UnaryOperator<String> names;
    private final Faults faults;
    private final List<Integer> blankRows = new ArrayList<>();
    private final List<Integer> longRows = new ArrayList<>();
    private final List<Cell> firstOfBlankRows = new ArrayList<>();
    private final List<Cell> firstOfLongRows = new ArrayList<>();
    private char separator = ',';
    private boolean blankHeadings;

    /**
     * @param names gives the column that a heading stands for
     */
    TableReader(SourceText source, UnaryOperator<String> names, Faults faults) {
        this.source = source;
        this.names = names;
        this.faults = faults;
    }

    /** {@return the table} Any columns will do where none are expected. */
    Table read(List<String> expected, List<String> optional) {
        Table table = null;
        List<Cell> headings = List.of();
        int start = 0;
        int sheetRow = 0;
        for (String raw : source.text().split("\n", -1)) {
            String line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
            int lineStart = start;
            int row = ++sheetRow;
            start += raw.length() + 1;
            if (line.isBlank()) {
                continue;
            }
            if (table == null) {
                separator(line, lineStart);
            }
            List<Cell> cells = faults.from(() -> cells(line, lineStart, row));
            if (table == null) {
                headings = cells == null ? List.of() : named(cells);
                table = header(headings, expected, optional, cells != null);
            } else if (cells == null) {
                table.lacking();
            } else {
                row(table, headings, cells, row);
            }
        }
        noteBlanks();
        if (table != null) {
            return table;
        }
        faults.add(source.fault(
                expected.isEmpty()
                        ? PackWords.of("table-empty")
                        : PackWords.of("table-empty")
                                .advising(PackWords.text("write-header", "header", String.join(",", expected)))));
        return new Table(Map.of(), false);
    }

    private void separator(String line, int start) {
        for (char other : new char[] {';', '\t'}) {
            int at = line.indexOf(other);
            if (line.indexOf(',') < 0 && at >= 0) {
                separator = other;
                faults.note(source.fault(
                        start + at,
                        String.valueOf(other),
                        "A1",
                        PackWords.of(other == ';' ? "separator-semicolon" : "separator-tab")));
            }
        }
    }

    /** {@return the headings without the blank ones at the end} */
    private List<Cell> named(List<Cell> cells) {
        int named = cells.size();
        while (named > 0 && cells.get(named - 1).isEmpty()) {
            named--;
        }
        if (named < cells.size()) {
            // The rows below have the same blank columns; they are said once.
            blankHeadings = true;
            faults.note(cells.get(named).fault(PackWords.of("columns-blank")));
        }
        return cells.subList(0, named);
    }

    private Table header(List<Cell> headings, List<String> expected, List<String> optional, boolean readable) {
        List<String> known = Stream.concat(expected.stream(), optional.stream()).toList();
        Map<String, Cell> header = new LinkedHashMap<>();
        boolean whole = readable;
        Set<String> missing = new LinkedHashSet<>(expected);
        headings.forEach(heading -> missing.remove(names.apply(heading.text())));
        Aliases spanish = Aliases.ofTable(source.file());
        for (Cell heading : headings) {
            String name = names.apply(heading.text());
            if (heading.isEmpty()) {
                faults.add(heading.fault(PackWords.of("column-blank")));
            } else if (header.containsKey(name)) {
                faults.add(heading.fault(PackWords.of(
                        "column-twice", "column", name, "cell", header.get(name).name())));
                whole = false;
            } else if (expected.isEmpty() || known.contains(name)) {
                header.put(name, heading);
            } else {
                Set<String> open = new LinkedHashSet<>(missing);
                open.addAll(optional);
                open.removeAll(header.keySet());
                Optional<String> near =
                        Nearest.to(name, spanish.andAll(open)).stream().findFirst();
                faults.add(heading.fault(
                        near.isEmpty()
                                ? PackWords.near("column-unknown", name, asWritten(headings, known), "column", name)
                                : PackWords.near("column-unknown", name, Set.of(near.get()), "column", name)));
                near.map(names).ifPresent(column -> {
                    missing.remove(column);
                    header.put(column, heading);
                });
            }
        }
        if (readable && !missing.isEmpty()) {
            faults.add(source.fault(
                    headings.isEmpty() ? 0 : headings.get(0).start(),
                    headings.stream().map(Cell::raw).collect(Collectors.joining(String.valueOf(separator))),
                    "A1",
                    PackWords.of(
                            "column-missing",
                            "columns",
                            String.join(", ", asWritten(headings, missing)),
                            "header",
                            String.join(",", asWritten(headings, expected)))));
            whole = false;
        }
        return new Table(header, whole);
    }

    /** {@return columns in Spanish where one of the headings is} */
    private List<String> asWritten(List<Cell> headings, Collection<String> columns) {
        boolean spanish = headings.stream()
                .anyMatch(heading -> !names.apply(heading.text()).equals(heading.text()));
        return spanish ? Aliases.ofTable(source.file()).names(columns) : List.copyOf(columns);
    }

    private void row(Table table, List<Cell> headings, List<Cell> cells, int sheetRow) {
        if (cells.stream().allMatch(Cell::isEmpty)) {
            blankRows.add(sheetRow);
            firstOfBlankRows.add(cells.get(0));
            return;
        }
        List<Cell> fitting = cells;
        if (cells.size() > headings.size()
                && cells.subList(headings.size(), cells.size()).stream().allMatch(Cell::isEmpty)) {
            if (!blankHeadings) {
                longRows.add(sheetRow);
                firstOfLongRows.add(cells.get(headings.size()));
            }
            fitting = cells.subList(0, headings.size());
        }
        if (fitting.size() != headings.size()) {
            faults.add(wrongLength(fitting, headings.size()));
            table.lacking();
            return;
        }
        Map<String, Cell> row = new LinkedHashMap<>();
        for (Map.Entry<String, Cell> column : table.header().entrySet()) {
            Cell cell = fitting.get(headings.indexOf(column.getValue()));
            row.put(column.getKey(), cell);
        }
        table.add(new Table.TableRow(row));
    }

    /** A row is most often too long because a number has a comma in it, and too short because it has semicolons. */
    private Fault wrongLength(List<Cell> cells, int columns) {
        if (cells.size() == 1 && separator == ',' && cells.get(0).raw().indexOf(';') >= 0) {
            return cells.get(0).fault(PackWords.of("row-semicolons"));
        }
        int more = cells.size() - columns;
        for (int i = 0; more > 0 && i + more < cells.size(); i++) {
            List<Cell> parts = cells.subList(i, i + more + 1);
            if (parts.stream().allMatch(part -> part.raw().strip().matches("-?[0-9]+(\\.[0-9]+)?"))
                    && parts.get(0).text().length() <= 4) {
                String written = parts.stream().map(Cell::raw).collect(Collectors.joining(","));
                return source.fault(
                        parts.get(0).start(), written, parts.get(0).name(), NumberText.split(written.strip()));
            }
        }
        return cells.get(0)
                .fault(PackWords.of(
                        "row-length", "cells", Integer.toString(cells.size()), "columns", Integer.toString(columns)));
    }

    private void noteBlanks() {
        if (!blankRows.isEmpty()) {
            faults.note(firstOfBlankRows.get(0).fault(PackWords.of("rows-blank", "rows", ranges(blankRows))));
        }
        if (!longRows.isEmpty()) {
            faults.note(firstOfLongRows.get(0).fault(PackWords.of("cells-blank", "rows", ranges(longRows))));
        }
    }

    /** {@return numbers as people list them: 2, 5-9} */
    private static String ranges(List<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            int last = i;
            while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
                last++;
            }
            text.append(i == 0 ? "" : ", ").append(numbers.get(i));
            if (last > i) {
                text.append('-').append(numbers.get(last));
            }
            i = last;
        }
        return text.toString();
    }

    private List<Cell> cells(String line, int start, int sheetRow) {
        List<Cell> cells = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            int cellStart = at;
            String text;
            String name = source.cell(start + cellStart, letters(cells.size()) + sheetRow);
            if (at < line.length() && line.charAt(at) == '"') {
                StringBuilder content = new StringBuilder();
                at = quoted(line, start, at + 1, name, content);
                text = content.toString();
            } else {
                int end = line.indexOf(separator, at);
                at = end < 0 ? line.length() : end;
                text = line.substring(cellStart, at);
            }
            cells.add(new Cell(source, text, start + cellStart, name));
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
    private int quoted(String line, int start, int from, String name, StringBuilder content) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c != '"') {
                content.append(c);
            } else if (at < line.length() && line.charAt(at) == '"') {
                content.append('"');
                at++;
            } else if (at == line.length() || line.charAt(at) == separator) {
                return at;
            } else {
                break;
            }
        }
        throw source.fault(start + from - 1, line.substring(from - 1), name, PackWords.of("quote-open"));
    }
}
