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

    private static final int LIMIT_DECIMALS = 10;
    private static final int LEAST_DIGITS = 40;

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
     * {@return the quotient to 40 significant digits, more where the quantities have very many, without trailing zeros, or
     * {@code null} where undefined; compared with a limit of at most ten decimals, it is below, at or above it exactly where
     * the fraction is}
     */
    public @Nullable BigDecimal decimal() {
        if (!isDefined()) {
            return null;
        }
        BigDecimal quotient = numerator.divide(denominator, comparable()).stripTrailingZeros();
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

    /**
     * Digits enough to tell the quotient from every limit: numerator - limit * denominator is a multiple of the last decimal
     * that the two can have, so a quotient that is not the limit differs from it by at least that over the denominator.
     */
    private MathContext comparable() {
        int decimals = Math.max(numerator.scale(), denominator.scale() + LIMIT_DECIMALS);
        int digits = numerator.precision() - numerator.scale() + decimals + 2;
        return new MathContext(Math.max(LEAST_DIGITS, digits), RoundingMode.HALF_EVEN);
    }
}
