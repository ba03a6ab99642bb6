package org.hrbudget.rules.internal.language;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.rules.internal.language.Atom.Sum;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether sums can compare with zero as they must: those of the same properties, taken equally often, are put together as
 * one interval. What follows only from several different sums, such as that {@code a < b}, {@code b < c} and {@code c < a} cannot all
 * be, is not seen (rules decision 0003).
 */
final class Sums {

    private @Nullable BigDecimal low;
    private @Nullable BigDecimal high;
    private boolean lowExcluded;
    private boolean highExcluded;

    private Sums() {}

    /** {@return whether no number satisfies all that is asked of one sum} */
    static boolean impossible(List<Sum> sums) {
        Map<Map<String, BigDecimal>, Sums> intervals = new HashMap<>();
        sums.forEach(sum -> interval(sum, intervals).restrict(sum));
        return intervals.values().stream().anyMatch(Sums::isEmpty)
                || sums.stream()
                        .filter(sum -> sum.sign() == Sum.Sign.NOT_ZERO)
                        .anyMatch(sum -> interval(sum, intervals).isOnly(value(sum)));
    }

    private static Sums interval(Sum sum, Map<Map<String, BigDecimal>, Sums> intervals) {
        return intervals.computeIfAbsent(isReversed(sum) ? sum.negated().terms() : sum.terms(), Sums::of);
    }

    /** A sum of nothing is zero, and a list has no less than no elements. */
    private static Sums of(Map<String, BigDecimal> terms) {
        Sums interval = new Sums();
        if (terms.keySet().stream().allMatch(name -> name.indexOf('.') >= 0)
                && terms.values().stream().allMatch(often -> often.signum() > 0)) {
            interval.low = BigDecimal.ZERO;
        }
        if (terms.isEmpty()) {
            interval.high = BigDecimal.ZERO;
        }
        return interval;
    }

    /** A sum and its opposite share an interval. */
    private static boolean isReversed(Sum sum) {
        return sum.terms().values().stream().findFirst().map(BigDecimal::signum).orElse(1) < 0;
    }

    /** {@return what the terms, without the constant, are compared with} */
    private static BigDecimal value(Sum sum) {
        return isReversed(sum) ? sum.constant() : sum.constant().negate();
    }

    private void restrict(Sum sum) {
        BigDecimal value = value(sum);
        boolean excluded = sum.sign() == Sum.Sign.BELOW;
        boolean equal = sum.sign() == Sum.Sign.ZERO;
        if (sum.sign() == Sum.Sign.NOT_ZERO) {
            return;
        }
        if (equal || isReversed(sum)) {
            int compared = low == null ? 1 : value.compareTo(low);
            lowExcluded = compared > 0 ? excluded : lowExcluded || (compared == 0 && excluded);
            low = compared > 0 ? value : low;
        }
        if (equal || !isReversed(sum)) {
            int compared = high == null ? -1 : value.compareTo(high);
            highExcluded = compared < 0 ? excluded : highExcluded || (compared == 0 && excluded);
            high = compared < 0 ? value : high;
        }
    }

    private boolean isEmpty() {
        int compared = low == null || high == null ? -1 : low.compareTo(high);
        return compared > 0 || (compared == 0 && (lowExcluded || highExcluded));
    }

    private boolean isOnly(BigDecimal value) {
        return low != null && high != null && low.compareTo(value) == 0 && high.compareTo(value) == 0;
    }
}
