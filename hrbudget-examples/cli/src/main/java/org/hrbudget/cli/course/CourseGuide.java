package org.hrbudget.cli.course;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Rule;

/** The guide to a course and its solutions, in Markdown. */
final class CourseGuide {

    static final Wording WORDING = Wording.beside(CourseGuide.class, "course");
    static final Locale SPANISH = Locale.forLanguageTag("es");
    static final Locale ENGLISH = Locale.ENGLISH;

    private final Course.Audience audience;
    private final int seed;
    private final List<Exercise> exercises;

    CourseGuide(Course.Audience audience, int seed, List<Exercise> exercises) {
        this.audience = audience;
        this.seed = seed;
        this.exercises = exercises;
    }

    String text(Locale locale) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(get(locale, "title")).append("\n\n");
        text.append("> **").append(get(locale, "synthetic")).append("**\n\n");
        text.append(get(locale, key("intro"))).append("\n\n");
        text.append("## ").append(get(locale, "how")).append("\n\n");
        text.append(get(locale, "how.steps", "lang", locale.getLanguage())).append("\n\n");
        text.append("## ").append(get(locale, "budgets")).append("\n\n");
        for (Exercise exercise : exercises) {
            Rule rule = rule(exercise);
            text.append("### ")
                    .append(exercise.file())
                    .append(" — ")
                    .append(rule.title().in(locale));
            text.append("\n\n")
                    .append(lesson(exercise.lesson().rule(), audience, locale))
                    .append("\n\n");
            if (audience == Course.Audience.OFFICER) {
                text.append(basis(rule, locale)).append("\n\n");
            }
        }
        text.append("## ").append(get(locale, "score")).append("\n\n");
        text.append(get(locale, "score.rules")).append("\n\n");
        text.append(get(locale, "made", "seed", Integer.toString(seed))).append('\n');
        return text.toString();
    }

    /** {@return what was changed in each budget: the cells before and after} */
    String solutions(Locale locale) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(get(locale, "solutions")).append("\n\n");
        text.append(get(locale, "solutions.one-of-several")).append("\n\n");
        text.append("| ").append(get(locale, "solutions.head")).append(" |\n|---|---|---|---|---|\n");
        for (Exercise exercise : exercises) {
            for (int i = 0; i < exercise.broken().rows().size(); i++) {
                Map<String, String> before = exercise.broken().rows().get(i);
                Map<String, String> after = exercise.repaired().rows().get(i);
                for (String column : exercise.broken().columns()) {
                    String was = before.getOrDefault(column, "");
                    String is = after.getOrDefault(column, "");
                    if (!Objects.equals(was, is)) {
                        text.append("| ").append(exercise.file()).append(" | ").append(i + 2);
                        text.append(" | `").append(column).append("` | ").append(cell(was, locale));
                        text.append(" | ").append(cell(is, locale)).append(" |\n");
                    }
                }
            }
        }
        return text.toString();
    }

    private static String cell(String text, Locale locale) {
        return text.isEmpty() ? get(locale, "blank") : "`" + text + "`";
    }

    /** {@return what to look for, in the words of those who prepare a budget or of those who read it} */
    static String lesson(String rule, Course.Audience audience, Locale locale) {
        return get(locale, "lesson." + rule + "." + audience.name().toLowerCase(Locale.ROOT));
    }

    private static Rule rule(Exercise exercise) {
        return exercise.report().findings().stream()
                .filter(finding -> finding.ruleId().equals(exercise.lesson().rule()))
                .findFirst()
                .orElseThrow()
                .rule();
    }

    private static String basis(Rule rule, Locale locale) {
        String article = rule.legalBasis().article();
        String place = article == null
                ? rule.legalBasis().instrument()
                : rule.legalBasis().instrument() + ", " + article;
        return get(locale, "basis", "basis", place, "rule", rule.id());
    }

    private String key(String key) {
        return key + "." + audience.name().toLowerCase(Locale.ROOT);
    }

    static String get(Locale locale, String key, String... values) {
        return WORDING.of(key, values).in(locale);
    }
}
