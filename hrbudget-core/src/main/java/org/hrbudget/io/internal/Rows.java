package org.hrbudget.io.internal;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of an input, below its headings. */
public interface Rows extends Closeable {

    /** {@return the headings as they are in the file, trimmed; empty for a column without one} */
    List<String> headings();

    /** {@return whether a record must have a cell for each heading} */
    boolean isTable();

    /** {@return the number of the last record that was read: that of the headings before the first} */
    long lastNumber();

    /**
     * {@return the next record, or {@code null} after the last}
     *
     * @throws ReadingStop if reading cannot go on
     */
    @Nullable
    Row next();
}
