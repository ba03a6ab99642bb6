package org.hrbudget.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReferenceRows;
import org.jspecify.annotations.Nullable;

/** Follows units to those that took their place, and notes what it met. For one thread. */
final class Successions {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "from", List.of("from", "de", "anterior", "unidad_anterior"),
            "to", List.of("to", "a", "nueva", "unidad_nueva"));

    private final Map<String, SortedSet<String>> table;
    private final TreeSet<String> followed = new TreeSet<>();
    private final TreeMap<String, SortedSet<String>> split = new TreeMap<>();

    Successions(Map<String, SortedSet<String>> table) {
        this.table = table;
    }

    /** {@return the table in an input; see {@link BudgetComparison#successions(Input)}} */
    static Map<String, SortedSet<String>> read(Input input) {
        ReferenceRows rows = ReferenceRows.read(input, COLUMNS, List.of("from", "to"));
        TreeMap<String, SortedSet<String>> all = new TreeMap<>();
        for (ReferenceRows.Row row : rows.rows()) {
            String from = row.cells().getOrDefault("from", "");
            String to = row.cells().getOrDefault("to", "");
            boolean isNew = all.computeIfAbsent(from, code -> new TreeSet<>()).add(to);
            if (!isNew || isCircle(from, all)) {
                throw rows.refusal(
                        row,
                        "to",
                        BudgetComparison.WORDING.of(
                                isNew ? "successions.circle" : "successions.twice", "from", from, "to", to));
            }
        }
        return all;
    }

    /** {@return whether one unit after the other leads back to the first} */
    private static boolean isCircle(String first, Map<String, SortedSet<String>> all) {
        Set<String> met = new HashSet<>();
        @Nullable SortedSet<String> next = all.get(first);
        while (next != null && next.size() == 1 && met.add(next.first())) {
            if (next.first().equals(first)) {
                return true;
            }
            next = all.get(next.first());
        }
        return false;
    }

    /** {@return the code that a unit's money is counted under} */
    String of(String code) {
        if (table.isEmpty()) {
            return code;
        }
        String at = code;
        SortedSet<String> next = table.get(at);
        // A table made in memory may lead in a circle.
        for (int steps = 0; next != null && next.size() == 1 && steps < table.size(); steps++) {
            followed.add(at);
            at = next.first();
            next = table.get(at);
        }
        if (next != null && next.size() > 1) {
            split.put(at, next);
        }
        return at;
    }

    /** {@return the units of the budgets that were counted under another} */
    Set<String> followed() {
        return followed;
    }

    /** {@return the units of the budgets that became several, with these} */
    Map<String, SortedSet<String>> split() {
        return split;
    }

    /** {@return the units of the table that neither budget has} */
    Set<String> unused() {
        TreeSet<String> unused = new TreeSet<>(table.keySet());
        unused.removeAll(followed);
        unused.removeAll(split.keySet());
        return unused;
    }
}
