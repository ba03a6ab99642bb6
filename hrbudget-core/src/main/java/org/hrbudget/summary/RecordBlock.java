package org.hrbudget.summary;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Records in the order they came, up to a number that one thread sorts at once. For one thread. */
final class RecordBlock {

    private static final int FIRST_CAPACITY = 32;

    private final KeyRecords format;
    private final int capacity;
    private final int indexBits;
    private ByteBuffer records;
    private int count;

    /**
     * @param format the order of records
     * @param capacity how many records there may be
     */
    RecordBlock(KeyRecords format, int capacity) {
        this.format = format;
        this.capacity = capacity;
        this.indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(capacity);
        this.records = ByteBuffer.allocate(KeyRecords.BYTES * Math.min(FIRST_CAPACITY, capacity));
    }

    void add(long high, long low, long row, int file, int unit) {
        int at = count * KeyRecords.BYTES;
        if (at == records.capacity()) {
            int larger = (int) Math.min(2L * at, (long) capacity * KeyRecords.BYTES);
            records = ByteBuffer.allocate(larger).put(records.position(0));
        }
        KeyRecords.put(records, at, high, low, row, file, unit);
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count == capacity;
    }

    /** {@return a copy of the records in their order}, and leaves this block without any */
    ByteBuffer takeSorted() {
        ByteBuffer sorted = ByteBuffer.allocate(count * KeyRecords.BYTES);
        for (long each : order()) {
            KeyRecords.copy(records, offset(each), sorted);
        }
        count = 0;
        return sorted.flip();
    }

    /**
     * The first bits of each fingerprint with the number of the record in the place of the last: sorting those as plain numbers
     * is several times as fast as comparing records, and what they leave equal is rare, or in order already.
     */
    private long[] order() {
        long[] order = new long[count];
        long prefix = -1L << indexBits;
        for (int index = 0; index < count; index++) {
            order[index] = (KeyRecords.high(records, index * KeyRecords.BYTES) & prefix) | index;
        }
        Arrays.sort(order);
        int from = 0;
        for (int to = 1; to <= count; to++) {
            if (to == count || (order[to] & prefix) != (order[from] & prefix)) {
                sortAlike(order, from, to);
                from = to;
            }
        }
        return order;
    }

    private void sortAlike(long[] order, int from, int to) {
        int sorted = from + 1;
        while (sorted < to && compare(order[sorted - 1], order[sorted]) <= 0) {
            sorted++;
        }
        if (sorted >= to) {
            return;
        }
        Long[] alike = new Long[to - from];
        for (int i = from; i < to; i++) {
            alike[i - from] = order[i];
        }
        Arrays.sort(alike, this::compare);
        for (int i = from; i < to; i++) {
            order[i] = alike[i - from];
        }
    }

    private int compare(long one, long other) {
        return format.compare(records, offset(one), records, offset(other));
    }

    private int offset(long ordered) {
        return (int) (ordered & ~(-1L << indexBits)) * KeyRecords.BYTES;
    }
}
