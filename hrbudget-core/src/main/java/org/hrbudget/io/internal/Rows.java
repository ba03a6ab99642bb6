package org.hrbudget.io.internal;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;
import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/** The records of an input, below its headings. */
public interface Rows extends Closeable {

    /** {@return the headings as they are in the file, trimmed; empty for a column without one} */
    List<String> headings();

    /**
     * {@return the records down to the row of headings, which is the last, as they are written; empty where there is none, and not all of
     * them where there are absurdly many}
     */
    default List<Row> top() {
        return List.of();
    }

    /** {@return whether a record must have a cell for each heading} */
    boolean isTable();

    /** {@return the number of the last record that was read: that of the headings before the first} */
    long lastNumber();

    /** {@return what was found out and not asked for, in words; what shows later in the text is there once the last record is read} */
    default List<Bilingual> assumed() {
        return List.of();
    }

    /** {@return what makes it doubtful that the text was read as it was meant, once the last record is read} */
    default Optional<Bilingual> doubt() {
        return Optional.empty();
    }

    /**
     * {@return the next record, or {@code null} after the last}
     *
     * @throws ReadingStop if reading cannot go on
     */
    @Nullable
    Row next();
}
