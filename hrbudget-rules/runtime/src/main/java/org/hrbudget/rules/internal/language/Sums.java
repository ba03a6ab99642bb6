package org.hrbudget.rules.internal.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hrbudget.rules.internal.language.Atom.Sum;

/**
 * Finds out whether sums can all compare with zero as they must, by eliminating one property after the other (Fourier and
 * Motzkin). Exact: over the fractions, "no" means that no numbers do.
 */
final class Sums {

    /** Enough for conditions that people write; beyond it, nothing is claimed. */
    private static final int MOST = 60;

    private Sums() {}

    /** {@return whether no numbers satisfy all of them; {@code false} where that is too long to find out} */
    static boolean impossible(List<Sum> sums) {
        List<Sum> bounds = new ArrayList<>();
        for (Sum sum : sums) {
            switch (sum.sign()) {
                case BELOW, AT_MOST -> bounds.add(sum);
                case ZERO -> {
                    bounds.add(sum.with(Sum.Sign.AT_MOST));
                    bounds.add(sum.negated().with(Sum.Sign.AT_MOST));
                }
                case NOT_ZERO -> {}
            }
        }
        sizes(sums)
                .forEach(size -> bounds.add(new Sum(
                        new TreeMap<>(Map.of(size, BigDecimal.ONE.negate())), BigDecimal.ZERO, Sum.Sign.AT_MOST)));
        return contradict(bounds)
                // Numbers that satisfy the bounds satisfy all inequalities too, unless the bounds force one of the sums
                // to be zero.
                || sums.stream()
                        .filter(sum -> sum.sign() == Sum.Sign.NOT_ZERO)
                        .anyMatch(sum -> contradict(with(bounds, sum.with(Sum.Sign.BELOW)))
                                && contradict(with(bounds, sum.negated().with(Sum.Sign.BELOW))));
    }

    private static Set<String> sizes(List<Sum> sums) {
        Set<String> sizes = new TreeSet<>();
        sums.forEach(sum -> sum.terms().keySet().stream()
                .filter(name -> name.indexOf('.') >= 0)
                .forEach(sizes::add));
        return sizes;
    }

    private static List<Sum> with(List<Sum> bounds, Sum another) {
        List<Sum> more = new ArrayList<>(bounds);
        more.add(another);
        return more;
    }

    private static boolean contradict(List<Sum> bounds) {
        List<Sum> left = bounds;
        while (left.size() <= MOST) {
            if (left.stream().anyMatch(Sums::isFalse)) {
                return true;
            }
            Optional<String> name = left.stream()
                    .flatMap(bound -> bound.terms().keySet().stream())
                    .findFirst();
            if (name.isEmpty()) {
                return false;
            }
            left = without(name.get(), left);
        }
        return false;
    }

    private static boolean isFalse(Sum bound) {
        return bound.terms().isEmpty()
                && (bound.sign() == Sum.Sign.BELOW
                        ? bound.constant().signum() >= 0
                        : bound.constant().signum() > 0);
    }

    /** {@return what the bounds say of the others: each lower bound of a property joined with each upper one} */
    private static List<Sum> without(String name, List<Sum> bounds) {
        List<Sum> result = new ArrayList<>();
        for (Sum bound : bounds) {
            BigDecimal often = bound.terms().get(name);
            if (often == null) {
                result.add(bound);
            } else if (often.signum() > 0) {
                for (Sum lower : bounds) {
                    BigDecimal other = lower.terms().getOrDefault(name, BigDecimal.ZERO);
                    if (other.signum() < 0) {
                        result.add(bound.plus(other.negate(), lower, often));
                    }
                }
            }
        }
        return result;
    }
}
