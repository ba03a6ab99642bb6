package org.hrbudget.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.io.internal.AmountFormat;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.ReadingStop;
import org.hrbudget.io.internal.Row;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * A second file that links lines to actions, or says why none applies to one. It is read before the lines and kept in memory; what
 * no line has taken when all have been read names lines that do not exist, or are of another unit. Lines may come from several threads and in any order.
 */
final class LinkFile {

    private static final String LINE = "line";
    private static final String UNIT = "unit";
    private static final String REASON = "no_action_reason";

    private static final Map<String, List<String>> COLUMNS = columns();

    /** A link, or the reason why a line has none, and what became of it. */
    private static final class Waiting {

        final long row;
        final @Nullable String unit;
        final String line;
        final @Nullable ActionLink link;
        final @Nullable String reason;
        boolean taken;

        /** The first line of another unit that it names. */
        @Nullable
        SpendingLine stranger;

        /** The reason of a line that gives another one itself. */
        @Nullable
        String otherReason;

        Waiting(long row, @Nullable String unit, String line, @Nullable ActionLink link, @Nullable String reason) {
            this.row = row;
            this.unit = unit;
            this.line = line;
            this.link = link;
            this.reason = reason;
        }

        /** Lines may share a name and come in any order: the first reason in the order of texts is told. */
        void meet(String other) {
            otherReason = otherReason == null || other.compareTo(otherReason) < 0 ? other : otherReason;
        }
    }

    private final String file;
    private final RowTally tally;
    private final Map<String, List<Waiting>> waiting = new HashMap<>();
    private String lineHeading = LINE;
    private String unitHeading = UNIT;
    private String reasonHeading = REASON;
    private boolean givesReasons;
    private ReadingAccount.@Nullable Fault fault;

    private LinkFile(String file, ReadLimits limits) {
        this.file = file;
        this.tally = new RowTally(file, "hrbudget-links", limits.maxRejectedRows());
    }

    private static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put(LINE, List.of("line", "line_id", "id", "linea", "línea"));
        columns.put(UNIT, List.of("unit", "unit_code", "unidad"));
        columns.put("action", List.of("action", "action_code", "accion", "acción"));
        columns.put("sequence", List.of("sequence", "action_sequence", "numero", "número"));
        columns.put("right", List.of("right", "derecho"));
        columns.put("amount", List.of("amount", "monto", "importe"));
        columns.put("share", List.of("share", "proporcion", "proporción"));
        columns.put(REASON, List.of(REASON, "motivo_sin_accion", "reason", "motivo"));
        return Collections.unmodifiableMap(columns);
    }

    static LinkFile read(Input input, ReadLimits limits) {
        LinkFile links = new LinkFile(input.name(), limits);
        try (ReferenceTable table = ReferenceTable.open(input, limits, COLUMNS, List.of(LINE))) {
            table.needOneOf("action", "sequence", REASON);
            links.readRows(table);
        } catch (IOException e) {
            throw new BudgetReadException(
                    Texts.of("file.unreadable", "file", input.name(), "reason", String.valueOf(e.getMessage())), e);
        }
        return links;
    }

    private void readRows(ReferenceTable table) {
        tally.columns(table.account(COLUMNS.keySet()));
        lineHeading = table.heading(LINE);
        unitHeading = table.heading(UNIT);
        reasonHeading = table.heading(REASON);
        givesReasons = table.has(REASON);
        AmountFormat format = new AmountFormat('.', ',', List.of("$"), List.of(), List.of());
        try {
            for (Row row = table.next(); row != null; row = table.next()) {
                if (row.isBlank()) {
                    tally.skip();
                } else {
                    take(table, row, format);
                }
            }
            tally.hash(table.sha256());
        } catch (ReadingStop e) {
            fault = new ReadingAccount.Fault(new Position(file, table.lastNumber()), e.text());
        }
    }

    private void take(ReferenceTable table, Row row, AmountFormat format) {
        try {
            table.check(row);
            String line = table.text(row, LINE);
            if (line == null) {
                throw new CellProblem(table.heading(LINE), null, Texts.of("link.no-line"));
            }
            LinkText link = new LinkText(format);
            link.put(ActionLink.Part.CODE, table.heading("action"), table.text(row, "action"));
            link.put(ActionLink.Part.SEQUENCE, table.heading("sequence"), table.text(row, "sequence"));
            link.put(ActionLink.Part.RIGHT, table.heading("right"), table.text(row, "right"));
            link.put(ActionLink.Part.AMOUNT, table.heading("amount"), table.text(row, "amount"));
            link.put(ActionLink.Part.SHARE, table.heading("share"), table.text(row, "share"));
            String reason = table.text(row, REASON);
            ActionLink named =
                    reason != null && link.isBlank() ? null : link.link(link.origin(new Position(file, row.number())));
            waiting.computeIfAbsent(line, key -> new ArrayList<>())
                    .add(new Waiting(row.number(), table.text(row, UNIT), line, named, reason));
        } catch (CellProblem e) {
            tally.reject(row.number(), e);
        }
    }

    /**
     * {@return the line with the links this file has for it, and the reason why it has none, where it gives none itself}
     *
     * @param line the line
     * @param key what the file calls it
     */
    synchronized SpendingLine join(SpendingLine line, String key) {
        List<Waiting> links = waiting.get(key);
        if (links == null) {
            return line;
        }
        String unit = unitOf(line);
        List<ActionLink> all = new ArrayList<>(line.links());
        String reason = line.noActionReason();
        for (Waiting link : links) {
            if (link.unit == null || link.unit.equals(unit)) {
                if (link.reason != null && reason != null && !link.reason.equals(reason)) {
                    link.meet(reason);
                    continue;
                }
                link.taken = true;
                reason = reason == null ? link.reason : reason;
                if (link.link != null) {
                    all.add(link.link);
                }
            } else if (link.stranger == null || line.position().compareTo(link.stranger.position()) < 0) {
                link.stranger = line;
            }
        }
        SpendingLine.Builder joined = line.toBuilder().links(all).noActionReason(reason);
        return (line.saysNoneApplies() ? joined.saysNoneApplies(true) : joined).build();
    }

    /** Counts what became of the links, and rejects those no line has taken; to be called when all lines have come. */
    synchronized void settle() {
        waiting.values().forEach(links -> links.forEach(this::settle));
        waiting.clear();
    }

    private void settle(Waiting link) {
        SpendingLine stranger = link.stranger;
        String otherReason = link.otherReason;
        if (otherReason != null) {
            tally.reject(
                    link.row,
                    new CellProblem(
                            reasonHeading,
                            link.reason,
                            Texts.of(
                                    "link.other-reason",
                                    "line",
                                    Excerpt.of(link.line),
                                    "reason",
                                    Excerpt.of(otherReason))));
        } else if (link.taken) {
            tally.line();
        } else if (stranger != null) {
            String unit = unitOf(stranger);
            tally.reject(
                    link.row,
                    new CellProblem(
                            unitHeading,
                            link.unit,
                            Texts.of(
                                    "link.other-unit",
                                    "line",
                                    Excerpt.of(link.line),
                                    "unit",
                                    Excerpt.of(String.valueOf(link.unit)),
                                    "actual",
                                    unit == null ? "-" : Excerpt.of(unit))));
        } else {
            tally.reject(
                    link.row,
                    new CellProblem(
                            lineHeading, link.line, Texts.of("link.line-unknown", "line", Excerpt.of(link.line))));
        }
    }

    private static @Nullable String unitOf(SpendingLine line) {
        return line.unit() == null ? null : line.unit().code();
    }

    /** {@return whether it has a column for the reasons of lines that name no action} */
    boolean givesReasons() {
        return givesReasons;
    }

    RowTally tally() {
        return tally;
    }

    /** {@return what kept the file from being read to its end, if anything did} */
    ReadingAccount.@Nullable Fault fault() {
        return fault;
    }
}
