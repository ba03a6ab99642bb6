package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.Recount.Figures;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real federal files, beside figures that were counted once with another language's reader and are counted again here with a
 * reader of the test's own. The files are not part of the project; without them the tests are skipped.
 */
@Tag("long")
class FederalFilesTest {

    private static final String ACCOUNT = "mx-federal-cuenta-publica";
    private static final String BUDGET = "mx-federal-pef";
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset DOS = Charset.forName("IBM850");

    private static final Figures OF_2009 =
            new Figures(146_382, 228_971_502_663_300L, 229_608_578_323_500L, 22_058, 44_233, 9_840, 1_159, 25_729, 0);
    private static final Figures OF_2010 =
            new Figures(129_014, 237_691_503_329_300L, 247_409_995_291_600L, 30_208, 56_086, 11_444, 3_090, 22, 0);
    private static final Figures OF_2016 = new Figures(75_312, 529_712_581_960_800L, 0, 0, 0, 0, 0, 75_312, 1);

    @Test
    void thePublicAccountOf2009IsCountedThoughItsLastColumnsHaveNoName() {
        ValidationReport report = validate(data("mx-federal/Cuenta_Publica_2009.csv.gz"), ACCOUNT, 2009);

        assertComesTo(report, OF_2009);
    }

    @Test
    void thePublicAccountOf2010IsCountedToTheCentavo() {
        ValidationReport report = validate(data("mx-federal/Cuenta_Publica_2010.csv.gz"), ACCOUNT, 2010);

        assertComesTo(report, OF_2010);
    }

    @Test
    void theBudgetOf2016IsCountedByItsConcepts() {
        ValidationReport report = validate(data("mx-federal/pef_2016.csv.zip"), BUDGET, 2016);

        assertAccounted(report, OF_2016.rows());
        assertThat(report.summaries().budget().totals())
                .isEqualTo(Map.of(AmountKind.APPROVED, BigDecimal.valueOf(OF_2016.approved(), 2)));
        assertThat(violations(report))
                .as("rules that apply to a file of concepts, and of approved amounts only")
                .isEqualTo(Map.of(
                        "approved-negative", OF_2016.negative(),
                        "key-repeated", OF_2016.repeated(),
                        "fiscal-years-disagree", 0L,
                        "line-without-unit", 0L,
                        "modality-unknown", 0L,
                        "object-concept-unknown", 0L));
    }

    @Test
    void aRecountOf2009ComesToTheSameAndReadsTheSameTexts() throws Exception {
        Path file = data("mx-federal/Cuenta_Publica_2009.csv.gz");
        try (Recount recount = accountOf(file)) {
            assertSameTexts(Budgets.read(file, Layout.named(ACCOUNT)), recount);
            assertThat(recount.figures()).isEqualTo(OF_2009);
        }
    }

    @Test
    void aRecountOf2010ComesToTheSameAndReadsTheSameTexts() throws Exception {
        Path file = data("mx-federal/Cuenta_Publica_2010.csv.gz");
        try (Recount recount = accountOf(file)) {
            assertSameTexts(Budgets.read(file, Layout.named(ACCOUNT)), recount);
            assertThat(recount.figures()).isEqualTo(OF_2010);
        }
    }

    @Test
    void aRecountOf2016ComesToTheSameAndReadsTheSameTexts() throws Exception {
        Path file = data("mx-federal/pef_2016.csv.zip");
        ZipInputStream in = new ZipInputStream(Files.newInputStream(file));
        in.getNextEntry();
        try (Recount recount = new Recount(new InputStreamReader(in, DOS), "PEF_2016", null, "CONCEPTO")) {
            assertSameTexts(Budgets.read(file, Layout.named(BUDGET)), recount);
            assertThat(recount.figures()).isEqualTo(OF_2016);
        }
    }

    static Recount accountOf(Path file) throws Exception {
        InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
        return new Recount(
                new InputStreamReader(in, WINDOWS), "MONTO_APROBADO", "MONTO_EJERCIDO", "ID_OBJETO_DEL_GASTO");
    }

    /** Every text that the library passes through is the recount's, letter by letter, and the two come to their end together. */
    private static void assertSameTexts(BudgetSource source, Recount recount) throws IOException {
        long texts = 0;
        boolean accents = false;
        try (LineReader lines = source.open()) {
            for (Map<String, String> row = recount.next(); row != null; row = recount.next()) {
                SpendingLine line = lines.next();
                for (Map.Entry<String, String> text : line.passThrough().entrySet()) {
                    String value = text.getValue();
                    if (!value.equals(row.get(text.getKey())) || value.indexOf('\uFFFD') >= 0) {
                        assertThat(value)
                                .as("%s at %s", text.getKey(), line.position())
                                .isEqualTo(row.get(text.getKey()))
                                .doesNotContain("\uFFFD");
                    }
                    accents |= value.indexOf('ó') >= 0;
                    texts++;
                }
            }
            assertThat(lines.next()).isNull();
        }
        assertThat(texts)
                .as("texts passed through")
                .isGreaterThan(recount.figures().rows());
        assertThat(accents).as("whether one of them has an accent").isTrue();
    }

    private static void assertComesTo(ValidationReport report, Figures figures) {
        assertAccounted(report, figures.rows());
        assertThat(report.summaries().budget().totals())
                .isEqualTo(Map.of(
                        AmountKind.APPROVED, BigDecimal.valueOf(figures.approved(), 2),
                        AmountKind.EXERCISED, BigDecimal.valueOf(figures.exercised(), 2)));
        assertThat(violations(report))
                .as("rules that apply; the file has neither modified amounts nor, with it, an item catalogue")
                .isEqualTo(Map.of(
                        "exercised-without-approval", figures.withoutApproval(),
                        "exercised-above-approved", figures.aboveApproval(),
                        "approved-not-exercised", figures.notExercised(),
                        "key-repeated", figures.repeated(),
                        "object-at-concept-level", figures.atConcept(),
                        "approved-negative", figures.negative(),
                        "exercised-negative", 0L,
                        "fiscal-years-disagree", 0L,
                        "line-without-unit", 0L,
                        "modality-unknown", 0L));
    }

    private static void assertAccounted(ValidationReport report, long rows) {
        assertThat(report.inputs()).hasSize(1);
        Input.Account account = report.inputs().get(0);
        assertThat(account.rowsRead()).isEqualTo(rows);
        assertThat(account.linesValidated()).isEqualTo(rows);
        assertThat(account.rowsRejected()).isZero();
        assertThat(account.rowsSkipped()).isZero();
        assertThat(report.problems()).isEmpty();
    }

    private static ValidationReport validate(Path file, String layout, int year) {
        RulePack pack = RulePacks.select("mx-fed", FiscalYear.of(year), LocalDate.of(year + 1, 6, 30))
                .orElseThrow();
        return BudgetValidator.builder()
                .packs(pack)
                .threads(2)
                .maxFindingsPerRule(10)
                .build()
                .validate(Budgets.read(file, Layout.named(layout)));
    }

    /** {@return the exact number of defects of each rule that applied} */
    private static Map<String, Long> violations(ValidationReport report) {
        return report.ledger().stream()
                .filter(entry -> entry.outcome() != LedgerEntry.Outcome.NOT_APPLICABLE)
                .filter(entry -> entry.examined() + entry.undetermined() > 0)
                .collect(Collectors.toMap(entry -> entry.rule().id(), LedgerEntry::violated, Long::sum, TreeMap::new));
    }

    static Path data(String name) {
        String shared = System.getProperty("hrbudget.shared");
        Path data = shared != null ? Path.of(shared, "data") : beside();
        Assumptions.assumeTrue(
                data != null && Files.isRegularFile(data.resolve(name)),
                () -> "no real data: shared/data/" + name + " is not beside the repository (-Dhrbudget.shared=FOLDER)");
        return data.resolve(name);
    }

    private static Path beside() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return null;
    }
}
