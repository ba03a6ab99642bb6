package org.hrbudget.cli.course;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.rules.testing.PlantedBudgets;
import org.hrbudget.validation.RulePack;

/**
 * Ten short budgets to repair, each with a defect that is planted in it, a guide in Spanish and in English, and a solution of each in a
 * folder of its own. The same seed gives the same bytes. Making one takes some seconds.
 */
public final class Course {

    /** What {@code course check} needs to know of the budgets as they were handed out. */
    static final String LIST = "course.csv";

    static final String PROGRAMME = "programme.csv";
    static final String ITEMS = "items.csv";
    static final String SOLUTIONS = "solutions/";
    static final String BETWEEN = "|";

    /** For whom the course is worded. */
    public enum Audience {
        /** Who prepares a budget. */
        OFFICER,
        /** Who reads one. */
        CITIZEN
    }

    private Course() {}

    /**
     * {@return the files of a course by name, where a slash parts a folder from a file}
     *
     * @param audience whom it is for
     * @param seed what it is drawn from, from 1
     */
    public static Map<String, byte[]> files(Audience audience, int seed) {
        RulePack pack = Grading.pack();
        PlantedBudgets budgets = PlantedBudgets.of(pack);
        HumanRightsProgramme programme = CourseProgramme.of(
                budgets.validBudget(seed, Exercise.LINES).programme().orElseThrow());
        List<String> items = budgets.validBudget(seed, Exercise.LINES).itemCatalogue().stream()
                .sorted()
                .toList();
        Grading grading = new Grading(pack, programme, items);
        List<Exercise> exercises = new ArrayList<>();
        for (Lesson lesson : Lesson.values()) {
            exercises.add(Exercise.of(lesson, exercises.size() + 1, seed, budgets, grading));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        CourseGuide guide = new CourseGuide(audience, seed, exercises);
        files.put("guia.md", bytes(guide.text(CourseGuide.SPANISH)));
        files.put("guide.md", bytes(guide.text(CourseGuide.ENGLISH)));
        files.put(PROGRAMME, CourseProgramme.csv(programme));
        files.put(ITEMS, bytes("code\n" + String.join("\n", items) + "\n"));
        files.put(LIST, list(audience, exercises).csv());
        exercises.forEach(
                exercise -> files.put(exercise.file(), exercise.broken().csv()));
        files.put(SOLUTIONS + "soluciones.md", bytes(guide.solutions(CourseGuide.SPANISH)));
        files.put(SOLUTIONS + "solutions.md", bytes(guide.solutions(CourseGuide.ENGLISH)));
        exercises.forEach(exercise ->
                files.put(SOLUTIONS + exercise.file(), exercise.repaired().csv()));
        return files;
    }

    private static Table list(Audience audience, List<Exercise> exercises) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Exercise exercise : exercises) {
            rows.add(Map.of(
                    CourseList.FILE,
                    exercise.file(),
                    CourseList.AUDIENCE,
                    audience.name(),
                    CourseList.LESSON,
                    exercise.lesson().rule(),
                    CourseList.RULES,
                    String.join(BETWEEN, exercise.rules()),
                    CourseList.ENTRIES,
                    String.join(
                            BETWEEN,
                            exercise.broken().rows().stream()
                                    .map(row -> row.getOrDefault(Exercise.ENTRY, ""))
                                    .toList()),
                    CourseList.OPEN,
                    String.join(BETWEEN, Grading.open(exercise.report()))));
        }
        return new Table(CourseList.COLUMNS, rows);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
