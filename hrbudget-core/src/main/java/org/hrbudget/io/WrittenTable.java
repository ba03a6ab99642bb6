package org.hrbudget.io;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hrbudget.io.internal.AmountFormat;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.internal.ReadingStop;
import org.hrbudget.io.internal.Row;
import org.jspecify.annotations.Nullable;

/** The table of one input as it is written: what is above its headings, and every row below, whatever becomes of it. */
final class WrittenTable {

    private final Input input;
    private final OpenInput open;
    private final Columns columns;
    private final AmountFormat format;

    WrittenTable(Input input, OpenInput open, Budgets.Reading reading) {
        this.input = input;
        this.open = open;
        Layout layout = reading.layout();
        List<String> headings = open.rows().headings();
        YearColumns years = YearColumns.of(
                input.name(),
                layout,
                headings,
                reading.fiscalYear == null ? reading.assumedFiscalYear : reading.fiscalYear);
        this.columns = Columns.match(input.name(), years.layout(), headings, years.others());
        Character decimal = open.decimal();
        // Its numbers stay as they are written: in thousands, where they are in thousands.
        AmountFormat asWritten = layout.content().signs().amounts().in(1, false, Set.of());
        this.format = decimal == null ? asWritten : asWritten.withDecimal(decimal);
    }

    /** Hands over the rows of each input in its order. */
    static void handOver(Budgets.Reading reading, Budgets.WrittenRows taker) throws IOException {
        List<Input> all = new ArrayList<>(reading.inputs);
        if (reading.links != null) {
            all.add(reading.links);
        }
        // The names that findings have: a file of links may make one longer.
        List<Input> named = DistinctNames.of(all);
        for (int i = 0; i < reading.inputs.size(); i++) {
            Input input = named.get(i);
            TableForm form = TableForm.of(reading.layout(), reading.given(i));
            try (OpenInput open = OpenInput.open(input, form, reading.limits, null)) {
                if (open.rows().isTable()) {
                    new WrittenTable(input, open, reading).handOver(taker);
                }
            } catch (BudgetReadException e) {
                taker.stopped(input.name(), e.text());
            } catch (ReadingStop e) {
                taker.stopped(input.name(), e.text());
            }
        }
    }

    private void handOver(Budgets.WrittenRows taker) throws IOException {
        taker.begin(input.name(), open.rows().lastNumber(), headings());
        for (Row row : open.rows().top()) {
            taker.row(row.number(), row.cells(), List.of());
        }
        for (Row row = open.rows().next(); row != null; row = open.rows().next()) {
            taker.row(row.number(), row.cells(), amounts(row));
        }
    }

    /** {@return what findings call each column} */
    List<String> headings() {
        return IntStream.range(0, columns.count()).mapToObj(columns::heading).toList();
    }

    /** Goes through the rows, also those above the headings and these. {@return the number of the last} */
    long each(Consumer<Row> taker) {
        open.rows().top().forEach(taker);
        for (Row row = open.rows().next(); row != null; row = open.rows().next()) {
            taker.accept(row);
        }
        return open.rows().lastNumber();
    }

    private List<@Nullable BigDecimal> amounts(Row row) {
        List<String> cells = row.cells();
        List<@Nullable BigDecimal> amounts = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            amounts.add(amount(i, cells.get(i)));
        }
        return amounts;
    }

    /** {@return the number that a text is in a column of amounts, as it is written; else {@code null}} */
    @Nullable
    BigDecimal amount(int column, String cell) {
        // A word for zero stays a word.
        if (column >= columns.count() || columns.isText(column) || cell.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        try {
            return format.parse(columns.heading(column), cell);
        } catch (CellProblem e) {
            return null;
        }
    }
}
