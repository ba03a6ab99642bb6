package org.hrbudget.io;

import java.io.IOException;
import java.util.Set;
import org.hrbudget.io.internal.Row;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.DataItem;
import org.jspecify.annotations.Nullable;

/** One file of a budget, opened, its headings matched. */
final class BudgetFile {

    private final String name;
    private final OpenInput input;
    private final Columns columns;
    private final LineMaker maker;
    private final RowTally tally;
    private boolean closed;

    private BudgetFile(String name, OpenInput input, Layout layout, Columns columns, ReadLimits limits) {
        this.name = name;
        this.input = input;
        this.columns = columns;
        this.maker = new LineMaker(name, layout, columns, input.rows().isTable());
        this.tally = new RowTally(name, layout.name(), limits.maxRejectedRows());
    }

    static BudgetFile open(Input input, Layout layout, ReadLimits limits) {
        Layout.Signs signs = layout.content().signs();
        OpenInput open = OpenInput.open(input, signs.charset(), signs.separator(), limits);
        try {
            Columns columns = Columns.match(input.name(), layout, open.rows().headings());
            return new BudgetFile(input.name(), open, layout, columns, limits);
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

    /** {@return what stands around the lines, where the file is JSON} */
    @Nullable
    JsonHead head() {
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
        JsonHead head = input.head();
        if (head != null && head.linked()) {
            items.add(DataItem.LINKS);
        }
        return items;
    }

    /** {@return whether its lines have no identifiers, so that a file of links names them by their rows} */
    boolean linesGoByRow() {
        return columns.found(Field.ID) == null;
    }

    /** {@return the number of the last row that was read} */
    long lastRow() {
        return input.rows().lastNumber();
    }

    @Nullable
    Row nextRow() {
        return closed ? null : input.rows().next();
    }

    /** Takes the hash of the whole file, now that its rows are read, and gives the file back. */
    void finish() {
        if (!closed) {
            tally.hash(input.sha256(name));
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
