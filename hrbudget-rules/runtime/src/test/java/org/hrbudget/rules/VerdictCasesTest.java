package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Layout;
import org.hrbudget.io.Programmes;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Budget;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.report.TextReport;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small budgets whose verdict could once be emptied by leaving the subject out. The files are not part of the project; without them
 * the tests are skipped.
 */
class VerdictCasesTest {

    private static final Path CASES = Path.of("../../../shared/cases");
    private static final Path PROGRAMME = Path.of(
            "../../hrbudget-examples/cli/src/main/resources/org/hrbudget/cli/samples/mexico-city-2011/programme.csv");

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void withoutAPlaceForActionsTheDutyOfTheYearIsOpenAndSaidBeforeTheFindings(String language) throws Exception {
        ValidationReport report = validate(2011, source("verdict/no-action-columns.csv"));

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(duty(report, "line-names-no-action").reason().en()).contains("action_1", "--links");
        StringBuilder text = new StringBuilder();
        TextReport.write(report, Locale.forLanguageTag(language), text);
        assertThat(text.substring(0, text.indexOf("--links")).lines().count()).isLessThanOrEqualTo(12);
    }

    @Test
    void aLineWithoutLinksIsOpenByEveryRoute() {
        BudgetSource file = source("verdict/one-line-without-links.json");
        List<SpendingLine> lines = new ArrayList<>();
        Budget.Builder memory;
        try (LineReader reader = file.open()) {
            memory = Budget.builder(reader.header());
            for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        ValidationReport asFile = validate(2011, file);
        ValidationReport inMemory =
                validate(2011, BudgetSource.of(memory.lines(lines).build()));

        assertThat(asFile.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(inMemory.verdict()).isEqualTo(asFile.verdict());
        assertThat(inMemory.ledger()).isEqualTo(asFile.ledger());
    }

    @Test
    void theOfficialHeadingIsReadAsActions() {
        ValidationReport report = validate(2011, source("verdict/official-heading.csv"));

        assertThat(entry(report, "line-names-no-action").examined()).isEqualTo(2);
        assertThat(entry(report, "action-code-malformed").examined()).isEqualTo(1);
    }

    @Test
    void actionsThatNobodyCanLookUpLeaveTheVerdictOpen() {
        ValidationReport report = validate(2011, source("verdict/invented-actions.csv"));

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(duty(report, "action-unknown").reason().en()).contains("--programme");
    }

    @Test
    void whereNoReasonCanStandALineWithoutActionsIsUndetermined() {
        ValidationReport report = validate(2012, source("law/no-reason-column-2012.csv"));

        LedgerEntry duty = entry(report, "line-names-no-action");
        assertThat(duty.outcome()).isEqualTo(LedgerEntry.Outcome.UNDETERMINED);
        assertThat(duty.examined()).isEqualTo(1);
        assertThat(duty.undetermined()).isEqualTo(1);
        assertThat(duty.violated()).isZero();
        assertThat(report.packs().get(0).selected().orElseThrow().reason())
                .isEqualTo(PackManifest.Selection.Reason.EXTRAPOLATED);
    }

    @Test
    void noTextBindsBeforeTheLatestDayOfItsChain() {
        PackManifest.Selection before = RulePacks.select("mx-cmx", FiscalYear.of(2013), LocalDate.of(2011, 5, 29))
                .selection();

        assertThat(before.version()).isNull();
        assertThat(before.reason()).isEqualTo(PackManifest.Selection.Reason.NOT_YET_IN_FORCE);
        assertThat(RulePacks.select("mx-cmx", FiscalYear.of(2013), LocalDate.of(2012, 11, 15))
                        .selection()
                        .version())
                .isEqualTo("2013.2");
    }

    /** Shares as published count a line of one link whole; what its links take is beside them. */
    @ParameterizedTest
    @CsvSource({"law/onecent-2011.csv, I01, 1", "law/wholeline-2011.csv, I02, 1"})
    void aShareThatACentavoBuysHasTheMoneyBesideIt(String name, String published, BigDecimal share) throws Exception {
        ValidationReport report = BudgetValidator.builder()
                .packs(RulePacks.select("mx-cmx", FiscalYear.of(2011), LocalDate.of(2010, 11, 15))
                        .orElseThrow())
                .programme(Programmes.read(PROGRAMME))
                .build()
                .validate(source(name));
        Map<String, BigDecimal> values = new TreeMap<>();
        report.indicators().stream()
                .filter(indicator -> indicator.value() != null)
                .forEach(indicator -> values.put(indicator.id(), indicator.value()));
        StringBuilder text = new StringBuilder();
        TextReport.write(report, Locale.forLanguageTag("es"), text);

        assertThat(values.get(published)).isEqualByComparingTo(share);
        assertThat(values.get("I03")).isLessThan(new BigDecimal("0.000001"));
        assertThat(text.indexOf("I02")).isPositive();
        assertThat(text.indexOf("I03", text.indexOf("I02"))).isPositive();
    }

    private static LedgerEntry entry(ValidationReport report, String rule) {
        return report.ledger().stream()
                .filter(entry -> entry.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static LedgerEntry duty(ValidationReport report, String rule) {
        assertThat(report.openDuties()).contains(entry(report, rule));
        return entry(report, rule);
    }

    private static BudgetSource source(String name) {
        Path file = CASES.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> file + " is not here");
        return Budgets.reading(file).layout(Layout.named("hrbudget")).source();
    }

    private static ValidationReport validate(int year, BudgetSource source) {
        return BudgetValidator.using(RulePacks.select("mx-cmx", FiscalYear.of(year), LocalDate.of(year - 1, 11, 15))
                        .orElseThrow())
                .validate(source);
    }
}
