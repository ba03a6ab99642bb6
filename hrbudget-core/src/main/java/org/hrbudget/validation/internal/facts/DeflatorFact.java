package org.hrbudget.validation.internal.facts;

import java.math.BigDecimal;
import java.util.List;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.summary.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The index of prices of one year as rules see it, under the name {@code Deflator}. Amounts of two years are compared at the same prices
 * by multiplying each with the index of the other's year, which rounds nothing.
 *
 * @param year the year
 * @param index its number in the index, above zero; the mean of its months, rounded half up to ten decimals, where it has twelve
 * @param source what is said of where the index is from, or {@code null}
 */
public record DeflatorFact(
        int year, BigDecimal index, @Nullable String source) implements Fact {

    /** {@return the facts of an index, one for each year, in their order} */
    public static List<DeflatorFact> of(YearlySeries index) {
        return index.years().stream()
                .map(year -> new DeflatorFact(
                        year.value(), index.value(year), index.source().orElse(null)))
                .toList();
    }
}
