package org.hrbudget.io.internal;

import java.util.Iterator;
import java.util.List;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.io.spi.RowSource;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/** The rows that another engine read. */
public final class GivenRows implements Rows {

    private final ReadLimits limits;
    private final List<String> headings;
    private final Iterator<? extends List<? extends @Nullable String>> rows;
    private long number;

    /**
     * Starts before the first row.
     *
     * @param source where the rows come from
     * @param limits how much one row may hold
     */
    public GivenRows(RowSource source, ReadLimits limits) {
        this.limits = limits;
        this.headings = source.headings().stream().map(Spelling::trimmed).toList();
        this.rows = source.rows();
        this.number = source.firstRow() - 1;
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public boolean isTable() {
        return true;
    }

    @Override
    public long lastNumber() {
        return number;
    }

    @Override
    public @Nullable Row next() {
        if (!rows.hasNext()) {
            return null;
        }
        List<? extends @Nullable String> cells = rows.next();
        number++;
        Row row = new Row(number, cells.size(), limits);
        for (String cell : cells) {
            row.add(cell == null ? "" : cell);
        }
        return row;
    }

    @Override
    public void close() {
        // The engine that reads the rows ends its own reading.
    }
}
