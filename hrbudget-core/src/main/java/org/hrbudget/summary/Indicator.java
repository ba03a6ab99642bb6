package org.hrbudget.summary;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The value of an indicator, for the whole budget or for a part of it.
 *
 * @param id its id, such as {@code I01}
 * @param value its value, exact where it is a count or an amount, to 40 digits where it is a ratio; {@code null} where it is
 *     undefined because its denominator is zero or the data it needs was not given
 * @param ratio what its value is the quotient of, where it is a ratio and both are known
 * @param unit {@code ratio}, {@code count} or the currency
 * @param dimensions what it is the value of, such as {@code right=01}; empty for the whole budget; in alphabetical order
 */
public record Indicator(
        String id, @Nullable BigDecimal value, @Nullable Ratio ratio, String unit, Map<String, String> dimensions) {

    /** Copies the map. */
    public Indicator {
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
    }
}
