package org.hrbudget.io;

import java.util.List;
import org.hrbudget.model.SpendingLine;

/**
 * Rows taken from a source and not yet made into lines, so that this can be done in another thread while the next rows are taken.
 */
public interface LineBatch {

    /** {@return how many rows were taken, those that will be rejected or skipped among them} */
    int rows();

    /**
     * Makes lines of the rows; rows that cannot be lines enter the account of the reader. To be called once, by any thread.
     *
     * @return the lines, in the order of the rows
     */
    List<SpendingLine> lines();
}
