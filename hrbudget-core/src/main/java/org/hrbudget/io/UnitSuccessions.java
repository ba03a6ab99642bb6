package org.hrbudget.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads which units took the place of others between two budgets.
 *
 * <p>As CSV in UTF-8 with the columns {@code from} ({@code de}, {@code anterior}) and {@code to} ({@code a}, {@code nueva}): the code
 * of a unit, and that of the unit that took its place. Several units may become one; one that became several has a row for each, and
 * is then followed nowhere, because nothing says which part of it went where. Chains are followed to their end. A file with one wrong
 * row is refused as a whole.
 */
public final class UnitSuccessions {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "from", List.of("from", "de", "anterior", "unidad_anterior"),
            "to", List.of("to", "a", "nueva", "unidad_nueva"));

    private UnitSuccessions() {}

    /**
     * {@return the units in a file that others took the place of, each with those that did}
     *
     * @param file the file
     * @throws BudgetReadException if it cannot be read or one of its rows is wrong
     */
    public static Map<String, SortedSet<String>> read(Path file) {
        return read(Input.of(file));
    }

    /**
     * {@return the units in an input that others took the place of, each with those that did}
     *
     * @param input the input
     * @throws BudgetReadException if it cannot be read or one of its rows is wrong
     */
    public static Map<String, SortedSet<String>> read(Input input) {
        TreeMap<String, SortedSet<String>> all = new TreeMap<>();
        try (ReferenceTable table = ReferenceTable.open(input, ReadLimits.DEFAULT, COLUMNS, List.of("from", "to"))) {
            table.each(row -> {
                String from = table.needed(row, "from");
                String to = table.needed(row, "to");
                if (!all.computeIfAbsent(from, code -> new TreeSet<>()).add(to)) {
                    throw new CellProblem(
                            table.heading("to"),
                            to,
                            Texts.of("successions.twice", "from", Excerpt.of(from), "to", Excerpt.of(to)));
                }
                if (isCircle(from, all)) {
                    throw new CellProblem(
                            table.heading("to"),
                            to,
                            Texts.of("successions.circle", "from", Excerpt.of(from), "to", Excerpt.of(to)));
                }
            });
        } catch (IOException e) {
            throw new BudgetReadException(
                    Texts.of("file.unreadable", "file", input.name(), "reason", String.valueOf(e.getMessage())), e);
        }
        if (all.isEmpty()) {
            throw new BudgetReadException(Texts.of("table.no-rows", "file", input.name()), null);
        }
        return Collections.unmodifiableMap(all);
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
}
