package org.hrbudget.cli.course;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.io.Input;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.rules.testing.PlantedBudget;
import org.hrbudget.rules.testing.PlantedBudgets;
import org.hrbudget.validation.ValidationReport;

/**
 * One of the ten budgets.
 *
 * @param number from 1
 * @param lesson what it teaches
 * @param broken the budget with its defect
 * @param repaired a repair of it that has no finding
 * @param report what is found in the broken one
 */
record Exercise(int number, Lesson lesson, Table broken, Table repaired, ValidationReport report) {

    static final int LINES = 12;

    /** Tells the lines of a budget apart, whatever else is changed in them. */
    static final String ENTRY = "entry";

    private static final int PER_THOUSAND = 120;

    /** One budget in some hundred has this defect alone. */
    private static final int TRIES = 20_000;

    private static final String UNIT = "unit_code";
    private static final String NAME = "unit_name";

    /** {@return the name of its file} */
    String file() {
        return (number < 10 ? "0" : "") + number + ".csv";
    }

    /** {@return the ids of the rules that find something in the broken budget} */
    Set<String> rules() {
        Set<String> rules = new LinkedHashSet<>();
        report.findings().forEach(finding -> rules.add(finding.ruleId()));
        return rules;
    }

    /**
     * {@return the first budget of a seed that has the defect of a lesson, and nothing that is not taught}
     *
     * @throws IllegalStateException if none is found, because the pack's examples no longer have such a defect
     */
    static Exercise of(Lesson lesson, int number, long seed, PlantedBudgets budgets, Grading grading) {
        PlantedBudgets made = budgets.withDefects(PER_THOUSAND);
        for (int i = 0; i < TRIES; i++) {
            PlantedBudget budget = made.budget((seed * Lesson.values().length + number) * TRIES + i, LINES);
            List<PlantedBudget.Defect> defects = budget.defects();
            if (defects.stream().map(PlantedBudget.Defect::example).distinct().count() == 1
                    && defects.get(0).example().startsWith(lesson.rule() + ": ")) {
                Optional<Exercise> exercise = repaired(lesson, number, budget, defects, grading);
                if (exercise.isPresent()) {
                    return exercise.get();
                }
            }
        }
        throw new IllegalStateException("No budget of seed " + seed + " has the defect " + lesson.rule()
                + " and a repair.\nMaybe the examples of the pack were changed.");
    }

    private static Optional<Exercise> repaired(
            Lesson lesson, int number, PlantedBudget budget, List<PlantedBudget.Defect> defects, Grading grading) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        budget.writeTo(bytes);
        Table broken = named(Table.parse(bytes.toByteArray()));
        Table repaired = broken.copy();
        HumanRightsProgramme programme = grading.programme();
        for (PlantedBudget.Defect defect : defects) {
            if (defect.place().kind() != PlantedBudget.Defect.Place.PlaceKind.ROW) {
                return Optional.empty();
            }
            Map<String, String> row =
                    repaired.rows().get(Integer.parseInt(defect.place().name()) - 2);
            Lesson.repair(defect.ruleId(), programme).ifPresent(repair -> repair.accept(row));
        }
        ValidationReport fixed = grading.judge(input("repaired.csv", repaired));
        ValidationReport report = grading.judge(input("broken.csv", broken));
        boolean teaches = !report.findings().isEmpty()
                && report.findings().stream()
                        .anyMatch(finding -> finding.ruleId().equals(lesson.rule()));
        return teaches && Grading.isSound(fixed)
                ? Optional.of(new Exercise(number, lesson, broken, repaired, report))
                : Optional.empty();
    }

    private static Input input(String name, Table table) {
        byte[] bytes = table.csv();
        return Input.of(name, () -> new ByteArrayInputStream(bytes));
    }

    /** Says on each line that the budget is synthetic, in the column that a reader looks at first. */
    private static Table named(Table table) {
        List<String> columns = new ArrayList<>(table.columns());
        columns.add(columns.indexOf(UNIT) + 1, NAME);
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<String, String> row : table.rows()) {
            Map<String, String> named = new LinkedHashMap<>(row);
            named.put(NAME, "SINTÉTICO - SYNTHETIC");
            rows.add(named);
        }
        return new Table(columns, rows);
    }
}
