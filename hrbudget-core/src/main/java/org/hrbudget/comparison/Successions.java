package org.hrbudget.comparison;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Follows units to those that took their place, and notes what it met. For one thread. */
final class Successions {

    private final Map<String, SortedSet<String>> table;
    private final TreeSet<String> followed = new TreeSet<>();
    private final TreeMap<String, SortedSet<String>> split = new TreeMap<>();

    Successions(Map<String, SortedSet<String>> table) {
        this.table = table;
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
