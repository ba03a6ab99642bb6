package org.hrbudget.desk.judging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.hrbudget.io.Budgets;
import org.hrbudget.model.Bilingual;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A unit's file as it is written, with what was found beside each row.
 *
 * @param columns the headings
 * @param rows the rows that have a cell, at most {@value #MOST} of those without findings
 * @param left how many rows without findings are left out
 * @param kinds what was found, a kind of defect each, errors first
 * @param ofAll what was found of the unit or the budget and of no row that is shown, such as of a file that is no table
 */
public record Sheet(
        List<String> columns, List<Row> rows, long left, List<Kind> kinds, List<ReportDocument.Defect> ofAll) {

    private static final int MOST = 300;

    /** Copies the lists. */
    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        kinds = List.copyOf(kinds);
        ofAll = List.copyOf(ofAll);
    }

    /**
     * A row.
     *
     * @param number as a spreadsheet numbers it
     * @param cells its cells, one for each column
     * @param notes what was found in it
     */
    public record Row(long number, List<Cell> cells, List<Note> notes) {}

    /**
     * A cell.
     *
     * @param text what is written in it
     * @param amount whether it is an amount
     * @param wrong whether something was found in it
     */
    public record Cell(String text, boolean amount, boolean wrong) {}

    /**
     * Something found in a row.
     *
     * @param severity how much it weighs; {@code null} for what kept the row from being read
     * @param place the cell as a spreadsheet calls it, such as {@code N6}; or empty
     * @param column its heading; or empty
     * @param value what is written in it; or empty
     * @param meant what must have been meant; or empty
     * @param message what is wrong
     * @param remedy what to do; empty where the message says it
     * @param law what asks for it; or empty
     * @param fingerprint what the finding is known by in the next version; or empty
     * @param waived what lets it stand; or {@code null}
     */
    public record Note(
            @Nullable Severity severity,
            String place,
            String column,
            String value,
            String meant,
            String message,
            String remedy,
            String law,
            String fingerprint,
            ReportDocument.@Nullable Waived waived) {}

    /**
     * A kind of defect.
     *
     * @param severity how much it weighs; {@code null} for rows that cannot be read
     * @param title what it is; empty for rows that cannot be read
     * @param count how often it was found, exact
     * @param stake the money it touches, exact; {@code null} where nothing is known of it
     * @param firstRow the first row shown that has it, or 0 where none has
     */
    public record Kind(
            @Nullable Severity severity,
            String title,
            long count,
            @Nullable String stake,
            long firstRow) {}

    /** {@return whether there is anything that is to be mended} */
    public boolean isWrong() {
        return kinds.stream().anyMatch(kind -> kind.severity() == null || kind.severity() == Severity.ERROR);
    }

    /**
     * {@return a file beside its report}
     *
     * @param reading how it is read
     * @param document the report on it
     */
    public static Sheet of(Budgets.Reading reading, ReportDocument document) {
        Taker taker = new Taker(document);
        try {
            reading.asWritten(taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<Long> shown = taker.rows.stream().map(Row::number).collect(Collectors.toSet());
        return new Sheet(
                taker.columns,
                taker.rows,
                taker.left,
                kinds(document, shown),
                document.findings().stream()
                        .filter(finding -> !shown.contains(rowOf(finding)))
                        .toList());
    }

    private static List<Kind> kinds(ReportDocument document, Set<Long> shown) {
        List<Kind> kinds = new ArrayList<>();
        long rejected = document.input().get(0).rowsRejected();
        if (rejected > 0) {
            LongStream rows = document.rejectedRows().stream().mapToLong(ReportDocument.Rejection::row);
            kinds.add(new Kind(null, "", rejected, null, first(rows, shown)));
        }
        document.ledger().stream()
                .filter(rule -> rule.violated() > 0)
                .sorted(Comparator.comparing(ReportDocument.RuleAccount::severity))
                .forEach(rule -> {
                    LongStream rows = document.findings().stream()
                            .filter(finding -> finding.ruleId().equals(rule.ruleId()))
                            .mapToLong(Sheet::rowOf);
                    kinds.add(
                            new Kind(rule.severity(), rule.title(), rule.violated(), rule.stake(), first(rows, shown)));
                });
        return kinds;
    }

    private static long first(LongStream rows, Set<Long> shown) {
        return rows.filter(shown::contains).min().orElse(0);
    }

    private static long rowOf(ReportDocument.Defect finding) {
        ReportDocument.Location location = finding.location();
        ReportDocument.Line line = finding.line();
        return location != null ? location.row() : line != null ? line.row() : 0;
    }

    /** {@return the letters of a column, from 0} */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    private static final class Taker implements Budgets.WrittenRows {

        private final Map<Long, List<ReportDocument.Defect>> findings = new TreeMap<>();
        private final Map<Long, List<ReportDocument.Rejection>> rejections = new TreeMap<>();
        private final Map<String, String> laws = new HashMap<>();
        private final List<ReportDocument.Waived> waivers;
        private List<String> columns = List.of();
        private long headingRow;
        private final List<Row> rows = new ArrayList<>();
        private int plain;
        private long left;

        Taker(ReportDocument document) {
            waivers = Objects.requireNonNullElse(document.waivers(), List.of());
            document.ledger().forEach(rule -> laws.put(rule.ruleId(), rule.citation()));
            document.findings()
                    .forEach(finding -> findings.computeIfAbsent(rowOf(finding), row -> new ArrayList<>())
                            .add(finding));
            document.rejectedRows()
                    .forEach(row -> rejections
                            .computeIfAbsent(row.row(), number -> new ArrayList<>())
                            .add(row));
        }

        @Override
        public void begin(String input, long row, List<String> headings) {
            headingRow = row;
            columns = List.copyOf(headings);
        }

        @Override
        public void row(long number, List<String> cells, List<? extends @Nullable BigDecimal> amounts) {
            if (number <= headingRow || cells.stream().allMatch(String::isBlank)) {
                return;
            }
            List<Note> notes = new ArrayList<>();
            rejections
                    .getOrDefault(number, List.of())
                    .forEach(row -> notes.add(new Note(
                            null,
                            place(row.column(), number),
                            said(row.column()),
                            said(row.value()),
                            "",
                            row.reason(),
                            "",
                            "",
                            "",
                            null)));
            findings.getOrDefault(number, List.of()).forEach(finding -> {
                ReportDocument.Location at = finding.location();
                notes.add(new Note(
                        finding.severity(),
                        at == null ? "" : place(at.column(), number),
                        at == null ? "" : said(at.column()),
                        at == null ? "" : said(at.value()),
                        at == null ? "" : said(at.meant()),
                        finding.message(),
                        finding.remedy(),
                        said(laws.get(finding.ruleId())),
                        finding.fingerprint(),
                        waiver(finding.waiver())));
            });
            List<String> wrong = notes.stream().map(Note::column).toList();
            if (notes.isEmpty() && ++plain > MOST) {
                left++;
                return;
            }
            rows.add(new Row(number, cells(cells, amounts, wrong), notes));
        }

        private ReportDocument.@Nullable Waived waiver(@Nullable Integer place) {
            return place == null ? null : waivers.get(place);
        }

        private List<Cell> cells(
                List<String> texts, List<? extends @Nullable BigDecimal> amounts, Collection<String> wrong) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                boolean amount = i < amounts.size() && amounts.get(i) != null;
                cells.add(new Cell(i < texts.size() ? texts.get(i) : "", amount, wrong.contains(columns.get(i))));
            }
            return cells;
        }

        private static String said(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }

        private String place(@Nullable String column, long number) {
            int at = column == null ? -1 : columns.indexOf(column);
            return at < 0 ? "" : letters(at) + number;
        }

        /** What keeps the rest from being read is among the problems of the report. */
        @Override
        public void stopped(String input, Bilingual why) {}
    }
}
