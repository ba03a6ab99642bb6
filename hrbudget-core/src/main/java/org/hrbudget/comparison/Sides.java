package org.hrbudget.comparison;

import java.util.Map;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;

/** The two budgets. */
record Sides(Side before, Side after) {

    /** Refuses a comparison with a side that gives no amount of the kind at all: it would be a comparison with nothing. */
    void requireAmounts() {
        require(before, "before");
        require(after, "after");
    }

    private static void require(Side side, String name) {
        if (side.lines() > 0 && side.linesWithoutAmount() == side.lines()) {
            throw new BudgetComparison.NotComparableException(BudgetComparison.WORDING.of(
                    "refused.no-amount-" + name, Map.of("kind", BudgetComparison.kindWord(side.kind()))));
        }
    }

    /** {@return the year of a side, without which its money can be divided by nothing} */
    static FiscalYear year(Side side, String name) {
        FiscalYear year = side.year();
        if (year == null) {
            throw side.years().isEmpty()
                    ? BudgetComparison.refusal("refused.year-" + name)
                    : BudgetComparison.refusal(
                            "refused.years-" + name,
                            "first",
                            side.years().first().toString(),
                            "last",
                            side.years().last().toString());
        }
        return year;
    }

    /** {@return whether the side before is of the later year} */
    boolean isBackwards() {
        @Nullable FiscalYear one = before.year();
        @Nullable FiscalYear other = after.year();
        return one != null && other != null && one.compareTo(other) > 0;
    }
}
