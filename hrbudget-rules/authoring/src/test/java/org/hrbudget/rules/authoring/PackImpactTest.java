package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.DocumentType;
import org.hrbudget.io.Input;
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
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.authoring.ImpactReport.OfRule.CauseKind;
import org.hrbudget.rules.authoring.ImpactReport.OfRule.Shift;
import org.hrbudget.rules.internal.packs.Drafts;
import org.hrbudget.validation.ComparedReports;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class PackImpactTest {

    private static final FiscalYear YEAR = FiscalYear.of(2011);
    private static final RulePack LAW = RulePacks.load("mx-cmx", "2011.2");
    private static final HumanRightsProgramme PROGRAMME = HumanRightsProgramme.of(
            "test",
            List.of(new HumanRight("01", false, "Salud", "Health"), new HumanRight("02", false, "Agua", "Water")),
            List.of(action("01.01.01", 1), action("02.01.01", 2)));

    @TempDir
    Path folder;

    @Test
    void aPackAgainstItselfChangesNothing() {
        ImpactReport.OfBudget.Impact same = impact(LAW, LAW, line("11CD01", "100"), line("12CD01", "50"));
        assertThat(same.changed()).isFalse();
        assertThat(same.rules()).isEmpty();
        assertThat(same.effect()).isEqualTo(ComparedReports.Effect.NONE);
    }

    @Test
    void aHardenedSeverityChangesTheVerdictOfItsUnitsOnly() {
        RulePack before = RulePacks.load("mx-cmx", "2010.1");
        ImpactReport.OfBudget.Impact outcome =
                impact(before, LAW, line("11CD01", "100"), line("12CD01", "50", "01.01.01"), line("11CD01", "7.50"));
        ImpactReport.OfRule rule = rule(outcome, "line-names-no-action");
        assertThat(rule.shift()).isEqualTo(Shift.WEIGHS_OTHERWISE);
        assertThat(rule.causes()).extracting(ImpactReport.OfRule.Cause::kind).containsExactly(CauseKind.SEVERITY);
        assertThat(rule.effect()).isEqualTo(effect(0, 0, 2, 2, "107.50"));
        assertThat(outcome.before()).isEqualTo(Verdict.COMPLIANT);
        assertThat(outcome.after()).isEqualTo(Verdict.NOT_COMPLIANT);
        assertThat(outcome.unitsThatChangeVerdict())
                .extracting(ImpactReport.OfUnit::unitCode)
                .containsExactly("11CD01");
    }

    /** Where the law before was only held up to the year, its errors were warnings there, whatever the reform says of them. */
    @Test
    void aYearThatTheReformGovernsAndTheLawBeforeWasHeldUpToChangesTheVerdict() throws IOException {
        FiscalYear year = FiscalYear.of(2012);
        ImpactReport.OfBudget.Impact outcome = impact(LAW, reform("", Map.of()), year)
                .on("budget", source(year, line("11CD01", "100"), line("12CD01", "50", "01.01.01")))
                .read()
                .orElseThrow();
        assertThat(rule(outcome, "line-names-no-action").shift()).isEqualTo(Shift.WEIGHS_OTHERWISE);
        assertThat(outcome.before()).isEqualTo(Verdict.COMPLIANT);
        assertThat(outcome.after()).isEqualTo(Verdict.NOT_COMPLIANT);
    }

    @Test
    void aRuleThatEndsIsNotTakenForACuredDefect() throws IOException {
        RulePack after = reform("repeals=line-names-no-action", Map.of("coverage.csv", """
                        section,title_en,title_es,status,rules,note_en,note_es,source
                        policy-framework:actions-of-each-line,T,T,open,,Repealed.,Derogado.,a test
                        manual-2011:cross-cutting:human-rights,T,T,open,,Repealed.,Derogado.,a test
                        reasons,T,T,encoded,no-action-without-reason reason-says-nothing reasons-of-one-word,,,a test
                        """));
        ImpactReport.OfBudget.Impact outcome =
                impact(LAW, after, line("11CD01", "100"), line("12CD01", "50", "01.01.01"));
        ImpactReport.OfRule rule = rule(outcome, "line-names-no-action");
        assertThat(rule.shift()).isEqualTo(Shift.ENDS_BITING);
        assertThat(rule.after()).isNull();
        assertThat(rule.causes()).extracting(ImpactReport.OfRule.Cause::kind).containsExactly(CauseKind.ENDED);
        assertThat(outcome.before()).isEqualTo(Verdict.NOT_COMPLIANT);
        assertThat(outcome.after()).isEqualTo(Verdict.COMPLIANT);
        assertThat(outcome.effect()).isEqualTo(effect(0, 1, 0, 1, "100.00"));
    }

    @Test
    void aRuleThatLosesItsDataSaysThatItNoLongerAppliesAndWhy() throws IOException {
        RulePack after = reform(
                "",
                Map.of(
                        "actions-of-each-line.drl",
                        drl("line-names-no-action", "links.empty, noActionReason == null, paid != null")));
        ImpactReport.OfBudget.Impact outcome = impact(LAW, after, line("11CD01", "100"));
        ImpactReport.OfRule rule = rule(outcome, "line-names-no-action");
        assertThat(rule.shift()).isEqualTo(Shift.NO_LONGER_APPLIES);
        assertThat(rule.causes()).extracting(ImpactReport.OfRule.Cause::kind).containsExactly(CauseKind.CONDITION);
        assertThat(rule.after()).isNotNull();
        assertThat(rule.after().reason()).isNotNull();
        assertThat(rule.effect().lost()).isEqualTo(1);
    }

    @Test
    void documentsOfUnitsAreJudgedToo() {
        String frameworks = """
                fiscal_year,unit,development_objective,general_section,equality_section
                2016,11CD01,An objective,Said,Said
                """;
        PackImpact impact = PackImpact.of(
                        RulePacks.load("mx-cmx", "2015.1"), RulePacks.load("mx-cmx", "2016.1"), FiscalYear.of(2016))
                .with(validator -> validator.documents(DocumentType.POLICY_FRAMEWORKS.read(Input.of(
                        "frameworks.csv",
                        () -> new ByteArrayInputStream(frameworks.getBytes(StandardCharsets.UTF_8))))))
                .build();
        String budget = "unit_code,fiscal_year,approved\n11CD01,2016,1.00\n";
        ImpactReport.OfBudget on = impact.on(
                "budget",
                Budgets.reading(Input.of(
                                "budget.csv", () -> new ByteArrayInputStream(budget.getBytes(StandardCharsets.UTF_8))))
                        .source());

        assertThat(on.outcome()).isNotNull();
        assertThat(rule(on.outcome(), "framework-rights-unanswered").effect().gained())
                .isEqualTo(1);
        assertThat(on.outcome().rules())
                .extracting(ImpactReport.OfRule::ruleId)
                .contains("framework-equality-unanswered", "framework-general-unanswered");
        assertThat(rule(on.outcome(), "framework-general-unanswered").effect().gained())
                .isZero();
    }

    @Test
    void aConditionThatTheDefectNoLongerMeetsIsACure() throws IOException {
        RulePack after = reform(
                "",
                Map.of(
                        "actions-of-each-line.drl",
                        drl("line-names-no-action", "links.empty, noActionReason == null, linkedAmount < 0")));
        ImpactReport.OfBudget.Impact outcome = impact(LAW, after, line("11CD01", "100"));
        assertThat(rule(outcome, "line-names-no-action").shift()).isEqualTo(Shift.CURED);
    }

    @Test
    void dataThatIsMissingHalfwayLeavesTheRuleAndItsUnitsOpen() throws IOException {
        RulePack after = reform(
                "",
                Map.of(
                        "actions-of-each-line.drl",
                        drl("line-names-no-action", "links.empty, noActionReason == null, programmeCode != null")));
        ImpactReport.OfBudget.Impact outcome = impact(
                LAW, after, line("11CD01", "100", "01.01.01").programmeCode("E001"), line("12CD01", "50", "01.01.01"));
        assertThat(rule(outcome, "line-names-no-action").shift()).isEqualTo(Shift.LEFT_OPEN);
        assertThat(outcome.after()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(outcome.unitsThatChangeVerdict()).singleElement().satisfies(unit -> {
            assertThat(unit.unitCode()).isEqualTo("12CD01");
            assertThat(unit.after().verdict()).isEqualTo(Verdict.UNDETERMINED);
        });
    }

    @Test
    void anotherLimitIsNamedWithBothValues() throws IOException {
        RulePack after = reform("", Map.of("parameters.csv", """
                        code,value,unit,legal-basis
                        reference-unit-linking-rate,0.5,ratio,outcome-2011:unit-linking-rate
                        """));
        ImpactReport.OfBudget.Impact outcome = impact(
                LAW, after, line("11CD01", "100", "01.01.01"), line("12CD01", "50", "02.01.01"), reasoned("13CD01"));
        ImpactReport.OfRule rule = rule(outcome, "unit-linking-rate-below-reference");
        assertThat(rule.shift()).isEqualTo(Shift.CURED);
        assertThat(rule.causes())
                .extracting(cause -> cause.text().en())
                .containsExactly("limit reference-unit-linking-rate 0.75 → 0.5");
        assertThat(outcome.effect()).as("found of the whole budget: no line").isEqualTo(effect(0, 1, 0, 0, "0.00"));
        assertThat(outcome.units()).isEmpty();
    }

    @Test
    void rightsAreThoseOfTheLinesWhoseFindingsChange() {
        RulePack before = RulePacks.load("mx-cmx", "2010.1");
        ImpactReport.OfBudget.Impact outcome = impact(
                before,
                LAW,
                line("11CD01", "100", "01.01.01").functionalCode("9.9.9"),
                line("11CD01", "40", "01.01.01", "02.01.01").functionalCode("9.9.9"),
                line("12CD01", "50", "02.01.01").functionalCode("1.2.4"));
        assertThat(outcome.rights().stream()
                        .collect(Collectors.toMap(right -> right.right().code(), ImpactReport.OfRight::effect)))
                .isEqualTo(Map.of("01", effect(2, 0, 0, 2, "140.00"), "02", effect(1, 0, 0, 1, "40.00")));
        assertThat(outcome.effect().amount()).isEqualByComparingTo("140.00");
    }

    @Test
    void aYearThatAPackDoesNotGovernLeavesNoVerdictOpenAndIsTold() {
        FiscalYear early = FiscalYear.of(2010);
        PackImpact impact = impact(RulePacks.load("mx-cmx", "2010.1"), LAW, early);
        ImpactReport.OfBudget budget = impact.on("b", source(early, line("11CD01", "100", "01.01.01")));
        assertThat(budget.read()).get().satisfies(outcome -> {
            assertThat(outcome.before()).isEqualTo(Verdict.COMPLIANT);
            assertThat(outcome.after()).isEqualTo(Verdict.COMPLIANT);
        });
        assertThat(ImpactReport.of(impact, List.of(budget)).notGoverning())
                .singleElement()
                .isEqualTo(LAW.manifest());
    }

    @Test
    void aBudgetOfAnotherYearThanAskedIsNotWhole() {
        PackImpact impact = PackImpact.of(LAW, LAW, YEAR).build();
        assertThat(impact.on("b", source(FiscalYear.of(2012), line("11CD01", "1")))
                        .whole())
                .isFalse();
        assertThat(impact.on("b", source(YEAR, line("11CD01", "1"))).whole()).isTrue();
    }

    @Test
    void oneUnreadableBudgetStaysInTheReportAndStopsNoOther() {
        PackImpact impact = PackImpact.of(LAW, LAW, YEAR).programme(PROGRAMME).build();
        BudgetSource broken = () -> {
            throw new BudgetReadException(new Bilingual("no such file", "no existe"), null);
        };
        ImpactReport report = ImpactReport.of(
                impact, List.of(impact.on("broken", broken), impact.on("fine", source(YEAR, line("11CD01", "1")))));
        assertThat(report.budgets()).hasSize(2);
        assertThat(report.outcomes()).hasSize(1);
        assertThat(report.notWhole()).get().satisfies(budget -> {
            assertThat(budget.name()).isEqualTo("broken");
            assertThat(budget.unread()).isEqualTo(new Bilingual("no such file", "no existe"));
        });
    }

    /** Beside the lines without an action, the one budget of more than one unit links too few of them, which is no line's. */
    @Test
    void sumsOfSeveralBudgetsKeepCurrenciesApart() {
        RulePack before = RulePacks.load("mx-cmx", "2010.1");
        PackImpact impact = impact(before, LAW, YEAR);
        ImpactReport.OfBudget one = impact.on("one", source(YEAR, line("11CD01", "100")));
        ImpactReport.OfBudget two = impact.on("two", source(YEAR, line("11CD01", "30"), line("12CD01", "5")));
        ImpactReport.OfBudget dollars = impact.on("dollars", source(YEAR, "USD", line("11CD01", "9")));
        ImpactReport report = ImpactReport.of(impact, List.of(one, two, dollars));
        assertThat(report.sums())
                .extracting(ImpactReport.Sum::currency, ImpactReport.Sum::effect)
                .containsExactly(tuple("MXN", effect(1, 0, 3, 3, "135.00")), tuple("USD", effect(0, 0, 1, 1, "9.00")));
        assertThat(report.rules())
                .filteredOn(rule -> rule.ruleId().equals("line-names-no-action"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.effect().reweighed()).isEqualTo(4));
    }

    @Test
    void packsOfDifferentJurisdictionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PackImpact.of(LAW, RulePacks.load("mx-fed", "2011.1"), YEAR))
                .withMessageContaining("mx-fed 2011.1");
    }

    private static ImpactReport.OfBudget.Impact impact(RulePack before, RulePack after, SpendingLine.Builder... lines) {
        return impact(before, after, YEAR)
                .on("budget", source(YEAR, lines))
                .read()
                .orElseThrow();
    }

    /** With everything that a duty of the year needs; nothing was funded the year before. */
    private static PackImpact impact(RulePack before, RulePack after, FiscalYear year) {
        Baseline baseline = Baseline.of(
                FiscalYear.of(year.value() - 1),
                List.of(new Baseline.FundedAction("11CD01", "01.01.01", BigDecimal.ZERO.setScale(2), null)));
        return PackImpact.of(before, after, year)
                .programme(PROGRAMME)
                .with(validator -> validator.baseline(baseline))
                .build();
    }

    private static ImpactReport.OfRule rule(ImpactReport.OfBudget.Impact outcome, String id) {
        return outcome.rules().stream()
                .filter(rule -> rule.ruleId().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + outcome.rules()));
    }

    /** A reform of the law of 2011, in a folder of its own, for a year that no other pack governs. */
    private RulePack reform(String repeals, Map<String, String> files) throws IOException {
        Files.writeString(folder.resolve("pack.properties"), """
                jurisdiction=mx-cmx
                version=2030.1
                amends=2011.2
                title=Reform
                title_es=Reforma
                instrument=Reform
                fiscal-years=2008
                %s
                """.formatted(repeals));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return Drafts.load(folder);
    }

    private static String drl(String id, String condition) {
        return """
                rule "%s"
                    @severity("ERROR")
                    @legalBasis("policy-framework:actions-of-each-line")
                when
                    SpendingLine( %s )
                then
                end
                """.formatted(id, condition);
    }

    private static ComparedReports.Effect effect(long gained, long lost, long reweighed, long lines, String amount) {
        return new ComparedReports.Effect(gained, lost, reweighed, lines, new BigDecimal(amount));
    }

    private static HrpAction action(String code, int sequence) {
        return new HrpAction(code, sequence, code.substring(0, 2), code.substring(0, 5), code, null, List.of(), false);
    }

    private static SpendingLine.Builder line(String unit, String amount, String... actions) {
        return SpendingLine.builder()
                .unit(new BudgetUnit(unit, null, null))
                .objectCode("1131")
                .identifierDigit("1")
                .resultStructure(new ResultStructure("04", "01", "001"))
                .amount(AmountKind.APPROVED, new BigDecimal(amount))
                .links(Stream.of(actions).map(ActionLink::to).toList());
    }

    private static SpendingLine.Builder reasoned(String unit) {
        return line(unit, "1").noActionReason("none applies");
    }

    private static BudgetSource source(FiscalYear year, SpendingLine.Builder... lines) {
        return source(year, "MXN", lines);
    }

    private static BudgetSource source(FiscalYear year, String currency, SpendingLine.Builder... lines) {
        List<SpendingLine> built =
                Stream.of(lines).map(SpendingLine.Builder::build).toList();
        long units = built.stream().map(SpendingLine::unit).distinct().count();
        BudgetHeader header = new BudgetHeader(
                "mx-cmx",
                year,
                currency,
                null,
                BudgetPhase.APPROVED,
                units == 1 ? BudgetHeader.Scope.UNIT : BudgetHeader.Scope.WHOLE);
        Budget carried = Budget.builder(header).lines(built).build();
        Set<DataItem> promises = EnumSet.of(DataItem.LINKS, DataItem.NO_ACTION_REASON);
        promises.addAll(carried.promises());
        return BudgetSource.of(
                Budget.builder(header).lines(built).promises(promises).build());
    }
}
