package org.hrbudget.summary.internal;

import java.util.concurrent.Semaphore;

/** Searches of little memory. */
final class Searches {

    /** Two records in memory, all others in the file. */
    static final RecordSort.Limits TINY = new RecordSort.Limits(2, 1, 2, 1);

    private Searches() {}

    static RecordSort sort(KeyRecords format, RecordSort.Limits limits, SpillFile file) {
        return new RecordSort(new RecordSort.Workspace(format, limits, file, new Semaphore(limits.held())));
    }
}
