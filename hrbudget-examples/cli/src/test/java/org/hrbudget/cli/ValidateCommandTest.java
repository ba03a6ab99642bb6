package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateCommandTest {

    private static final String HEADINGS = "unit_code,programme_code,object_code,approved,exercised\n";

    @TempDir
    Path folder;

    private Path sound;
    private Path warned;

    @BeforeEach
    void writeBudgets() throws IOException {
        sound = file("sound.csv", HEADINGS + "11CD01,E001,1131,100.00,100.00\n12CD02,E001,1131,100.00,100.00\n");
        warned = file("warned.csv", HEADINGS + "11CD01,E001,1131,-100.00,-100.00\n12CD02,E001,1131,1.00,1.00\n");
    }

    @Test
    void aBudgetWithoutErrorEndsWithZero() {
        CommandRun run = validate(sound);
        assertThat(run.out()).contains("VERDICT: COMPLIANT");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whatIsNewSinceAnEarlierReportIsSaid() throws IOException {
        Path before = folder.resolve("before.json");
        validate(warned, "--format", "json=" + before);
        Path corrected = file("warned.csv", HEADINGS + "11CD01,E001,1131,1.00,1.00\n13CD01,E001,1131,-1.00,-1.00\n");

        CommandRun run = validate(corrected, "--baseline-report", before.toString());
        CommandRun json = validate(corrected, "--baseline-report", before.toString(), "--format", "json");
        CommandRun same = validate(corrected);

        ReportDocument.Changes changes = JsonReport.read(
                        new ByteArrayInputStream(json.out().getBytes(StandardCharsets.UTF_8)))
                .changes();
        assertThat(changes.added()).isPositive();
        assertThat(changes.gone()).isPositive();
        assertThat(run.out().split("WARNING \\(new\\), ", -1)).hasSize((int) changes.added() + 1);
        assertThat(same.out()).doesNotContain("(new)", "earlier report");
        assertThat(run.out().lines())
                .contains(
                        "  Since the earlier report (COMPLIANT): " + changes.added() + " new · " + changes.kept()
                                + " as before · " + changes.gone() + " no longer found.",
                        "No longer found:",
                        "  - Unit 11CD01; warned.csv, row 2, column \"approved\": Approved amount below zero");
    }

    @Test
    void anEarlierReportThatIsNoneIsRefusedBeforeAnythingIsRead() throws IOException {
        Path none = file("none.json", "{}");

        CommandRun run = validate(sound, "--baseline-report", none.toString());
        CommandRun missing =
                validate(sound, "--baseline-report", folder.resolve("gone.json").toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("none.json is no report that this version reads");
        assertThat(missing.err()).contains("gone.json does not exist");
        assertThat(run.out()).isEmpty();
    }

    /** What cannot be judged is no success under any threshold, and an error is one whatever else is open. */
    @ParameterizedTest
    @CsvSource({
        "sound,        0, 0, 0",
        "warned,       0, 1, 0",
        "wrong,        1, 1, 0",
        "wrong-warned, 1, 1, 0",
        "open,         3, 3, 3",
        "wrong-open,   1, 1, 0"
    })
    void theThresholdSaysWhatEndsWithOne(String budget, int error, int warning, int never) throws IOException {
        String lines = switch (budget) {
            case "sound" -> "";
            case "warned" -> "13CD01,E001,1131,-1.00,-1.00\n";
            case "wrong" -> ",E001,1131,1.00,1.00\n";
            case "wrong-warned" -> ",E001,1131,1.00,1.00\n13CD01,E001,1131,-1.00,-1.00\n";
            case "open" -> "13CD01,E001,1131,much,1.00\n";
            default -> ",E001,1131,1.00,1.00\n13CD01,E001,1131,much,1.00\n";
        };
        Path file = file(budget + ".csv", Files.readString(sound) + lines);

        assertThat(validate(file, "--fail-on", "error").exitCode()).isEqualTo(error);
        assertThat(validate(file, "--fail-on", "warning").exitCode()).isEqualTo(warning);
        assertThat(validate(file, "--fail-on", "never").exitCode()).isEqualTo(never);
        assertThat(validate(file).exitCode()).isEqualTo(error);
    }

    @Test
    void errorsReachTheDefaultThresholdAndNeverIsNever() throws IOException {
        Path wrong = file("wrong.csv", HEADINGS + ",E001,1131,100.00,100.00\n");
        assertThat(validate(wrong).exitCode()).isEqualTo(1);
        assertThat(validate(wrong, "--fail-on", "never").exitCode()).isZero();
        assertThat(validate(wrong).out()).contains("VERDICT: NOT COMPLIANT");
    }

    @Test
    void aRejectedRowLeavesTheVerdictUndeterminedWhichIsNeverZero() throws IOException {
        Path damaged =
                file("damaged.csv", HEADINGS + "11CD01,E001,1131,100.00,100.00\n11CD01,E001,1131,\"1,2,3\",5.00\n");
        CommandRun run = validate(damaged, "--fail-on", "never");
        assertThat(run.out()).contains("VERDICT: UNDETERMINED", "1,2,3", "row 3");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void aNameTheSystemCannotWriteIsRefusedWithTheWayOut() {
        CommandRun run = validate(sound, "--links", "a\u0000b.csv");
        assertThat(run.err()).contains("--links").contains("UTF-8");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void headingsThatCommandATerminalAreShownByNumber() throws IOException {
        CommandRun run = validate(file("hostile.csv", "a\u001b[2Jb,approved\nx,1\n"));
        assertThat(run.err()).contains("a\\u001b[2Jb").doesNotContain("\u001b");
    }

    @Test
    void aMissingFileIsNamedAndEndsWithThree() {
        CommandRun run = validate(folder.resolve("nowhere.csv"));
        assertThat(run.err()).contains("nowhere.csv");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void headingsThatDoNotFitNameTheLayoutThatWould() throws IOException {
        Path federal = file("federal.csv", """
                CICLO,ID_RAMO,ID_UR,ID_MODALIDAD,ID_PP,ID_OBJETO_DEL_GASTO,MONTO_APROBADO,MONTO_EJERCIDO
                2011,1,100,E,1,1131,5.00,5.00
                2011,1,200,E,1,1131,5.00,5.00
                """);
        CommandRun run = validate(federal);
        assertThat(run.err()).contains("federal.csv", "unit_code", "--layout mx-federal-cuenta-publica");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(validate(federal, "--layout", "mx-federal-cuenta-publica").exitCode())
                .isZero();
    }

    @Test
    void noPackInForceEndsWithThreeAndSaysWhatThereIs() {
        CommandRun run = CommandRun.of(
                "validate", sound.toString(), "--rules", "mx-cmx", "--fiscal-year", "1999", "--as-of", "2011-12-31");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("1999").contains("2011.2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rules|mx-cmy|mx-cmx",
                "--rules|mx-cmx/2011.9|mx-cmx/2011.1",
                "--layout|hrbudgt|hrbudget",
                "--fail-on|eror|error",
                "--format|jsn|json",
                "--phase|aproved|approved",
                "--fiscal-year|11|2011",
                "--as-of|31/12/2011|2011-12-31",
                "--threads|0|whole number",
                "--lang|sp|es"
            })
    void aWrongValueIsQuotedWithWhatWasMeant(String option, String value, String advice) {
        CommandRun run = validate(sound, option, value);
        assertThat(run.err()).contains(option).contains('"' + value + '"').contains(advice);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    /** The budget is taken for one of the first jurisdiction named, which a treaty is not. */
    @Test
    void aTreatyIsNamedAfterTheLawOfThePlace() {
        assertThat(validate(sound, "--rules", "icescr,mx-fed").err()).contains("first: --rules mx-fed,icescr.");
        assertThat(validate(sound, "--rules", "mx-fed,icescr").out())
                .startsWith("Check of a public budget: mx-fed")
                .contains("icescr 1976.1");
    }

    @Test
    void jsonOnStandardOutputIsNothingButJson() throws IOException {
        CommandRun run = validate(sound, "--format", "json");
        ReportDocument document =
                JsonReport.read(new ByteArrayInputStream(run.out().getBytes(StandardCharsets.UTF_8)));
        assertThat(document.verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(document.run()).containsKeys("startedAt", "seconds");
    }

    @Test
    void aReportCanGoToAFileBesideTheTextOnTheScreen() throws IOException {
        Path json = folder.resolve("r.json");
        CommandRun run = validate(sound, "--format", "text", "--format", "json=" + json);
        assertThat(run.out()).contains("VERDICT");
        assertThat(JsonReport.read(Files.newInputStream(json)).verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(listing()).containsExactly("r.json", "sound.csv", "warned.csv");
    }

    @Test
    void theSampleGoesOutInEveryFormAtOnce() throws IOException {
        for (String name : List.of("budget.csv", "programme.csv")) {
            try (InputStream in = DemoCommand.class.getResourceAsStream("samples/mexico-city-2011/" + name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
        Map<String, String> forms = Map.of(
                "sarif", "\"hrbudget/v1\": ",
                "junit", "<failure message=\"3 findings on 33,734,048.04 MXN\" type=\"ERROR\">",
                "github", "::notice title=hrbudget::VERDICT: NOT COMPLIANT. 18 errors · ",
                "csv", "\ufeffpack,rule,severity,",
                "ndjson", "\"violated\":{\"ERROR\":18,",
                "markdown", "**VERDICT: NOT COMPLIANT.**");
        List<String> options = new ArrayList<>(List.of("--rules", "mx-cmx", "--as-of", "2010-11-15", "--programme"));
        options.add(folder.resolve("programme.csv").toString());
        for (ReportDocument.Form form : ReportDocument.Form.values()) {
            String name = form.name().toLowerCase(Locale.ROOT);
            options.addAll(List.of("--format", name + "=" + folder.resolve("report." + name)));
        }
        CommandRun run = validate(folder.resolve("budget.csv"), options.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
        for (Map.Entry<String, String> form : forms.entrySet()) {
            assertThat(folder.resolve("report." + form.getKey()))
                    .content(StandardCharsets.UTF_8)
                    .contains(form.getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void theHelpNamesEveryForm(String language) {
        String text = new ProgramWords(Locale.forLanguageTag(language)).get("help.option.format");
        assertThat(List.of(text.split("[ ,.]+"))).containsAll(ReportFormat.names());
    }

    @Test
    void twoReportsOnStandardOutputAreRefused() {
        CommandRun run = validate(sound, "--format", "text", "--format", "json");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aReportNeverReplacesWhatTheCommandReads() throws IOException {
        String before = Files.readString(sound);
        Path alias = folder.resolve(".").resolve("sound.csv");
        CommandRun run = validate(sound, "--format", "json=" + alias);
        assertThat(run.err()).contains("would change").contains("sound.csv");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(Files.readString(sound)).isEqualTo(before);
        assertThat(validate(sound, "--links", warned.toString(), "--format", "json=" + warned)
                        .err())
                .contains("would change");
    }

    @Test
    void twoReportsOfOnePathAreRefused() {
        String path = folder.resolve("report").toString();
        CommandRun run = validate(sound, "--format", "json=" + path, "--format", "text=" + path);
        assertThat(run.err()).contains("Two reports");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aFileGivenTwiceWouldCountTwiceAndIsRefused() {
        CommandRun run =
                validate(sound, folder.resolve(".").resolve("sound.csv").toString());
        assertThat(run.err()).contains("given twice");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(validate(sound, warned.toString()).out()).contains("sound.csv", "warned.csv");
    }

    @Test
    void aRuleOfSeveralPacksThatCouldNotBeJudgedNamesItsPack() throws IOException {
        Path open = file("open.csv", HEADINGS + "11CD01,E001,1131,100.00,\n11CD01,E001,1132,,5.00\n");
        CommandRun run = CommandRun.of(
                "validate",
                open.toString(),
                "--rules",
                "mx-cmx,mx-fed",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2011-12-31",
                "--full");
        assertThat(run.out())
                .contains("(mx-cmx 2011.3: approved-negative)")
                .contains("(mx-fed 2011.2: approved-negative)");
    }

    @Test
    void aFolderThatIsNotThereIsRefusedBeforeTheWork() {
        CommandRun run = validate(sound, "--format", "json=" + folder.resolve("no/r.json"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("r.json");
    }

    @Test
    void anInputThatCannotBeReadLeavesAnEarlierReportAsItWas() throws IOException {
        Path json = file("r.json", "before");
        CommandRun run = validate(folder.resolve("nowhere.csv"), "--format", "json=" + json);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(json).hasContent("before");
    }

    @Test
    void reportsAreAlikeButForTheRunWhateverTheLocaleAndTheThreads() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            String english = withoutRun(validate(warned, "--format", "json").out());
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(withoutRun(validate(warned, "--format", "json", "--threads", "3")
                            .out()))
                    .isEqualTo(english);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void spanishIsSpokenThroughout() {
        assertThat(validate(sound, "--lang", "es").out()).contains("DICTAMEN: CUMPLE");
        assertThat(CommandRun.of("validate", "--lang=es", sound.toString()).err())
                .contains("Falta: --rules");
    }

    @Test
    void severalFilesAreOneBudget() throws IOException {
        Path second = file("second.csv", HEADINGS + "13CD01,E001,1131,1.00,1.00\n");
        CommandRun run = validate(sound, second.toString(), "--full");
        assertThat(run.out()).contains("sound.csv").contains("second.csv").containsPattern("Units that filed +3");
    }

    @Test
    void documentsOfUnitsAreInputsOfTheReport() throws IOException {
        Path goals = file("goals.csv", "fiscal_year,unit,name,quantity\n2011,11CD01,Courses,12\n");
        Path actions = file("actions.csv", "fiscal_year,unit,action\n2011,11CD01,01.01.01\n");
        CommandRun run = validate(sound, "--goals", goals.toString(), "--unit-actions", actions.toString());
        assertThat(run.out()).contains("goals.csv", "hrbudget-goals", "actions.csv", "VERDICT: COMPLIANT");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void lastYearsBudgetAndAnIndexOfPricesAreInputsOfTheReport() throws IOException {
        Path before = file("before.csv", HEADINGS + "11CD01,E001,1131,90.00,90.00\n");
        Path prices = file("inpc.csv", "year,inpc,fuente\n2010,100,INEGI\n2011,104.1,INEGI\n");
        CommandRun run = validate(sound, "--baseline-budget", before.toString(), "--deflator", prices.toString());
        assertThat(run.out()).contains("before.csv", "inpc.csv", "VERDICT: COMPLIANT");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void halfOfLastYearsBudgetIsRefusedInWordsAndSoIsLastYearTwice() throws IOException {
        Path before = file("before.csv", HEADINGS + "11CD01,E001,1131,many,90.00\n");
        CommandRun half = validate(sound, "--baseline-budget", before.toString(), "--lang", "es");
        assertThat(half.err()).contains("before.csv:2", "no se puede leer completo", "Quizá");
        assertThat(half.exitCode()).isEqualTo(3);

        CommandRun twice = validate(
                sound, "--baseline", before.toString(), "--baseline-budget", before.toString(), "--lang", "es");
        assertThat(twice.err()).contains("El año anterior se indica dos veces");
        assertThat(twice.exitCode()).isEqualTo(2);
    }

    @Test
    void aDocumentOfAnotherYearLeavesTheVerdictOpen() throws IOException {
        Path goals = file("goals.csv", "fiscal_year,unit,name,quantity\n2010,11CD01,Courses,12\n");
        CommandRun run = validate(sound, "--goals", goals.toString());
        assertThat(run.out()).contains("VERDICT: UNDETERMINED", "Give the", "document of 2011.");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void aWrongRowOfADocumentRefusesTheFileInWords() throws IOException {
        Path goals = file("goals.csv", "fiscal_year,unit,quantity\n2011,11CD01,many\n");
        CommandRun run = validate(sound, "--goals", goals.toString(), "--lang", "es");
        assertThat(run.err()).contains("goals.csv", "fila 2", "quantity", "«many» no es una cantidad");
        assertThat(run.exitCode()).isNotZero();
    }

    @Test
    void aReportIsNeverWrittenOverADocument() throws IOException {
        Path goals = file("goals.csv", "fiscal_year,unit,name\n2011,11CD01,Courses\n");
        CommandRun run = validate(sound, "--goals", goals.toString(), "--format", "json=" + goals);
        assertThat(run.err()).contains("goals.csv");
        assertThat(goals).hasContent("fiscal_year,unit,name\n2011,11CD01,Courses\n");
    }

    private CommandRun validate(Path file, String... more) {
        List<String> args = new ArrayList<>(List.of("validate", file.toString()));
        List<String> given = List.of(more);
        if (!given.contains("--rules")) {
            args.addAll(List.of("--rules", "mx-fed"));
        }
        if (!given.contains("--fiscal-year")) {
            args.addAll(List.of("--fiscal-year", "2011"));
        }
        if (!given.contains("--as-of")) {
            args.addAll(List.of("--as-of", "2012-01-01"));
        }
        args.addAll(given);
        return CommandRun.of(args.toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> listing() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String withoutRun(String json) {
        assertThat(json).contains("\"run\": {");
        return json.substring(0, json.indexOf("\"run\": {"));
    }
}
