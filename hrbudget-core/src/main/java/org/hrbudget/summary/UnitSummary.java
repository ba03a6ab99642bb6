package org.hrbudget.summary;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
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
 * @param totals the sum of each kind of amount that at least one of its lines gives
 * @param incomplete those kinds of amount that one of its lines gives and another, which gives some amount, does not
 * @param actions the different actions of the programme it links
 * @param fundedActions the different ones of them that it gives money
 * @param newActions the different actions it funds that last year's budget did not, or {@code null} without a baseline
 * @param lastYear what it came to last year; nothing in it is known where no whole budget of last year was given
 * @param fundedActionsLastYear the different actions it gave money last year, or {@code null} without a baseline by unit
 * @param droppedActions the different ones of those, of the programme, that it gives no money and no reason for that, or {@code null}
 *     without a baseline by unit
 * @param reasonsOfOneWord its lines that name no action and give a single word for a reason
 * @param rights what it gives to each right or population group of which its lines name an action, or an action of which is in its
 *     baseline, in the programme's order; empty without one
 * @param crossCuttingActions the different actions it links that bind every public body, or {@code null} where the programme marks none
 *     such
 * @param years the year of the budget, and that of the baseline
 */
public record UnitSummary(
        BudgetUnit unit,
        long lines,
        long linkedLines,
        long links,
        BigDecimal amount,
        BigDecimal linkedAmount,
        BigDecimal attributedAmount,
        Map<AmountKind, BigDecimal> totals,
        Set<AmountKind> incomplete,
        int actions,
        int fundedActions,
        @Nullable Integer newActions,
        Baseline.Sums lastYear,
        @Nullable Integer fundedActionsLastYear,
        @Nullable Integer droppedActions,
        long reasonsOfOneWord,
        List<OfRight> rights,
        @Nullable Integer crossCuttingActions,
        Summaries.Years years) {

    /**
     * What the lines of one unit give to one right or population group.
     *
     * @param right the right or group
     * @param lines the lines that name an action of it
     * @param linkedActions the different actions of it that the unit's lines name
     * @param fundedActions the different ones of them that receive money
     * @param linkedAmount the money of the lines that name an action of it, each counted whole
     * @param amount the money attributed to them; over all units, and lines of no unit, that of the right's summary
     * @param largestAmount the most that is attributed to one of its actions; zero where none receives money
     * @param amountLastYear the money attributed to its actions last year, or {@code null} without a baseline by unit
     * @param fundedActionsLastYear the different actions of it that received money last year, or {@code null} without a baseline by unit
     */
    public record OfRight(
            HumanRight right,
            long lines,
            int linkedActions,
            int fundedActions,
            BigDecimal linkedAmount,
            BigDecimal amount,
            BigDecimal largestAmount,
            @Nullable BigDecimal amountLastYear,
            @Nullable Integer fundedActionsLastYear) {

        /** {@return the code of the right or group} */
        public String code() {
            return right.code();
        }
    }

    /** Copies the collections. */
    public UnitSummary {
        totals = StageSums.copied(totals);
        incomplete = Collections.unmodifiableSet(new TreeSet<>(incomplete));
        rights = List.copyOf(rights);
    }

    /**
     * {@return the sum of a kind of amount, or {@code null} where no line of it gives that kind, or one that gives some amount does not}
     *
     * @param kind the kind of amount
     */
    public @Nullable BigDecimal total(AmountKind kind) {
        return incomplete.contains(kind) ? null : totals.get(kind);
    }

    /**
     * {@return what it gives to a right or group, which may be nothing}
     *
     * @param right a right or group of the programme
     */
    public OfRight of(HumanRight right) {
        for (OfRight own : rights) {
            if (own.code().equals(right.code())) {
                return own;
            }
        }
        boolean lastYearKnown = fundedActionsLastYear != null;
        return new OfRight(
                right,
                0,
                0,
                0,
                StageSums.ZERO,
                StageSums.ZERO,
                StageSums.ZERO,
                lastYearKnown ? StageSums.ZERO : null,
                lastYearKnown ? 0 : null);
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
