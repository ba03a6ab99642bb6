package org.hrbudget.summary.internal;

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

    private long[] order() {
        long[] order = new long[count];
        for (int index = 0; index < count; index++) {
            order[index] = index;
        }
        sortBy(KeyRecords.HIGH, order, 0, count);
        return order;
    }

    /**
     * Sorts by the first bits, from the first in which they differ, of one number of each record, with the number of the record
     * in the place of its last bits: sorting those as plain numbers is several times as fast as comparing records. What they leave
     * equal is little, or in order already.
     */
    private void sortBy(int number, long[] order, int from, int to) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            long value = records.getLong(offset(order[i]) + number);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        int alike = Long.numberOfLeadingZeros(most - least);
        long index = ~(-1L << indexBits);
        for (int i = from; i < to; i++) {
            long value = (records.getLong(offset(order[i]) + number) - least) << alike >>> 1;
            order[i] = (value & ~index) | (order[i] & index);
        }
        Arrays.sort(order, from, to);
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || (order[i] & ~index) != (order[start] & ~index)) {
                sortAlike(number, order, start, i);
                start = i;
            }
        }
    }

    private void sortAlike(int number, long[] order, int from, int to) {
        int sorted = from + 1;
        while (sorted < to && compare(order[sorted - 1], order[sorted]) <= 0) {
            sorted++;
        }
        if (sorted >= to) {
            return;
        }
        if (number == KeyRecords.HIGH && allEqual(number, order, from, to)) {
            sortBy(KeyRecords.LOW, order, from, to);
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

    private boolean allEqual(int number, long[] order, int from, int to) {
        long first = records.getLong(offset(order[from]) + number);
        int same = from + 1;
        while (same < to && records.getLong(offset(order[same]) + number) == first) {
            same++;
        }
        return same == to;
    }

    private int compare(long one, long other) {
        return format.compare(records, offset(one), records, offset(other));
    }

    private int offset(long ordered) {
        return (int) (ordered & ~(-1L << indexBits)) * KeyRecords.BYTES;
    }
}
