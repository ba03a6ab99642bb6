package org.hrbudget.rules.internal.packs.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.validation.Rule.DatedRow;
import org.hrbudget.validation.Rule.DatedRow.Basis;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one key say, in the order of time: one row that always holds, or several of which at most one holds at a time.
 *
 * @param rows the rows, at least one
 * @param <V> what a row says
 */
public record Timeline<V>(List<Row<V>> rows) {

    /**
     * What a row says, and when.
     *
     * @param period when it holds
     * @param value what it says
     * @param cells the row in its table
     * @param <V> what it says
     */
    public record Row<V>(Period period, V value, Table.TableRow cells) {

        @Nullable
        Basis basis() {
            return period.basis();
        }
    }

    private static final Comparator<Row<?>> IN_TIME =
            Comparator.comparing(row -> row.period().from(), Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Copies the list. */
    public Timeline {
        rows = List.copyOf(rows);
    }

    /**
     * {@return the rows of a key, in the order of time}
     *
     * @param key the column of the key
     * @param rows its rows as they are written
     * @param atFault collects the key where its times are at fault
     * @param all collects rows that hold at the same time
     */
    static <V> Timeline<V> of(String key, List<Row<V>> rows, Set<String> atFault, Faults all) {
        Faults faults = new Faults();
        List<Row<V>> sorted = new ArrayList<>(rows);
        Row<V> first = rows.get(0);
        if (atFault.contains(first.cells().text(key))) {
            // A row of which the time is not known would seem to be in the way of others, or to be of another kind.
            return new Timeline<>(List.of(new Row<>(Period.ALWAYS, first.value(), first.cells())));
        }
        for (Row<V> row : rows.subList(1, rows.size())) {
            Table.Cell cell = row.cells().cell(key);
            if (row.basis() == null || first.basis() == null) {
                faults.add(cell.fault(PackWords.of(
                        "key-twice",
                        "key",
                        cell.text(),
                        "cell",
                        first.cells().cell(key).name())));
                sorted.remove(row);
            } else if (row.basis() != first.basis()) {
                faults.add(cell.fault(PackWords.of(
                        "dates-of-two-kinds",
                        "key",
                        cell.text(),
                        "cell",
                        first.cells().cell(key).name())));
                sorted.remove(row);
            }
        }
        sorted.sort(IN_TIME);
        Timeline<V> line = new Timeline<>(sorted);
        line.between(
                (before, after) -> {
                    LocalDate from = after.period().from();
                    LocalDate to = before.period().to();
                    return from == null || to == null || !to.isBefore(from)
                            ? at(after, "rows-overlap", before, key)
                            : null;
                },
                faults);
        if (!faults.isEmpty()) {
            atFault.add(first.cells().text(key));
            all.addAll(faults);
        }
        return line;
    }

    /**
     * {@return the rows of a table of which each holds until the next of its key does, by key; none of a key whose times are at fault}
     *
     * @param table the table
     * @param key the column of the key
     * @param value what a row says
     * @param atFault collects the keys whose times are at fault
     * @param faults collects what is wrong with rows
     */
    public static <V> Map<String, Timeline<V>> beginning(
            Table table, String key, Function<Table.TableRow, V> value, Set<String> atFault, Faults faults) {
        Map<String, Timeline<V>> lines = new TreeMap<>();
        Tables.rows(table, key, value, atFault, faults).forEach((text, rows) -> {
            List<Row<V>> sorted = new ArrayList<>(rows);
            sorted.sort(IN_TIME);
            for (int i = 0; i + 1 < sorted.size(); i++) {
                Row<V> row = sorted.get(i);
                LocalDate from = row.period().from();
                LocalDate next = sorted.get(i + 1).period().from();
                if (from != null && next != null && from.isBefore(next)) {
                    sorted.set(
                            i, new Row<>(new Period(row.basis(), from, next.minusDays(1)), row.value(), row.cells()));
                }
            }
            lines.put(text, of(key, sorted, atFault, faults));
        });
        lines.keySet().removeAll(atFault);
        return lines;
    }

    /** Says where no row holds between two that do, and before the first and after the last within the time that a pack governs. */
    void refuseHoles(String key, Governed governed, Faults faults) {
        between(
                (before, after) -> {
                    LocalDate from = after.period().from();
                    LocalDate to = before.period().to();
                    return from != null && to != null && to.plusDays(1).isBefore(from)
                            ? at(after, "rows-hole", before, key)
                            : null;
                },
                faults);
        Basis basis = basis();
        if (basis == null) {
            return;
        }
        Row<V> first = rows.get(0);
        LocalDate start = governed.from(basis);
        LocalDate from = first.period().from();
        if (from != null && (start == null || from.isAfter(start))) {
            faults.add(first.cells()
                    .cell("from")
                    .fault(PackWords.of(
                            "rows-begin-late", "key", first.cells().text(key), "day", Period.shown(basis, from))));
        }
        Row<V> last = rows.get(rows.size() - 1);
        LocalDate end = governed.to(basis);
        LocalDate to = last.period().to();
        if (to != null && (end == null || to.isBefore(end))) {
            faults.add(last.cells()
                    .cell("to")
                    .fault(PackWords.of(
                            "rows-end-early", "key", last.cells().text(key), "day", Period.shown(basis, to))));
        }
    }

    /** Notes the rows of the version's own tables that never hold, because the time it governs is another. */
    public void noteIdle(String key, Governed governed, Faults faults) {
        for (Row<V> row : rows) {
            Basis basis = row.basis();
            Table.Cell cell = row.cells().cell(key);
            if (basis == null || !governed.owns(cell.source())) {
                continue;
            }
            LocalDate start = governed.from(basis);
            LocalDate end = governed.to(basis);
            LocalDate from = row.period().from();
            LocalDate to = row.period().to();
            if (start != null && to != null && to.isBefore(start)) {
                faults.note(idle(cell, "row-before-its-version", Period.shown(basis, start)));
            } else if (end != null && from != null && from.isAfter(end)) {
                faults.note(idle(cell, "row-after-its-version", Period.shown(basis, end)));
            }
        }
    }

    private static Fault idle(Table.Cell cell, String kind, String day) {
        return cell.fault(PackWords.of(kind, "key", cell.text(), "day", day));
    }

    /** The time a pack governs, as far as it is known. */
    public interface Governed {

        /** {@return the first day of it, or {@code null} where none is known} */
        @Nullable
        LocalDate from(Basis basis);

        /** {@return the last day of it, or {@code null} where none is known} */
        @Nullable
        LocalDate to(Basis basis);

        /** {@return whether a file is of the version itself, and not of one that it amends} */
        boolean owns(SourceText file);
    }

    private interface Look<V> {
        @Nullable
        FaultText at(Row<V> before, Row<V> after);
    }

    private void between(Look<V> look, Faults faults) {
        for (int i = 1; i < rows.size(); i++) {
            Row<V> after = rows.get(i);
            FaultText fault = look.at(rows.get(i - 1), after);
            if (fault != null) {
                faults.add(after.cells().cell("from").fault(fault));
            }
        }
    }

    private static <V> FaultText at(Row<V> after, String kind, Row<V> before, String key) {
        Basis basis = Objects.requireNonNull(after.basis());
        LocalDate from = after.period().from();
        LocalDate to = before.period().to();
        return PackWords.of(
                kind,
                "key",
                after.cells().text(key),
                "cell",
                before.cells().cell(key).name(),
                "from",
                from == null ? "" : Period.shown(basis, from),
                "to",
                to == null ? "" : Period.shown(basis, to));
    }

    /** {@return what its ends count; {@code null} where its one row always holds} */
    public @Nullable Basis basis() {
        return rows.get(0).basis();
    }

    /** {@return what the last row says: of what does not change from row to row, what all of them say} */
    public V latest() {
        return rows.get(rows.size() - 1).value();
    }

    /** {@return whether it can be told which row holds} */
    public boolean decided(Moment moment) {
        Basis basis = basis();
        return basis == null || moment.day(basis) != null;
    }

    /** {@return the row that holds; {@code null} where none does, or it cannot be told} */
    public @Nullable Row<V> at(Moment moment) {
        Basis basis = basis();
        LocalDate day = basis == null ? null : moment.day(basis);
        return basis == null
                ? rows.get(0)
                : rows.stream()
                        .filter(row -> day != null && row.period().includes(day))
                        .findFirst()
                        .orElse(null);
    }

    /** {@return the year or day of a moment that decides, as the tables write it} */
    public String shown(Moment moment) {
        Basis basis = basis();
        LocalDate day = basis == null ? null : moment.day(basis);
        return basis == null || day == null ? "" : Period.shown(basis, day);
    }

    /** {@return the first days on which another row holds than the day before, or none any more} */
    public Stream<LocalDate> changes() {
        return rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.ofNullable(row.period().from()),
                        Stream.ofNullable(row.period().to()).map(last -> last.plusDays(1))));
    }

    /** {@return its rows as a reader is told of them; none where its one row always holds} */
    public List<DatedRow> dated(String file, String key, Function<V, String> value) {
        return basis() == null
                ? List.of()
                : rows.stream()
                        .map(row -> row.period().row(file, key, value.apply(row.value())))
                        .toList();
    }
}
