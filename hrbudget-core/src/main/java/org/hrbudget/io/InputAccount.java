package org.hrbudget.io;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.hrbudget.io.internal.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one input. {@code rowsRead} is always the sum of the other three.
 *
 * @param name the file's name, with as much of its folder as tells it from others read with it, or what the caller called it
 * @param sha256 the SHA-256 of its bytes as stored, in lower-case hexadecimal, or {@code null} where there are no bytes or they
 *     were not read to the end
 * @param layout the name of the layout it was read with, or {@code null} where none applies
 * @param rowsRead the rows below the header
 * @param linesValidated the rows that became spending lines (in a file of links: links)
 * @param rowsRejected the rows that could not
 * @param rowsSkipped the rows that the layout passes over: totals, percentages, blanks
 * @param columns what became of its columns, or {@code null} where it has none, as a budget in memory
 */
public record InputAccount(
        String name,
        @Nullable String sha256,
        @Nullable String layout,
        long rowsRead,
        long linesValidated,
        long rowsRejected,
        long rowsSkipped,
        @Nullable Columns columns)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the account of an input without columns.
     *
     * @param name its name
     * @param sha256 the SHA-256 of its bytes, or {@code null}
     * @param layout the name of its layout, or {@code null}
     * @param rowsRead the sum of the other three
     * @param linesValidated the rows that became spending lines
     * @param rowsRejected the rows that could not
     * @param rowsSkipped the rows that were passed over
     */
    public InputAccount(
            String name,
            @Nullable String sha256,
            @Nullable String layout,
            long rowsRead,
            long linesValidated,
            long rowsRejected,
            long rowsSkipped) {
        this(name, sha256, layout, rowsRead, linesValidated, rowsRejected, rowsSkipped, null);
    }

    /** {@return the rows of two parts of one input together; a hash only one of them has is kept} */
    InputAccount plus(InputAccount other) {
        return new InputAccount(
                name,
                sha256 == null ? other.sha256 : sha256,
                layout == null ? other.layout : layout,
                rowsRead + other.rowsRead,
                linesValidated + other.linesValidated,
                rowsRejected + other.rowsRejected,
                rowsSkipped + other.rowsSkipped,
                columns == null ? other.columns : columns);
    }

    InputAccount withSha256(String hash) {
        return new InputAccount(name, hash, layout, rowsRead, linesValidated, rowsRejected, rowsSkipped, columns);
    }

    /**
     * What became of the columns of one input: every one of them was read as something or by nobody. Headings are given as the file
     * writes them, up to their first 80 characters; a column without one by its number.
     *
     * @param used the columns that were read, in the order of the file
     * @param unread the columns that nothing reads, in the order of the file; those of a budget are kept with its lines
     * @param absent what the layout gives a meaning to and the input has no column for, in the order of the layout
     */
    public record Columns(List<String> used, List<String> unread, List<String> absent) implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        /** Copies the lists. */
        public Columns {
            used = used.stream().map(Excerpt::of).toList();
            unread = unread.stream().map(Excerpt::of).toList();
            absent = List.copyOf(absent);
        }
    }
}
