package org.hrbudget.rules.testing;

import java.util.List;
import java.util.Map;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.RulePack;

/**
 * Budgets of any size with defects in known places, made from the examples of a rule pack.
 *
 * <pre>{@code
 * PlantedBudget budget = PlantedBudgets.of(pack).budget(42, 10_000);
 * PlantedBudget.Detection detection = budget.detectedBy(pack);
 * }</pre>
 *
 * <p>The lines in between are drawn from the pack's code lists and have no defect. A defect is an example of a rule whose cells
 * are laid over such a line (or, for units, rights and actions, over lines of a unit or a right of its own), with other codes and
 * other money each time. A line that cannot have one defect without another is labelled with both. Preparing a pack takes a
 * second or so, so keep this. Immutable and safe to share between threads.
 */
public final class PlantedBudgets {

    private static final int PER_THOUSAND = 50;

    private final RecipeBook book;
    private final int perThousand;

    private PlantedBudgets(RecipeBook book, int perThousand) {
        this.book = book;
        this.perThousand = perThousand;
    }

    /**
     * {@return budgets for this pack, with 50 defects in 1000 lines}
     *
     * @param pack a pack of {@code RulePacks} or {@code PackLibrary}
     * @throws IllegalArgumentException if it was not loaded from files, and so has no examples
     * @throws org.hrbudget.rules.RulePackException if its examples are at fault
     */
    public static PlantedBudgets of(RulePack pack) {
        return new PlantedBudgets(RecipeBook.of(OpenPack.of(pack)), PER_THOUSAND);
    }

    /**
     * {@return these budgets with another number of defects}
     *
     * @param perThousandLines about how many in 1000 lines, from 0 to 1000
     * @throws IllegalArgumentException if the number is another
     */
    public PlantedBudgets withDefects(int perThousandLines) {
        if (perThousandLines < 0 || perThousandLines > 1000) {
            throw new IllegalArgumentException(
                    perThousandLines + " defects in 1000 lines cannot be.\nMaybe a number from 0 to 1000 was meant.");
        }
        return new PlantedBudgets(book, perThousandLines);
    }

    /**
     * {@return a budget with defects; the rules take turns, so that each has some where there are lines enough}
     *
     * @param seed what to draw it from
     * @param lines how many lines it has, at least 2, of two units
     * @throws IllegalArgumentException if there are fewer
     */
    public PlantedBudget budget(long seed, long lines) {
        return made(seed, lines, perThousand);
    }

    /**
     * {@return a budget without any defect; its verdict is open where the pack has duties about documents, which are not made}
     *
     * @param seed what to draw it from
     * @param lines how many lines it has, at least 2, of two units; where there are fewer than it takes to fund every right, that is a defect
     * @throws IllegalArgumentException if there are fewer
     */
    public PlantedBudget validBudget(long seed, long lines) {
        return made(seed, lines, 0);
    }

    private PlantedBudget made(long seed, long lines, int defects) {
        if (lines < 2) {
            throw new IllegalArgumentException(
                    lines + " lines are no whole budget, which has two units.\nMaybe ask for at least two lines.");
        }
        return PlantedBudget.of(book, seed, lines, defects);
    }

    /** {@return the rules that defects are planted for, in the order of the law} */
    public List<String> rules() {
        return book.rules();
    }

    /** {@return the rules for which no defect can be planted, with the reason} */
    public Map<String, String> notPlanted() {
        return Map.copyOf(book.notPlanted());
    }

    /** {@return the examples that defects are not made of, with the reason, in the order of the law} */
    public List<String> examplesLeftOut() {
        return book.leftOut();
    }
}
