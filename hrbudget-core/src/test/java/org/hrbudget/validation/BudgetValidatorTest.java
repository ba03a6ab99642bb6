package org.hrbudget.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.validation.internal.facts.LineFact;
import org.junit.jupiter.api.Test;

class BudgetValidatorTest {

    @Test
    void aBudgetWithoutDefectIsCompliant() {
        ValidationReport report = validate(overspent(Severity.ERROR), budget(line("100", "100")));
        assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(only(report.ledger()).outcome()).isEqualTo(LedgerEntry.Outcome.SATISFIED);
    }

    @Test
    void anErrorMakesABudgetNotCompliantAndAWarningDoesNot() {
        Budget budget = budget(line("100", "100.01"));
        assertThat(validate(overspent(Severity.ERROR), budget).verdict()).isEqualTo(Verdict.NOT_COMPLIANT);
        assertThat(validate(overspent(Severity.WARNING), budget).verdict()).isEqualTo(Verdict.COMPLIANT);
    }

    @Test
    void aProblemThatTheCallerKnowsLeavesComplianceOpenAndNothingElse() {
        ValidationReport.Problem problem = new ValidationReport.Problem(
                ValidationReport.Problem.ProblemKind.INPUT,
                "mx-cmx",
                new Bilingual("A unit is missing.", "Falta una unidad."));
        ValidationReport sound = validate(overspent(Severity.ERROR), budget(line("100", "100")));
        ValidationReport faulty = validate(overspent(Severity.ERROR), budget(line("100", "100.01")));

        assertThat(sound.leftOpenBy(problem).verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(sound.leftOpenBy(problem).problems())
                .containsOnlyOnce(problem)
                .containsAll(sound.problems());
        assertThat(faulty.leftOpenBy(problem).verdict()).isEqualTo(Verdict.NOT_COMPLIANT);
        assertThat(sound.leftOpenBy(problem))
                .usingRecursiveComparison()
                .ignoringFields("verdict", "problems")
                .isEqualTo(sound);
    }

    /** A table of several years is not a budget of one of them: its sums would be of all. */
    @Test
    void linesOfOtherYearsThatNoRuleAsksAboutLeaveComplianceOpen() {
        FiscalYear year = budget(line("1", "1")).header().fiscalYear();
        Budget ofTwoYears = budget(
                BudgetPhase.EXERCISED,
                EnumSet.allOf(DataItem.class),
                line("100", "100").toBuilder().fiscalYear(year).build(),
                line("100", "100").toBuilder().fiscalYear(year.previous()).build());
        StubPack asking = overspent(Severity.ERROR)
                .rule("of-other-year", Severity.ERROR, "SpendingLine", fact -> false, "fiscalYear");

        ValidationReport report = validate(overspent(Severity.ERROR), ofTwoYears);

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(only(report.problems()).message().en())
                .startsWith("1 of 2 lines state another fiscal year than " + year);
        assertThat(validate(asking, ofTwoYears).problems()).isEmpty();
    }

    @Test
    void aFindingCitesItsLineItsUnitAndItsValues() {
        Finding finding = only(validate(overspent(Severity.ERROR), budget(line("1000", "1234567.5")))
                .findings());
        assertThat(finding.message(Locale.forLanguageTag("es"))).isEqualTo("overspent en 11CD01, renglón 1");
        assertThat(finding.details().get("exercised").text()).isEqualTo("1234567.50");
        assertThat(finding.details().get("exercised").shown(Locale.ENGLISH)).isEqualTo("1,234,567.50");
    }

    @Test
    void aRuleWhoseDataNobodyPromisesDoesNotApplyAndSaysWhy() {
        StubPack pack = overspent(Severity.ERROR).rule("unpaid", Severity.ERROR, "SpendingLine", fact -> true, "paid");
        LedgerEntry entry = validate(pack, budget(line("1", "1"))).ledger().get(1);
        assertThat(entry.outcome()).isEqualTo(LedgerEntry.Outcome.NOT_APPLICABLE);
        assertThat(entry.reason().en()).contains("paid");
    }

    @Test
    void aSourceThatPromisesAProgrammeDoesNotGiveOne() {
        StubPack pack = overspent(Severity.ERROR).rule("unlinked", Severity.ERROR, "ActionLink", fact -> true, "known");
        Budget budget = Budget.builder(header(BudgetPhase.EXERCISED))
                .promises(EnumSet.allOf(DataItem.class))
                .line(line("1", "1").toBuilder()
                        .links(List.of(ActionLink.to("01.01.01")))
                        .build())
                .build();
        LedgerEntry entry = validate(pack, budget).ledger().get(1);
        assertThat(entry.outcome()).isEqualTo(LedgerEntry.Outcome.UNDETERMINED);
        assertThat(entry.reason().en()).contains("programme");
    }

    @Test
    void amountsOfLaterPhasesAreNotShownToRules() {
        Budget decree = Budget.builder(header(BudgetPhase.APPROVED))
                .line(line("100", "0"))
                .build();
        StubPack pack = overspent(Severity.ERROR).rule("no-unit", Severity.ERROR, "SpendingLine", fact -> false);
        LedgerEntry entry = validate(pack, decree).ledger().get(0);
        assertThat(entry.outcome()).isEqualTo(LedgerEntry.Outcome.NOT_APPLICABLE);
        assertThat(entry.reason().en()).contains("approval").contains("exercised");
    }

    @Test
    void missingPromisedDataLeavesTheVerdictUndetermined() {
        ValidationReport report = validate(overspent(Severity.ERROR), budget(line("100", "100"), line("100", null)));
        LedgerEntry entry = only(report.ledger());
        assertThat(entry.outcome()).isEqualTo(LedgerEntry.Outcome.UNDETERMINED);
        assertThat(entry.examined()).isEqualTo(1);
        assertThat(entry.undetermined()).isEqualTo(1);
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void aViolatedDutyDoesNotHideThatOtherLinesCouldNotBeJudged() {
        ValidationReport report =
                validate(overspent(Severity.WARNING).duty("overspent"), budget(line("1", "2"), line("100", null)));
        assertThat(only(report.ledger()).outcome()).isEqualTo(LedgerEntry.Outcome.VIOLATED);
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.openDuties()).isEqualTo(report.ledger());
    }

    @Test
    void whatIsNoDutyMayStayUnjudgedAndIsCounted() {
        ValidationReport report = validate(overspent(Severity.WARNING), budget(line("1", "2"), line("100", null)));
        assertThat(only(report.ledger()).undetermined()).isEqualTo(1);
        assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
    }

    @Test
    void aDutyWhoseDataIsNotGivenLeavesTheVerdictOpenAndSaysWhatToGive() {
        ValidationReport report = validate(
                overspent(Severity.ERROR), budget(BudgetPhase.EXERCISED, Set.of(DataItem.APPROVED), line("1", null)));
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(only(report.openDuties()).reason().en())
                .contains("exercised amount")
                .contains("Add");
    }

    @Test
    void aDutyWithoutASubjectLeavesNothingOpen() {
        StubPack pack = new StubPack()
                .rule("unknown", Severity.ERROR, "ActionLink", fact -> true, "known")
                .rule("sound", Severity.ERROR, "SpendingLine", fact -> false);
        ValidationReport report = validate(
                pack, budget(BudgetPhase.EXERCISED, Set.of(DataItem.APPROVED, DataItem.LINKS), line("1", null)));
        assertThat(report.ledger().get(0).outcome()).isEqualTo(LedgerEntry.Outcome.NOT_APPLICABLE);
        assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
    }

    @Test
    void aLineWithoutItsMoneyLeavesTheVerdictOpen() {
        StubPack pack = new StubPack().rule("sound", Severity.ERROR, "SpendingLine", fact -> false);
        ValidationReport one = validate(pack, budget(line("1", "1"), line(null, "1")));
        ValidationReport all = validate(pack, budget(line(null, "1"), line(null, "1")));
        assertThat(one.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(only(one.problems()).message().en()).contains("A line lacks the approved amount");
        assertThat(only(all.problems()).message().en()).contains("No line has the approved amount");
    }

    @Test
    void whoseBudgetItIsAndInWhichCurrencyAgreesWithThePack() {
        StubPack pack = new StubPack().rule("sound", Severity.ERROR, "SpendingLine", fact -> false);
        BudgetHeader other = new BudgetHeader(
                "mx-fed", FiscalYear.of(2011), "USD", null, BudgetPhase.EXERCISED, BudgetHeader.Scope.UNIT);
        ValidationReport report =
                validate(pack, Budget.builder(other).line(line("1", "1")).build());
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.problems())
                .extracting(problem -> problem.message().en())
                .satisfiesExactly(
                        jurisdiction ->
                                assertThat(jurisdiction).contains("mx-test").contains("mx-fed"),
                        currency -> assertThat(currency).contains("MXN").contains("USD"));
    }

    @Test
    void aBudgetIsOfTheScopeItIsSaidToHave() {
        StubPack pack = new StubPack().rule("sound", Severity.ERROR, "SpendingLine", fact -> false);
        SpendingLine ours = line("1", "1");
        SpendingLine theirs =
                ours.toBuilder().unit(new BudgetUnit("08CO01", null, null)).build();
        assertThat(only(validate(pack, scoped(BudgetHeader.Scope.WHOLE, ours)).problems())
                        .message()
                        .en())
                .contains("--scope unit");
        assertThat(only(validate(pack, scoped(BudgetHeader.Scope.UNIT, ours, theirs))
                                .problems())
                        .message()
                        .en())
                .contains("--scope whole");
        assertThat(validate(pack, scoped(BudgetHeader.Scope.WHOLE, ours, theirs))
                        .verdict())
                .isEqualTo(Verdict.COMPLIANT);
        assertThat(validate(pack, scoped(BudgetHeader.Scope.UNIT, ours)).verdict())
                .isEqualTo(Verdict.COMPLIANT);
    }

    @Test
    void unitsOfTheBaselineThatDidNotFileAreNamed() {
        StubPack pack = new StubPack().rule("sound", Severity.ERROR, "SpendingLine", fact -> false);
        Baseline baseline = Baseline.of(
                FiscalYear.of(2010),
                List.of(
                        new Baseline.FundedAction("08CO01", "01.01.01", BigDecimal.TEN, null),
                        new Baseline.FundedAction("11CD01", "01.01.01", BigDecimal.TEN, null)));
        SpendingLine ours = line("1", "1");
        SpendingLine theirs =
                ours.toBuilder().unit(new BudgetUnit("12XX01", null, null)).build();
        ValidationReport report = BudgetValidator.builder()
                .packs(pack)
                .baseline(baseline)
                .build()
                .validate(scoped(BudgetHeader.Scope.WHOLE, ours, theirs));
        assertThat(only(report.problems()).message().en()).contains("08CO01").doesNotContain("11CD01");
    }

    private static Budget scoped(BudgetHeader.Scope scope, SpendingLine... lines) {
        return Budget.builder(
                        new BudgetHeader("mx-test", FiscalYear.of(2011), "MXN", null, BudgetPhase.EXERCISED, scope))
                .lines(List.of(lines))
                .build();
    }

    private static Budget budget(BudgetPhase phase, Set<DataItem> promises, SpendingLine... lines) {
        return Budget.builder(header(phase))
                .promises(promises)
                .lines(List.of(lines))
                .build();
    }

    @Test
    void aRuleThatFailsIsNamedAndTheOthersStillAnswer() {
        StubPack pack = new StubPack()
                .rule("broken", Severity.ERROR, "SpendingLine", fact -> {
                    throw new IllegalStateException("division by zero");
                })
                .rule("sound", Severity.WARNING, "SpendingLine", fact -> true);
        ValidationReport report = validate(pack, budget(line("1", "1")));
        assertThat(report.ledger())
                .extracting(LedgerEntry::outcome)
                .containsExactly(LedgerEntry.Outcome.UNDETERMINED, LedgerEntry.Outcome.VIOLATED);
        assertThat(only(report.problems()).message().en()).contains("broken").contains("division by zero");
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void whatAPersonMustJudgeIsNeitherSatisfiedNorViolated() {
        StubPack pack = new StubPack().rule("look", Severity.REVIEW, "SpendingLine", fact -> true);
        ValidationReport report = validate(pack, budget(line("1", "1")));
        assertThat(only(report.ledger()).outcome()).isEqualTo(LedgerEntry.Outcome.REVIEW);
        assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
    }

    @Test
    void aBudgetWithoutLinesIsUndetermined() {
        ValidationReport report = validate(overspent(Severity.ERROR), budget());
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.problems())
                .extracting(ValidationReport.Problem::kind)
                .contains(ValidationReport.Problem.ProblemKind.INPUT);
    }

    @Test
    void aBudgetNoRuleAppliesToIsUndetermined() {
        StubPack pack = new StubPack().rule("unpaid", Severity.ERROR, "SpendingLine", fact -> true, "paid");
        ValidationReport report = validate(pack, budget(line("1", "1")));
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(only(report.problems()).kind()).isEqualTo(ValidationReport.Problem.ProblemKind.PACK);
    }

    @Test
    void aRejectedRowLeavesTheVerdictUndetermined() {
        ValidationReport report =
                BudgetValidator.using(overspent(Severity.ERROR)).validate(() -> new OneLineReader(line("1", "1"), 1));
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void aPackThatDoesNotGovernTheFiscalYearLeavesTheVerdictUndetermined() {
        Budget old = Budget.builder(new BudgetHeader(
                        "mx-test", FiscalYear.of(1999), "MXN", null, BudgetPhase.EXERCISED, BudgetHeader.Scope.UNIT))
                .line(line("1", "1"))
                .build();
        ValidationReport report = validate(overspent(Severity.ERROR), old);
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(only(report.problems()).message().en()).contains("1999");
    }

    @Test
    void aBaselineOfActionsTheProgrammeLacksLeavesTheVerdictUndetermined() {
        HumanRight right = new HumanRight("01", false, "Igualdad", "Equality");
        HumanRightsProgramme programme = HumanRightsProgramme.of("Test", List.of(right), List.of());
        Baseline baseline =
                Baseline.of(FiscalYear.of(2010), List.of(new Baseline.FundedAction("09.09.09", BigDecimal.TEN, null)));
        ValidationReport report = BudgetValidator.builder()
                .programme(programme)
                .baseline(baseline)
                .packs(overspent(Severity.ERROR))
                .build()
                .validate(budget(line("1", "1")));
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(only(report.problems()).message().en()).contains("09.09.09");
    }

    @Test
    void aBaselineOfAnyYearButTheOneBeforeLeavesTheVerdictUndetermined() {
        for (int year : new int[] {2009, 2010, 2011}) {
            ValidationReport report = BudgetValidator.builder()
                    .packs(overspent(Severity.ERROR))
                    .baseline(Baseline.of(FiscalYear.of(year), List.of()))
                    .build()
                    .validate(budget(line("100", "100")));
            assertThat(report.verdict()).isEqualTo(year == 2010 ? Verdict.COMPLIANT : Verdict.UNDETERMINED);
        }
    }

    @Test
    void aBudgetNoLineOfWhichIsOfItsYearIsUndetermined() {
        SpendingLine of2010 =
                line("1", "1").toBuilder().fiscalYear(FiscalYear.of(2010)).build();
        ValidationReport wrong = validate(overspent(Severity.ERROR), budget(of2010, of2010));
        assertThat(wrong.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(only(wrong.problems()).message().en()).contains("No line is of fiscal year 2011");
    }

    @Test
    void findingsAreCappedToTheFirstLinesAndTotalsStayExact() {
        List<SpendingLine> lines = new ArrayList<>();
        for (int row = 1; row <= 9; row++) {
            lines.add(line("1", "2").toBuilder()
                    .position(new Position("b.csv", row))
                    .build());
        }
        Collections.shuffle(lines, new Random(1));
        ValidationReport report = BudgetValidator.builder()
                .packs(overspent(Severity.ERROR))
                .maxFindingsPerRule(2)
                .build()
                .validate(budget(lines.toArray(SpendingLine[]::new)));
        assertThat(report.findings())
                .extracting(finding -> finding.position().row())
                .containsExactly(1L, 2L);
        assertThat(report.truncated()).isTrue();
        assertThat(report.violations(Severity.ERROR)).isEqualTo(9);
    }

    @Test
    void aValidatorNeedsAPackAndEachJurisdictionOnce() {
        assertThatIllegalArgumentException().isThrownBy(BudgetValidator::using).withMessageContaining("Maybe");
        StubPack pack = overspent(Severity.ERROR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BudgetValidator.using(pack, pack))
                .withMessageContaining("mx-test");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BudgetValidator.builder().threads(0));
    }

    @Test
    void amountsAndSharesAreShownAlikeInBothLanguages() {
        assertThat(Finding.Detail.grouped(new BigDecimal("-1234567.5"))).isEqualTo("-1,234,567.50");
        assertThat(Finding.Detail.grouped(new BigDecimal("-123"))).isEqualTo("-123.00");
        assertThat(Finding.Detail.percent(new BigDecimal("0.75"))).isEqualTo("75 %");
        assertThat(Finding.Detail.percent(new BigDecimal("0.021559"))).isEqualTo("2.16 %");
        assertThat(Finding.Detail.percent(BigDecimal.ONE)).isEqualTo("100 %");
        assertThat(Finding.Detail.of(Finding.Detail.Type.AMOUNT, null).shown(Locale.ENGLISH))
                .isEqualTo("—");
    }

    static StubPack overspent(Severity severity) {
        return new StubPack()
                .rule(
                        "overspent",
                        severity,
                        "SpendingLine",
                        fact -> ((LineFact) fact).exercised().compareTo(((LineFact) fact).approved()) > 0,
                        "approved",
                        "exercised");
    }

    static ValidationReport validate(RulePack pack, Budget budget) {
        return BudgetValidator.using(pack).validate(budget);
    }

    static BudgetHeader header(BudgetPhase phase) {
        return new BudgetHeader("mx-test", FiscalYear.of(2011), "MXN", null, phase, BudgetHeader.Scope.UNIT);
    }

    static Budget budget(SpendingLine... lines) {
        return Budget.builder(header(BudgetPhase.EXERCISED))
                .promises(Set.of(DataItem.UNIT_CODE, DataItem.APPROVED, DataItem.EXERCISED))
                .lines(List.of(lines))
                .build();
    }

    static SpendingLine line(String approved, String exercised) {
        SpendingLine.Builder line = SpendingLine.builder().unit(new BudgetUnit("11CD01", null, null));
        if (approved != null) {
            line.amount(AmountKind.APPROVED, new BigDecimal(approved));
        }
        return (exercised == null ? line : line.amount(AmountKind.EXERCISED, new BigDecimal(exercised))).build();
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
