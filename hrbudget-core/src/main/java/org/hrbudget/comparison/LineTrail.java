package org.hrbudget.comparison;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import org.hrbudget.model.Amounts;

/**
 * Under which groups the lines of one key were on either side, and with how much money. It takes 36 bytes for a key under a group, up to
 * {@value #MOST} of them unless told otherwise; what comes when it is full is counted and not followed. A key that is under more than
 * {@value #MOST_GROUPS} groups moves from nowhere to nowhere, and is not followed either. For one thread.
 */
final class LineTrail {

    /** The most keys under groups: 75 MB of them, and half as much again while they grow. */
    static final int MOST = 1_400_000;

    private static final int MOST_GROUPS = 8;
    private static final int FIRST_SIZE = 1 << 10;
    private static final long GONE = Long.MIN_VALUE;
    private static final int FREE = -1;
    private static final int GIVEN_UP = -2;

    /** Told of each key that left one group for one other. */
    @FunctionalInterface
    interface Mover {
        void moved(int from, int to, BigDecimal before, BigDecimal after);
    }

    private final int most;
    private long[] high = new long[FIRST_SIZE];
    private long[] low = new long[FIRST_SIZE];
    private int[] group = free(FIRST_SIZE);
    private long[][] cents = {new long[FIRST_SIZE], new long[FIRST_SIZE]};
    private int count;
    private long notFollowed;

    LineTrail(int most) {
        this.most = most;
    }

    private static int[] free(int size) {
        int[] groups = new int[size];
        Arrays.fill(groups, FREE);
        return groups;
    }

    /** {@return how many times a key met a group that there was no room to note} */
    long notFollowed() {
        return notFollowed;
    }

    /** Adds money of a key under a group; a part of a cent is rounded half up. */
    void take(long keyHigh, long keyLow, int number, BigDecimal amount, int side) {
        int met = 0;
        int at = home(keyLow, group.length);
        for (; group[at] != FREE; at = next(at)) {
            if (high[at] == keyHigh && low[at] == keyLow) {
                if (group[at] == GIVEN_UP) {
                    return;
                }
                if (group[at] == number) {
                    add(at, amount, side);
                    return;
                }
                met++;
                if (met == MOST_GROUPS) {
                    group[at] = GIVEN_UP;
                    giveUpBefore(at, keyHigh, keyLow);
                    return;
                }
            }
        }
        if (count == most) {
            notFollowed++;
            return;
        }
        high[at] = keyHigh;
        low[at] = keyLow;
        group[at] = number;
        add(at, amount, side);
        count++;
        if (count > group.length / 10 * 7) {
            grow();
        }
    }

    /** Marks the first place of a key, where the next look finds it. */
    private void giveUpBefore(int last, long keyHigh, long keyLow) {
        for (int at = home(keyLow, group.length); at != last; at = next(at)) {
            if (high[at] == keyHigh && low[at] == keyLow) {
                group[at] = GIVEN_UP;
            }
        }
    }

    private void add(int at, BigDecimal amount, int side) {
        long sum = cents[side][at];
        BigInteger more = amount.setScale(Amounts.SCALE, RoundingMode.HALF_UP).unscaledValue();
        if (sum == GONE || more.bitLength() >= Long.SIZE) {
            cents[side][at] = GONE;
            return;
        }
        long cent = more.longValue();
        long added = sum + cent;
        // Of the same sign, and the sum of another: too much money for the place there is.
        cents[side][at] = ((sum ^ added) & (cent ^ added)) < 0 ? GONE : added;
    }

    private void grow() {
        LineTrail larger = new LineTrail(most);
        int size = 2 * group.length;
        larger.high = new long[size];
        larger.low = new long[size];
        larger.group = free(size);
        larger.cents = new long[][] {new long[size], new long[size]};
        for (int at = 0; at < group.length; at++) {
            if (group[at] != FREE) {
                int to = home(low[at], size);
                while (larger.group[to] != FREE) {
                    to = larger.next(to);
                }
                larger.high[to] = high[at];
                larger.low[to] = low[at];
                larger.group[to] = group[at];
                larger.cents[0][to] = cents[0][at];
                larger.cents[1][to] = cents[1][at];
            }
        }
        high = larger.high;
        low = larger.low;
        group = larger.group;
        cents = larger.cents;
    }

    /** The keys are hashes already. */
    private static int home(long keyLow, int size) {
        return (int) keyLow & (size - 1);
    }

    private int next(int at) {
        return (at + 1) & (group.length - 1);
    }

    /** Tells of each key that is under one group before and not after, and under one after and not before. */
    void moves(Mover mover) {
        for (int at = 0; at < group.length; at++) {
            if (group[at] >= 0 && isLeft(at)) {
                int joined = joined(at);
                if (joined >= 0) {
                    mover.moved(group[at], group[joined], money(at, Side.BEFORE), money(joined, Side.AFTER));
                }
            }
        }
    }

    private boolean isLeft(int at) {
        return holds(at, Side.BEFORE) && cents[Side.AFTER][at] == 0;
    }

    /** {@return the place of the one group that a key joined, where the group at this place is the only one it left; below 0 for none} */
    private int joined(int left) {
        int joined = FREE;
        for (int at = home(low[left], group.length); group[at] != FREE; at = next(at)) {
            if (at == left || high[at] != high[left] || low[at] != low[left]) {
                continue;
            }
            boolean arrived = cents[Side.BEFORE][at] == 0 && holds(at, Side.AFTER);
            if (group[at] == GIVEN_UP || isLeft(at) || isTooMuch(at) || (arrived && joined >= 0)) {
                return FREE;
            }
            joined = arrived ? at : joined;
        }
        return joined;
    }

    private boolean holds(int at, int side) {
        return cents[side][at] != 0 && cents[side][at] != GONE;
    }

    private boolean isTooMuch(int at) {
        return cents[Side.BEFORE][at] == GONE || cents[Side.AFTER][at] == GONE;
    }

    private BigDecimal money(int at, int side) {
        return BigDecimal.valueOf(cents[side][at], Amounts.SCALE);
    }
}
