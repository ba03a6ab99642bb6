package org.hrbudget.rules.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrbudget.model.Baseline.FundedAction;

/**
 * How a defect is made: cells laid over lines that have none, as an example of the rule gives them.
 *
 * @param ruleId the rule the example is of
 * @param example rule and case of the example
 * @param kind what the defect is of
 * @param lines the cells of each line; a cell stands for itself, units and actions are renamed where the kind says so
 * @param attested the lines, from 0, at which the example expects the finding
 * @param blank the columns left blank in all lines, so that the lines have no other defect
 * @param baseline last year's funded actions that the example adds
 * @param labels the defects the lines have, by the names of the example: rows from 0, its units, its codes
 */
record Recipe(
        String ruleId,
        String example,
        RecipeKind kind,
        List<Map<String, String>> lines,
        Set<Integer> attested,
        Set<String> blank,
        List<FundedAction> baseline,
        Set<Label> labels) {

    /** What a defect is of, and so what must be made anew each time it is planted. */
    enum RecipeKind {
        /** One line. */
        LINE,
        /** Lines of one key. */
        KEY,
        /** Units of their own. */
        UNIT,
        /** Rights and actions of their own. */
        CODE
    }

    /** A rule and where it finds a defect. */
    record Label(String ruleId, PlantedBudget.Defect.Place place) {}

    Recipe withBlank(String column) {
        Set<String> more = new LinkedHashSet<>(blank);
        more.add(column);
        return new Recipe(ruleId, example, kind, lines, attested, more, baseline, labels);
    }

    Recipe withLabels(Set<Label> found) {
        return new Recipe(ruleId, example, kind, lines, attested, blank, baseline, found);
    }

    /** {@return whether an example gives this column} */
    boolean gives(String column) {
        return lines.stream().anyMatch(line -> line.containsKey(column));
    }

    /** {@return the units of the example, in its order} */
    Set<String> units() {
        Set<String> units = new LinkedHashSet<>();
        lines.forEach(line -> units.add(unitOf(line)));
        return units;
    }

    /** {@return the actions that these recipes name, known or not} */
    static Set<String> actionsNamed(List<Recipe> recipes) {
        Set<String> named = new LinkedHashSet<>();
        for (Recipe recipe : recipes) {
            recipe.lines()
                    .forEach(line -> line.forEach((column, cell) -> {
                        if (column.matches("action_[0-9]+") && !cell.isBlank()) {
                            named.add(cell.strip());
                        }
                    }));
        }
        return named;
    }

    static String unitOf(Map<String, String> line) {
        return line.getOrDefault("unit_code", Background.FIRST_UNIT).strip();
    }

    /**
     * {@return the lines of the defect}
     *
     * @param plain a line without a defect
     * @param codes codes drawn for it, which the example's cells take the place of
     * @param names the names of this planting by those of the example
     */
    List<Map<String, String>> planted(Map<String, String> plain, Map<String, String> codes, Renaming names) {
        List<Map<String, String>> planted = new ArrayList<>();
        for (Map<String, String> cells : lines) {
            Map<String, String> line = new LinkedHashMap<>(plain);
            line.putAll(codes);
            cells.forEach((column, cell) -> line.put(column, names.cell(column, cell)));
            if (kind == RecipeKind.UNIT) {
                line.put("unit_code", names.unit(unitOf(cells)));
            }
            blank.forEach(column -> line.put(column, ""));
            planted.add(line);
        }
        return planted;
    }
}
