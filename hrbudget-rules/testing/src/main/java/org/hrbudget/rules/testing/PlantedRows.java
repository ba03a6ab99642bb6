package org.hrbudget.rules.testing;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;

/** The rows of a planted budget, made one after the other from its seed. */
final class PlantedRows implements Iterator<Map<String, String>> {

    /** A recipe about rights or actions and the copy of the programme it is planted in. */
    record Copy(Recipe recipe, Renaming names) {}

    /** How much of what is planted. */
    record Plan(long seed, long lines, int perThousand, List<Copy> copies) {}

    /** A whole budget is never that of one unit. */
    private static final int LEAST_UNITS = 2;

    private static final int MOST_UNITS = 200;
    private static final int LINES_PER_UNIT = 20;
    private static final int FIRST_FRESH_UNIT = 1000;
    private static final int MOST_TIMES = 5000;
    private static final int HEADING = 1;

    private final RecipeBook book;
    private final Plan plan;
    private final Consumer<PlantedBudget.Defect> defects;
    private final Draw draw;
    private final List<List<Recipe>> recipes;
    private final Deque<Map<String, String>> planted = new ArrayDeque<>();
    private final boolean[] linked;
    private long made;
    private long entry;
    private int nextRule;
    private int nextCopy;
    private int nextUnit = FIRST_FRESH_UNIT;

    PlantedRows(RecipeBook book, Plan plan, Consumer<PlantedBudget.Defect> defects) {
        this.book = book;
        this.plan = plan;
        this.defects = defects;
        this.draw = new Draw(plan.seed());
        this.linked = new boolean[(int) Math.min(MOST_UNITS, LEAST_UNITS + plan.lines() / LINES_PER_UNIT)];
        this.recipes = new ArrayList<>(
                book.byRule(Set.of(Recipe.RecipeKind.LINE, Recipe.RecipeKind.KEY, Recipe.RecipeKind.UNIT))
                        .values());
        for (int i = recipes.size() - 1; i > 0; i--) {
            Collections.swap(recipes, i, draw.below(i + 1));
        }
    }

    @Override
    public boolean hasNext() {
        return made < plan.lines();
    }

    @Override
    public Map<String, String> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Map<String, String> waiting = planted.poll();
        if (waiting == null) {
            waiting = made < book.background().openingLines() ? opening() : sown();
        }
        made++;
        return waiting;
    }

    private Map<String, String> opening() {
        int unit = (int) (made % LEAST_UNITS);
        linked[unit] = true;
        Map<String, String> line = book.background().opening((int) made);
        line.put("unit_code", Background.unit(unit));
        return entered(line, entry++);
    }

    private Map<String, String> sown() {
        if (nextCopy < plan.copies().size()) {
            Copy copy = plan.copies().get(nextCopy++);
            if (fits(copy.recipe())) {
                return plant(copy.recipe(), copy.names());
            }
        }
        if (!recipes.isEmpty() && draw.chance(plan.perThousand())) {
            Recipe recipe = draw.of(recipes.get(nextRule++ % recipes.size()));
            if (fits(recipe)) {
                return plant(recipe, recipe.kind() == Recipe.RecipeKind.UNIT ? freshUnits(recipe) : Renaming.NONE);
            }
        }
        int unit = linked[1] ? draw.below(linked.length) : 1;
        boolean links = !linked[unit] || draw.below(5) != 0;
        linked[unit] = true;
        return entered(book.background().drawn(draw, Background.unit(unit), links), entry++);
    }

    private boolean fits(Recipe recipe) {
        return recipe.lines().size() <= plan.lines() - made;
    }

    private Renaming freshUnits(Recipe recipe) {
        Map<String, String> units = Trial.freshUnits(recipe, nextUnit);
        nextUnit += units.size();
        return Renaming.ofUnits(units);
    }

    /** Puts the lines of a defect next, labels it, and returns the first. */
    private Map<String, String> plant(Recipe recipe, Renaming names) {
        // A unit that no line has linked yet could be left with this line alone, and that would be another defect.
        int unit = draw.below(linked.length);
        Map<String, String> codes = book.background().codes(draw, Background.unit(linked[unit] ? unit : 0));
        BigDecimal times = BigDecimal.valueOf(book.moneyScales() ? 1 + draw.below(MOST_TIMES) : 1);
        long block = entry++;
        for (Map<String, String> line : recipe.planted(book.background().plain(), codes, names)) {
            planted.add(entered(multiplied(line, times), block));
        }
        long firstRow = made + HEADING + 1;
        for (Recipe.Label label : recipe.labels()) {
            defects.accept(
                    new PlantedBudget.Defect(label.ruleId(), names.place(label.place(), firstRow), recipe.example()));
        }
        return planted.remove();
    }

    /** A line whose money is multiplied as a whole keeps every relation between its amounts. */
    private static Map<String, String> multiplied(Map<String, String> line, BigDecimal times) {
        Map<String, String> result = new LinkedHashMap<>(line);
        result.replaceAll((column, cell) -> Background.isAmount(column) && cell.matches("-?[0-9]+([.][0-9]{1,2})?")
                ? new BigDecimal(cell).multiply(times).toPlainString()
                : cell);
        return result;
    }

    private static Map<String, String> entered(Map<String, String> line, long number) {
        line.put(Background.ENTRY, Long.toString(number));
        return line;
    }
}
