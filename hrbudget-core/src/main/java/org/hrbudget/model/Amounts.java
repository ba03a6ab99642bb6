package org.hrbudget.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of one spending line, one for each {@link AmountKind} that applies. Every amount has scale 2; an absent amount is
 * {@code null}, which is not zero. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // Of places in arrays that never leave this class.
public final class Amounts {

    /** The number of decimals of every amount. */
    public static final int SCALE = 2;

    private static final AmountKind[] KINDS = AmountKind.values();

    private static final Amounts NONE = new Amounts(new BigDecimal[KINDS.length]);

    /** By kind: a map for each of millions of lines took a twentieth of a validation. */
    private final @Nullable BigDecimal[] values;

    private Amounts(@Nullable BigDecimal[] values) {
        this.values = values;
    }

    /** {@return amounts of which none applies} */
    public static Amounts none() {
        return NONE;
    }

    /**
     * {@return the given amounts}
     *
     * @param amounts an amount for each kind that applies
     * @throws IllegalArgumentException if an amount has more than two decimals that count
     */
    public static Amounts of(Map<AmountKind, BigDecimal> amounts) {
        Builder builder = builder();
        amounts.forEach(builder::put);
        return builder.build();
    }

    /** {@return a builder of amounts of which none applies yet} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return these amounts with one set, replaced or taken away}
     *
     * @param kind the kind of amount
     * @param value the amount, or {@code null} where the kind does not apply
     * @throws IllegalArgumentException if the amount has more than two decimals that count
     */
    public Amounts with(AmountKind kind, @Nullable BigDecimal value) {
        @Nullable BigDecimal[] copy = values.clone();
        copy[kind.ordinal()] = value == null ? null : exact(value);
        return new Amounts(copy);
    }

    /**
     * {@return the amount of this kind, of scale 2, or {@code null} where the kind does not apply}
     *
     * @param kind the kind of amount
     */
    public @Nullable BigDecimal get(AmountKind kind) {
        return values[kind.ordinal()];
    }

    /** {@return the amounts that apply, by kind} */
    public Map<AmountKind, BigDecimal> asMap() {
        Map<AmountKind, BigDecimal> map = new EnumMap<>(AmountKind.class);
        for (AmountKind kind : KINDS) {
            BigDecimal value = get(kind);
            if (value != null) {
                map.put(kind, value);
            }
        }
        return Collections.unmodifiableMap(map);
    }

    private static BigDecimal exact(BigDecimal value) {
        if (value.scale() == SCALE) {
            return value;
        }
        try {
            return value.setScale(SCALE, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "Amount with more than two decimals: " + value.toPlainString()
                            + ".\nMaybe round it where it comes from: the library never rounds money.",
                    e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Amounts that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return asMap().toString();
    }

    /** Builds {@link Amounts}. Not safe for use by several threads. */
    public static final class Builder {

        private @Nullable BigDecimal[] values = new BigDecimal[KINDS.length];
        private boolean built;

        private Builder() {}

        /**
         * Sets or replaces an amount.
         *
         * @param kind the kind of amount
         * @param value the amount
         * @return this builder
         * @throws IllegalArgumentException if the amount has more than two decimals that count
         */
        public Builder put(AmountKind kind, BigDecimal value) {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(value, "value");
            if (built) {
                values = values.clone();
                built = false;
            }
            values[kind.ordinal()] = exact(value);
            return this;
        }

        /** {@return the amounts} */
        public Amounts build() {
            built = true;
            return new Amounts(values);
        }
    }
}
