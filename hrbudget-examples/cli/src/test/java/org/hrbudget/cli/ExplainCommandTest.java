package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    private static final String BUDGET = """
            unit_code,approved,adjustments,modified,action_1,action_1_amount
            11CD01,100.00,10.00,90.00,01.01.01,20.00
            12CD02,50.00,0.00,50.00,,
            12CD02,70.00,,70.00,01.01.01,
            """;

    @TempDir
    Path folder;

    private Path budget;

    @BeforeEach
    void write() throws IOException {
        budget = Files.writeString(folder.resolve("budget.csv"), BUDGET);
    }

    @Test
    void aDefectIsExplainedFromTheLineToTheRepair() {
        CommandRun run = explain("modified-disagrees", budget + ":2");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("modified-disagrees — Modified amount does not add up\nbudget.csv, row 2: a defect\n")
                .contains("Approved 100.00 and adjustments 10.00 do not add up to the modified amount 90.00.")
                .containsPattern("unit_code +11CD01")
                .contains("yes: the approved amount is given", "the net adjustment = 10.00")
                .contains("compared with the limit rounding-tolerance (1.50), set in mx-cmx/2009.1/parameters.csv:2")
                .contains("stated in mx-cmx/2009.1/stages.drl:42")
                .containsPattern("Evidence +read in the source named")
                .contains("- adjustments: write \"-10.00\" instead of \"10.00\"");
    }

    @Test
    void inSpanishNothingIsInEnglish() {
        CommandRun run = explain("modified-disagrees", budget + ":2", "--lang", "es");
        assertThat(run.out())
                .contains("budget.csv, fila 2: un defecto")
                .contains("Condiciones, el renglón: un defecto", "Por qué es norma", "Qué hacer")
                .contains("- adjustments: escriba «-10.00» en lugar de «10.00»")
                .doesNotContain("write ", "compared with", "the line");
    }

    @Test
    void theExitCodeSaysWhatTheRuleSays() {
        assertThat(explain("modified-disagrees", budget + ":3").exitCode()).isZero();
        assertThat(explain("modified-disagrees", budget + ":3").out()).contains("budget.csv, row 3: in order");
        CommandRun unjudged = explain("modified-disagrees", budget + ":4");
        assertThat(unjudged.exitCode()).isEqualTo(3);
        assertThat(unjudged.out())
                .contains("budget.csv, row 4: not judged\nA value is missing: the net adjustment.\n")
                .contains("not known: either the modified amount is above");
        CommandRun none = explain("action-code-malformed", budget + ":3");
        assertThat(none.exitCode()).isZero();
        assertThat(none.out()).contains("the rule does not ask this\nThe line names no action.\n");
    }

    @Test
    void jsonGoesToAFileBesideTheText() throws IOException {
        Path file = folder.resolve("why.json");
        CommandRun run = explain("modified-disagrees", budget + ":2", "--format", "json=" + file, "--format", "text");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains("What to do");
        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .contains(
                        "\"answer\": \"VIOLATED\"",
                        "\"row\": 2",
                        "\"after\": \"-10.00\"",
                        "\"en\": \"the line\"",
                        "\"es\": \"el renglón\"");
    }

    @Test
    void theFileThatIsReadIsNotWrittenOver() throws IOException {
        CommandRun run = explain("modified-disagrees", budget + ":2", "--format", "json=" + budget);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(Files.readString(budget)).isEqualTo(BUDGET);
    }

    @Test
    void whatCannotBeAnsweredSaysWhatToDo() {
        assertThat(explain("modified-disagree", budget + ":2").err())
                .contains("has no rule \"modified-disagree\".\nMaybe this was meant: modified-disagrees");
        CommandRun heading = explain("modified-disagrees", budget + ":1");
        assertThat(heading.exitCode()).isEqualTo(3);
        assertThat(heading.err()).contains("Row 1 of budget.csv is no budget line", "The lines are in rows 2 to 4.");
        CommandRun noRow = explain("modified-disagrees", budget.toString());
        assertThat(noRow.exitCode()).isEqualTo(2);
        assertThat(noRow.err()).contains("Write the file, a colon and the row, such as budget.csv:17.");
        assertThat(explain("modified-disagrees", folder.resolve("none.csv") + ":2")
                        .err())
                .contains("none.csv does not exist");
    }

    @Test
    void linksInAFileOfTheirOwnAreNamedWithTheirRow() throws IOException {
        Path lines = Files.writeString(
                folder.resolve("lines.csv"), "id,unit_code,approved\nA,11CD01,10.00\nB,11CD01,10.00\n");
        Path links = Files.writeString(folder.resolve("links.csv"), "line,action\nA,1.1.1\nB,01.01.01\n");
        CommandRun run = explain("action-code-malformed", lines + ":2", "--links", links.toString());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains("links.csv:2");
    }

    @Test
    void lastYearsBudgetIsJudgedWith() throws IOException {
        Path programme = Files.writeString(
                folder.resolve("programme.csv"),
                "code,sequence,right,right_es,right_en,group,strategy,title,term\n01.01.01,1,01,Igualdad,Equality,no,01.01,Courses,short\n");
        Path before = Files.writeString(folder.resolve("before.csv"), BUDGET.replace("20.00", "40.00"));
        CommandRun run = CommandRun.of(
                "explain",
                "funded-action-cut",
                budget + ":2",
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2011-06-30",
                "--programme",
                programme.toString(),
                "--baseline-budget",
                before.toString());
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).contains("budget.csv, row 2: a defect", "110.00", "90.00");
    }

    private static CommandRun explain(String... more) {
        List<String> args = new ArrayList<>(List.of("explain"));
        args.addAll(List.of(more));
        args.addAll(List.of("--rules", "mx-cmx", "--fiscal-year", "2011", "--as-of", "2011-02-01"));
        return CommandRun.of(args.toArray(String[]::new));
    }
}
