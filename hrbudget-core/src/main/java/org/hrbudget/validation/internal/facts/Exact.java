package org.hrbudget.validation.internal.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic of rules that is exact, whatever the digits and whether a number is whole. The engine's own is not: it rounds decimals to
 * 34 digits, and takes a whole number times a decimal for a binary fraction. Of what is absent nothing comes, and nothing is compared
 * with it. Called by the engine, by these names.
 */
public final class Exact {

    private Exact() {}

    /** {@return the sum of two numbers} */
    public static @Nullable BigDecimal plus(@Nullable Object one, @Nullable Object other) {
        BigDecimal left = decimal(one);
        BigDecimal right = decimal(other);
        return left == null || right == null ? null : left.add(right);
    }

    /** {@return the difference of two numbers} */
    public static @Nullable BigDecimal minus(@Nullable Object one, @Nullable Object other) {
        BigDecimal left = decimal(one);
        BigDecimal right = decimal(other);
        return left == null || right == null ? null : left.subtract(right);
    }

    /** {@return the product of two numbers} */
    public static @Nullable BigDecimal times(@Nullable Object one, @Nullable Object other) {
        BigDecimal left = decimal(one);
        BigDecimal right = decimal(other);
        return left == null || right == null ? null : left.multiply(right);
    }

    /** {@return whether two numbers are equal, whatever their scales} */
    public static boolean equal(@Nullable Object one, @Nullable Object other) {
        Integer order = order(one, other);
        return order != null && order == 0;
    }

    /** {@return whether two numbers are given and differ} */
    public static boolean unequal(@Nullable Object one, @Nullable Object other) {
        Integer order = order(one, other);
        return order != null && order != 0;
    }

    /** {@return whether the first of two numbers is smaller} */
    public static boolean below(@Nullable Object one, @Nullable Object other) {
        Integer order = order(one, other);
        return order != null && order < 0;
    }

    /** {@return whether the first of two numbers is not greater} */
    public static boolean atMost(@Nullable Object one, @Nullable Object other) {
        Integer order = order(one, other);
        return order != null && order <= 0;
    }

    private static @Nullable Integer order(@Nullable Object one, @Nullable Object other) {
        BigDecimal left = decimal(one);
        BigDecimal right = decimal(other);
        return left == null || right == null ? null : left.compareTo(right);
    }

    private static @Nullable BigDecimal decimal(@Nullable Object number) {
        return number == null
                ? null
                : number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) number).longValue());
    }
}
