package org.hrbudget.summary;

import java.io.Serializable;
import org.hrbudget.model.Position;
import org.jspecify.annotations.Nullable;

/**
 * A line whose whole key, every column that is neither an amount nor a link, or whose identifier is on an earlier line too.
 *
 * @param position the later line
 * @param first the first line of that key or identifier
 * @param unitCode the unit of the later line, where given; a whole key has one unit
 */
public record RepeatedKey(
        Position position, Position first, @Nullable String unitCode) implements Fact, Serializable {

    /** {@return the row of the later line} */
    public long row() {
        return position.row();
    }

    /** {@return the row of the first line} */
    public long firstRow() {
        return first.row();
    }

    /** {@return the file of the first line} */
    public String firstFile() {
        return first.file();
    }
}
