package org.hrbudget.io;

import java.util.List;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.SpendingLine;

/**
 * A batch of a source that has lines from the start.
 *
 * @param lines the lines
 */
public record LinesMade(List<SpendingLine> lines) implements LineReader.Batch {

    @Override
    public int rows() {
        return lines.size();
    }
}
