package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What legal staff read when they ask what a rule may name. */
class WordsCommandTest {

    @Test
    void withoutAWordFactsAndTablesAreListed() {
        assertThat(CommandRun.of("rules", "words", "--lang", "es").out())
                .containsPattern("RenglónDeGasto +[0-9]+  Un renglón del presupuesto")
                .contains("\nlistas ", "\nlímites ", "\nejemplos ", "\nprograma ", "hrbudget rules words unitCode");
    }

    @Test
    void aFactIsToldWithAllItsWords() {
        assertThat(CommandRun.of("rules", "words", "BudgetSummary", "--lang", "es")
                        .out())
                .contains("""
                  proporciónDelMontoVinculado, budgetCoverage — la proporción del monto en renglones vinculados
                    (I02)
                    Los recursos de los renglones vinculados, cada uno contado completo, como proporción del total
                    (indicador I02).
                    Falta: No hay recursos.
                    proporción: 0.05 es 5 %; puede faltar: la regla entonces lo pasa por alto
                """);
    }

    @Test
    void aWordIsToldWhereverItIs() {
        assertThat(CommandRun.of("rules", "words", "unitcode").out())
                .contains("SpendingLine, RenglónDeGasto, Renglón — ", "UnitSummary, Unidad, ResumenDeUnidad — ")
                .doesNotContain("\nRightSummary");
    }

    @Test
    void aListIsToldWithItsCodes() {
        assertThat(CommandRun.of("rules", "words", "tipos-de-unidad", "--lang", "es")
                        .out())
                .containsPattern("(?m)^    dependencia +Dependencia$");
        assertThat(CommandRun.of("rules", "words", "object-concepts", "--lang", "es")
                        .out())
                .containsPattern("(?m)^    y [0-9]+ más$");
    }

    @ParameterizedTest
    @CsvSource({
        "límites, reference-unit-linking-rate",
        "LIMITES, reference-unit-linking-rate",
        "parámetros, reference-unit-linking-rate",
        "listas, tipos-de-unidad",
        "catálogos, tipos-de-unidad",
        "ejemplos, unidad_responsable",
        "programa, código"
    })
    void aTableGoesByItsSpanishNamesToo(String table, String word) {
        assertThat(CommandRun.of("rules", "words", table, "--lang", "es").out()).contains(word);
    }

    @Test
    void whatASpanishRunSaysToWriteIsSpanish() {
        assertThat(CommandRun.of("rules", "words", "límites", "--lang", "es").out())
                .contains("Límite( clave == \"…\", $limite : valor )");
        assertThat(CommandRun.of("rules", "words", "vinculaciones", "--lang", "es")
                        .out())
                .contains("lista: .vacía, .número")
                .doesNotContain(".empty");
    }

    @Test
    void aRuleWithoutItsDataIsUndeterminedAsInAReport() {
        assertThat(CommandRun.of("rules", "words", "tipoDeUnidad", "--lang", "es")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("la regla queda entonces indeterminada");
    }

    @Test
    void anUnknownWordNamesTheNearest() {
        CommandRun run = CommandRun.of("rules", "words", "linkedAmunt", "--lang", "es");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("«linkedAmunt»", "Quizá quiso decir linkedAmount.");
    }

    @Test
    void limitsAreThoseOfThePackThatIsGiven(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("pack.properties"), """
                jurisdiction=mx-cmx
                version=2030.1
                amends=%s
                title=Reform
                title_es=Reforma
                instrument=Reforma
                fiscal-years=2030-
                """.formatted(CommandRun.newest()));
        Files.writeString(folder.resolve("parameters.csv"), """
                code,value,unit,legal-basis
                reference-unit-linking-rate,0.75,ratio,outcome-2011:unit-linking-rate
                """);

        assertThat(CommandRun.of("rules", "words", "reference-unit-linking-rate", "--pack", folder.toString())
                        .out())
                .contains("reference-unit-linking-rate — 75 %", "mx-cmx 2030.1");
    }
}
