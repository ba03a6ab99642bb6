package org.hrbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.hrbudget.io.Layout;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.validation.Finding;
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
                .contains("12 errors");
        assertThat(text.indexOf("VERDICT")).isLessThan(text.indexOf("Findings"));
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
        for (String text : new String[] {english(report), spanish(report)}) {
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
                .contains("  Lo más urgente:", "  - ERROR  Renglón sin acción — 12 hallazgos sobre 3,164,244.60 MXN");
        assertThat(english(Samples.report()).lines().limit(10))
                .anyMatch(line -> line.startsWith("VERDICT: NOT COMPLIANT. 2 of 4 rules judged"))
                .contains(
                        "  Most urgent:", "  - ERROR  Title of line-names-no-action — 12 findings on 3,164,244.60 MXN");
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
        assertThat(english(Samples.report()))
                .contains("mx-cmx 2011.1  Programming and Budgeting Manual 2011")
                .contains("fiscal year 2011, as the law stood on 2010-11-15: governs that fiscal year")
                .contains("2009.1 (governs other fiscal years)");
    }

    @Test
    void aRuleIsToldWithItsBasisItsRemedyAndItsPlaces() throws IOException {
        assertThat(spanish(Samples.report()))
                .contains("ERROR  Renglón sin acción — 12 hallazgos sobre 3,164,244.60 MXN")
                .contains("Fundamento: Manual 2011, transversalidad [acreditado: documento fundador]")
                .contains("Qué hacer: Señale la línea de acción.")
                .contains("- budget.csv, fila 17, columna «líneas»: El valor es 1,234,567.50.")
                .contains("… y 10 más.");
    }

    @Test
    void whatStandsAtAPlaceIsShownWithTheLineItself() throws IOException {
        assertThat(spanish(Samples.report()))
                .contains(
                        "dice «1.1.6» · ¿quiso decir «01.01.06»? · unidad 11CD01 Secretaría de ejemplo · renglón A-17",
                        "clave 4411 · descripción «Ayudas sociales» · -263,687.05 MXN");
        assertThat(english(Samples.report()))
                .contains("      says \"1.1.6\" · did you mean \"01.01.06\"? · unit 11CD01 Secretaría de ejemplo");
    }

    @Test
    void aCellCannotWriteLinesOfTheReport() throws IOException {
        StringBuilder text = new StringBuilder();
        TextPlaces places = new TextPlaces(new ReportWords(Locale.ENGLISH), "M\nXN");
        for (Finding finding : Samples.report(Verdict.NOT_COMPLIANT, "a\nVERDICT: COMPLIANT\r\nb.csv")
                .findings()) {
            places.write(new TextPage(text), 4, finding, "");
        }

        assertThat(text.toString())
                .contains("VERDICT")
                .doesNotContain("\nVERDICT")
                .doesNotContain("\r");
    }

    @Test
    void noPlacesAreCitedWhereNoneAreAskedFor() throws IOException {
        TextReport.Options options = new TextReport.Options(0, Set.of(TextReport.Options.Section.FINDINGS));
        StringBuilder text = new StringBuilder();
        TextReport.write(Samples.report(), Locale.ENGLISH, text, options);
        assertThat(text).contains("12 findings").doesNotContain("row 17").doesNotContain("more.");
    }

    @Test
    void aShortReportHasALineForEachRuleTheGravestFirst() throws IOException {
        StringBuilder text = new StringBuilder();
        TextReport.write(Samples.report(), Locale.ENGLISH, text, TextReport.Options.brief());
        assertThat(text.toString())
                .containsPattern(
                        "ERROR +12 +Title of line-names-no-action \\(line-names-no-action\\) +3,164,244.60 MXN +attested\n"
                                + " +REMARK +1 +Title of unit-linking-rate-low")
                .doesNotContain("row 17");
    }

    @Test
    void rulesThatDoNotApplyAreGroupedByTheReason() throws IOException {
        assertThat(english(Samples.report())).contains("  No catalogue of object items was given.\n    item-unknown\n");
    }

    @Test
    void rulesThatCouldNotBeJudgedSayHowManyWere() throws IOException {
        assertThat(english(Samples.report())).contains("3 of them lack data. 1,197 were judged.");
    }

    @Test
    void everyInputHasItsRowAccount() throws IOException {
        assertThat(english(Samples.report())).containsPattern("budget.csv +hrbudget +1,203 +1,200 +2 +1\n");
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
        assertThat(english(Samples.report()))
                .containsPattern("Approved +1,333,334.00\n")
                .containsPattern("I01 +Unit linking rate.* 50 %\n")
                .containsPattern("05 +Equality +1 +1 +1 +1,000,000.50\n");
        assertThat(spanish(Samples.report())).containsPattern("05 +Igualdad +1 +1 +1 +1,000,000.50\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 300})
    void noLineIsWiderThanAHundredColumns(int length) throws IOException {
        ValidationReport report = Samples.report(Verdict.NOT_COMPLIANT, "ñ".repeat(length) + ".csv");
        assertThat(english(report).lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
        assertThat(spanish(report).lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
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
        return text(report, Locale.ENGLISH);
    }

    private static String spanish(ValidationReport report) throws IOException {
        return text(report, Samples.SPANISH);
    }

    private static String text(ValidationReport report, Locale locale) throws IOException {
        StringBuilder text = new StringBuilder();
        TextReport.write(report, locale, text);
        return text.toString();
    }
}
