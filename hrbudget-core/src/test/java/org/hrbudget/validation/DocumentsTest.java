package org.hrbudget.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hrbudget.io.DocumentType;
import org.hrbudget.io.Input;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.ListedActionSummary;
import org.hrbudget.validation.internal.facts.GoalFact;
import org.hrbudget.validation.internal.facts.LinkFact;
import org.hrbudget.validation.internal.facts.UnitFact;
import org.junit.jupiter.api.Test;

/** What becomes of the documents that units file beside their budget. */
class DocumentsTest {

    private static final HumanRightsProgramme PROGRAMME = HumanRightsProgramme.of(
            "test",
            List.of(new HumanRight("01", false, "Igualdad", "Equality")),
            List.of(action("01.01.01", 1), action("01.01.02", 2)));

    private static HrpAction action(String code, int sequence) {
        return new HrpAction(code, sequence, "01", "01.01", "Action", null, List.of(), false);
    }

    private static StubPack goalWithoutName() {
        return new StubPack()
                .rule(
                        "goal-without-name",
                        Severity.ERROR,
                        "Goal",
                        fact -> ((GoalFact) fact).name() == null,
                        "unitCode");
    }

    private static PhysicalGoal goal(long row, int year, String unit, String name) {
        return new PhysicalGoal(
                new Position("goals.csv", row),
                FiscalYear.of(year),
                unit,
                null,
                name,
                null,
                BigDecimal.TEN,
                Collections.nCopies(12, BigDecimal.ONE));
    }

    private static ListedAction listed(long row, String unit, String code) {
        return new ListedAction(new Position("list.csv", row), FiscalYear.of(2014), unit, code);
    }

    private static SpendingLine line(String unit, String... actions) {
        return SpendingLine.builder()
                .unit(new BudgetUnit(unit, null, null))
                .amount(AmountKind.APPROVED, new BigDecimal("10.00"))
                .links(Arrays.stream(actions).map(ActionLink::to).toList())
                .build();
    }

    private static Budget budget(SpendingLine... lines) {
        return Budget.builder(new BudgetHeader(
                        "mx-test", FiscalYear.of(2014), "MXN", null, BudgetPhase.APPROVED, BudgetHeader.Scope.UNIT))
                .promises(Set.of(DataItem.UNIT_CODE, DataItem.APPROVED, DataItem.LINKS))
                .lines(List.of(lines))
                .build();
    }

    private static ValidationReport withGoals(StubPack pack, PhysicalGoal... goals) {
        return BudgetValidator.builder()
                .packs(pack)
                .documents(DocumentType.GOALS.of("goals.csv", List.of(goals)))
                .build()
                .validate(budget(line("11CD01")));
    }

    private static LedgerEntry only(ValidationReport report) {
        assertThat(report.ledger()).hasSize(1);
        return report.ledger().get(0);
    }

    @Test
    void aFindingPointsAtTheRowOfTheDocument() {
        ValidationReport report =
                withGoals(goalWithoutName(), goal(2, 2014, "11CD01", "Courses"), goal(3, 2014, "11CD01", null));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.position()).isEqualTo(new Position("goals.csv", 3));
            assertThat(finding.unitCode()).isEqualTo("11CD01");
            assertThat(finding.column()).isNull();
        });
        assertThat(only(report).examined()).isEqualTo(2);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_COMPLIANT);
    }

    @Test
    void withoutTheDocumentARuleOnItIsNotJudgedAndSaysWhatToGive() {
        ValidationReport report = BudgetValidator.using(goalWithoutName()).validate(budget(line("11CD01")));

        assertThat(only(report).outcome()).isEqualTo(LedgerEntry.Outcome.UNDETERMINED);
        assertThat(only(report).reason().en())
                .isEqualTo("The units' physical goals were not given. Give them (--goals).");
        assertThat(only(report).reason().es())
                .isEqualTo("No se proporcionaron las metas físicas de las unidades. Proporciónelas (--goals).");
    }

    @Test
    void aSourceThatPromisesADocumentDoesNotGiveIt() {
        Budget budget = Budget.builder(new BudgetHeader(
                        "mx-test", FiscalYear.of(2014), "MXN", null, BudgetPhase.APPROVED, BudgetHeader.Scope.UNIT))
                .promises(Set.of(DataItem.UNIT_CODE, DataItem.APPROVED, DataItem.GOALS))
                .lines(List.of(line("11CD01")))
                .build();

        assertThat(only(BudgetValidator.using(goalWithoutName()).validate(budget))
                        .outcome())
                .isEqualTo(LedgerEntry.Outcome.UNDETERMINED);
    }

    @Test
    void rowsOfAnotherYearAreToldAndNotUsed() {
        ValidationReport report = withGoals(
                goalWithoutName(),
                goal(2, 2014, "11CD01", "Courses"),
                goal(3, 2013, "11CD01", null),
                goal(4, 2013, "11CD01", null));

        assertThat(only(report).examined()).isEqualTo(1);
        assertThat(report.findings()).isEmpty();
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.subject()).isEqualTo("goals.csv");
            assertThat(problem.message().in(Locale.ENGLISH))
                    .startsWith("2 rows")
                    .contains("row 3, of 2013", "2014");
        });
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void aDocumentOfAnotherYearAltogetherCountsAsNotGiven() {
        StubPack pack = new StubPack()
                .rule(
                        "unit-without-goal",
                        Severity.ERROR,
                        "UnitSummary",
                        fact -> ((UnitFact) fact).goals() == 0,
                        "goals");

        ValidationReport report = withGoals(pack, goal(2, 2013, "11CD01", "Courses"));

        assertThat(only(report).outcome()).isEqualTo(LedgerEntry.Outcome.UNDETERMINED);
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void anEmptyDocumentSaysThatNoUnitFiledAnything() {
        StubPack pack = new StubPack()
                .rule(
                        "unit-without-goal",
                        Severity.ERROR,
                        "UnitSummary",
                        fact -> ((UnitFact) fact).goals() == 0,
                        "goals");

        assertThat(withGoals(pack).findings()).extracting(Finding::unitCode).containsExactly("11CD01");
        assertThat(withGoals(pack, goal(2, 2014, "11CD01", "Courses")).findings())
                .isEmpty();
        assertThat(withGoals(pack, goal(2, 2014, "09PD01", "Courses")).findings())
                .hasSize(1);
    }

    @Test
    void aRowOfAUnitThatTheBudgetLacksStaysVisible() {
        StubPack pack = new StubPack()
                .rule("unit-unknown", Severity.WARNING, "Goal", fact -> !((GoalFact) fact).unitKnown(), "unitCode");

        assertThat(withGoals(pack, goal(2, 2014, "11CD01", "A"), goal(3, 2014, "09PD01", "B"))
                        .findings())
                .extracting(Finding::unitCode)
                .containsExactly("09PD01");
    }

    @Test
    void aGoalThatLacksWhatARuleRequiresLeavesItUndetermined() {
        StubPack pack =
                new StubPack().rule("quantity", Severity.ERROR, "Goal", fact -> false, "quantity", "monthsTotal");
        PhysicalGoal open = new PhysicalGoal(
                new Position("goals.csv", 2),
                FiscalYear.of(2014),
                "11CD01",
                null,
                "A",
                null,
                BigDecimal.ONE,
                PhysicalGoal.NO_MONTHS);

        assertThat(only(withGoals(pack, open)).outcome()).isEqualTo(LedgerEntry.Outcome.UNDETERMINED);
    }

    @Test
    void theDocumentsAreInputsOfTheReport() {
        assertThat(withGoals(goalWithoutName(), goal(2, 2014, "11CD01", "A")).inputs())
                .extracting(Input.Account::name)
                .endsWith("goals.csv")
                .hasSize(2);
    }

    private static ValidationReport withList(StubPack pack, List<ListedAction> list, SpendingLine... lines) {
        return BudgetValidator.builder()
                .programme(PROGRAMME)
                .packs(pack)
                .documents(DocumentType.UNIT_ACTIONS.of("list.csv", list))
                .build()
                .validate(budget(lines));
    }

    @Test
    void anActionIsLinkedByALineOfItsOwnUnitOnly() {
        StubPack pack = new StubPack()
                .rule(
                        "listed-not-linked",
                        Severity.ERROR,
                        "ListedAction",
                        fact -> !((ListedActionSummary) fact).linked(),
                        "linked");
        List<ListedAction> list = List.of(
                listed(2, "11CD01", "01.01.01"), listed(3, "11CD01", "01.01.02"), listed(4, "09PD01", "01.01.02"));

        ValidationReport report = withList(pack, list, line("11CD01", "01.01.01"), line("09PD01", "01.01.02"));

        assertThat(report.findings()).extracting(Finding::position).containsExactly(new Position("list.csv", 3));
    }

    @Test
    void aListedActionThatTheProgrammeLacksIsUnknownAndNeitherLinkedNorNot() {
        StubPack pack = new StubPack()
                .rule(
                        "listed-unknown",
                        Severity.ERROR,
                        "ListedAction",
                        fact -> !((ListedActionSummary) fact).known(),
                        "known")
                .rule("listed-not-linked", Severity.ERROR, "ListedAction", fact -> true, "linked");

        ValidationReport report = withList(pack, List.of(listed(2, "11CD01", "99.99.99")), line("11CD01", "99.99.99"));

        assertThat(report.findings()).extracting(Finding::ruleId).containsExactly("listed-unknown");
        assertThat(report.ledger().get(1).examined()).isZero();
    }

    @Test
    void aLinkIsListedWhereTheListOfItsUnitHasTheAction() {
        StubPack pack = new StubPack()
                .rule("link-unlisted", Severity.ERROR, "ActionLink", fact -> !((LinkFact) fact).listed(), "listed");
        List<ListedAction> list = List.of(listed(2, "11CD01", "01.01.01"));

        assertThat(withList(pack, list, line("11CD01", "01.01.01")).findings()).isEmpty();
        assertThat(withList(pack, list, line("11CD01", "01.01.02")).findings()).hasSize(1);
    }

    @Test
    void aLinkByNumberIsFoundOnTheListByItsCode() {
        StubPack pack = new StubPack()
                .rule("link-unlisted", Severity.ERROR, "ActionLink", fact -> !((LinkFact) fact).listed(), "listed");
        SpendingLine byNumber = SpendingLine.builder()
                .unit(new BudgetUnit("11CD01", null, null))
                .amount(AmountKind.APPROVED, BigDecimal.ONE)
                .links(List.of(new ActionLink(null, 1, null, null, null)))
                .build();

        ValidationReport report = withList(pack, List.of(listed(2, "11CD01", "01.01.01")), byNumber);

        assertThat(report.findings()).isEmpty();
        assertThat(only(report).examined()).isEqualTo(1);
    }

    @Test
    void aLinkOfAUnitWithoutAListCannotBeJudged() {
        StubPack pack = new StubPack()
                .rule("link-unlisted", Severity.ERROR, "ActionLink", fact -> !((LinkFact) fact).listed(), "listed");

        ValidationReport report = withList(pack, List.of(listed(2, "09PD01", "01.01.01")), line("11CD01", "01.01.01"));

        assertThat(only(report).outcome()).isEqualTo(LedgerEntry.Outcome.UNDETERMINED);
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        StubPack pack = new StubPack()
                .rule("link-unlisted", Severity.ERROR, "ActionLink", fact -> !((LinkFact) fact).listed(), "listed")
                .rule(
                        "goal-without-name",
                        Severity.ERROR,
                        "Goal",
                        fact -> ((GoalFact) fact).name() == null,
                        "unitCode");
        SpendingLine[] lines = new SpendingLine[5_000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = line("unit" + i % 7, i % 3 == 0 ? "01.01.01" : "01.01.02");
        }
        List<ListedAction> list =
                List.of(listed(2, "unit0", "01.01.01"), listed(3, "unit1", "01.01.02"), listed(4, "unit2", "01.01.02"));
        List<ValidationReport> reports = java.util.stream.Stream.of(1, 4)
                .map(threads -> BudgetValidator.builder()
                        .programme(PROGRAMME)
                        .packs(pack)
                        .threads(threads)
                        .documents(DocumentType.UNIT_ACTIONS.of("list.csv", list))
                        .documents(DocumentType.GOALS.of("goals.csv", List.of(goal(9, 2014, "unit3", null))))
                        .build()
                        .validate(budget(lines)))
                .toList();

        assertThat(reports.get(1)).isEqualTo(reports.get(0));
    }
}
