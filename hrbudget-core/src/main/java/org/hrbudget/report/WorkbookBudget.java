package org.hrbudget.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hrbudget.io.Budgets;
import org.hrbudget.model.Bilingual;
import org.hrbudget.report.internal.WorkbookFile;
import org.hrbudget.report.internal.WorkbookSheet;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of a workbook that are the budget itself, as its office wrote it, row for row: cells at fault have a colour and a comment, rows
 * that could not be read are grey.
 */
final class WorkbookBudget implements Budgets.WrittenRows {

    private static final String REJECTED = "D9D9D9";

    /** Spreadsheets hold the comments of a workbook in memory. */
    private static final int MOST_COMMENTS = 2_000;

    private static final int LONGEST_COMMENT = 2_000;
    private static final int NARROWEST = 15;
    private static final int WIDEST = 40;

    /** More rows in sight would leave no room for others. */
    private static final int MOST_FROZEN = 12;

    /** Something that is wrong in a row: a finding, or why it could not be read. */
    private record Mark(
            @Nullable String column,
            ReportDocument.@Nullable Defect defect,
            @Nullable String unread) {

        String colour() {
            return defect == null ? REJECTED : WorkbookBudget.colour(defect.severity());
        }
    }

    private final DocumentWords about;
    private final ReportWords words;
    private final WorkbookFile book;
    private final int mostRows;
    private final Map<String, Map<Long, List<Mark>>> marks = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> stops = new ArrayList<>();
    private Map<Long, List<Mark>> ofSheet = Map.of();
    private List<String> columns = List.of();
    private Map<String, Integer> places = Map.of();
    private long headingRow;
    private @Nullable WorkbookSheet sheet;
    private String name = "";
    private boolean beyond;
    private long left;
    private long commented;
    private long uncommented;
    private long inexact;
    private long cut;

    WorkbookBudget(DocumentWords about, WorkbookFile book) {
        this(about, book, WorkbookSheet.MOST_ROWS);
    }

    /**
     * Makes the sheets.
     *
     * @param mostRows how many rows a sheet may have
     */
    WorkbookBudget(DocumentWords about, WorkbookFile book, int mostRows) {
        this.about = about;
        this.words = about.words();
        this.book = book;
        this.mostRows = mostRows;
        for (ReportDocument.Rejection row : about.document().rejectedRows()) {
            mark(row.file(), row.row(), new Mark(row.column(), null, row.reason()));
        }
        // Of several on one cell the gravest gives it its colour.
        for (ReportDocument.Defect defect : about.gravestFindings()) {
            ReportDocument.Location at = defect.location();
            if (at != null) {
                mark(at.file(), at.row(), new Mark(at.column(), defect, null));
            }
        }
    }

    private void mark(String file, long row, Mark mark) {
        marks.computeIfAbsent(file, each -> new HashMap<>())
                .computeIfAbsent(row, each -> new ArrayList<>(1))
                .add(mark);
    }

    /** {@return the colour of cells at fault} */
    static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "FFC7CE";
            case WARNING -> "FFEB9C";
            case REVIEW -> "BDD7EE";
            case INFO -> "E2EFDA";
        };
    }

    void write(Budgets.Reading reading) throws IOException {
        reading.asWritten(this);
        finishSheet();
    }

    private String say(String key, String... namesAndValues) {
        return WorkbookReport.WORDING.of(key, namesAndValues).in(words.locale());
    }

    private String say(String key, long count) {
        return say(key, "count", ReportWords.whole(count));
    }

    /** {@return what to say of these sheets: what the colours mean, and what is not in them} */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!seen.isEmpty()) {
            notes.add(say("note.colours"));
            long unknown = about.beside(about.document().findings().size());
            if (unknown > 0) {
                notes.add(say("note.uncoloured", unknown));
            }
        }
        notes.addAll(stops);
        List<String> noTable = about.document().input().stream()
                .filter(input -> input.layout() != null && input.rowsRead() > 0 && !seen.contains(input.name()))
                .map(ReportDocument.Input::name)
                .toList();
        if (!noTable.isEmpty()) {
            notes.add(say("note.no-table", "files", String.join(", ", noTable)));
        }
        if (left > 0) {
            notes.add(say("note.rows", "count", ReportWords.whole(left), "most", ReportWords.whole(mostRows)));
        }
        if (uncommented > 0) {
            notes.add(say("note.comments", uncommented));
        }
        long unmarked = about.document().input().stream()
                        .mapToLong(ReportDocument.Input::rowsRejected)
                        .sum()
                - about.document().rejectedRows().size();
        if (unmarked > 0 && !seen.isEmpty()) {
            notes.add(say("note.rejected", unmarked));
        }
        if (inexact > 0) {
            notes.add(say("note.cells", inexact));
        }
        if (cut > 0) {
            notes.add(say("note.cut", cut));
        }
        return notes;
    }

    @Override
    public void begin(String input, long row, List<String> names) throws IOException {
        finishSheet();
        seen.add(input);
        ofSheet = marks.getOrDefault(input, Map.of());
        name = input;
        headingRow = row;
        columns = names;
        places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i), i);
        }
        beyond = false;
        sheet = started(headingRow <= MOST_FROZEN ? (int) headingRow : 0, 0);
    }

    private WorkbookSheet started(int frozen, int before) {
        WorkbookSheet started = book.sheet(name);
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            widths.add(NARROWEST);
        }
        columns.forEach(column -> widths.add(Math.max(NARROWEST, Math.min(WIDEST, column.length() + 4))));
        started.widths(widths);
        if (frozen > 0) {
            started.freeze(frozen);
        }
        return started;
    }

    private void finishSheet() throws IOException {
        if (sheet != null) {
            cut += sheet.cut();
            sheet.finish();
            sheet = null;
        }
    }

    @Override
    public void row(long number, List<String> cells, List<? extends @Nullable BigDecimal> amounts) throws IOException {
        List<Mark> wrong = ofSheet.getOrDefault(number, List.of());
        if (number <= mostRows) {
            WorkbookSheet into = Objects.requireNonNull(sheet);
            into.to((int) number - 1);
            put(into, 0, cells, amounts, wrong);
            if (number == headingRow) {
                for (int i = 0; i < cells.size(); i++) {
                    into.heading(i);
                }
                into.filter(columns.size());
            }
        } else if (wrong.isEmpty()) {
            left++;
        } else {
            WorkbookSheet into = continued();
            into.next();
            into.put(0, BigDecimal.valueOf(number));
            put(into, 1, cells, amounts, wrong);
        }
    }

    /** {@return the sheet of the rows that are beyond the last a sheet may have, with the row's number before its cells} */
    private WorkbookSheet continued() throws IOException {
        if (!beyond) {
            finishSheet();
            beyond = true;
            sheet = started(0, 1);
            List<String> headings = new ArrayList<>(List.of(say("column.row")));
            headings.addAll(columns);
            sheet.headings(headings);
        }
        return Objects.requireNonNull(sheet);
    }

    private void put(
            WorkbookSheet into,
            int from,
            List<String> cells,
            List<? extends @Nullable BigDecimal> amounts,
            List<Mark> wrong) {
        Map<Integer, List<Mark>> byColumn = wrong.isEmpty() ? Map.of() : byColumn(wrong);
        boolean unread = wrong.stream().anyMatch(mark -> mark.unread() != null);
        for (int i = 0; i < cells.size(); i++) {
            BigDecimal amount = i < amounts.size() ? amounts.get(i) : null;
            String format = null;
            if (amount != null && WorkbookSheet.survives(amount)) {
                into.put(from + i, amount);
                format = WorkbookSheet.MONEY;
            } else {
                inexact += amount == null ? 0 : 1;
                into.putOwn(from + i, cells.get(i));
            }
            List<Mark> own = byColumn.get(i);
            if (own != null || unread) {
                into.colour(from + i, own == null ? REJECTED : gravest(own), format);
            } else if (format != null) {
                into.format(from + i, format);
            }
        }
        byColumn.forEach((column, all) -> comment(into, from + column, column >= cells.size(), all));
    }

    private Map<Integer, List<Mark>> byColumn(List<Mark> marks) {
        return marks.stream()
                .collect(Collectors.groupingBy(
                        mark -> places.getOrDefault(Objects.toString(mark.column(), ""), 0),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static String gravest(List<Mark> marks) {
        return marks.stream()
                .filter(mark -> mark.defect() != null)
                .findFirst()
                .orElse(marks.get(0))
                .colour();
    }

    private void comment(WorkbookSheet into, int at, boolean blank, List<Mark> all) {
        if (blank) {
            into.colour(at, gravest(all), null);
        }
        if (commented == MOST_COMMENTS) {
            uncommented++;
            return;
        }
        commented++;
        String text = all.stream().map(this::commentOf).collect(Collectors.joining("\n\n"));
        into.comment(at, WorkbookFile.cut(text, LONGEST_COMMENT));
    }

    private String commentOf(Mark mark) {
        ReportDocument.Defect defect = mark.defect();
        if (defect == null) {
            return WorkbookSheet.shown(say("rejected") + ": " + mark.unread());
        }
        ReportDocument.Location at = defect.location();
        List<String> lines = new ArrayList<>();
        lines.add(words.get("severity." + defect.severity()) + ": " + defect.title());
        lines.add(defect.message());
        if (at != null && at.meant() != null) {
            lines.add(words.get("line.meant", "meant", at.meant()));
        }
        lines.add(words.get("findings.remedy", "remedy", defect.remedy()));
        lines.add("[" + defect.ruleId() + "]");
        return lines.stream().map(WorkbookSheet::shown).collect(Collectors.joining("\n"));
    }

    @Override
    public void stopped(String input, Bilingual why) {
        // Of what could not even be opened there is no sheet to miss, and the problems say why.
        if (seen.contains(input)) {
            stops.add(say("note.stopped", "file", input, "why", why.in(words.locale())));
        }
    }
}
