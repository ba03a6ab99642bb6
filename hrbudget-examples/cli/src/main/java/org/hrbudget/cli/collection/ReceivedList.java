package org.hrbudget.cli.collection;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReferenceRows;

/**
 * What the counter wrote down of each file: whose it is and when it came. A table with the columns {@code unit}, {@code file} and
 * {@code received}.
 *
 * @param entries the rows, in their order
 */
public record ReceivedList(List<Entry> entries) {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "unit",
            List.of("unit", "unit_code", "unidad", "unidad_responsable", "clave", "clave_unidad", "ur"),
            "file",
            List.of("file", "archivo"),
            "received",
            List.of("received", "recibido", "fecha", "fecha_recepcion", "fecha_recepción"));

    /** The list where there is none. */
    public static final ReceivedList NONE = new ReceivedList(List.of());

    /** Copies the list. */
    public ReceivedList {
        entries = List.copyOf(entries);
    }

    /**
     * A file that came.
     *
     * @param unit the code of the unit that it is of
     * @param file its path in the folder of what was handed in, or its name
     * @param received when it came
     */
    record Entry(String unit, String file, Moment received) {

        /** {@return whether it speaks of a file} */
        boolean isOf(String path) {
            String folded = Roster.folded(path);
            String own = Roster.folded(file).replace('\\', '/');
            return folded.equals(own) || folded.endsWith("/" + own);
        }
    }

    /**
     * {@return the list in a file}
     *
     * @param zone the zone whose clocks the times without a zone are by
     * @throws org.hrbudget.io.BudgetReadException if it cannot be read, or a row of it is wrong
     */
    public static ReceivedList read(Path file, ZoneId zone) {
        ReferenceRows table = ReferenceRows.read(Input.of(file), COLUMNS, List.of("unit", "file", "received"));
        List<Entry> entries = new ArrayList<>();
        Map<String, Long> rows = new HashMap<>();
        for (ReferenceRows.Row row : table.rows()) {
            String name = row.cells().getOrDefault("file", "");
            String when = row.cells().getOrDefault("received", "");
            Long before = rows.putIfAbsent(Roster.folded(name), row.number());
            if (before != null) {
                throw table.refusal(
                        row,
                        "file",
                        CollectionWords.both("received.twice", "file", name, "row", Long.toString(before)));
            }
            Moment moment = Moment.parse(when, zone)
                    .orElseThrow(
                            () -> table.refusal(row, "received", CollectionWords.both("received.when", "value", when)));
            entries.add(new Entry(row.cells().getOrDefault("unit", ""), name, moment));
        }
        return new ReceivedList(entries);
    }
}
