package org.hrbudget.summary.internal;

import java.io.IOException;
import java.util.List;

/** Merges sorted runs: a heap with the run whose record is next on top. Used once, by one thread. */
final class RunMerge {

    private final KeyRecords format;
    private final SortedRun[] heap;
    private int size;

    RunMerge(KeyRecords format, List<SortedRun> runs) {
        this.format = format;
        this.heap = runs.toArray(SortedRun[]::new);
        this.size = heap.length;
        for (int parent = size / 2 - 1; parent >= 0; parent--) {
            sink(parent);
        }
    }

    void forEach(RecordSort.Visitor visitor) throws IOException {
        while (size > 0) {
            SortedRun first = heap[0];
            visitor.visit(first.records(), first.at());
            if (!first.advance()) {
                heap[0] = heap[--size];
            }
            sink(0);
        }
    }

    private void sink(int from) {
        int at = from;
        SortedRun run = heap[at];
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1].compare(heap[child], format) < 0) {
                child++;
            }
            if (run.compare(heap[child], format) <= 0) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = run;
    }
}
