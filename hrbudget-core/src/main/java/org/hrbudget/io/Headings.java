package org.hrbudget.io;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.text.Nearest;
import org.jspecify.annotations.Nullable;

/** The headings of one file, matched to those that are looked for; and which of them something is read from. */
final class Headings {

    private final String file;
    private final List<String> headings;
    private final Map<String, Integer> byFolded = new HashMap<>();
    private final UnaryOperator<String> folding;
    private final Map<Integer, Integer> twice = new TreeMap<>();
    private final BitSet used = new BitSet();
    private final BitSet passed = new BitSet();

    /**
     * Starts with nothing read.
     *
     * @param folding makes equal what counts as the same heading
     */
    Headings(String file, List<String> headings, UnaryOperator<String> folding) {
        this.file = file;
        this.headings = headings;
        this.folding = folding;
        for (int i = 0; i < headings.size(); i++) {
            String folded = folding.apply(headings.get(i));
            Integer before = folded.isEmpty() ? null : byFolded.putIfAbsent(folded, i);
            if (before != null) {
                twice.put(i, before);
            }
        }
    }

    /** {@return the headings as the file writes them, empty where a column has none} */
    List<String> all() {
        return headings;
    }

    /** {@return how many columns a row must have at least: columns without a heading at the end may be left out} */
    int named() {
        int named = headings.size();
        while (named > 0 && headings.get(named - 1).isEmpty()) {
            named--;
        }
        return named;
    }

    /** {@return the heading of a column, or a made one: {@code column 27}} */
    String name(int index) {
        String heading = headings.get(index);
        return heading.isEmpty() ? "column " + (index + 1) : heading;
    }

    /** Refuses a heading that appears twice. */
    void refuseTwice() {
        twice.forEach((second, first) -> {
            throw refusal(
                    "header.twice",
                    "name",
                    headings.get(second),
                    "first",
                    Integer.toString(first + 1),
                    "second",
                    Integer.toString(second + 1));
        });
    }

    /** {@return the index of the only heading of these that the file has, or -1} */
    int find(String field, List<String> wanted) {
        int found = -1;
        for (String heading : wanted) {
            Integer index = byFolded.get(folding.apply(heading));
            if (index != null && found >= 0 && index != found) {
                throw ambiguous(field, Math.min(found, index), Math.max(found, index));
            }
            found = index == null ? found : index;
        }
        Integer again = found < 0 ? null : repetitionOf(found);
        if (again != null) {
            throw ambiguous(field, found, again);
        }
        return found;
    }

    private @Nullable Integer repetitionOf(int first) {
        return twice.entrySet().stream()
                .filter(pair -> pair.getValue() == first)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private BudgetReadException ambiguous(String field, int first, int second) {
        return refusal(
                "header.ambiguous", "field", field, "first", headings.get(first), "second", headings.get(second));
    }

    void use(int index) {
        used.set(index);
    }

    /** Notes a column that is known and not read: its heading is no slip. */
    void pass(int index) {
        passed.set(index);
    }

    /** {@return the columns from which something is read} */
    BitSet used() {
        return (BitSet) used.clone();
    }

    /** {@return the headings that nothing is read from and that are nearly one of these} */
    Set<String> near(Collection<String> wanted) {
        Set<String> near = new TreeSet<>();
        wanted.forEach(heading -> near.addAll(Nearest.to(heading, unused())));
        return near;
    }

    private List<String> unused() {
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            if (!used.get(i) && !passed.get(i) && !headings.get(i).isEmpty()) {
                unused.add(headings.get(i));
            }
        }
        return unused;
    }

    /** Refuses a heading that is nearly one of those looked for: its column would be passed over, and what it holds be missed. */
    void refuseSlips(Collection<String> known) {
        for (String heading : unused()) {
            Nearest.slip(folding.apply(heading), known).ifPresent(near -> {
                throw refusal("header.slip", "name", heading, "near", near);
            });
        }
    }

    /**
     * {@return what becomes of the columns}
     *
     * @param also columns that are looked at beside those that are used
     * @param more what is read beside the columns
     * @param absent what is looked for and the file has no column for
     */
    Input.Account.Columns account(Collection<Integer> also, List<String> more, List<String> absent) {
        List<String> read = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            (used.get(i) || also.contains(i) ? read : unread).add(name(i));
        }
        read.addAll(more);
        return new Input.Account.Columns(read, unread, absent);
    }

    BudgetReadException refusal(String key, String... more) {
        String[] values = new String[more.length + 2];
        values[0] = "file";
        values[1] = file;
        System.arraycopy(more, 0, values, 2, more.length);
        return new BudgetReadException(Texts.of(key, values), null);
    }
}
