package org.hrbudget.summary;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several sorted runs read as one: a binary heap of cursors whose top is moved on in place. For one thread. */
final class FingerprintMerge implements Closeable {

    private final PlaceNames names;
    private final List<FingerprintCursor> all;
    private final FingerprintCursor[] heap;
    private int size;
    private boolean started;

    /**
     * @param cursors the runs; closed with the merge
     */
    FingerprintMerge(List<FingerprintCursor> cursors, PlaceNames names) {
        this.names = names;
        this.all = List.copyOf(cursors);
        this.heap = new FingerprintCursor[all.size()];
    }

    /** {@return the run that holds the next one, or {@code null} after the last} */
    @Nullable
    FingerprintCursor next() throws IOException {
        if (!started) {
            start();
        } else if (size > 0) {
            if (!heap[0].advance()) {
                heap[0] = heap[--size];
            }
            down(0);
        }
        return size == 0 ? null : heap[0];
    }

    private void start() throws IOException {
        started = true;
        for (FingerprintCursor cursor : all) {
            if (cursor.advance()) {
                heap[size++] = cursor;
            }
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            down(i);
        }
    }

    private void down(int from) {
        int at = from;
        FingerprintCursor moved = heap[at];
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1].compareTo(heap[child], names) < 0) {
                child++;
            }
            if (moved.compareTo(heap[child], names) <= 0) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = moved;
    }

    @Override
    public void close() throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (FingerprintCursor cursor : all) {
            try {
                cursor.close();
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
