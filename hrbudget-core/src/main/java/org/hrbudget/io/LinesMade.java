package org.hrbudget.io;

import java.util.List;
import org.hrbudget.model.SpendingLine;

/**
 * A batch of a source that has lines from the start.
 *
 * @param lines the lines
 */
record LinesMade(List<SpendingLine> lines) implements LineBatch {

    @Override
    public int rows() {
        return lines.size();
    }
}
