package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much the text report tells, and how. */
class TextOptionsTest {

    /** Words that no Spanish text has; ids, options, files and headings have others around them. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)(?<![-_.\\w])(?:the|of|and|row|rows|unit|units|line|lines|finding|findings|"
                    + "action|actions|link|links|programme|baseline|with|more|rule|law|file|budget|column|says|warning|given)(?![-_.\\w])");

    @TempDir
    Path folder;

    @Test
    void theSampleTakesSixtyLinesUnlessEverythingIsAskedFor() throws IOException {
        List<String> brief = sample().out().lines().toList();
        assertThat(brief).hasSizeBetween(40, 60).contains("  … and 36 more kinds of finding.");
        assertThat(sample("--plain").out().lines()).hasSizeLessThanOrEqualTo(60).noneMatch(line -> line.contains("  "));

        String full = sample("--full").out();
        // 18 errors, 45 warnings, 25 to be reviewed
        assertThat(full.lines().filter(line -> line.matches("    - (ERROR|WARNING|REVIEW)[,:].*")))
                .hasSize(88);
        assertThat(full)
                .contains("Budget coverage: amount of", "budget.csv, columns that were read")
                .doesNotContain("more finding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fail-on=error", "--full", "--plain"})
    void spanishHasNoEnglish(String how) throws IOException {
        String text = sample(how, "--lang", "es")
                .out()
                .replaceAll("\\s+", " ")
                .replaceAll("«[^»]*»", "")
                .replaceAll("columnas que se leyeron: [^.]*", "");
        assertThat(text).contains("DICTAMEN: NO CUMPLE").doesNotContainPattern(ENGLISH);
    }

    @Test
    void theDemonstrationIsShortAndItsReportEndsWithTheWayToTheRest() {
        CommandRun demo = CommandRun.of("demo");
        assertThat(demo.out().lines()).hasSizeLessThanOrEqualTo(100);
        assertThat(demo.out()).contains("validate --full");
        assertThat(CommandRun.of("demo", "--full").out()).contains("units with a line linked to an action");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--full", "--plain"})
    void anOptionOfTheTextIsRefusedWhereThereIsNone(String option) throws IOException {
        CommandRun run = sample(option, "--format", "json");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(option + " is about the text report", "--format text");
        assertThat(run.out()).isEmpty();
        assertThat(sample(option, "--format", "json=" + folder.resolve("r.json"), "--format", "text")
                        .out())
                .contains("VERDICT");
    }

    private CommandRun sample(String... more) throws IOException {
        for (String name : List.of("budget.csv", "programme.csv", "baseline.csv")) {
            try (InputStream in = DemoCommand.class.getResourceAsStream("samples/mexico-city-2011/" + name)) {
                Files.write(folder.resolve(name), in.readAllBytes());
            }
        }
        List<String> arguments =
                new ArrayList<>(List.of("validate", folder.resolve("budget.csv").toString()));
        arguments.addAll(List.of("--rules", "mx-cmx", "--fiscal-year", "2011", "--as-of", "2010-11-15"));
        arguments.addAll(List.of("--programme", folder.resolve("programme.csv").toString()));
        arguments.addAll(List.of("--baseline", folder.resolve("baseline.csv").toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }
}
