package org.hrbudget.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Input;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.RulePacks;
import org.junit.jupiter.api.Test;

class RuleVerifierTest {

    private static final RuleVerifier MANUAL = RuleVerifier.of(RulePacks.load("mx-cmx", "2011.1"));
    private static final HumanRightsProgramme PROGRAMME = Programmes.read(Input.of(
            "programme.csv",
            () -> new ByteArrayInputStream("code,sequence,title\n01.01.01,1,Una\n".getBytes(StandardCharsets.UTF_8))));

    @Test
    void aLineAtTheLimitIsNoDefectAndOneAboveItIs() {
        RuleVerifier.Verification rule = MANUAL.verify("linked-amounts-above-line");

        rule.given("approved=100.00", "action_1=01.01.01", "action_1_amount=100.00")
                .findsNothing();
        rule.given("approved=100.00", "action_1=01.01.01", "action_1_amount=100.01")
                .finds(1);
    }

    @Test
    void theLinesAtFaultAreNamedByTheirOrder() {
        MANUAL.verify("identifier-digit-missing")
                .given("identifier_digit=1")
                .given("identifier_digit=")
                .given("object_code=1131")
                .findsInLines(2, 3);
    }

    @Test
    void theUnitsAtFaultAreNamedByTheirCode() {
        MANUAL.withProgramme(PROGRAMME)
                .verify("unit-links-nothing")
                .given("unit_code=11CD01", "action_1=01.01.01")
                .given("unit_code=12CD02")
                .findsInUnits("12CD02");
    }

    @Test
    void aRuleThatDoesNotApplyIsNotSilence() {
        RuleVerifier.Verification withoutProgramme =
                MANUAL.verify("action-unknown").given("action_1=99.99.99");

        withoutProgramme.doesNotApply();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(withoutProgramme::findsNothing)
                .withMessageContaining("UNDETERMINED")
                .withMessageContaining("programme");
    }

    @Test
    void aRuleWithNothingToExamineIsNotSilence() {
        RuleVerifier.Verification nothingLinked =
                MANUAL.withProgramme(PROGRAMME).verify("action-unknown").given("action_1=");

        nothingLinked.doesNotApply();
        assertThatExceptionOfType(AssertionError.class).isThrownBy(nothingLinked::findsNothing);
    }

    @Test
    void missingDataIsNotSilence() {
        RuleVerifier.Verification blank =
                MANUAL.verify("approved-negative").given("approved=1.00").given("approved=");

        blank.isUndetermined();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(blank::findsNothing)
                .withMessageContaining("UNDETERMINED");
    }

    @Test
    void aFailedCheckShowsWhatWasGivenSaidAndExpectedAndTheRule() {
        RuleVerifier.Verification rule = MANUAL.verify("linked-shares-above-one")
                .given("action_1=01.01.01", "action_1_share=0.6", "action_2=01.01.02", "action_2_share=0.4001");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.finds(2))
                .withMessage("""
                        The rule "linked-shares-above-one" of mx-cmx 2011.1 was expected to find 2 defects.
                        It said: VIOLATED, examined 1, defects 1, not to be judged 0
                          line 1: %s [linkedShare=1.0001, whole=1]
                        Given (fiscal year 2011, phase approved):
                          line 1: fiscal_year=2011, unit_code=11CD01, approved=100.00, action_1=01.01.01, \
                        action_1_share=0.6, action_2=01.01.02, action_2_share=0.4001
                        The rule's condition:
                        %s
                        Limit: whole-line-share = 1 (ratio)""", message(rule), condition(rule));
    }

    private static String message(RuleVerifier.Verification rule) {
        return rule.report().findings().stream()
                .filter(finding -> finding.ruleId().equals("linked-shares-above-one"))
                .map(finding -> finding.message(java.util.Locale.ENGLISH))
                .findFirst()
                .orElseThrow();
    }

    private static String condition(RuleVerifier.Verification rule) {
        return rule.report().ledger().stream()
                .filter(entry -> entry.rule().id().equals("linked-shares-above-one"))
                .map(entry -> entry.rule().condition().strip().indent(2).stripTrailing())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void linesInMemoryABudgetAndATableAreGivenAlike() {
        SpendingLine line = SpendingLine.builder()
                .unit(new BudgetUnit("11CD01", null, null))
                .amount(AmountKind.APPROVED, new BigDecimal("-1.00"))
                .build();
        Budget budget = Budget.builder(
                        new BudgetHeader("mx-cmx", FiscalYear.of(2011), "MXN", null, BudgetPhase.APPROVED))
                .line(line)
                .build();
        RuleVerifier.Verification rule = MANUAL.verify("approved-negative");

        rule.given(line).findsInLines(1);
        rule.given(line).given(line).findsInLines(1, 2);
        rule.given(budget).findsInLines(1);
        rule.givenTable("unit_code,approved\n11CD01,1.00\n11CD01,-1.00\n").findsInLines(2);
    }

    @Test
    void programmeBaselineItemsPhaseAndYearAreSetOnce() {
        Baseline baseline = Baseline.of(
                FiscalYear.of(2010), List.of(new Baseline.FundedAction("01.01.01", new BigDecimal("5.00"), null)));
        RuleVerifier.of(RulePacks.load("mx-cmx", "2011.2"))
                .withProgramme(PROGRAMME)
                .withBaseline(baseline)
                .verify("funded-action-dropped")
                .given("action_1=", "no_action_reason=No aplica")
                .finds(1);

        RuleVerifier.of(RulePacks.load("mx-cmx", "2013.1"))
                .with(validator -> validator.programme(PROGRAMME))
                .verify("action-unknown")
                .given("action_1=99.99.99")
                .finds(1);

        RuleVerifier federal = RuleVerifier.of(RulePacks.load("mx-fed", "2008.1"));
        federal.withItemCatalogue(List.of("1131"))
                .verify("item-unknown")
                .given("object_code=9998")
                .finds(1);
        federal.withFiscalYear(FiscalYear.of(2010))
                .verify("fiscal-years-disagree")
                .given("fiscal_year=2010")
                .findsNothing();
        federal.withPhase(BudgetPhase.APPROVED)
                .verify("exercised-negative")
                .given("approved=1.00", "exercised=-1.00")
                .doesNotApply();
    }

    @Test
    void anUnknownRuleIsAnsweredWithTheNearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MANUAL.verify("action-unknwon"))
                .withMessageContaining("Maybe \"action-unknown\" was meant.");
    }

    @Test
    void whatCannotBeReadIsNoTest() {
        RuleVerifier.Verification rule = MANUAL.verify("approved-negative");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.given("approved=much").findsNothing())
                .withMessageContaining("given.csv:2, column approved, value \"much\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.given("approved=1.00", "colour=red").findsNothing())
                .withMessageContaining("no column \"colour\"");
        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> rule.given("aproved=1.00").findsNothing())
                .withMessageContaining("approved");
        assertThatIllegalArgumentException().isThrownBy(() -> rule.given("approved"));
        assertThatIllegalArgumentException().isThrownBy(() -> rule.given("approved=1", "approved=2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.given("approved=1").finds(0));
        assertThatIllegalStateException().isThrownBy(rule::findsNothing);
        assertThatIllegalStateException()
                .isThrownBy(() -> rule.given("approved=1").givenTable("approved\n1\n"));
    }

    @Test
    void aCheckStaysAsItWas() {
        RuleVerifier.Verification one = MANUAL.verify("approved-negative").given("approved=-1.00");

        one.given("approved=-2.00").finds(2);

        one.finds(1);
        assertThat(one.report().summaries().budget().lines()).isEqualTo(1);
    }

    @Test
    void itKnowsWhoWroteTheLinksByTheirLine() {
        SpendingLine line = SpendingLine.builder()
                .unit(new BudgetUnit("11CD01", null, null))
                .links(List.of(ActionLink.to("99.99.99"), ActionLink.to("98.99.99")))
                .build();

        MANUAL.withProgramme(PROGRAMME).verify("action-unknown").given(line).finds(2);
    }
}
