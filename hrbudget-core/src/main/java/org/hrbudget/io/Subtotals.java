package org.hrbudget.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lines come to between rows of totals, of whatever depth: a total is of the lines since the one before it, or of these and of as
 * many of the totals before it as no other is of yet. Not thread-safe.
 */
final class Subtotals {

    /** How many are kept of which no other is the sum yet; beyond that the oldest count as one. */
    static final int MOST = 4_096;

    private final List<BigDecimal> open = new ArrayList<>();
    private BigDecimal since = BigDecimal.ZERO;

    /** Adds what some lines come to. */
    void lines(BigDecimal sum) {
        since = since.add(sum);
    }

    /** {@return whether nothing has been added that comes to anything} */
    boolean isEmpty() {
        return open.isEmpty() && since.signum() == 0;
    }

    /**
     * Takes a total.
     *
     * @param stated what it states; {@code null} where it only divides
     * @return {@code null} where it is a sum of what is right before it; else the sum that comes nearest
     */
    @Nullable
    BigDecimal total(@Nullable BigDecimal stated) {
        BigDecimal nearest = null;
        BigDecimal sum = since;
        int from = open.size();
        while (stated != null && sum.compareTo(stated) != 0) {
            if (nearest == null || gap(sum, stated).compareTo(gap(nearest, stated)) < 0) {
                nearest = sum;
            }
            if (from == 0) {
                close(open.size(), since);
                return nearest;
            }
            from--;
            sum = sum.add(open.get(from));
        }
        close(from, sum);
        return null;
    }

    /** {@return whether a line of this amount is a sum of lines right before it: no chance, where it is called a total} */
    boolean hasTotal(BigDecimal amount) {
        BigDecimal sum = since;
        for (int from = open.size(); sum.compareTo(amount) != 0; sum = sum.add(open.get(from))) {
            if (from == 0) {
                return false;
            }
            from--;
        }
        return amount.signum() != 0;
    }

    private void close(int from, BigDecimal sum) {
        open.subList(from, open.size()).clear();
        open.add(sum);
        since = BigDecimal.ZERO;
        if (open.size() > MOST) {
            open.set(1, open.get(0).add(open.get(1)));
            open.remove(0);
        }
    }

    private static BigDecimal gap(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs();
    }
}
