package org.hrbudget.io;

/** Something a budget can be read from, any number of times. Safe to share between threads. */
public interface BudgetSource {

    /**
     * {@return a reader at the first line; the caller closes it}
     *
     * @throws BudgetReadException if nothing can be read at all: no such file, not the layout's columns, an unsafe archive
     */
    LineReader open();
}
