package org.hrbudget.summary;

import java.math.BigDecimal;
import java.util.List;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.HumanRight;
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
 * @param rights what its lines give to each right or population group of which they name an action, in the programme's order; empty
 *     without one
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
        long reasonsOfOneWord,
        List<OfRight> rights) {

    /**
     * What the lines of one unit give to one right or population group.
     *
     * @param right the right or group
     * @param linkedActions the different actions of it that the unit's lines name
     * @param amount the money attributed to them; over all units, and lines of no unit, that of the right's summary
     */
    public record OfRight(HumanRight right, int linkedActions, BigDecimal amount) {

        /** {@return the code of the right or group} */
        public String code() {
            return right.code();
        }
    }

    /** Copies the list. */
    public UnitSummary {
        rights = List.copyOf(rights);
    }

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
