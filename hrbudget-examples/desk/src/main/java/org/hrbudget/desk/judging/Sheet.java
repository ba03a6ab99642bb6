package org.hrbudget.desk.judging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.CellChanges;
import org.hrbudget.model.Bilingual;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A unit's file as it is written, with what was found beside each row.
 *
 * @param columns the headings
 * @param names what changes of cells call each column
 * @param rows the rows that have a cell, at most {@value #MOST} of those without findings
 * @param left how many rows without findings are left out
 * @param last the number of the last row that has a cell
 * @param kinds what was found, a kind of defect each, errors first
 * @param ofAll what was found of the unit or the budget and of no row that is shown, such as of a file that is no table
 */
public record Sheet(
        List<String> columns,
        List<String> names,
        List<Row> rows,
        long left,
        long last,
        List<Kind> kinds,
        List<ReportDocument.Defect> ofAll) {

    private static final int MOST = 300;

    /** Copies the lists. */
    public Sheet {
        columns = List.copyOf(columns);
        names = List.copyOf(names);
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
     * @param rule the rule; empty for what kept the row from being read
     * @param severity how much it weighs; {@code null} for what kept the row from being read
     * @param place the cell as a spreadsheet calls it, such as {@code N6}; or empty
     * @param column its heading; or empty
     * @param value what is written in it; or empty
     * @param meant what must have been meant; or empty
     * @param cell the text of the whole cell
     * @param mended the text with what must have been meant in it; or empty
     * @param message what is wrong
     * @param remedy what to do; empty where the message says it
     * @param law what asks for it; or empty
     * @param fingerprint what the finding is known by in the next version; or empty
     * @param waived what lets it stand; or {@code null}
     */
    public record Note(
            String rule,
            @Nullable Severity severity,
            String place,
            String column,
            String value,
            String meant,
            String cell,
            String mended,
            String message,
            String remedy,
            String law,
            String fingerprint,
            ReportDocument.@Nullable Waived waived) {}

    /**
     * A kind of defect.
     *
     * @param rule the rule; empty for rows that cannot be read
     * @param severity how much it weighs; {@code null} for rows that cannot be read
     * @param title what it is; empty for rows that cannot be read
     * @param count how often it was found, exact
     * @param stake the money it touches, exact; {@code null} where nothing is known of it
     * @param firstRow the first row shown that has it, or 0 where none has
     * @param mendable in how many cells it can be told what must have been meant
     */
    public record Kind(
            String rule,
            @Nullable Severity severity,
            String title,
            long count,
            @Nullable String stake,
            long firstRow,
            long mendable) {}

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
        return of(reading, new Taker(document, 0), document);
    }

    /**
     * {@return one row of a file beside its report; blank where the file has no such row}
     *
     * @param reading how it is read
     * @param document the report on it
     * @param number as a spreadsheet numbers it
     */
    public static Sheet of(Budgets.Reading reading, ReportDocument document, long number) {
        return of(reading, new Taker(document, number), document);
    }

    /** {@return what changes of cells call each column: its heading or, where several have the same or it has none, its letters} */
    public static List<String> columns(Budgets.Reading reading) {
        Taker taker = new Taker(null, 0);
        taker.read(reading);
        return taker.names;
    }

    private static Sheet of(Budgets.Reading reading, Taker taker, ReportDocument document) {
        taker.read(reading);
        Set<Long> shown = taker.rows.stream().map(Row::number).collect(Collectors.toSet());
        return new Sheet(
                taker.columns,
                taker.names,
                taker.rows,
                taker.left,
                taker.last,
                kinds(document, taker.rows),
                document.findings().stream()
                        .filter(finding -> !shown.contains(rowOf(finding)))
                        .toList());
    }

    private static List<Kind> kinds(ReportDocument document, List<Row> written) {
        Set<Long> shown = written.stream().map(Row::number).collect(Collectors.toSet());
        List<Kind> kinds = new ArrayList<>();
        long rejected = document.input().get(0).rowsRejected();
        if (rejected > 0) {
            LongStream rows = document.rejectedRows().stream().mapToLong(ReportDocument.Rejection::row);
            kinds.add(new Kind("", null, "", rejected, null, first(rows, shown), 0));
        }
        document.ledger().stream()
                .filter(rule -> rule.violated() > 0)
                .sorted(Comparator.comparing(ReportDocument.RuleAccount::severity))
                .forEach(rule -> {
                    LongStream rows = document.findings().stream()
                            .filter(finding -> finding.ruleId().equals(rule.ruleId()))
                            .mapToLong(Sheet::rowOf);
                    long mendable = mendable(written, rule.ruleId()).count();
                    kinds.add(new Kind(
                            rule.ruleId(),
                            rule.severity(),
                            rule.title(),
                            rule.violated(),
                            rule.stake(),
                            first(rows, shown),
                            mendable));
                });
        return kinds;
    }

    /** {@return the changes that mend what a rule found, where it can be told what must have been meant; one of each cell} */
    public List<CellChanges.Change> mending(String rule) {
        return mendable(rows, rule).toList();
    }

    private static Stream<CellChanges.Change> mendable(List<Row> rows, String rule) {
        return rows.stream()
                .flatMap(row -> row.notes().stream()
                        .filter(note ->
                                note.rule().equals(rule) && !note.mended().isEmpty())
                        .map(note ->
                                new CellChanges.Change(null, row.number(), note.column(), note.cell(), note.mended())))
                .filter(distinct(change -> List.of(change.row(), change.column())));
    }

    private static <T> Predicate<T> distinct(Function<T, Object> key) {
        Set<Object> seen = new HashSet<>();
        return each -> seen.add(key.apply(each));
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
        private final long only;
        private final List<ReportDocument.Waived> waivers;
        private List<String> columns = List.of();
        private List<String> names = List.of();
        private long headingRow;
        private long last;
        private final List<Row> rows = new ArrayList<>();
        private int plain;
        private long left;

        /**
         * @param document what is told beside the rows, or {@code null} where no row is wanted
         * @param only the number of the one row that is wanted; 0 for all
         */
        Taker(@Nullable ReportDocument document, long only) {
            this.only = document == null ? -1 : only;
            waivers = document == null ? List.of() : Objects.requireNonNullElse(document.waivers(), List.of());
            if (document != null) {
                take(document);
            }
        }

        void read(Budgets.Reading reading) {
            try {
                reading.asWritten(this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (only > 0 && rows.isEmpty()) {
                take(only, List.of(), List.of());
            }
        }

        private void take(ReportDocument document) {
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
            List<String> folded =
                    headings.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
            names = IntStream.range(0, headings.size())
                    .mapToObj(i -> headings.get(i).isBlank() || Collections.frequency(folded, folded.get(i)) > 1
                            ? letters(i)
                            : headings.get(i))
                    .toList();
        }

        @Override
        public void row(long number, List<String> cells, List<? extends @Nullable BigDecimal> amounts) {
            if (number > headingRow && !cells.stream().allMatch(String::isBlank)) {
                last = number;
                if (only == 0 || only == number) {
                    take(number, cells, amounts);
                }
            }
        }

        private void take(long number, List<String> cells, List<? extends @Nullable BigDecimal> amounts) {
            List<Note> notes = new ArrayList<>();
            rejections
                    .getOrDefault(number, List.of())
                    .forEach(row -> notes.add(new Note(
                            "",
                            null,
                            place(row.column(), number),
                            said(row.column()),
                            said(row.value()),
                            "",
                            cell(row.column(), cells),
                            "",
                            row.reason(),
                            "",
                            "",
                            "",
                            null)));
            findings.getOrDefault(number, List.of()).forEach(finding -> {
                ReportDocument.Location at = finding.location();
                String cell = at == null ? "" : cell(at.column(), cells);
                notes.add(new Note(
                        finding.ruleId(),
                        finding.severity(),
                        at == null ? "" : place(at.column(), number),
                        at == null ? "" : said(at.column()),
                        at == null ? "" : said(at.value()),
                        at == null ? "" : said(at.meant()),
                        cell,
                        at == null || !names.contains(at.column())
                                ? ""
                                : mended(number, cell, said(at.value()), said(at.meant())),
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

        private String cell(@Nullable String column, List<String> cells) {
            int at = column == null ? -1 : columns.indexOf(column);
            return at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
        }

        /**
         * {@return the text of a cell with what must have been meant in place of what is wrong in it, which may be a part of it; empty where
         * that cannot be told, or cannot stand in a cell}
         */
        private static String mended(long row, String cell, String wrong, String meant) {
            int at = wrong.isEmpty() || meant.isEmpty() ? -1 : cell.indexOf(wrong);
            if (at < 0 || at != cell.lastIndexOf(wrong)) {
                return "";
            }
            try {
                return new CellChanges.Change(null, row, "", cell, cell.replace(wrong, meant)).to();
            } catch (BudgetReadException e) {
                return "";
            }
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
