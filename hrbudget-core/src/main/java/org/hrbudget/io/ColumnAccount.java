package org.hrbudget.io;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.hrbudget.io.internal.Excerpt;

/**
 * What became of the columns of one input: every one of them was read as something or by nobody. Headings are given as the file
 * writes them, up to their first 80 characters; a column without one by its number.
 *
 * @param used the columns that were read, in the order of the file
 * @param unread the columns that nothing reads, in the order of the file; those of a budget are kept with its lines
 * @param absent what the layout gives a meaning to and the input has no column for, in the order of the layout
 */
public record ColumnAccount(List<String> used, List<String> unread, List<String> absent) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Copies the lists. */
    public ColumnAccount {
        used = used.stream().map(Excerpt::of).toList();
        unread = unread.stream().map(Excerpt::of).toList();
        absent = List.copyOf(absent);
    }
}
