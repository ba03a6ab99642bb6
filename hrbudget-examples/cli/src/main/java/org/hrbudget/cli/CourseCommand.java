package org.hrbudget.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hrbudget.cli.course.Course;
import org.hrbudget.cli.course.CourseCheck;
import org.hrbudget.report.TextPage;

/** Hands out ten broken budgets to practise on, and says what a learner's repairs of them are worth. */
final class CourseCommand {

    private static final int INDENT = 8;

    private final Arguments arguments;
    private final ProgramWords words;
    private final TextPage page;

    CourseCommand(Arguments arguments, ProgramWords words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
    }

    ExitCode make() throws IOException {
        Path out = arguments.path("--out").orElseThrow();
        Course.Audience audience =
                arguments.choice("--wording", Course.Audience.class).orElse(Course.Audience.OFFICER);
        int seed = arguments.number("--seed", 1);
        WholeFolder.requireNew(out, words);
        Map<String, byte[]> files = Course.files(audience, seed);
        WholeFolder.write(out, words, folder -> {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        });
        page.paragraph(0, words.get("course.made", "path", out.toString(), "seed", Integer.toString(seed)));
        Advice.show(page, 0, words.get("course.next"), Advice.command("course check", out.toString()));
        return ExitCode.BELOW_THRESHOLD;
    }

    ExitCode check() throws IOException {
        String given = arguments.positionals().get(0);
        Path folder = arguments.path(given, "DIR");
        List<CourseCheck.Result> results;
        try {
            results = CourseCheck.of(folder, words.locale());
        } catch (IllegalArgumentException e) {
            throw Refusal.notEvaluated(words.get("course.none", "path", given));
        }
        long right = results.stream().filter(CourseCheck.Result::isRight).count();
        for (CourseCheck.Result result : results) {
            page.paragraph(0, words.get(result.isRight() ? "course.right" : "course.not-yet", "file", result.file()));
            for (String fault : result.faults()) {
                page.paragraph(INDENT, INDENT + 2, "- " + fault);
            }
        }
        page.blank();
        page.paragraph(
                0, words.get("course.score", "right", Long.toString(right), "all", Integer.toString(results.size())));
        return right == results.size() ? ExitCode.BELOW_THRESHOLD : ExitCode.THRESHOLD_REACHED;
    }
}
