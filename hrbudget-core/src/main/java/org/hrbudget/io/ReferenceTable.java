package org.hrbudget.io;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Flaw;
import org.hrbudget.io.internal.ReadingStop;
import org.hrbudget.io.internal.Row;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.io.spi.RowSource;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/** A small table beside the budget: links, a programme, a baseline, a catalogue. Comma-separated, UTF-8. */
final class ReferenceTable implements Closeable {

    private final String file;
    private final OpenInput input;
    private final Headings headings;
    private final Map<String, Integer> columns = new HashMap<>();

    private ReferenceTable(String file, OpenInput input) {
        this.file = file;
        this.input = input;
        this.headings = new Headings(file, input.rows().headings(), Spelling::loose);
    }

    /**
     * {@return the table, opened below its headings}
     *
     * @param synonyms the headings that each column may have
     * @param required the columns that must be there
     * @throws BudgetReadException if it cannot be opened, or its headings do not fit
     */
    static ReferenceTable open(
            Input input, ReadLimits limits, Map<String, List<String>> synonyms, List<String> required) {
        OpenInput open = OpenInput.open(input, TableForm.of(synonyms.values()), limits, null);
        return matched(new ReferenceTable(input.name(), open), synonyms, required);
    }

    /** {@return the same of rows that another engine reads} */
    static ReferenceTable open(RowSource rows, Map<String, List<String>> synonyms, List<String> required) {
        return matched(new ReferenceTable(rows.name(), OpenInput.of(rows, ReadLimits.DEFAULT)), synonyms, required);
    }

    private static ReferenceTable matched(
            ReferenceTable table, Map<String, List<String>> synonyms, List<String> required) {
        try {
            new TreeSet<>(synonyms.keySet())
                    .forEach(column -> table.match(column, synonyms.getOrDefault(column, List.of())));
            required.forEach(column -> table.require(column, synonyms.getOrDefault(column, List.of())));
            return table;
        } catch (BudgetReadException e) {
            try (table) {
                throw e;
            } catch (IOException closing) {
                e.addSuppressed(closing);
                throw e;
            }
        }
    }

    private void match(String column, List<String> wanted) {
        int index = headings.find(column, wanted);
        if (index >= 0) {
            columns.put(column, index);
            headings.use(index);
        }
    }

    private void require(String column, List<String> wanted) {
        if (!columns.containsKey(column)) {
            throw lacking(column + " (" + String.join(", ", wanted) + ")", headings.near(wanted));
        }
    }

    /**
     * Refuses a heading that is nearly one of those looked for: its column would be passed over, and what it holds be missed.
     *
     * @throws BudgetReadException if there is one
     */
    void refuseSlips(Map<String, List<String>> synonyms) {
        headings.refuseSlips(
                synonyms.values().stream().flatMap(List::stream).distinct().toList());
    }

    /**
     * {@return what became of its columns}
     *
     * @param known all columns that are looked for, in their order
     */
    Input.Account.Columns account(Collection<String> known) {
        return headings.account(
                Set.of(),
                List.of(),
                known.stream().filter(column -> !has(column)).toList());
    }

    void needOneOf(String... any) {
        if (Arrays.stream(any).noneMatch(this::has)) {
            throw lacking(String.join(" | ", any), Set.of());
        }
    }

    /** {@return whether the file has a column} */
    boolean has(String column) {
        return columns.containsKey(column);
    }

    private BudgetReadException lacking(String wanted, Set<String> near) {
        return headings.refusal(
                near.isEmpty() ? "table.lacks" : "table.lacks-near",
                "wanted",
                wanted,
                "near",
                String.join(", ", near),
                "found",
                Excerpt.of(String.join(", ", headings.all())));
    }

    /** {@return the next row, or {@code null} after the last} */
    @Nullable
    Row next() {
        return input.rows().next();
    }

    /** {@return the number of the last row that was read} */
    long lastNumber() {
        return input.rows().lastNumber();
    }

    /** {@return the heading of a column as the file writes it} */
    String heading(String column) {
        Integer index = columns.get(column);
        return index == null ? column : headings.all().get(index);
    }

    /** {@return the trimmed text of a cell, or {@code null} where it is blank or has no column} */
    @Nullable
    String text(Row row, String column) {
        Integer index = columns.get(column);
        String text = index == null ? "" : Spelling.trimmed(row.cell(index));
        return text.isEmpty() ? null : text;
    }

    /**
     * {@return the trimmed text of a cell}
     *
     * @throws CellProblem if it is blank
     */
    String needed(Row row, String column) throws CellProblem {
        String text = text(row, column);
        if (text == null) {
            throw new CellProblem(heading(column), null, Texts.of("table.blank"));
        }
        return text;
    }

    /**
     * Checks a row as a whole.
     *
     * @throws CellProblem if it is not text, or has other cells than the headings
     */
    void check(Row row) throws CellProblem {
        for (Map.Entry<Integer, Bilingual> problem : row.cellProblems().entrySet()) {
            if (columns.containsValue(problem.getKey())) {
                int column = problem.getKey();
                throw new CellProblem(headings.name(column), row.cell(column), problem.getValue());
            }
        }
        if (row.problem() != null) {
            throw new CellProblem(null, null, row.problem());
        }
        Flaw flaw = row.flaw();
        if (flaw != null) {
            throw new CellProblem(
                    null,
                    null,
                    Texts.of(flaw.nul() ? "row.nul" : "row.charset", "byte", Long.toString(flaw.byteOffset())));
        }
        int most = headings.all().size();
        if (row.count() > most || row.count() < headings.named()) {
            throw new CellProblem(
                    null,
                    null,
                    Texts.of(
                            row.count() > most ? "row.long" : "row.short",
                            "expected",
                            Integer.toString(most),
                            "found",
                            Integer.toString(row.count())));
        }
    }

    /** Takes one row of a table that must be right as a whole. */
    interface Taker {
        void take(Row row) throws CellProblem;
    }

    /**
     * Reads all rows that are not blank.
     *
     * @throws BudgetReadException for the first row that is wrong
     */
    void each(Taker taker) {
        each(taker, () -> {});
    }

    /**
     * Reads all rows.
     *
     * @param blank told of each blank row
     * @throws BudgetReadException for the first row that is wrong
     */
    void each(Taker taker, Runnable blank) {
        try {
            for (Row row = next(); row != null; row = next()) {
                if (row.isBlank()) {
                    blank.run();
                } else {
                    check(row);
                    taker.take(row);
                }
            }
        } catch (ReadingStop e) {
            throw new BudgetReadException(e.text(), e);
        } catch (CellProblem e) {
            throw refusal(lastNumber(), e);
        }
    }

    /** {@return the refusal of the whole table because of one row} */
    BudgetReadException refusal(long row, CellProblem problem) {
        return refusal(file, row, problem);
    }

    /** {@return the same of a table by its name} */
    static BudgetReadException refusal(String file, long row, CellProblem problem) {
        Bilingual place = Texts.of(
                problem.column() == null ? "table.row" : "table.cell",
                "file",
                file,
                "row",
                Long.toString(row),
                "column",
                String.valueOf(problem.column()));
        return new BudgetReadException(Texts.joined(place, problem.reason()), problem);
    }

    /** {@return the SHA-256 of its stored bytes} */
    @Nullable
    String sha256() {
        return input.sha256(file);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
