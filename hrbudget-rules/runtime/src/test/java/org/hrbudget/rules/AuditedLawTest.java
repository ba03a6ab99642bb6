package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Small correct budgets that the packs once accused (decision 0007). The files are not part of the project; without them the tests
 * are skipped.
 */
class AuditedLawTest {

    private static final Path CASES = Path.of("../../../shared/cases/law");
    private static final Path PROGRAMME = Path.of(
            "../../hrbudget-examples/cli/src/main/resources/org/hrbudget/cli/samples/mexico-city-2011/programme.csv");

    @Test
    void aRightNamedOtherwiseIsNoErrorAndIsShownAsTheProgrammeNamesIt() {
        ValidationReport report = validate("rights-2011.csv", 2011);

        assertThat(rows(report, "named-right-disagrees")).isEmpty();
        assertThat(rows(report, "named-right-unrecognised")).containsExactly(2L, 6L);
        assertThat(report.violations(Severity.ERROR)).isZero();
        assertThat(report.findings())
                .filteredOn(finding -> finding.ruleId().equals("named-right-unrecognised"))
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message(Locale.ENGLISH)).contains("Igualdad y no discriminación");
                });
    }

    @Test
    void whereNoReasonCanBeGivenALineThatNamesNoActionIsUndetermined() {
        ValidationReport report = validate("no-reason-column-2012.csv", 2012);

        assertThat(rows(report, "line-names-no-action")).isEmpty();
        assertThat(report.violations(Severity.ERROR)).isZero();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.packs())
                .singleElement()
                .satisfies(pack -> assertThat(pack.selected().map(PackManifest.Selection::reason))
                        .contains(PackManifest.Selection.Reason.EXTRAPOLATED));
    }

    @Test
    void rowsOfChaptersAreNoConceptsAndTheStructureIsAskedForWhereTheFormHasIt() {
        ValidationReport report = validate("s18-epcg-2011.csv", 2011);

        assertThat(rows(report, "object-concept-unknown")).isEmpty();
        assertThat(rows(report, "result-structure-incomplete")).isEmpty();
        assertThat(report.violations(Severity.ERROR)).isZero();
    }

    @Test
    void aDifferenceThatRoundingExplainsIsAWarning() {
        ValidationReport report = validate("rounded-2015.csv", 2015);

        assertThat(rows(report, "modified-disagrees")).isEmpty();
        assertThat(rows(report, "modified-rounded")).containsExactly(2L);
        assertThat(report.findings())
                .filteredOn(finding -> finding.ruleId().equals("modified-rounded"))
                .allMatch(finding -> finding.severity() == Severity.WARNING);
    }

    @Test
    void codesOfTheNextProgrammeAreNotJudgedByTheCatalogueOfTheLast() {
        ValidationReport report = validate("pdhcm-2016.csv", 2016);

        assertThat(report.findings().stream().map(Finding::ruleId))
                .doesNotContain(
                        "action-code-malformed",
                        "action-unknown",
                        "linked-action-not-listed",
                        "programme-code-after-its-era",
                        "unit-links-nothing");
        assertThat(report.violations(Severity.ERROR)).isZero();
    }

    private static ValidationReport validate(String name, int year) {
        Path file = CASES.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "The case " + name + " is not at hand.");
        RulePack pack = RulePacks.select("mx-cmx", FiscalYear.of(year), LocalDate.of(year, 12, 31))
                .orElseThrow();
        return BudgetValidator.builder()
                .packs(pack)
                .programme(Programmes.read(PROGRAMME))
                .build()
                .validate(Budgets.reading(Input.of(file))
                        .layout(Layout.named("hrbudget"))
                        .jurisdiction("mx-cmx")
                        .fiscalYear(FiscalYear.of(year))
                        .source());
    }

    private static List<Long> rows(ValidationReport report, String rule) {
        return report.findings().stream()
                .filter(finding -> finding.ruleId().equals(rule))
                .map(finding -> finding.position().row())
                .toList();
    }
}
