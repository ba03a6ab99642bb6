package org.hrbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrbudget.report.ReportTexts.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.hrbudget.io.Layout;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.report.TextReport.Options;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {

    @Test
    void theVerdictComesFirstWithItsMeaning() throws IOException {
        String text = english(Samples.report());
        assertThat(text)
                .contains("VERDICT: NOT COMPLIANT. 2 of 4 rules judged, 1 undetermined, 1 not applicable here.")
                .contains("12 errors", "Not checked in full: 1 problem · 2 rows could not be read; see below.");
        assertThat(text.indexOf("VERDICT")).isLessThan(text.indexOf("Findings"));
    }

    @Test
    void thePartsComeInTheOrderInWhichTheyAreNeeded() throws IOException {
        assertThat(flat(spanish(Samples.report())))
                .containsSubsequence(
                        "DICTAMEN: NO CUMPLE",
                        "Qué corregir primero",
                        "Qué paga el presupuesto para cada derecho",
                        "Hallazgos por unidad",
                        "La norma con la que se revisó",
                        "Lo que se leyó",
                        "Lo que impidió revisarlo por completo",
                        "2 filas que no se pudieron leer",
                        "Indicadores",
                        "Este es el informe breve");
        ReportDocument open = ReportTexts.openDuty(Verdict.NOT_COMPLIANT);
        assertThat(flat(text(open, Options.brief())))
                .containsSubsequence("Qué corregir primero", "Lo que no se pudo juzgar", "Qué paga");
        ReportDocument undetermined = ReportTexts.openDuty(Verdict.UNDETERMINED);
        assertThat(flat(text(undetermined, Options.brief())))
                .as("what leaves the verdict open decides it")
                .containsSubsequence("INDETERMINADO", "Lo que no se pudo juzgar", "Qué corregir primero", "Qué paga");
    }

    /** Whatever ends a line, commands a terminal, or turns or hides text, somewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\r",
                "\r\n",
                "\t",
                "\u000b",
                "\f",
                "\u0085",
                "\u2028",
                "\u2029",
                "\u001b[2J",
                "\u009b2J",
                "\b",
                "\0",
                "\u202e",
                "\u2066",
                "\u200b",
                "\ufeff",
                "\u00ad",
                "\ud800"
            })
    void nothingOfABudgetBeginsALineOrCommandsATerminal(String sign) throws IOException {
        ValidationReport report = Samples.report(Verdict.NOT_COMPLIANT, "b.csv" + sign + "VERDICT: FORGED");
        for (String text : ReportTexts.inEveryWay(report)) {
            assertThat(text.lines()).noneMatch(line -> line.strip().startsWith("VERDICT: FORGED"));
            assertThat(text).contains(Spelling.harmless(sign).substring(0, 4));
            assertThat(text.replace("\n", "").codePoints().map(Character::getType))
                    .doesNotContain(
                            (int) Character.CONTROL,
                            (int) Character.FORMAT,
                            (int) Character.LINE_SEPARATOR,
                            (int) Character.PARAGRAPH_SEPARATOR,
                            (int) Character.SURROGATE);
        }
    }

    @Test
    void theFirstTenLinesSayWhatMatters() throws IOException {
        assertThat(spanish(Samples.report()).lines().limit(10))
                .anyMatch(line -> line.startsWith("DICTAMEN: NO CUMPLE. Se juzgaron 2 de 4 reglas"))
                .contains(
                        "Qué corregir primero",
                        "  1. ERROR: Renglón sin acción — 12 hallazgos sobre 3,164,244.60 MXN. Señale la línea de acción.");
        assertThat(english(Samples.report()).lines().limit(10))
                .anyMatch(line -> line.startsWith("VERDICT: NOT COMPLIANT. 2 of 4 rules judged"))
                .contains(
                        "What to correct first",
                        "  1. ERROR: Title of line-names-no-action — 12 findings on 3,164,244.60 MXN. Name the action.");
    }

    @Test
    void undeterminedNeverReadsAsValid() throws IOException {
        ValidationReport report = Samples.report(Verdict.UNDETERMINED, "b.csv");
        assertThat(english(report))
                .contains("VERDICT: UNDETERMINED", "This is not a pass.")
                .doesNotContain("COMPLIANT");
        assertThat(spanish(report))
                .contains("DICTAMEN: INDETERMINADO", "no es una aprobación")
                .doesNotContain("CUMPLE");
    }

    @Test
    void theLawIsNamedWithTheReasonItWasChosen() throws IOException {
        assertThat(flat(full(Samples.report(), Locale.ENGLISH)))
                .contains(
                        "mx-cmx 2011.1, Programming and Budgeting Manual 2011. For fiscal year 2011, as the law stood on"
                                + " 2010-11-15: governs that fiscal year. Not chosen: 2009.1 (governs other fiscal years).");
    }

    @Test
    void aRuleIsToldWithItsBasisItsRemedyAndItsPlaces() throws IOException {
        assertThat(flat(full(Samples.report(), Samples.SPANISH)))
                .contains("1. ERROR: Renglón sin acción — 12 hallazgos sobre 3,164,244.60 MXN.")
                .contains("Renglón sin acción (line-names-no-action): Manual 2011, transversalidad"
                        + " [acreditado: documento fundador]")
                .contains("Qué hacer: Señale la línea de acción. (line-names-no-action; acreditado)")
                .contains("- ERROR, budget.csv, fila 17, columna «líneas»: El valor es 1,234,567.50.")
                .contains("… y 10 hallazgos más.", "No se conservaron todos los hallazgos");
        assertThat(flat(spanish(Samples.report())))
                .contains("Fundamento de los hallazgos: acreditado 13.")
                .doesNotContain("line-names-no-action");
    }

    @Test
    void whatToDoIsSaidOnceARule() throws IOException {
        assertThat(flat(full(Samples.report(), Samples.SPANISH)).split("Qué hacer: Señale", -1))
                .as("once in each unit")
                .hasSize(3);
        assertThat(spanish(Samples.report()).split("Señale la línea de acción", -1))
                .as("once for each of two rules")
                .hasSize(3);
    }

    @Test
    void theFindingsOfAUnitStandBelowItAndItsMoney() throws IOException {
        ReportDocument document = ReportDocument.of(Samples.report(), Locale.ENGLISH, Map.of());
        String text = text(document, Options.brief());
        assertThat(document.units().get(0).amount()).isEqualTo("1000000.50");
        assertThat(text.lines())
                .contains(
                        "  Unit 11CD01 Secretaría de ejemplo, 1,000,000.50 MXN: 12 errors",
                        "  The whole budget: 1 remark");
        assertThat(flat(text))
                .containsSubsequence("Unit 11CD01", "row 17", "The whole budget", "REMARK: The value is 33.33 %.")
                .as("a second one of the rule")
                .doesNotContain("row 1018");
        assertThat(flat(text(document, Options.full())))
                .containsSubsequence("Unit 11CD01", "row 17", "row 1018", "The whole budget");
    }

    @Test
    void whatStandsAtAPlaceIsShownWithTheLineItself() throws IOException {
        assertThat(flat(full(Samples.report(), Samples.SPANISH)))
                .contains("(dice «1.1.6»; ¿quiso decir «01.01.06»?) renglón A-17 · objeto del gasto 4411 · descripción"
                        + " «Ayudas sociales» · -263,687.05 MXN · huella ");
        assertThat(flat(english(Samples.report()))).contains("(says \"1.1.6\"; did you mean \"01.01.06\"?)");
    }

    @Test
    void rulesThatDoNotApplyAreGroupedByTheReason() throws IOException {
        assertThat(flat(full(Samples.report(), Locale.ENGLISH)))
                .contains("- No catalogue of object items was given. Title of item-unknown (item-unknown).");
    }

    @Test
    void rulesThatCouldNotBeJudgedSayHowManyWere() throws IOException {
        assertThat(flat(full(Samples.report(), Locale.ENGLISH))).contains("3 of them lack data. 1,197 were judged.");
    }

    @Test
    void everyInputHasItsRowAccount() throws IOException {
        assertThat(full(Samples.report(), Locale.ENGLISH))
                .containsPattern("budget.csv +hrbudget +1,203 +1,200 +2 +1\n");
        assertThat(english(Samples.report()))
                .contains("- budget.csv: layout hrbudget; rows read 1,203; lines 1,200; rejected 2; skipped 1\n");
    }

    @Test
    void rejectedRowsAreToldWithTheirValueAndTheRestIsCounted() throws IOException {
        assertThat(english(Samples.report()))
                .contains("2 rows could not be read")
                .contains("budget.csv, row 9, column \"aprobado\", value \"1,2,3\": Not an amount.")
                .contains("… and 1 more.");
    }

    @Test
    void sumsIndicatorsAndRightsAreShown() throws IOException {
        assertThat(full(Samples.report(), Locale.ENGLISH))
                .containsPattern("Approved +1,333,334.00\n")
                .containsPattern("I01 +Unit linking rate.* 50 %\n")
                .containsPattern("05 Equality +1 +1 +1 +1,000,000.50 +75 % +[0-9,.]+\n");
        assertThat(spanish(Samples.report()))
                .containsPattern("05 Igualdad +1 +1 +1 +1,000,000.50 +75 %\n")
                .contains("Los recursos de sus renglones (monto aprobado) suman 1,333,334.00 MXN.")
                .contains("Tasa de vinculación de las unidades (I01) 50 %; ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 300})
    void noLineIsWiderThanAHundredColumns(int length) throws IOException {
        ValidationReport report = Samples.report(Verdict.NOT_COMPLIANT, "ñ".repeat(length) + ".csv");
        for (String text : ReportTexts.inEveryWay(report)) {
            assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
        }
    }

    @Test
    void aFileCannotCommandTheTerminal() throws IOException {
        String text = english(Samples.report(Verdict.NOT_COMPLIANT, "a\u001b[2J\u202eb.csv"));
        assertThat(text)
                .contains("a\\u001b[2J\\u202eb.csv")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(keys("words.properties")).isEqualTo(keys("words_es.properties"));
    }

    @Test
    void everyFieldOfALayoutHasAWord() throws IOException {
        assertThat(Layout.named("hrbudget").fields().keySet())
                .filteredOn(field -> !field.startsWith("action"))
                .allSatisfy(field -> assertThat(keys("words.properties")).contains("field." + field));
    }

    @Test
    void theDefaultLocaleMakesNoDifference() throws IOException {
        Locale before = Locale.getDefault();
        String expected = english(Samples.report());
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(english(Samples.report())).isEqualTo(expected);
            Locale.setDefault(Samples.SPANISH);
            assertThat(english(Samples.report())).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Set<String> keys(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = ReportWords.class.getResourceAsStream(name)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties.stringPropertyNames();
    }

    private static String english(ValidationReport report) throws IOException {
        return text(ReportDocument.of(report, Locale.ENGLISH, Map.of()), Options.brief());
    }

    private static String spanish(ValidationReport report) throws IOException {
        return text(ReportDocument.of(report, Samples.SPANISH, Map.of()), Options.brief());
    }

    private static String full(ValidationReport report, Locale locale) throws IOException {
        return text(ReportDocument.of(report, locale, Map.of()), Options.full());
    }

    /** A text without what its lines are set in by and where they end. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
