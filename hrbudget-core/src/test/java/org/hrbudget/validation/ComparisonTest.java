package org.hrbudget.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hrbudget.io.BudgetSource;
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
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.internal.facts.UnitFact;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

    private static final HumanRightsProgramme PROGRAMME = HumanRightsProgramme.of(
            "test",
            List.of(
                    new HumanRight("01", false, "Salud", "Health"),
                    new HumanRight("02", false, "Agua", "Water"),
                    new HumanRight("03", false, "Voto", "Vote")),
            List.of(action("01.01.01", 1), action("01.01.02", 2), action("02.01.01", 3), action("03.01.01", 4)));

    /** Two lines above 50 of unit A, one of them linked to two rights; one above 10 of unit B; one of no unit above 50. */
    private static final Budget BUDGET = budget(
            line("A", "100", "01.01.01", "01.01.02"),
            line("A", "60.50", "01.01.01", "02.01.01"),
            line("B", "20", "03.01.01"),
            line("B", "5"),
            line(null, "70"));

    @Test
    void aPackAgainstItselfChangesNothing() {
        ComparedReports.Alternative same = compare(above(50, Severity.ERROR), above(50, Severity.ERROR), BUDGET, 1);
        assertThat(same.difference())
                .isEqualTo(new ComparedReports.Difference(
                        ComparedReports.Effect.NONE, Map.of(), Map.of(), Map.of(), List.of()));
        assertThat(same.unitsAfter()).isEqualTo(same.unitsBefore());
    }

    @Test
    void aLowerLimitGainsTheLinesBetweenTheTwo() {
        ComparedReports.Difference difference = compare(above(50, Severity.ERROR), above(10, Severity.ERROR), BUDGET, 1)
                .difference();
        assertThat(difference.whole()).isEqualTo(effect(1, 0, 0, 1, "20.00"));
        assertThat(difference.byUnit()).isEqualTo(Map.of("B", effect(1, 0, 0, 1, "20.00")));
        assertThat(difference.byRight()).isEqualTo(Map.of("03", effect(1, 0, 0, 1, "20.00")));
    }

    @Test
    void aLineWithSeveralChangesCountsOnceInTheWholeAndOnceForEachRight() {
        StubPack before = above(1_000, Severity.ERROR).rule("also", Severity.INFO, "SpendingLine", fact -> false);
        StubPack after =
                above(50, Severity.ERROR).rule("also", Severity.INFO, "SpendingLine", fact -> amount(fact, 60));
        ComparedReports.Difference difference =
                compare(before, after, BUDGET, 1).difference();
        assertThat(difference.whole()).isEqualTo(effect(6, 0, 0, 3, "230.50"));
        assertThat(difference.byRule())
                .isEqualTo(Map.of("above", effect(3, 0, 0, 3, "230.50"), "also", effect(3, 0, 0, 3, "230.50")));
        assertThat(difference.byUnit())
                .isEqualTo(Map.of("", effect(2, 0, 0, 1, "70.00"), "A", effect(4, 0, 0, 2, "160.50")));
        assertThat(difference.byRight())
                .isEqualTo(Map.of("01", effect(4, 0, 0, 2, "160.50"), "02", effect(2, 0, 0, 1, "60.50")));
    }

    @Test
    void anotherSeverityWeighsTheSameFindingsOtherwise() {
        ComparedReports.Alternative harder = compare(above(50, Severity.WARNING), above(50, Severity.ERROR), BUDGET, 1);
        assertThat(harder.difference().whole()).isEqualTo(effect(0, 0, 3, 3, "230.50"));
        assertThat(harder.difference().gained())
                .extracting(ComparedReports.Difference.Gained::before)
                .containsOnly(Severity.WARNING)
                .hasSize(3);
        assertThat(harder.unitsBefore().get("A").verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(harder.unitsAfter().get("A").verdict()).isEqualTo(Verdict.NOT_COMPLIANT);
        assertThat(harder.unitsAfter().get("B").verdict()).isEqualTo(Verdict.COMPLIANT);
    }

    @Test
    void theWayBackIsTheMirror() {
        ComparedReports.Difference there = compare(above(50, Severity.ERROR), above(10, Severity.ERROR), BUDGET, 1)
                .difference();
        ComparedReports.Difference back = compare(above(10, Severity.ERROR), above(50, Severity.ERROR), BUDGET, 1)
                .difference();
        assertThat(back.whole()).isEqualTo(effect(0, 1, 0, 1, "20.00"));
        assertThat(back.byRight().keySet()).isEqualTo(there.byRight().keySet());
        assertThat(back.gained()).isEmpty();
    }

    @Test
    void whatIsFoundOfAUnitTouchesNoLine() {
        StubPack after = above(1_000, Severity.ERROR)
                .rule("small", Severity.ERROR, "UnitSummary", fact -> ((UnitFact) fact).lines() == 2);
        ComparedReports.Difference difference =
                compare(above(1_000, Severity.ERROR), after, BUDGET, 1).difference();
        assertThat(difference.byUnit())
                .isEqualTo(Map.of("A", effect(1, 0, 0, 0, "0.00"), "B", effect(1, 0, 0, 0, "0.00")));
    }

    @Test
    void aRepeatedKeyTouchesItsLineOnceThoughItIsFoundLast() {
        Budget twins = budget(line("A", "60"), line("A", "60", "01.01.01"), line("A", "60"));
        StubPack after = above(50, Severity.ERROR).rule("repeated", Severity.WARNING, "RepeatedKey", fact -> true);
        ComparedReports.Difference difference =
                compare(above(1_000, Severity.ERROR), after, twins, 1).difference();
        assertThat(difference.whole()).isEqualTo(effect(5, 0, 0, 3, "180.00"));
        assertThat(difference.byRule().get("repeated")).isEqualTo(effect(2, 0, 0, 2, "120.00"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    @Tag("thorough")
    void threadsMakeNoDifference(int threads) {
        List<SpendingLine.Builder> lines = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            lines.add(line("U" + i % 7, i % 97 + ".25", "0" + (i % 3 + 1) + ".01.01"));
        }
        Budget budget = budget(lines.toArray(SpendingLine.Builder[]::new));
        StubPack after = above(30, Severity.WARNING).rule("repeated", Severity.INFO, "RepeatedKey", fact -> true);
        assertThat(compare(above(50, Severity.ERROR), after, budget, threads))
                .isEqualTo(compare(above(50, Severity.ERROR), after, budget, 1));
    }

    @Test
    void theCapKeepsTheFirstFindingsAndTheNumbersStayExact() {
        StubPack before = above(1_000, Severity.ERROR);
        StubPack after = above(50, Severity.ERROR);
        ComparedReports.Difference difference = BudgetValidator.builder()
                .packs(before)
                .maxFindingsPerRule(1)
                .build()
                .compare(BudgetSource.of(BUDGET), List.of(after))
                .alternatives()
                .get(0)
                .difference();
        assertThat(difference.gained())
                .singleElement()
                .satisfies(
                        gained -> assertThat(gained.finding().position().row()).isEqualTo(1));
        assertThat(difference.whole().gained()).isEqualTo(3);
    }

    @Test
    void missingDataLeavesTheUnitOpen() {
        StubPack after = above(1_000, Severity.ERROR)
                .rule("key", Severity.ERROR, "SpendingLine", fact -> false, "functionalCode");
        Budget budget = budget(line("A", "1").functionalCode("1.2.4"), line("B", "1"));
        ComparedReports.Alternative open = compare(above(1_000, Severity.ERROR), after, budget, 1);
        assertThat(open.unitsAfter().get("A").verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(open.unitsAfter().get("B").verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(open.report().verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void aFailedRuleLeavesEveryUnitOpenThatItMayBeAbout() {
        assertThat(verdictsWithAFailingRuleOn("UnitSummary")).containsOnly(Verdict.UNDETERMINED);
        assertThat(verdictsWithAFailingRuleOn("RepeatedKey")).containsOnly(Verdict.UNDETERMINED);
        assertThat(verdictsWithAFailingRuleOn("BudgetSummary")).containsOnly(Verdict.COMPLIANT);
    }

    private static List<Verdict> verdictsWithAFailingRuleOn(String subject) {
        StubPack after = above(1_000, Severity.ERROR).rule("breaks", Severity.ERROR, subject, fact -> {
            throw new IllegalStateException("broken");
        });
        return compare(above(1_000, Severity.ERROR), after, BUDGET, 1).unitsAfter().values().stream()
                .map(ValidationReport.UnitStanding::verdict)
                .toList();
    }

    @Test
    void theReportIsThatOfAValidationAlone() {
        StubPack before = above(50, Severity.ERROR);
        BudgetValidator validator = BudgetValidator.using(PROGRAMME, before);
        assertThat(validator
                        .compare(BudgetSource.of(BUDGET), List.of(above(10, Severity.WARNING)))
                        .report())
                .isEqualTo(validator.validate(BUDGET));
    }

    @Test
    void aPackOfAnotherJurisdictionTakesNoPlace() {
        RulePack stranger = new StrangerPack(above(1, Severity.ERROR));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BudgetValidator.using(above(1, Severity.ERROR))
                        .compare(BudgetSource.of(BUDGET), List.of(stranger)))
                .withMessageContaining("mx-other");
    }

    @Test
    void aYearAskedForIsNoProblemOfThePackAndOneTheBudgetContradictsIs() {
        StubPack pack = above(1_000, Severity.ERROR);
        Budget old = Budget.builder(new BudgetHeader(
                        "mx-test", FiscalYear.of(1999), "MXN", null, BudgetPhase.APPROVED, BudgetHeader.Scope.UNIT))
                .line(line("A", "1").build())
                .build();
        assertThat(BudgetValidator.using(pack).validate(old).verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(asked(pack, 1999).validate(old).verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(asked(pack, 2000).validate(old).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().en()).contains("1999", "2000"));
    }

    private static BudgetValidator asked(RulePack pack, int year) {
        return BudgetValidator.builder()
                .packs(pack)
                .fiscalYear(FiscalYear.of(year))
                .build();
    }

    private static ComparedReports.Alternative compare(RulePack before, RulePack after, Budget budget, int threads) {
        return BudgetValidator.builder()
                .programme(PROGRAMME)
                .packs(before)
                .threads(threads)
                .build()
                .compare(BudgetSource.of(budget), List.of(after))
                .alternatives()
                .get(0);
    }

    private static ComparedReports.Effect effect(long gained, long lost, long reweighed, long lines, String amount) {
        return new ComparedReports.Effect(gained, lost, reweighed, lines, new BigDecimal(amount));
    }

    private static StubPack above(int limit, Severity severity) {
        return new StubPack().rule("above", severity, "SpendingLine", fact -> amount(fact, limit));
    }

    private static boolean amount(Object fact, int limit) {
        return ((LineFact) fact).amount().compareTo(BigDecimal.valueOf(limit)) > 0;
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

    private static Budget budget(SpendingLine.Builder... lines) {
        Budget.Builder budget =
                Budget.builder(new BudgetHeader("mx-test", FiscalYear.of(2011), "MXN", null, BudgetPhase.APPROVED));
        for (SpendingLine.Builder line : lines) {
            budget.line(line.build());
        }
        return budget.build();
    }

    /** The same pack under another flag. */
    record StrangerPack(StubPack pack) implements RulePack {

        @Override
        public PackManifest manifest() {
            PackManifest own = pack.manifest();
            return new PackManifest(
                    "mx-other",
                    own.binds(),
                    own.version(),
                    own.amends(),
                    own.title(),
                    own.instrument(),
                    own.currency(),
                    own.published(),
                    own.inForceFrom(),
                    own.inForceTo(),
                    own.firstFiscalYear(),
                    own.lastFiscalYear(),
                    own.lastExtrapolatedYear(),
                    own.sha256(),
                    null);
        }

        @Override
        public List<Rule> rules() {
            return pack.rules();
        }

        @Override
        public Catalogues catalogues() {
            return pack.catalogues();
        }

        @Override
        public RuleEvaluation evaluate(Rule.Scope scope, Collection<? extends Fact> facts) {
            return pack.evaluate(scope, facts);
        }
    }
}
