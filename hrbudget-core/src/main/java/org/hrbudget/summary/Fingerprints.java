package org.hrbudget.summary;

import java.util.Arrays;
import java.util.Comparator;

/** Fingerprints of lines and where those stand, in plain arrays of 32 bytes a line. For one thread. */
final class Fingerprints {

    private static final int FIRST_CAPACITY = 1 << 10;

    private final int most;
    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    private long[] rows = new long[FIRST_CAPACITY];
    private int[] files = new int[FIRST_CAPACITY];
    private int[] units = new int[FIRST_CAPACITY];
    private int size;

    /**
     * @param most how many it holds, a power of two
     */
    Fingerprints(int most) {
        this.most = most;
    }

    void add(long newHigh, long newLow, int file, long row, int unit) {
        if (size == high.length) {
            int larger = 2 * size;
            high = Arrays.copyOf(high, larger);
            low = Arrays.copyOf(low, larger);
            rows = Arrays.copyOf(rows, larger);
            files = Arrays.copyOf(files, larger);
            units = Arrays.copyOf(units, larger);
        }
        high[size] = newHigh;
        low[size] = newLow;
        files[size] = file;
        rows[size] = row;
        units[size] = unit;
        size++;
    }

    boolean isFull() {
        return size >= most;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /**
     * {@return which of them comes first, second and so on: by fingerprint, then by place}
     *
     * <p>The numbers are sorted together with the leading bits of the fingerprints, as plain numbers; only where those bits are
     * equal is the rest looked at, which with fingerprints means: where the keys are equal.
     */
    int[] order(PlaceNames names) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, size - 1));
        long numberMask = (1L << bits) - 1;
        long[] sorted = new long[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = (high[i] & ~numberMask) | i;
        }
        Arrays.sort(sorted);
        int[] order = new int[size];
        int from = 0;
        for (int i = 0; i < size; i++) {
            order[i] = (int) (sorted[i] & numberMask);
            if (i + 1 == size || (sorted[i] & ~numberMask) != (sorted[i + 1] & ~numberMask)) {
                if (i > from) {
                    sortAlike(order, from, i + 1, names);
                }
                from = i + 1;
            }
        }
        return order;
    }

    private void sortAlike(int[] order, int from, int to, PlaceNames names) {
        Integer[] alike = new Integer[to - from];
        for (int i = from; i < to; i++) {
            alike[i - from] = order[i];
        }
        Comparator<Integer> byAll = Comparator.<Integer>comparingLong(i -> high[i])
                .thenComparingLong(i -> low[i])
                .thenComparing((a, b) -> FingerprintCursor.comparePlaces(files[a], rows[a], files[b], rows[b], names));
        Arrays.sort(alike, byAll);
        for (int i = from; i < to; i++) {
            order[i] = alike[i - from];
        }
    }

    long high(int i) {
        return high[i];
    }

    long low(int i) {
        return low[i];
    }

    long row(int i) {
        return rows[i];
    }

    int file(int i) {
        return files[i];
    }

    int unit(int i) {
        return units[i];
    }
}
