package org.hrbudget.comparison;

import java.math.BigDecimal;
import java.util.List;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;

/** What money of either year is worth: in the prices of the later for the parts of a change, in those of the base year for what is real. */
record Prices(
        List<YearlySeries> indices,
        @Nullable FiscalYear before,
        @Nullable FiscalYear after,
        @Nullable FiscalYear base,
        boolean backwards) {

    static Prices of(List<YearlySeries> indices, @Nullable FiscalYear base, Sides sides) {
        if (indices.isEmpty()) {
            return new Prices(List.of(), sides.before().year(), sides.after().year(), null, sides.isBackwards());
        }
        FiscalYear before = Sides.year(sides.before(), "before");
        FiscalYear after = Sides.year(sides.after(), "after");
        FiscalYear later = sides.isBackwards() ? before : after;
        return new Prices(List.copyOf(indices), before, after, base == null ? later : base, sides.isBackwards());
    }

    boolean known() {
        return base != null;
    }

    /** {@return an amount of a side in the prices of the later year; as it is where no index is known} */
    BigDecimal later(BigDecimal amount, int side) {
        return before == null || after == null || indices.isEmpty()
                ? amount
                : indices.get(0).at(amount, side == Side.BEFORE ? before : after, backwards ? before : after);
    }

    /** {@return an amount of a side in the prices of the base year} */
    BigDecimal real(BigDecimal amount, int side) {
        return real(indices.get(0), amount, side);
    }

    private BigDecimal real(YearlySeries index, BigDecimal amount, int side) {
        return before == null || after == null || base == null
                ? amount
                : index.at(amount, side == Side.BEFORE ? before : after, base);
    }

    /** {@return the names of the other indices by which a change has the other sign} */
    List<String> turnedBy(BigDecimal amountBefore, BigDecimal amountAfter) {
        if (indices.size() < 2) {
            return List.of();
        }
        int sign = sign(indices.get(0), amountBefore, amountAfter);
        return indices.subList(1, indices.size()).stream()
                .filter(index -> sign * sign(index, amountBefore, amountAfter) < 0)
                .map(YearlySeries::name)
                .toList();
    }

    private int sign(YearlySeries index, BigDecimal amountBefore, BigDecimal amountAfter) {
        return real(index, amountAfter, Side.AFTER).compareTo(real(index, amountBefore, Side.BEFORE));
    }
}
