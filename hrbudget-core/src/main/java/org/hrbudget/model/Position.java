package org.hrbudget.model;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * Where a line is in what was read.
 *
 * @param file the name of the file, or of the object in memory
 * @param row the row as a spreadsheet numbers it: the header is row 1; in JSON, the first line is row 1; 0 for the file as a whole
 */
public record Position(String file, long row) implements Comparable<Position>, Serializable {

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::file).thenComparingLong(Position::row);

    /** Refuses a file that is {@code null}. */
    public Position {
        Objects.requireNonNull(file, "file");
    }

    /** {@return the order by file name, then by row} */
    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** {@return such as {@code budget.csv:17}; the file alone where it is meant as a whole} */
    @Override
    public String toString() {
        return row == 0 ? file : file + ":" + row;
    }
}
