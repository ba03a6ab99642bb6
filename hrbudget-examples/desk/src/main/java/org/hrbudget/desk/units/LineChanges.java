package org.hrbudget.desk.units;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * What became of the lines of a unit from one of its files to another. A line is known by its key; of several with one key those that say the
 * same belong together first, then each to the next. A line in the same row that says the same under another key has had its key mended.
 *
 * @param lines the lines that are not the same in both, in the order of the later file, then those that it has no more
 * @param same how many are the same
 */
record LineChanges(List<Line> lines, long same) {

    /** What became of a line. */
    enum Fate {
        /** The earlier file has none like it. */
        ADDED,
        /** The later file has none like it. */
        DROPPED,
        /** It says something else. */
        CHANGED
    }

    /** What is told apart of a line. */
    enum What {
        /** Its key. */
        KEY,
        /** One of its amounts. */
        AMOUNT,
        /** The actions it names, each with the right and the part of the money that stand beside it. */
        ACTIONS,
        /** Why it names none. */
        REASON,
        /** Its identifier. */
        ID,
        /** A column that the library has no word for. */
        COLUMN
    }

    /**
     * A line that is not the same in both.
     *
     * @param fate what became of it
     * @param key its key, as it is now
     * @param before its row in the earlier file, or 0
     * @param after its row in the later file, or 0
     * @param cells what is not the same
     */
    record Line(Fate fate, String key, long before, long after, List<Cell> cells) {}

    /**
     * What is not the same of a line.
     *
     * @param of of what
     * @param name which kind of amount, or the heading of a column; else empty
     * @param before what was said; empty for nothing
     * @param after what is said; empty for nothing
     */
    record Cell(What of, String name, String before, String after) {

        /** {@return the last part of the key of its word; empty for a column, which its heading names} */
        public String word() {
            return of == What.COLUMN ? "" : of == What.AMOUNT ? of + "." + name : of.name();
        }
    }

    /**
     * What a line says is called so.
     *
     * @param of what
     * @param name which kind of amount, or the heading of a column; else empty
     */
    record Name(What of, String name) {}

    /**
     * A line as far as it is compared.
     *
     * @param row its row
     * @param key its key
     * @param said what it says beside its key, where it says something
     */
    record Known(long row, String key, Map<Name, String> said) {

        static Known of(SpendingLine line) {
            Map<Name, String> said = new LinkedHashMap<>();
            for (AmountKind kind : AmountKind.values()) {
                BigDecimal amount = line.amount(kind);
                if (amount != null) {
                    said.put(new Name(What.AMOUNT, kind.name()), amount.toPlainString());
                }
            }
            put(said, What.ACTIONS, line.links().stream().map(Known::text).collect(Collectors.joining(", ")));
            put(said, What.REASON, line.noActionReason());
            put(said, What.ID, line.id());
            line.passThrough().forEach((heading, text) -> {
                if (!text.isBlank()) {
                    said.put(new Name(What.COLUMN, heading), text);
                }
            });
            return new Known(line.position().row(), key(line), said);
        }

        private static void put(Map<Name, String> said, What what, @Nullable String text) {
            if (text != null && !text.isEmpty()) {
                said.put(new Name(what, ""), text);
            }
        }

        private static String text(ActionLink link) {
            return Stream.of(link.label(), link.namedRight(), link.amount(), link.share())
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .collect(Collectors.joining(" / "));
        }

        /** What a comparison of years knows a line by. */
        private static String key(SpendingLine line) {
            return Stream.of(
                            line.functionalCode(),
                            line.resultStructure().result(),
                            line.resultStructure().subresult(),
                            line.resultStructure().activity(),
                            line.programmeCode(),
                            line.objectCode(),
                            line.fundingSource(),
                            line.spendingType(),
                            line.identifierDigit())
                    .map(part -> Objects.requireNonNullElse(part, "–"))
                    .collect(Collectors.joining(" "));
        }
    }

    /**
     * {@return what became of lines from one file to another}
     *
     * @param before those of the earlier file, in its order
     * @param after those of the later file, in its order
     */
    static LineChanges between(Collection<Known> before, Collection<Known> after) {
        Set<Known> open = new LinkedHashSet<>(before);
        Map<Known, Known> origins = new HashMap<>();
        pair(open, after, line -> List.of(line.key(), line.said()), origins);
        long same = origins.size();
        List<Known> rest =
                after.stream().filter(line -> !origins.containsKey(line)).toList();
        origins.clear();
        pair(open, rest, line -> List.of(line.row(), line.said()), origins);
        pair(open, rest, Known::key, origins);
        List<Line> lines = new ArrayList<>();
        rest.forEach(line -> lines.add(line(origins.get(line), line)));
        open.forEach(line -> lines.add(line(line, null)));
        return new LineChanges(List.copyOf(lines), same);
    }

    /** Gives each later line without an origin the first open line of the earlier file that is alike. */
    private static void pair(
            Set<Known> open, Collection<Known> after, Function<Known, Object> alike, Map<Known, Known> origins) {
        Map<Object, Deque<Known>> candidates = new HashMap<>();
        open.forEach(line -> candidates
                .computeIfAbsent(alike.apply(line), like -> new ArrayDeque<>())
                .add(line));
        for (Known line : after) {
            Deque<Known> those = origins.containsKey(line) ? null : candidates.get(alike.apply(line));
            Known origin = those == null ? null : those.poll();
            if (origin != null) {
                open.remove(origin);
                origins.put(line, origin);
            }
        }
    }

    private static Line line(@Nullable Known before, @Nullable Known after) {
        Known shown = Objects.requireNonNull(after == null ? before : after);
        Map<Name, String> was = before == null ? Map.of() : before.said();
        Map<Name, String> is = after == null ? Map.of() : after.said();
        List<Cell> cells = new ArrayList<>();
        if (before != null && after != null && !before.key().equals(after.key())) {
            cells.add(new Cell(What.KEY, "", before.key(), after.key()));
        }
        Set<Name> names = new LinkedHashSet<>(is.keySet());
        names.addAll(was.keySet());
        for (Name name : names) {
            String from = was.getOrDefault(name, "");
            String to = is.getOrDefault(name, "");
            if (!from.equals(to)) {
                cells.add(new Cell(name.of(), name.name(), from, to));
            }
        }
        return new Line(
                before == null ? Fate.ADDED : after == null ? Fate.DROPPED : Fate.CHANGED,
                shown.key(),
                before == null ? 0 : before.row(),
                after == null ? 0 : after.row(),
                cells);
    }

    /** {@return how many lines the earlier file does not have} */
    public long added() {
        return count(Fate.ADDED);
    }

    /** {@return how many lines the later file does not have} */
    public long dropped() {
        return count(Fate.DROPPED);
    }

    /** {@return how many lines say something else} */
    public long changed() {
        return count(Fate.CHANGED);
    }

    private long count(Fate fate) {
        return lines.stream().filter(line -> line.fate() == fate).count();
    }
}
