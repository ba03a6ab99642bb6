package org.hrbudget.rules.testing.jqwik;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hrbudget.rules.testing.PlantedBudget;
import org.hrbudget.rules.testing.PlantedBudgets;

/** Budgets of any rule pack, for methods annotated with {@code @Provide}. They shrink to fewer lines. */
public final class BudgetArbitraries {

    private static final int LEAST_LINES = 2;
    private static final int LEAST_LINES_WITH_DEFECTS = 20;
    private static final int DEFECTS_PER_THOUSAND = 300;

    private BudgetArbitraries() {}

    /**
     * {@return budgets without any defect}
     *
     * @param budgets the budgets of a pack; making them takes longer than a try, so keep them
     * @param maxLines how many lines a budget has at most; at least 2
     */
    public static Arbitrary<PlantedBudget> valid(PlantedBudgets budgets, int maxLines) {
        return Combinators.combine(
                        Arbitraries.integers().between(LEAST_LINES, atLeast(LEAST_LINES, maxLines)),
                        Arbitraries.longs())
                .as((lines, seed) -> budgets.validBudget(seed, lines));
    }

    /**
     * {@return budgets with at least one defect}
     *
     * @param budgets the budgets of a pack; making them takes longer than a try, so keep them
     * @param maxLines how many lines a budget has at most; at least 20
     */
    public static Arbitrary<PlantedBudget> damaged(PlantedBudgets budgets, int maxLines) {
        PlantedBudgets many = budgets.withDefects(DEFECTS_PER_THOUSAND);
        int most = atLeast(LEAST_LINES_WITH_DEFECTS, maxLines);
        return Combinators.combine(Arbitraries.integers().between(LEAST_LINES_WITH_DEFECTS, most), Arbitraries.longs())
                .as((lines, seed) -> many.budget(seed, lines))
                .filter(budget -> !budget.defects().isEmpty());
    }

    private static int atLeast(int least, int maxLines) {
        if (maxLines < least) {
            throw new IllegalArgumentException(
                    "maxLines is " + maxLines + ".\nMaybe at least " + least + " were meant.");
        }
        return maxLines;
    }
}
