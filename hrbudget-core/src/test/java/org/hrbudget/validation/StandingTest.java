package org.hrbudget.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.DocumentType;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.summary.RightSummary;
import org.hrbudget.summary.Summaries;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.internal.facts.LinkFact;
import org.hrbudget.validation.internal.facts.UnitFact;

/** How each unit stands, and how much of the money of each right stands on unfinished checks. */
class StandingTest {

    private static final HumanRightsProgramme PROGRAMME = HumanRightsProgramme.of(
            "test",
            List.of(new HumanRight("01", false, "Salud", "Health"), new HumanRight("02", false, "Agua", "Water")),
            List.of(action("01.01.01", 1), action("01.01.02", 2), action("02.01.01", 3)));

    @Example
    void aUnitIsJudgedByTheMeasureOfTheBudget() {
        StubPack pack = above(100)
                .rule("key", Severity.WARNING, "SpendingLine", fact -> false, "functionalCode")
                .duty("key");
        ValidationReport report = validate(
                pack,
                line("A", "100.01").functionalCode("1.2.4"),
                line("B", "100").functionalCode("1.2.4"),
                line("C", "5"),
                line("C", "7"),
                line("D", "500"),
                line(null, "999"));

        assertThat(verdicts(report))
                .isEqualTo(Map.of(
                        "A", Verdict.NOT_COMPLIANT,
                        "B", Verdict.COMPLIANT,
                        "C", Verdict.UNDETERMINED,
                        "D", Verdict.NOT_COMPLIANT));
        assertThat(report.units().get("C").undetermined()).isEqualTo(2);
        assertThat(report.units().get("D").findings()).isEqualTo(Map.of(Severity.ERROR, 1L));
    }

    @Example
    void whatIsNoDutyLeavesNoUnitOpen() {
        ValidationReport report = validate(
                above(100).rule("key", Severity.WARNING, "SpendingLine", fact -> false, "functionalCode"),
                line("A", "1").functionalCode("1.2.4"),
                line("B", "1"));

        assertThat(verdicts(report)).isEqualTo(Map.of("A", Verdict.COMPLIANT, "B", Verdict.COMPLIANT));
        assertThat(money(report.unjudged())).isEqualTo("0.00");
    }

    @Example
    void aDutyThatLacksItsColumnLeavesEveryUnitItWouldHaveJudgedOpen() {
        ValidationReport report = validate(
                above(100).rule("key", Severity.ERROR, "SpendingLine", fact -> false, "functionalCode"),
                line("A", "200", "01.01.01"),
                line("B", "1"));

        assertThat(verdicts(report)).isEqualTo(Map.of("A", Verdict.NOT_COMPLIANT, "B", Verdict.UNDETERMINED));
        assertThat(report.unjudged()).isEqualTo(report.summaries());
    }

    @Example
    void aDutyAboutTheWholeBudgetIsNoUnits() {
        StubPack pack = above(100).rule("drop", Severity.ERROR, "ActionSummary", fact -> false, "fundedLastYear");
        ValidationReport report = validate(pack, line("A", "1", "01.01.01"), line("B", "1"));

        assertThat(report.openDuties()).hasSize(1);
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(verdicts(report)).isEqualTo(Map.of("A", Verdict.COMPLIANT, "B", Verdict.COMPLIANT));
        assertThat(money(report.unjudged())).isEqualTo("0.00");
    }

    @Example
    void aDutyAboutUnitsThatLacksItsDocumentLeavesUnitsOpenAndNoMoney() {
        StubPack pack = above(100).rule("drop", Severity.ERROR, "UnitSummary", fact -> false, "newActions");
        ValidationReport report = validate(pack, line("A", "1", "01.01.01"), line("B", "1"));

        assertThat(verdicts(report)).isEqualTo(Map.of("A", Verdict.UNDETERMINED, "B", Verdict.UNDETERMINED));
        assertThat(money(report.unjudged())).isEqualTo("0.00");
    }

    @Example
    void aRuleOnLinesThatFailsLeavesEveryUnitAndAllMoneyOpen() {
        StubPack pack = above(100).rule("breaks", Severity.ERROR, "SpendingLine", fact -> {
            throw new IllegalStateException("broken");
        });
        ValidationReport report = validate(pack, line("A", "1"), line("B", "1"));

        assertThat(verdicts(report)).isEqualTo(Map.of("A", Verdict.UNDETERMINED, "B", Verdict.UNDETERMINED));
        assertThat(money(report.unjudged())).isEqualTo("2.00");
    }

    @Example
    void aPackThatDoesNotFitTheBudgetLeavesEveryUnitOpen() {
        Budget foreign = Budget.builder(
                        new BudgetHeader("mx-other", FiscalYear.of(2011), "MXN", null, BudgetPhase.APPROVED))
                .line(line("A", "1").build())
                .line(line("B", "1").build())
                .build();
        ValidationReport report = BudgetValidator.using(above(100)).validate(foreign);

        assertThat(verdicts(report)).isEqualTo(Map.of("A", Verdict.UNDETERMINED, "B", Verdict.UNDETERMINED));
    }

    /** 100 of the first line counts once though two packs leave it open, and its right 01 by each of its actions. */
    @Example
    void theUnjudgedShareHasEachLineOnceByTheSharesOfItsRight() {
        StubPack both = key().rule("link", Severity.ERROR, "ActionLink", fact -> false, "unitCode");
        ValidationReport report = validate(
                both,
                line("A", "100", "01.01.01", "02.01.01"),
                line("A", "30", "01.01.02").functionalCode("1.2.4"),
                line(null, "7.50", "01.01.01").functionalCode("1.2.4"),
                line("A", "-20", "02.01.01"),
                line("A", "4"));

        assertThat(byRight(report.summaries())).isEqualTo(Map.of("01", "137.50", "02", "80.00"));
        assertThat(byRight(report.unjudged())).isEqualTo(Map.of("01", "107.50", "02", "80.00"));
        assertThat(money(report.unjudged())).isEqualTo("91.50");
    }

    @Example
    void ofTwoPacksALineCountsOnceAndAnotherPackHasItsOwnOpenLines() {
        Budget budget = budget(
                line("A", "10", "01.01.01"),
                line("A", "200", "01.01.01").functionalCode("1.2.4").programmeCode("E001"));
        StubPack programme =
                new StubPack().rule("programme", Severity.ERROR, "SpendingLine", fact -> false, "programmeCode");
        BudgetValidator two = BudgetValidator.builder()
                .programme(PROGRAMME)
                .packs(key(), new ComparisonTest.StrangerPack(programme))
                .build();
        assertThat(byRight(two.validate(budget).unjudged())).isEqualTo(Map.of("01", "10.00", "02", "0.00"));

        ComparedReports compared =
                BudgetValidator.using(PROGRAMME, above(1_000)).compare(BudgetSource.of(budget), List.of(key()));
        assertThat(money(compared.report().unjudged())).isEqualTo("0.00");
        assertThat(money(compared.alternatives().get(0).report().unjudged())).isEqualTo("10.00");
        assertThat(verdicts(compared.alternatives().get(0).report())).isEqualTo(Map.of("A", Verdict.UNDETERMINED));
    }

    @Example
    void theMoneyOfNoRightIsToldByWhatItsLinesSay() {
        ValidationReport report = validate(
                above(1_000),
                line("A", "10", "01.01.01", "99.99.99"),
                line("A", "5", "99.99.99"),
                line("A", "3").noActionReason("Gasto de operación"),
                line("A", "2.25"));

        assertThat(document(report).budget().withoutRight())
                .isEqualTo(new ReportDocument.WithoutRight("10.25", "3.00", "2.25", "5.00"));
        assertThat(document(report).units().get(0).rights())
                .containsExactly(new ReportDocument.UnitRight("01", 1, "10.00"));
        assertThat(document(validate(above(1_000), line("A", "2.25"), line("A", "5", "99.99.99")))
                        .budget()
                        .withoutRight())
                .isEqualTo(new ReportDocument.WithoutRight("7.25", null, null, "5.00"));
    }

    @Example
    void whatWasNotGivenIsUnknownAndNotZero() {
        ReportDocument noProgramme =
                document(BudgetValidator.using(above(1_000)).validate(budget(line("A", "10", "01.01.01"))));
        ReportDocument noLinks = document(validate(above(1_000), line("A", "10")));

        for (ReportDocument document : List.of(noProgramme, noLinks)) {
            assertThat(document.budget().withoutRight()).isNull();
            assertThat(document.units()).singleElement().satisfies(unit -> {
                assertThat(unit.linkedLines()).isNull();
                assertThat(unit.attributedAmount()).isNull();
                assertThat(unit.rights()).isNull();
            });
        }
        assertThat(noLinks.rights().get(0))
                .isEqualTo(new ReportDocument.RightSum("01", "Health", false, 2, null, null, null, null));
    }

    @Example
    void aUnitWhoseDocumentsAloneAreThereIsAmongTheUnits() {
        StubPack pack = new StubPack().rule("goal", Severity.ERROR, "Goal", fact -> true, "unitCode");
        PhysicalGoal goal = new PhysicalGoal(
                new Position("goals.csv", 2),
                FiscalYear.of(2011),
                "Z",
                null,
                "Courses",
                null,
                BigDecimal.TEN,
                Collections.nCopies(12, BigDecimal.ONE));
        ReportDocument document = document(BudgetValidator.builder()
                .packs(pack)
                .documents(DocumentType.GOALS.of("goals.csv", List.of(goal)))
                .build()
                .validate(budget(line("A", "10"))));

        assertThat(document.units()).extracting(ReportDocument.UnitSum::code).containsExactly("A", "Z");
        assertThat(document.units().get(1).verdict()).isEqualTo(Verdict.NOT_COMPLIANT);
        assertThat(document.units().get(1).violated()).containsEntry(Severity.ERROR, 1L);
        assertThat(document.units().get(1).lines()).isZero();
    }

    private static ReportDocument document(ValidationReport report) {
        return ReportDocument.of(report, Locale.ENGLISH, Map.of());
    }

    @Property(tries = 200)
    void theWholeIsCompliantOnlyIfAllUnitsAreAndTheCountsAddUp(@ForAll long seed) {
        Random random = new Random(seed);
        List<SpendingLine> lines = lines(random);
        StubPack pack = new StubPack()
                .rule("line", severity(random), "SpendingLine", StandingTest::isOdd, "functionalCode")
                .rule(
                        "link",
                        severity(random),
                        "ActionLink",
                        fact -> isOdd(((LinkFact) fact).line()),
                        "attributedAmount")
                .rule("unit", severity(random), "UnitSummary", fact -> ((UnitFact) fact).lines() == 2)
                .rule("twice", severity(random), "RepeatedKey", fact -> true)
                .rule(
                        "right",
                        Severity.INFO,
                        "RightSummary",
                        fact -> ((RightSummary) fact).amount().signum() == 0)
                .duty("link");
        ValidationReport report = BudgetValidator.using(PROGRAMME, pack).validate(budget(lines));

        if (report.verdict() == Verdict.COMPLIANT) {
            assertThat(verdicts(report).values()).containsOnly(Verdict.COMPLIANT);
        }
        if (verdicts(report).containsValue(Verdict.NOT_COMPLIANT)) {
            assertThat(report.verdict()).isEqualTo(Verdict.NOT_COMPLIANT);
        }
        assertThat(ofUnits(report)).isEqualTo(ofLedger(report));
        long open = report.units().values().stream()
                .mapToLong(ValidationReport.UnitStanding::undetermined)
                .sum();
        assertThat(open)
                .isEqualTo(report.ledger().stream()
                        .filter(entry -> entry.rule().duty())
                        .mapToLong(LedgerEntry::undetermined)
                        .sum());
        boolean lineIsDuty = pack.rules().get(0).duty();
        Summaries.Tally unjudged = Summaries.Tally.of(BudgetPhase.APPROVED, PROGRAMME);
        lines.stream()
                .filter(line -> (lineIsDuty && line.functionalCode() == null)
                        || (!line.links().isEmpty() && line.amount(AmountKind.APPROVED) == null))
                .forEach(unjudged::add);
        if (report.ledger().stream().noneMatch(entry -> entry.rule().scope() == Rule.Scope.LINE && lacks(entry))) {
            assertThat(report.unjudged()).isEqualTo(unjudged.summaries(null));
        } else {
            assertThat(report.unjudged()).isEqualTo(report.summaries());
        }
    }

    /** A column that no line fills is not promised. */
    private static boolean lacks(LedgerEntry entry) {
        return entry.isOpenDuty() && entry.undetermined() == 0;
    }

    private static Map<Severity, Long> ofUnits(ValidationReport report) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        report.units()
                .values()
                .forEach(
                        unit -> unit.findings().forEach((severity, count) -> counts.merge(severity, count, Long::sum)));
        return counts;
    }

    private static Map<Severity, Long> ofLedger(ValidationReport report) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        report.ledger().stream()
                .filter(entry -> !entry.rule().id().equals("right") && entry.violated() > 0)
                .forEach(entry -> counts.merge(entry.rule().severity(), entry.violated(), Long::sum));
        return counts;
    }

    private static List<SpendingLine> lines(Random random) {
        boolean keys = random.nextBoolean();
        List<SpendingLine> lines = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            SpendingLine.Builder line = SpendingLine.builder()
                    .unit(new BudgetUnit("U" + random.nextInt(4), null, null))
                    .functionalCode(keys || random.nextInt(4) > 0 ? "1.2." + random.nextInt(3) : null)
                    .links(Stream.generate(() -> ActionLink.to("0" + (1 + random.nextInt(3)) + ".01.01"))
                            .limit(random.nextInt(3))
                            .toList());
            lines.add((random.nextInt(6) == 0 && !keys
                            ? line
                            : line.amount(AmountKind.APPROVED, BigDecimal.valueOf(random.nextInt(50) * 2L - 8)))
                    .build());
        }
        return lines;
    }

    private static Severity severity(Random random) {
        return List.of(Severity.values()).get(random.nextInt(Severity.values().length));
    }

    private static boolean isOdd(Object fact) {
        return "1.2.1".equals(((LineFact) fact).functionalCode());
    }

    private static Map<String, Verdict> verdicts(ValidationReport report) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        report.units().forEach((unit, standing) -> verdicts.put(unit, standing.verdict()));
        return verdicts;
    }

    private static Map<String, String> byRight(Summaries summaries) {
        Map<String, String> amounts = new TreeMap<>();
        summaries
                .rights()
                .forEach(right -> amounts.put(right.code(), right.amount().toPlainString()));
        return amounts;
    }

    private static String money(Summaries summaries) {
        return summaries.budget().amount().toPlainString();
    }

    private static StubPack key() {
        return new StubPack().rule("key", Severity.ERROR, "SpendingLine", fact -> false, "functionalCode");
    }

    private static StubPack above(int limit) {
        return new StubPack()
                .rule(
                        "above",
                        Severity.ERROR,
                        "SpendingLine",
                        fact -> ((LineFact) fact).amount().compareTo(BigDecimal.valueOf(limit)) > 0);
    }

    private static HrpAction action(String code, int sequence) {
        return new HrpAction(code, sequence, code.substring(0, 2), code.substring(0, 5), code, null, List.of(), false);
    }

    private static SpendingLine.Builder line(String unit, String amount, String... actions) {
        SpendingLine.Builder line = SpendingLine.builder()
                .amount(AmountKind.APPROVED, new BigDecimal(amount))
                .links(Stream.of(actions).map(ActionLink::to).toList());
        return unit == null ? line : line.unit(new BudgetUnit(unit, null, null));
    }

    private static ValidationReport validate(StubPack pack, SpendingLine.Builder... lines) {
        return BudgetValidator.using(PROGRAMME, pack).validate(budget(lines));
    }

    private static Budget budget(SpendingLine.Builder... lines) {
        return budget(Arrays.stream(lines).map(SpendingLine.Builder::build).toList());
    }

    private static Budget budget(List<SpendingLine> lines) {
        Budget.Builder budget =
                Budget.builder(new BudgetHeader("mx-test", FiscalYear.of(2011), "MXN", null, BudgetPhase.APPROVED));
        lines.forEach(budget::line);
        return budget.build();
    }
}
