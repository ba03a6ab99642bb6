package org.hrbudget.validation.internal.facts;

import java.math.BigDecimal;
import java.util.List;
import org.hrbudget.summary.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one unit under one institutional activity as rules see them, under the name {@code UnitActivitySummary}.
 *
 * @param unitCode the code of the unit
 * @param unitName its name, where given
 * @param activity the institutional activity as the lines write it
 * @param lines how many lines
 * @param amount their money, absent where one of them lacks it
 */
public record UnitActivityFact(
        String unitCode,
        @Nullable String unitName,
        String activity,
        long lines,
        @Nullable BigDecimal amount) implements Fact {

    @Override
    public @Nullable BigDecimal stake() {
        return amount;
    }

    @Override
    public Object place() {
        return List.of(unitCode, activity);
    }
}
