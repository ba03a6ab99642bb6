package org.hrbudget.io.spi;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * Reads a budget line by line, in one pass and in memory that does not grow with its lines (but for what finds two lines of one
 * identifier, and a file of links). A row that cannot be a line is put into the {@link #account()}, and reading goes on. Not
 * safe for use by several threads.
 */
public interface LineReader extends AutoCloseable {

    /** {@return what holds for the budget as a whole} */
    BudgetHeader header();

    /** {@return the data that the source's layout and columns promise for every line} */
    Set<DataItem> promises();

    /**
     * {@return by the name of each file, the heading that each field of a layout, such as {@code unit_code}, was found under; a
     * field made of several columns has the first, or of the levels of a code the deepest. The money of a line has that of its
     * amount under {@code amount}, and links have the first of theirs under {@code links}}
     */
    Map<String, Map<String, String>> columns();

    /** {@return last year's funded actions, if given} */
    Optional<Baseline> baseline();

    /** {@return header, promises, columns and baseline together} */
    default Outline outline() {
        return new Outline(header(), promises(), columns(), baseline().orElse(null));
    }

    /** {@return the next line, or {@code null} after the last} */
    @Nullable
    SpendingLine next();

    /**
     * {@return the next rows, not yet made into lines, or {@code null} after the last}
     *
     * <p>One batch is taken after the other, but their lines may be made in several threads at once, and while the next batch is
     * taken. A reader is read either by batches or by {@link #next()}.
     *
     * @param mostRows how many rows at most, at least 1
     */
    default @Nullable Batch nextBatch(int mostRows) {
        List<SpendingLine> lines = new ArrayList<>();
        while (lines.size() < mostRows) {
            SpendingLine line = next();
            if (line == null) {
                break;
            }
            lines.add(line);
        }
        if (lines.isEmpty()) {
            return null;
        }
        return new Batch() {
            @Override
            public int rows() {
                return lines.size();
            }

            @Override
            public List<SpendingLine> lines() {
                return lines;
            }
        };
    }

    /** {@return the stored bytes taken from files so far; zero where there are none} */
    default long bytesRead() {
        return 0;
    }

    /** {@return the stored bytes of all files, where known} */
    default OptionalLong bytesTotal() {
        return OptionalLong.empty();
    }

    /**
     * {@return what became of every row so far; final once {@link #next()} has returned {@code null}, or {@link #nextBatch} has and
     * the lines of all batches are made}
     */
    ReadingAccount account();

    /** Gives back the files. */
    @Override
    void close();

    /**
     * Rows taken from a source and not yet made into lines, so that this can be done in another thread while the next rows are taken.
     */
    interface Batch {

        /** {@return how many rows were taken, those that will be rejected or skipped among them} */
        int rows();

        /**
         * Makes lines of the rows; rows that cannot be lines enter the account of the reader. To be called once, by any thread.
         *
         * @return the lines, in the order of the rows
         */
        List<SpendingLine> lines();
    }

    /**
     * What is known of a budget before its first line. The parts of one budget, wherever they are read, share one outline. Immutable
     * and serialisable.
     *
     * @param header what holds for the budget as a whole
     * @param promises the data that its layout and columns promise for every line
     * @param columns by file, the heading that each field is found under, see {@link LineReader#columns()}
     * @param baseline last year's funded actions, or {@code null} where the source does not give them
     */
    record Outline(
            BudgetHeader header,
            Set<DataItem> promises,
            Map<String, Map<String, String>> columns,
            @Nullable Baseline baseline)
            implements Serializable {

        /** Copies the collections. */
        public Outline {
            promises = Set.copyOf(promises);
            Map<String, Map<String, String>> copy = new TreeMap<>();
            columns.forEach((file, headings) -> copy.put(file, Collections.unmodifiableMap(new TreeMap<>(headings))));
            columns = Collections.unmodifiableMap(copy);
        }
    }
}
