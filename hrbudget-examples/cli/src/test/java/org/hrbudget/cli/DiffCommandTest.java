package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code rules diff} and {@code rules docs} say, to the letter where it matters. */
class DiffCommandTest {

    private static final String NEWEST = CommandRun.newest();

    @TempDir
    Path folder;

    private String reform = "";

    @BeforeEach
    void writeAReform() throws IOException {
        Path pack = Files.createDirectory(folder.resolve("reform"));
        Files.writeString(pack.resolve("pack.properties"), """
                jurisdiction=mx-cmx
                version=2099.1
                amends=NEWEST
                title=A reform
                title_es=Una reforma
                instrument=Manual inventado
                fiscal-years=2099-
                repeals=proposed-negative
                """.replace("NEWEST", NEWEST));
        Files.writeString(pack.resolve("parameters.csv"), """
                code,value,unit,legal-basis
                reference-unit-linking-rate,0.8,ratio,outcome-2011:unit-linking-rate
                """);
        Path examples = Path.of("examples", "unit-linking-rate-below-reference.csv");
        Files.createDirectory(pack.resolve("examples"));
        Files.copy(ReformsTest.REFORMS.resolve("threshold").resolve("pack").resolve(examples), pack.resolve(examples));
        Files.writeString(pack.resolve("coverage.csv"), """
                section,title_en,title_es,status,rules,note_en,note_es,source
                lgcg:4,Stages,Momentos,partly,approved-negative modified-negative committed-negative accrued-negative \
                exercised-negative paid-negative modified-disagrees modified-rounded committed-above-modified \
                accrued-above-committed exercised-above-accrued paid-above-exercised,Most are checked.,Casi todo se revisa.,S44
                """);
        Files.writeString(
                pack.resolve("messages_es.properties"), "line-names-no-action.remedy=Nombre la acción que paga.\n");
        reform = pack.toString();
    }

    @Test
    void aReformIsToldInTheOrderOfTheLaw() {
        CommandRun run = CommandRun.of("rules", "diff", "mx-cmx/" + NEWEST, reform);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("From mx-cmx " + NEWEST
                        + " to mx-cmx 2099.1: 1 rule ends; 1 rule compares with a changed limit;")
                .containsSubsequence(
                        "CHANGES  line-names-no-action — Line names no action",
                        "  What to do (in Spanish): Nombre la acción que paga.",
                        "  Before: Nombre las líneas de acción que el renglón paga. Si no hay ninguna, escriba el motivo.",
                        "ENDS  proposed-negative — Proposed amount below zero",
                        "  The defect: A spending line where the proposed amount is below zero.",
                        "  Rests on: Ley General de Contabilidad Gubernamental, art. 4 (inferred, not yet checked",
                        "CHANGES  unit-linking-rate-below-reference — Fewer units linked than in 2011",
                        "  Limit reference-unit-linking-rate: 80 % (before: 75 %)")
                .doesNotContain("Limits\n")
                .doesNotContain("==", "null");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void aReformIsToldInSpanish() {
        assertThat(CommandRun.of("rules", "diff", "mx-cmx/" + NEWEST, reform, "--lang", "es")
                        .out())
                .startsWith("De mx-cmx " + NEWEST + " a mx-cmx 2099.1: 1 regla termina;")
                .contains("TERMINA  proposed-negative — Monto propuesto menor que cero\n")
                .contains("  Qué hacer: Nombre la acción que paga.\n  Antes: Nombre las líneas de acción");
    }

    @Test
    void aPackBesideItselfDoesNotDiffer() {
        CommandRun run = CommandRun.of("rules", "diff", reform, reform);

        assertThat(run.out()).isEqualTo("No difference: mx-cmx 2099.1 and mx-cmx 2099.1 mean the same.\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void twoJurisdictionsAreRefused() {
        CommandRun run = CommandRun.of("rules", "diff", "mx-fed/2008.1", "mx-cmx/2011.1", "--lang", "es");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("dos jurisdicciones");
    }

    @Test
    void theLawOfAPackOfOnesOwnHasItsHistory() {
        CommandRun run = CommandRun.of("rules", "docs", reform);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("# mx-cmx 2099.1 · Una reforma\n")
                .contains("- 2099.1:\n  - Limit reference-unit-linking-rate: 80 % (before: 75 %)")
                .contains("- `proposed-negative`: ended with 2099.1");
    }

    @Test
    void theLawIsWrittenWhole() throws IOException {
        Path file = folder.resolve("law.md");
        CommandRun run = CommandRun.of("rules", "docs", "mx-fed/2011.1", "--out", file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Written: ");
        assertThat(Files.readString(file))
                .isEqualTo(CommandRun.of("rules", "docs", "mx-fed/2011.1").out());
    }

    @Test
    void aLawThatCannotBeMadeLeavesNoFile() throws IOException {
        CommandRun run = CommandRun.of(
                "rules",
                "docs",
                "mx-fed/1999.1",
                "--out",
                folder.resolve("law.md").toString());

        assertThat(run.exitCode()).isEqualTo(3);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("reform");
        }
        assertThat(CommandRun.of("rules", "docs", "mx-fed/2008.1", "--out", folder + "/none/law.md")
                        .exitCode())
                .isEqualTo(2);
    }
}
