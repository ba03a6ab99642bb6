package org.hrbudget.rules.authoring.internal.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/** What is seen of a budget as it is read: the line in question, and what other lines have in its cells. */
final class LineWatch {

    private static final int MOST_VALUES = 40;
    private static final int MOST_UNITS = 300;

    private final Position wanted;
    private final List<SpendingLine> found = new ArrayList<>();
    private final Map<String, Map<String, Set<String>>> byUnit = new LinkedHashMap<>();
    private final Map<String, Set<String>> byField = new LinkedHashMap<>();
    private long firstRow;
    private long lastRow;

    /** @param wanted the line; an empty file name stands for any */
    LineWatch(Position wanted) {
        this.wanted = wanted;
    }

    SpendingLine see(SpendingLine line) {
        long row = line.position().row();
        firstRow = firstRow == 0 ? row : Math.min(firstRow, row);
        lastRow = Math.max(lastRow, row);
        if (isWanted(line.position())) {
            found.add(line);
        } else {
            note(line);
        }
        return line;
    }

    boolean isWanted(@Nullable Position position) {
        return position != null
                && position.row() == wanted.row()
                && (wanted.file().isEmpty() || wanted.file().equals(position.file()));
    }

    private void note(SpendingLine line) {
        BudgetUnit unit = line.unit();
        String code = unit == null ? "" : unit.code();
        for (String field : LineCells.CODES) {
            String value = LineCells.written(line, field);
            if (value != null && !field.equals("id")) {
                keep(byField.computeIfAbsent(field, word -> new LinkedHashSet<>()), value);
                if (byUnit.size() < MOST_UNITS || byUnit.containsKey(code)) {
                    keep(
                            byUnit.computeIfAbsent(code, one -> new LinkedHashMap<>())
                                    .computeIfAbsent(field, word -> new LinkedHashSet<>()),
                            value);
                }
            }
        }
        for (ActionLink link : line.links()) {
            String action = link.actionCode();
            if (action != null) {
                keep(byField.computeIfAbsent("links", word -> new LinkedHashSet<>()), action);
            }
        }
    }

    private static void keep(Set<String> values, String value) {
        if (values.size() < MOST_VALUES) {
            values.add(value);
        }
    }

    /** {@return the lines in the row asked for: of several files, several} */
    List<SpendingLine> found() {
        return found;
    }

    /** {@return the first row that is a line; 0 where there is none} */
    long firstRow() {
        return firstRow;
    }

    /** {@return the last row that is a line; 0 where there is none} */
    long lastRow() {
        return lastRow;
    }

    /** {@return the files that have the row} */
    Set<String> files() {
        Set<String> files = new TreeSet<>();
        found.forEach(line -> files.add(line.position().file()));
        return files;
    }

    /** {@return some of what other lines have in a cell, those of the same unit first, each in the order of the lines} */
    Set<String> inUse(SpendingLine line, String field) {
        BudgetUnit unit = line.unit();
        Set<String> values = new LinkedHashSet<>(
                byUnit.getOrDefault(unit == null ? "" : unit.code(), Map.of()).getOrDefault(field, Set.of()));
        values.addAll(byField.getOrDefault(field, Set.of()));
        return values;
    }
}
