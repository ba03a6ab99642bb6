package org.hrbudget.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.testing.PlantedBudgets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs that are compared must come to the same answer, or their times say nothing. */
class AgreementTest {

    private static final int LINES = 6_000;

    @TempDir
    private static Path folder;

    private static GivenBudget planted;
    private static Outcome ours;

    @BeforeAll
    static void plant() throws IOException {
        planted = WorkFolder.at(folder).planted(LINES);
        ours = run(Program.HRBUDGET, planted, 1);
    }

    @Test
    void everyRuleHasSomethingToFind() {
        assertThat(ours.findings().keySet())
                .containsExactlyInAnyOrderElementsOf(RulePacks.load("mx-fed", "2011.1").rules().stream()
                        .map(rule -> rule.id())
                        .toList());
        assertThat(ours.rows()).isEqualTo(LINES);
    }

    @ParameterizedTest
    @EnumSource(
            value = Program.class,
            names = {"HANDWRITTEN", "DROOLS", "EVRETE"})
    void everyProgramFindsTheSame(Program program) throws IOException {
        Outcome theirs = run(program, planted, 1);

        assertThat(theirs.findings()).isEqualTo(ours.findings());
        assertThat(theirs.rows()).isEqualTo(ours.rows());
    }

    @ParameterizedTest
    @EnumSource(
            value = Program.class,
            names = {"HRBUDGET", "HANDWRITTEN"})
    void twoThreadsComeToTheSame(Program program) throws IOException {
        assertThat(run(program, planted, 2)).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void jacksonReadsEveryRow(int threads) throws IOException {
        assertThat(run(Program.JACKSON, planted, threads).rows()).isEqualTo(LINES);
    }

    @Test
    void aBudgetWithoutDefectsIsCompliantByHandToo() throws IOException {
        Path file = folder.resolve("valid.csv");
        PlantedBudgets.of(RulePacks.load("mx-fed", "2011.1"))
                .validBudget(WorkFolder.SEED, 500)
                .writeTo(file);
        GivenBudget valid = new GivenBudget(GivenBudget.Kind.PLANTED, file, planted.items());

        assertThat(run(Program.HANDWRITTEN, valid, 1).verdict()).isEqualTo("COMPLIANT");
        assertThat(run(Program.HRBUDGET, valid, 1).verdict()).isEqualTo("COMPLIANT");
    }

    @Test
    void aGapLeavesTheVerdictOpenByHandToo() throws IOException {
        Path file = folder.resolve("gap.csv");
        Files.writeString(file, """
                fiscal_year,unit_code,programme_code,object_code,approved,exercised
                2011,100,E001,1131,10.00,10.00
                2011,100,E002,1131,,10.00
                """);
        GivenBudget gap = new GivenBudget(GivenBudget.Kind.PLANTED, file, planted.items());

        assertThat(run(Program.HANDWRITTEN, gap, 1)).isEqualTo(run(Program.HRBUDGET, gap, 1));
    }

    private static Outcome run(Program program, GivenBudget budget, int threads) throws IOException {
        try (Program.Ready ready = program.ready(budget, threads)) {
            return ready.run(budget);
        }
    }
}
