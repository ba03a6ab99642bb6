package org.hrbudget.io;

import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Budget;

/** Something a budget can be read from, any number of times. Safe to share between threads. */
public interface BudgetSource {

    /**
     * {@return a reader at the first line; the caller closes it}
     *
     * @throws BudgetReadException if nothing can be read at all: no such file, not the layout's columns, an unsafe archive
     */
    LineReader open();

    /**
     * {@return a budget in memory as a source}
     *
     * @param budget the budget
     */
    static BudgetSource of(Budget budget) {
        return new MemorySource(budget);
    }
}
