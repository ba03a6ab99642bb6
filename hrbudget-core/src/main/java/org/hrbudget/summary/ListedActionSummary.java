package org.hrbudget.summary;

import java.math.BigDecimal;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.Position;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a unit give to an action on the unit's list.
 *
 * @param listed the action on the list
 * @param unitKnown whether the budget has a line of that unit
 * @param known whether the programme has the action, or {@code null} without a programme
 * @param linked whether a line of that unit links it, or {@code null} where it is not known to the programme
 * @param attributedAmount the money the unit's links attribute to it, each line's at most once, or {@code null} where it is not
 *     known to the programme
 */
public record ListedActionSummary(
        ListedAction listed,
        boolean unitKnown,
        @Nullable Boolean known,
        @Nullable Boolean linked,
        @Nullable BigDecimal attributedAmount)
        implements Fact {

    @Override
    public String unitCode() {
        return listed.unitCode();
    }

    /** {@return the code of the action as the list has it} */
    public String actionCode() {
        return listed.actionCode();
    }

    @Override
    public Position position() {
        return listed.position();
    }

    @Override
    public @Nullable BigDecimal stake() {
        return attributedAmount;
    }
}
