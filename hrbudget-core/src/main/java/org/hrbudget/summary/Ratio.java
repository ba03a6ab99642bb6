package org.hrbudget.summary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact fraction of two quantities, rounded only when shown.
 *
 * @param numerator the part
 * @param denominator the whole; zero makes the ratio undefined
 */
public record Ratio(BigDecimal numerator, BigDecimal denominator) {

    /**
     * Digits enough to compare a ratio with any limit of up to ten decimals exactly: two different such numbers differ by at
     * least 1 / (10^10 times the denominator), and no denominator here reaches 10^20.
     */
    private static final MathContext COMPARABLE = new MathContext(40, RoundingMode.HALF_EVEN);

    /**
     * {@return the ratio of two counts}
     *
     * @param numerator the part
     * @param denominator the whole
     */
    public static Ratio of(long numerator, long denominator) {
        return new Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    /** {@return one minus this ratio, exact, over the same denominator} */
    public Ratio complement() {
        return new Ratio(denominator.subtract(numerator), denominator);
    }

    /** {@return whether the denominator is not zero} */
    public boolean isDefined() {
        return denominator.signum() != 0;
    }

    /**
     * {@return the quotient to 40 significant digits, without trailing zeros, or {@code null} where undefined; compared with a
     * limit of at most ten decimals, it is below, at or above it exactly where the fraction is}
     */
    public @Nullable BigDecimal decimal() {
        if (!isDefined()) {
            return null;
        }
        BigDecimal quotient = numerator.divide(denominator, COMPARABLE).stripTrailingZeros();
        return quotient.scale() < 0 ? quotient.setScale(0, RoundingMode.UNNECESSARY) : quotient;
    }

    /**
     * {@return the quotient rounded half up to this many decimals, or {@code null} where undefined}
     *
     * @param decimals the number of decimals
     */
    public @Nullable BigDecimal rounded(int decimals) {
        return isDefined() ? numerator.divide(denominator, decimals, RoundingMode.HALF_UP) : null;
    }
}
