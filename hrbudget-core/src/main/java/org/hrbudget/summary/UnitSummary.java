package org.hrbudget.summary;

import java.math.BigDecimal;
import org.hrbudget.model.BudgetUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of one unit add up to.
 *
 * @param unit the unit; its name and kind are those of its first line that gives them
 * @param lines its lines
 * @param linkedLines its lines with at least one link to an action the programme has
 * @param links its links, valid or not
 * @param amount the money of its lines: proposed in a draft, else approved
 * @param linkedAmount the money of its linked lines, each counted whole
 * @param attributedAmount the money its links attribute to actions, each line's at most once
 * @param actions the different actions of the programme it links
 * @param newActions the different actions it funds that last year's budget did not, or {@code null} without a baseline
 * @param reasonsOfOneWord its lines that name no action and give a single word for a reason
 */
public record UnitSummary(
        BudgetUnit unit,
        long lines,
        long linkedLines,
        long links,
        BigDecimal amount,
        BigDecimal linkedAmount,
        BigDecimal attributedAmount,
        int actions,
        @Nullable Integer newActions,
        long reasonsOfOneWord) {

    /** {@return the unit's code} */
    public String unitCode() {
        return unit.code();
    }

    /** {@return the unit's name, where given} */
    public @Nullable String unitName() {
        return unit.name();
    }

    /** {@return the unit's kind, where given} */
    public @Nullable String unitKind() {
        return unit.kind();
    }
}
