package org.hrbudget.io;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.hrbudget.io.internal.ReadingStop;
import org.hrbudget.io.internal.Row;
import org.hrbudget.io.internal.Rows;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.io.spi.InputPart;
import org.hrbudget.io.spi.RowSource;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;

/** One file of a budget, opened, its headings matched. */
final class BudgetFile {

    private final String name;
    private final OpenInput input;
    private final Rows rows;
    private final @Nullable FiscalYear year;
    private final Columns columns;
    private final LineMaker maker;
    private final RowTally tally;
    private final boolean whole;
    private final Totals totals;
    private boolean closed;
    private long batches;
    private long rowsTaken;
    private final List<Bilingual> notes;
    private List<Bilingual> differences = List.of();

    private BudgetFile(String name, OpenInput input, Budgets.Reading reading, boolean whole) {
        Layout layout = reading.layout();
        ReadLimits limits = reading.limits;
        this.name = name;
        this.input = input;
        this.whole = whole;
        this.notes = layout.content().notes();
        this.rows = Columns.gathered(name, layout, input.rows(), limits);
        FiscalYear wanted = reading.fiscalYear == null ? reading.assumedFiscalYear : reading.fiscalYear;
        YearColumns years = YearColumns.of(name, layout, rows.headings(), wanted);
        this.year = years.year();
        this.columns = Columns.match(name, years.layout(), rows.headings(), years.others());
        this.maker = new LineMaker(name, layout, columns, rows.isTable(), input.decimal());
        this.totals = new Totals(name, whole);
        this.tally = new RowTally(name, layout.name(), limits.maxRejectedRows());
        tally.columns(columns.account(isLinked()));
    }

    static BudgetFile open(Input input, int at, Budgets.Reading reading) {
        InputPart part = reading.part;
        if (part != null) {
            refuseInParts(input.name(), reading.layout());
        }
        TableForm form = TableForm.of(reading.layout(), reading.given(at));
        return of(input.name(), OpenInput.open(input, form, reading.limits, part), reading, part == null);
    }

    static BudgetFile of(RowSource source, Budgets.Reading reading) {
        refuseInParts(source.name(), reading.layout());
        return of(source.name(), OpenInput.of(source, reading.limits), reading, false);
    }

    /** The rows of one line may be in several parts. */
    private static void refuseInParts(String name, Layout layout) {
        if (layout.content().moments() != null) {
            throw new BudgetReadException(Texts.of("moments.in-parts", "file", name, "layout", layout.name()), null);
        }
    }

    private static BudgetFile of(String name, OpenInput open, Budgets.Reading reading, boolean whole) {
        try {
            return new BudgetFile(name, open, reading, whole);
        } catch (BudgetReadException e) {
            try (open) {
                throw e;
            } catch (IOException closing) {
                e.addSuppressed(closing);
                throw e;
            }
        }
    }

    String name() {
        return name;
    }

    Columns columns() {
        return columns;
    }

    LineMaker maker() {
        return maker;
    }

    RowTally tally() {
        return tally;
    }

    /** {@return the year of which amounts are read, where the file has columns of several} */
    @Nullable
    FiscalYear year() {
        return year;
    }

    /** {@return what stands around the lines, where the file is JSON} */
    @Nullable
    JsonHead json() {
        return input.head();
    }

    /** {@return last year's funded actions, where the file has them} */
    @Nullable
    Baseline baseline() {
        JsonHead head = input.head();
        return head == null ? null : head.baseline();
    }

    /** {@return what its columns promise, amounts of every phase among them} */
    Set<DataItem> items() {
        Set<DataItem> items = columns.items();
        if (isLinked()) {
            items.add(DataItem.LINKS);
        }
        return items;
    }

    /** {@return whether its lines have links of their own, beside those in columns} */
    private boolean isLinked() {
        JsonHead head = input.head();
        return head != null && head.linked();
    }

    /** {@return whether its lines have no identifiers, so that a file of links names them by their rows} */
    boolean linesGoByRow() {
        return columns.found(Field.ID) == null;
    }

    /** {@return what makes it doubtful that its text was read as it was meant, once the last row is read} */
    Optional<Bilingual> doubt() {
        return rows.doubt();
    }

    Totals totals() {
        return totals;
    }

    /** {@return the number of the batch of rows that is taken now, from 0} */
    long nextBatch() {
        return batches++;
    }

    /**
     * {@return the account of its rows}
     *
     * @param ended whether all of them are known
     */
    Input.Account account(boolean ended) {
        List<Bilingual> assumed = new ArrayList<>(rows.assumed());
        assumed.addAll(input.assumed());
        assumed.addAll(notes);
        assumed.addAll(differences);
        assumed.addAll(totals.assumed(ended));
        tally.assumed(assumed);
        return tally.account();
    }

    /** {@return the number of the last row that was read} */
    long lastRow() {
        return rows.lastNumber();
    }

    /**
     * {@return how it is written, and what its columns are read as; its rows are gone through, because what is looked for may show in
     * the last}
     */
    Budgets.FoundTable found() {
        try {
            Row row = nextRow();
            while (row != null) {
                row = nextRow();
            }
        } catch (ReadingStop e) {
            // Whoever reads its lines is told; what was found until then is right.
            return input.found(columns.readAs());
        }
        return input.found(columns.readAs());
    }

    /** {@return what a part of it needs to know} */
    Optional<InputPart> head() {
        Charset charset = input.charset();
        return charset == null || rows != input.rows()
                ? Optional.empty()
                : Optional.of(new InputPart(rows.headings(), charset.name(), rows.lastNumber(), 0));
    }

    /** {@return the stored bytes read so far} */
    long bytesRead() {
        return input.bytesRead();
    }

    /** {@return how many stored bytes there are, where known} */
    OptionalLong bytesTotal() {
        return input.bytesTotal();
    }

    @Nullable
    Row nextRow() {
        Row row = closed ? null : rows.next();
        rowsTaken += row == null ? 0 : row.records();
        return row;
    }

    /** Takes the hash of the whole file, now that its rows are read, and gives the file back. */
    void finish() {
        if (!closed) {
            differences = input.differences(rowsTaken);
            if (whole) {
                tally.hash(input.sha256(name));
            }
            close();
        }
    }

    void close() {
        if (!closed) {
            closed = true;
            try {
                input.close();
            } catch (IOException e) {
                // Everything wanted from the file has been read: failing to give it back changes nothing in the answer.
                return;
            }
        }
    }
}
