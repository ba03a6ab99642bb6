package org.hrbudget.summary.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Goes through sorted records, all in memory or read from a file a few at a time. For one thread. */
final class SortedRun {

    private final ByteBuffer records;
    private final @Nullable SpillFile file;
    private long next;
    private final long end;
    private int at;
    private long high;
    private long low;

    private SortedRun(ByteBuffer records, @Nullable SpillFile file, long next, long end) {
        this.records = records;
        this.file = file;
        this.next = next;
        this.end = end;
    }

    /** {@return a run over records in memory, at least one} */
    static SortedRun of(ByteBuffer records) {
        SortedRun run = new SortedRun(records.duplicate(), null, 0, 0);
        run.load();
        return run;
    }

    /** {@return a run over the records between two places of a file, at least one} */
    static SortedRun of(SpillFile file, long from, long to, int recordsAtOnce) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min((long) recordsAtOnce * KeyRecords.BYTES, to - from));
        SortedRun run = new SortedRun(buffer, file, from, to);
        run.refill(file);
        run.load();
        return run;
    }

    /** Goes on to the next record. {@return whether there is one} */
    boolean advance() throws IOException {
        at += KeyRecords.BYTES;
        if (at == records.limit()) {
            if (file == null || next == end) {
                return false;
            }
            refill(file);
        }
        load();
        return true;
    }

    ByteBuffer records() {
        return records;
    }

    int at() {
        return at;
    }

    int compare(SortedRun other, KeyRecords format) {
        if (high != other.high) {
            return high < other.high ? -1 : 1;
        }
        if (low != other.low) {
            return low < other.low ? -1 : 1;
        }
        return format.comparePlaces(records, at, other.records, other.at);
    }

    private void refill(SpillFile from) throws IOException {
        at = 0;
        records.clear().limit((int) Math.min(records.capacity(), end - next));
        from.read(records, next);
        next += records.limit();
    }

    private void load() {
        high = KeyRecords.high(records, at);
        low = KeyRecords.low(records, at);
    }
}
