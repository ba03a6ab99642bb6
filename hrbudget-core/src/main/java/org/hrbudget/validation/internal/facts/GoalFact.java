package org.hrbudget.validation.internal.facts;

import java.math.BigDecimal;
import org.hrbudget.model.PhysicalGoal;
import org.jspecify.annotations.Nullable;

/**
 * A physical goal as rules see it, under the name {@code Goal}.
 *
 * @param source the goal as read
 * @param unitKnown whether the budget has a line of its unit
 */
public record GoalFact(PhysicalGoal source, boolean unitKnown) implements RecordFact {

    /** {@return the code of its unit} */
    @Override
    public String unitCode() {
        return source.unitCode();
    }

    /** {@return the institutional activity} */
    public @Nullable String activity() {
        return source.activity();
    }

    /** {@return what is delivered} */
    public @Nullable String name() {
        return source.name();
    }

    /** {@return what it is counted in} */
    public @Nullable String unitOfMeasure() {
        return source.unitOfMeasure();
    }

    /** {@return how much, for the whole year} */
    public @Nullable BigDecimal quantity() {
        return source.quantity();
    }

    /** {@return the sum of the twelve months, where all are given} */
    public @Nullable BigDecimal monthsTotal() {
        return source.monthsTotal();
    }

    /** {@return how many months are given} */
    public int monthsGiven() {
        return source.monthsGiven();
    }
}
