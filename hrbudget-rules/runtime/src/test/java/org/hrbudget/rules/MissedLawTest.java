package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.hrbudget.io.Baselines;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Small budgets that the packs once let pass, or accused wrongly. The files are not part of the project; without them the tests
 * are skipped.
 */
class MissedLawTest {

    private static final Path CASES = Path.of("../../../shared/cases");
    private static final Path PROGRAMME = Path.of(
            "../../hrbudget-examples/cli/src/main/resources/org/hrbudget/cli/samples/mexico-city-2011/programme.csv");

    @Test
    void reasonsThatSayNothingAreForAPerson() {
        ValidationReport report = validator(2011)
                .validate(reading("verdict/empty-reasons.csv", 2011).source());

        assertThat(at(report, "reason-says-nothing")).containsExactlyInAnyOrder(2L, 3L, 4L);
        assertThat(report.findings())
                .filteredOn(finding -> finding.ruleId().equals("reason-says-nothing"))
                .allMatch(finding -> finding.severity() == Severity.REVIEW);
        assertThat(at(report, "line-names-no-action")).isEmpty();
    }

    @Test
    void noAplicaInPlaceOfAnActionIsAStatementOfWhichTheReasonIsAskedFor() {
        ValidationReport report =
                validator(2011).validate(reading("law/noaplica-2011.csv", 2011).source());

        assertThat(at(report, "no-action-without-reason")).containsExactly(2L);
        assertThat(at(report, "action-code-malformed")).isEmpty();
        assertThat(at(report, "action-unknown")).isEmpty();
        assertThat(at(report, "line-names-no-action")).isEmpty();
        assertThat(report.violations(Severity.ERROR)).isZero();
    }

    @Test
    void amountsAndSharesTogetherTakeNoMoreThanTheLineAndWholeLinesAreCounted() {
        ValidationReport report =
                validator(2011).validate(reading("law/mixed-2011.csv", 2011).source());

        assertThat(at(report, "linked-parts-above-line")).containsExactly(2L);
        assertThat(at(report, "linked-amounts-above-line")).isEmpty();
        assertThat(at(report, "linked-shares-above-one")).isEmpty();
        // 20.00 of the first line, and the second once more.
        assertThat(report.summaries().budget().overlappingLines()).isEqualTo(2);
        assertThat(report.summaries().budget().overlap()).isEqualByComparingTo("120.00");
        assertThat(report.indicators())
                .filteredOn(indicator -> indicator.id().equals("AM4"))
                .singleElement()
                .satisfies(indicator -> assertThat(indicator.value()).isEqualByComparingTo("120.00"));
    }

    @Test
    void noStageIsBelowZero() {
        ValidationReport report =
                validator(2015).validate(reading("law/negative-2015.csv", 2015).source());

        assertThat(report.findings().stream().map(Finding::ruleId))
                .contains(
                        "modified-negative",
                        "committed-negative",
                        "accrued-negative",
                        "exercised-negative",
                        "paid-negative");
    }

    @Test
    void anActionCutToACentavoIsForAPerson() {
        ValidationReport report = validator(2011)
                .validate(reading("law/cut-2011.csv", 2011)
                        .baseline(Baselines.read(given("law/base10.csv")))
                        .source());

        assertThat(report.findings())
                .filteredOn(finding -> finding.ruleId().equals("funded-action-cut"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.REVIEW);
                    assertThat(finding.details().get("code").text()).isEqualTo("01.01.01");
                });
    }

    @Test
    void aReasonInTheFileOfLinksCounts() {
        Input links = Input.of(
                "links.csv",
                () -> new ByteArrayInputStream(
                        "line,no_action_reason\n3,Servicio de la deuda\n".getBytes(StandardCharsets.UTF_8)));
        Budgets.Reading reading = reading("law/no-reason-column-2012.csv", 2012).links(links);

        assertThat(at(validator(2012).validate(reading.source()), "line-names-no-action"))
                .isEmpty();
    }

    private static List<Long> at(ValidationReport report, String rule) {
        return report.findings().stream()
                .filter(finding -> finding.ruleId().equals(rule))
                .map(finding -> finding.position().row())
                .toList();
    }

    private static BudgetValidator validator(int year) {
        return BudgetValidator.builder()
                .packs(RulePacks.select("mx-cmx", FiscalYear.of(year), LocalDate.of(2026, 11, 29))
                        .orElseThrow())
                .programme(Programmes.read(PROGRAMME))
                .build();
    }

    private static Budgets.Reading reading(String name, int year) {
        return Budgets.reading(Input.of(given(name)))
                .layout(Layout.named("hrbudget"))
                .jurisdiction("mx-cmx")
                .fiscalYear(FiscalYear.of(year));
    }

    private static Path given(String name) {
        Path file = CASES.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "The case " + name + " is not at hand.");
        return file;
    }
}
