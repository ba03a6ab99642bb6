package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.io.Baselines;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.DocumentType;
import org.hrbudget.io.Input;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.report.FindingsFile;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.TextReport;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.RunOptions;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One small budget, and every word that is said of it; {@code -Dhrbudget.write=true} writes the words. */
class GoldenReportTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/hrbudget/rules/golden");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void theTextReportIsTheOneThatWasRead(String language) throws IOException {
        compare("report_" + language + ".txt", text(language, TextReport.Options.brief()));
        compare("report_full_" + language + ".txt", text(language, TextReport.Options.full()));
        compare(
                "report_plain_" + language + ".txt",
                text(language, TextReport.Options.brief().inLists()));
    }

    /** What is quoted, names of rules, options, files and layouts, headings that are listed, and titles of laws are not words of ours. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | the|of|and|row|unit|line|finding|findings|action|actions|links|link|programme|baseline|with|more|rule|law|"
                        + "file|budget|amount|column|says|warning|review|given|read",
                "en | que|del|y|fila|unidades|renglón|renglones|hallazgo|hallazgos|línea|vínculo|programa|con|más|regla|norma|"
                        + "archivo|presupuesto|monto|columna|dice|advertencia|revisar|leyó"
            })
    void noneOfItIsInTheOtherLanguage(String language, String others) throws IOException {
        Pattern other = Pattern.compile("(?iU)(?<![-_.\\w])(?:" + others + ")(?![-_.\\w])");
        for (TextReport.Options options :
                List.of(TextReport.Options.brief(), TextReport.Options.brief().inLists(), TextReport.Options.full())) {
            String text = text(language, options)
                    .replaceAll("\\s+", " ")
                    .replaceAll("«[^»]*»|\"[^\"]*\"", "")
                    .replaceAll("--[a-z-]+|(columnas que se leyeron|columns that were read): [^.]*", "")
                    .replaceAll(
                            "(Manual|Ley|Programa|Clasifica\\S+|Catálogo)( [A-Z]\\S+| del?| para| la| por| y| Gasto)+",
                            "");
            assertThat(text).doesNotContainPattern(other);
        }
    }

    private static String text(String language, TextReport.Options options) throws IOException {
        StringBuilder text = new StringBuilder();
        ReportDocument document =
                ReportDocument.of(validate(RunOptions.none()), Locale.forLanguageTag(language), Map.of());
        TextReport.write(document, text, options);
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void theFileOfFindingsIsTheOneThatWasRead(String language) throws IOException {
        Path file = folder.resolve("findings.csv");
        validate(RunOptions.builder()
                .findings(FindingsFile.open(file, FindingsFile.Form.CSV, Locale.forLanguageTag(language)))
                .build());

        compare("findings_" + language + ".csv", Files.readString(file));
    }

    /** Else the golden files would leave out a part of a report. */
    @Test
    void theBudgetHasSomethingForEachPartOfTheReport() throws IOException {
        ValidationReport report = validate(RunOptions.none());

        assertThat(report.ledger().stream().map(LedgerEntry::outcome).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(LedgerEntry.Outcome.values());
        assertThat(report.problems()).hasSizeGreaterThan(1);
        assertThat(report.rejectedRows()).isNotEmpty();
        assertThat(report.openDuties()).isNotEmpty();
    }

    private static ValidationReport validate(RunOptions options) throws IOException {
        BudgetSource budget = Budgets.reading(input("budget.csv"))
                .phase(BudgetPhase.EXERCISED)
                .fiscalYear(FiscalYear.of(2015))
                .source();
        return BudgetValidator.builder()
                .packs(RulePacks.select("mx-cmx", FiscalYear.of(2015), LocalDate.of(2015, 6, 1))
                        .orElseThrow())
                .programme(Programmes.read(input("programme.csv")))
                .baseline(Baselines.read(input("baseline.csv")))
                .documents(DocumentType.INDICATORS.read(input("indicators.csv")))
                .build()
                .validate(budget, options);
    }

    /** Under its name alone, wherever it stands. */
    private static Input input(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(name));
        return Input.of(name, () -> new ByteArrayInputStream(bytes));
    }

    private static void compare(String name, String text) throws IOException {
        Path golden = FOLDER.resolve(name);
        if (Boolean.getBoolean("hrbudget.write")) {
            Files.writeString(golden, text);
        }
        assertThat(text)
                .as(
                        "Read how %s would change, and if it says what is meant, run mvn -pl hrbudget-rules/runtime -am test"
                                + " -Dtest=GoldenReportTest -Dhrbudget.write=true",
                        name)
                .isEqualTo(Files.readString(golden));
    }
}
