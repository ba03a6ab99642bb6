package org.hrbudget.cli.course;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a budget of the course was when it was handed out.
 *
 * @param file the name of its file
 * @param audience whom the course is worded for
 * @param lesson the rule that finds the planted defect
 * @param rules the ids of the rules that find something in it
 * @param entries how many lines it has of each entry
 * @param open the ids of the rules that could not judge it
 */
record CourseList(
        String file,
        Course.Audience audience,
        String lesson,
        Set<String> rules,
        Map<String, Integer> entries,
        Set<String> open) {

    static final String FILE = "file";
    static final String AUDIENCE = "wording";
    static final String LESSON = "lesson";
    static final String RULES = "rules";
    static final String ENTRIES = "entries";
    static final String OPEN = "not_judged";
    static final List<String> COLUMNS = List.of(FILE, AUDIENCE, LESSON, RULES, ENTRIES, OPEN);

    private static final Pattern NAME = Pattern.compile("[0-9]{2}[.]csv");

    /**
     * {@return the budgets of a course}
     *
     * @throws IllegalArgumentException if the table is not that of a course
     */
    static List<CourseList> of(Table table) {
        if (!table.columns().equals(COLUMNS) || table.rows().isEmpty()) {
            throw new IllegalArgumentException(String.join(",", table.columns()));
        }
        return table.rows().stream().map(CourseList::of).toList();
    }

    private static CourseList of(Map<String, String> row) {
        String file = row.getOrDefault(FILE, "");
        if (!NAME.matcher(file).matches()) {
            // A name with a folder in it could lead anywhere.
            throw new IllegalArgumentException(file);
        }
        Map<String, Integer> entries = new TreeMap<>();
        parts(row.getOrDefault(ENTRIES, "")).forEach(entry -> entries.merge(entry, 1, Integer::sum));
        return new CourseList(
                file,
                Course.Audience.valueOf(row.getOrDefault(AUDIENCE, "")),
                row.getOrDefault(LESSON, ""),
                new TreeSet<>(parts(row.getOrDefault(RULES, ""))),
                entries,
                new TreeSet<>(parts(row.getOrDefault(OPEN, ""))));
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(Pattern.quote(Course.BETWEEN), -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
