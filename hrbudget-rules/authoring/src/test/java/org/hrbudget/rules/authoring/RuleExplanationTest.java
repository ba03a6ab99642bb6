package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.DocumentType;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.Position;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.authoring.RuleExplanation.Answer;
import org.hrbudget.rules.authoring.RuleExplanation.Condition;
import org.hrbudget.rules.authoring.RuleExplanation.Condition.State;
import org.hrbudget.rules.authoring.RuleExplanation.Repair;
import org.hrbudget.rules.authoring.RuleExplanation.Subject;
import org.hrbudget.validation.RulePack;
import org.junit.jupiter.api.Test;

class RuleExplanationTest {

    private static final RulePack LAW = RulePacks.load("mx-cmx", "2011.1");
    private static final String STAGES = "unit_code,approved,adjustments,modified\n";

    @Test
    void eachConditionHasTheValuesItMet() {
        RuleExplanation why = explained("modified-disagrees", 2, STAGES + "11CD01,100.00,10.00,90.00\n");
        assertThat(why.answer()).isEqualTo(Answer.VIOLATED);
        assertThat(why.pack()).isEqualTo("mx-cmx 2011.1");
        assertThat(states(only(why))).containsExactly(State.HOLDS, State.HOLDS, State.HOLDS, State.HOLDS);
        Condition last = only(why).conditions().get(3);
        assertThat(last.words().en())
                .contains("the modified amount is above the approved amount plus the net adjustment");
        assertThat(last.met())
                .extracting(met -> met.name().en() + " = " + met.value().shown(Locale.ENGLISH))
                .containsExactly(
                        "the modified amount = 90.00", "the approved amount = 100.00", "the net adjustment = 10.00");
        assertThat(why.findings())
                .extracting(finding -> finding.message(Locale.ENGLISH))
                .containsExactly("Approved 100.00 and adjustments 10.00 do not add up to the modified amount 90.00.");
    }

    @Test
    void eachLimitHasThePlaceWhereItIsSet() {
        Condition last = only(explained("modified-disagrees", 2, STAGES + "11CD01,100.00,10.00,90.00\n"))
                .conditions()
                .get(3);
        assertThat(last.place()).isEqualTo("mx-cmx/2009.1/stages.drl:42");
        assertThat(last.limits())
                .extracting(limit -> limit.what().en() + " " + limit.place())
                .containsExactly("the limit rounding-tolerance (1.50) mx-cmx/2009.1/parameters.csv:2");
    }

    @Test
    void aListIsNamedWithItsFile() {
        Condition condition = only(explained(
                        "functional-code-unknown", 2, "unit_code,approved,functional_code\n11CD01,1.00,124\n"))
                .conditions()
                .get(0);
        assertThat(condition.limits())
                .extracting(limit -> limit.what().es() + " " + limit.place())
                .containsExactly("la lista functional-codes mx-cmx/2011.1/catalogues/functional-codes.csv");
        assertThat(condition.met()).extracting(met -> met.value().text()).containsExactly("124");
    }

    @Test
    void aSignSlipIsTheFirstRepairTried() {
        RuleExplanation why = explained("modified-disagrees", 2, STAGES + "11CD01,100.00,10.00,90.00\n");
        assertThat(changes(why)).containsExactly("adjustments: 10.00 -> -10.00");
    }

    @Test
    void aRepairThatBringsAnotherFindingIsNotTold() {
        RuleExplanation why = explained(
                "committed-above-modified",
                2,
                "unit_code,approved,adjustments,modified,committed\n11CD01,100.00,0.00,100.00,120.00\n");
        assertThat(changes(why))
                .as("to raise what was modified to 120.00 would have it differ from what was approved")
                .containsExactly("committed: 120.00 -> 100.00");
    }

    @Test
    void aLineInOrderHasTheConditionThatFails() {
        RuleExplanation why = explained("modified-disagrees", 2, STAGES + "11CD01,100.00,10.00,110.00\n");
        assertThat(why.answer()).isEqualTo(Answer.SATISFIED);
        assertThat(states(only(why))).containsExactly(State.HOLDS, State.HOLDS, State.HOLDS, State.FAILS);
        assertThat(why.repair()).isNull();
        assertThat(why.findings()).isEmpty();
    }

    @Test
    void aMissingValueIsNamed() {
        RuleExplanation why = explained("modified-disagrees", 2, STAGES + "11CD01,100.00,,90.00\n");
        assertThat(why.answer()).isEqualTo(Answer.NOT_JUDGED);
        assertThat(Objects.requireNonNull(why.reason()).en()).isEqualTo("A value is missing: the net adjustment.");
        assertThat(why.reason().es()).isEqualTo("Falta un valor: el monto neto de las adecuaciones.");
        assertThat(states(only(why))).containsExactly(State.HOLDS, State.HOLDS, State.FAILS, State.UNKNOWN);
        assertThat(why.repair()).isNull();
    }

    @Test
    void dataThatNobodyGaveLeavesItUnjudged() {
        RuleExplanation why = RuleExplanation.of("action-unknown", LAW)
                .on(source("unit_code,approved,action_1\n11CD01,1.00,01.01.01\n"), row(2));
        assertThat(why.answer()).isEqualTo(Answer.NOT_JUDGED);
        assertThat(Objects.requireNonNull(why.reason()).en()).contains("programme");
        assertThat(states(only(why))).contains(State.UNKNOWN).doesNotContain(State.FAILS);
    }

    @Test
    void documentsThatNobodyGaveMakeNoDefect() {
        RuleExplanation why = explained("unit-without-goal", 2, STAGES + "11CD01,100.00,10.00,110.00\n");
        assertThat(why.answer()).isEqualTo(Answer.NOT_JUDGED);
        assertThat(states(only(why))).containsExactly(State.UNKNOWN);
    }

    /** A rule that compares a unit with the whole says so, and whether it is so: else all conditions would hold where nothing is found. */
    @Test
    void whatIsComparedBetweenFactsIsACondition() {
        RulePack pack = SmallPack.first()
                .with(
                        "shares.drl",
                        SmallPack.rule(
                                "too-much",
                                "WARNING",
                                "Parameter( code == \"most-share\", $most : value )\n    BudgetSummary( $all : amount )\n"
                                        + "    UnitSummary( amount > 0, amount > $all * $most, $share : amount )"))
                .load();
        BudgetSource budget = source("unit_code,approved\n11CD01,100.00\n12CD02,1.00\n");

        Subject large = only(RuleExplanation.of("too-much", pack).on(budget, row(2)));
        Subject small = only(RuleExplanation.of("too-much", pack).on(budget, row(3)));

        assertThat(large.answer()).isEqualTo(Answer.VIOLATED);
        assertThat(states(large)).containsExactly(State.HOLDS, State.HOLDS);
        assertThat(small.answer()).isEqualTo(Answer.SATISFIED);
        assertThat(states(small)).containsExactly(State.HOLDS, State.FAILS);
        Condition between = small.conditions().get(1);
        assertThat(between.words().en())
                .isEqualTo(
                        "beside it: a budget; the money of its lines is above the money of all lines (of the budget) times the limit most-share (5 %)");
        assertThat(between.met())
                .extracting(met -> met.value().shown(Locale.ENGLISH))
                .containsExactly("1.00");
        assertThat(between.limits()).hasSize(1);
    }

    @Test
    void whatIsMissingInADocumentIsNotRepairedInTheLine() {
        byte[] goals = "fiscal_year,unit,name,unit_of_measure,quantity\n2011,12CD02,Cursos,curso,3\n"
                .getBytes(StandardCharsets.UTF_8);
        RuleExplanation why = RuleExplanation.of("unit-without-goal", LAW)
                .with(validator -> validator.documents(
                        DocumentType.GOALS.read(Input.of("goals.csv", () -> new ByteArrayInputStream(goals)))))
                .on(source("unit_code,approved\n11CD01,1.00\n12CD02,1.00\n"), row(2));
        assertThat(why.answer()).isEqualTo(Answer.VIOLATED);
        assertThat(only(why).name().en()).isEqualTo("the unit 11CD01");
        Repair repair = Objects.requireNonNull(why.repair());
        assertThat(repair.changes()).isEmpty();
        assertThat(Objects.requireNonNull(repair.unrepaired()).en())
                .startsWith("No cell of the line has a part in this");
    }

    @Test
    void linksAreToldOneByOne() {
        RuleExplanation why = explained(
                "action-unknown",
                2,
                "unit_code,approved,action_1,action_2\n11CD01,10.00,01.01.01,02.02.22\n12CD02,1.00,02.02.02,\n");
        assertThat(why.subjects())
                .extracting(subject -> subject.name().en() + ": " + subject.answer())
                .containsExactly("the link to 02.02.22: VIOLATED", "the link to 01.01.01: SATISFIED");
        assertThat(changes(why)).hasSize(1);
        assertThat(changes(why).get(0)).startsWith("action_2: 02.02.22 -> ");
    }

    @Test
    void aLineThatHasNothingOfTheKindIsNotExamined() {
        RuleExplanation why =
                explained("action-unknown", 3, "unit_code,approved,action_1\n11CD01,10.00,01.01.01\n12CD02,1.00,\n");
        assertThat(why.answer()).isEqualTo(Answer.NOT_EXAMINED);
        assertThat(why.subjects()).isEmpty();
        assertThat(Objects.requireNonNull(why.reason()).en()).isEqualTo("The line names no action.");
    }

    @Test
    void theUnitOfTheLineIsExplained() {
        RuleExplanation why = explained(
                "unit-links-nothing",
                3,
                "unit_code,approved,action_1\n11CD01,10.00,01.01.01\n12CD02,1.00,\n12CD02,1.00,\n");
        assertThat(why.answer()).isEqualTo(Answer.VIOLATED);
        assertThat(only(why).name().es()).isEqualTo("la unidad responsable del gasto 12CD02");
        assertThat(changes(why)).containsExactly("action_1: null -> 01.01.01");
        assertThat(Objects.requireNonNull(why.repair()).changes().get(0).example())
                .isTrue();
    }

    @Test
    void twoCellsAreChangedWhereOneDoesHarm() {
        RuleExplanation why = RuleExplanation.of("programme-code-after-its-era", RulePacks.load("mx-cmx", "2016.1"))
                .with(validator -> validator.fiscalYear(FiscalYear.of(2017)))
                .on(source("""
                                fiscal_year,unit_code,object_code,approved,action_1,no_action_reason
                                2017,11CD01,1131,10.00,01.01.01,
                                2017,11CD01,2111,10.00,,Pago de la deuda del año
                                2017,11CD01,3111,10.00,02.02.02,
                                """), row(2));
        assertThat(changes(why))
                .containsExactlyInAnyOrder(
                        "action_1: 01.01.01 -> null", "no_action_reason: null -> Pago de la deuda del año");
    }

    @Test
    void allCellsAreFilledThatARuleAsksForTogether() {
        RuleExplanation why = explained(
                "result-structure-incomplete",
                2,
                "unit_code,object_code,approved,result,subresult,activity\n11CD01,1131,1.00,,,\n11CD01,2111,2.00,10,20,30\n");
        assertThat(changes(why))
                .containsExactlyInAnyOrder("result: null -> 10", "subresult: null -> 20", "activity: null -> 30");
    }

    @Test
    void whereNothingRepairsItThatIsSaidWithWhatWasTried() {
        RuleExplanation why = RuleExplanation.of("programme-code-after-its-era", RulePacks.load("mx-cmx", "2016.1"))
                .with(validator -> validator.fiscalYear(FiscalYear.of(2017)))
                .on(
                        source(
                                "fiscal_year,unit_code,approved,action_1,no_action_reason\n2017,11CD01,10.00,01.01.01,\n"),
                        row(2));
        Repair repair = Objects.requireNonNull(why.repair());
        assertThat(repair.changes()).isEmpty();
        assertThat(repair.tried()).isPositive();
        assertThat(Objects.requireNonNull(repair.unrepaired()).en())
                .contains("No change of one or two cells")
                .contains(repair.tried() + " were tried");
    }

    @Test
    void aRepeatedKeyIsExplainedOnBothLines() {
        String text = "unit_code,object_code,approved\n11CD01,1131,1.00\n12CD02,2111,1.00\n11CD01,1131,2.00\n";
        for (long row : new long[] {2, 4}) {
            RuleExplanation why = explained("key-repeated", row, text);
            assertThat(why.answer()).isEqualTo(Answer.VIOLATED);
            assertThat(why.findings()).hasSize(1);
            assertThat(changes(why)).hasSize(1);
        }
        assertThat(explained("key-repeated", 3, text).answer()).isEqualTo(Answer.SATISFIED);
    }

    @Test
    void aRowThatIsNoLineIsRefusedWithTheRowsThatAre() {
        BudgetSource source = source(STAGES + "11CD01,100.00,10.00,90.00\n11CD01,a,10.00,90.00\n");
        RuleExplanation.Builder explanation = RuleExplanation.of("modified-disagrees", LAW);
        assertThatThrownBy(() -> explanation.on(source, row(1)))
                .isInstanceOfSatisfying(BudgetReadException.class, refusal -> {
                    assertThat(refusal.message(Locale.ENGLISH))
                            .startsWith("Row 1 of budget.csv is no budget line")
                            .contains("The lines are in rows 2 to 2.");
                    assertThat(refusal.text().es()).startsWith("La fila 1 de budget.csv no es un renglón");
                });
        assertThatThrownBy(() -> explanation.on(source, row(9)))
                .hasMessageStartingWith("Row 9 of budget.csv is no budget line");
        assertThatThrownBy(() -> explanation.on(source, row(3)))
                .hasMessageStartingWith("Row 3 of budget.csv could not be read as a line: ");
        assertThatThrownBy(() -> explanation.on(source, new Position("other.csv", 2)))
                .hasMessageContaining("Row 2 of other.csv");
    }

    @Test
    void anUnknownRuleIsRefusedWithTheNearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleExplanation.of("modified-disagree", LAW))
                .withMessageContaining("modified-disagrees");
    }

    @Test
    void theRuleIsThatOfThePackThatHasIt() {
        RulePack federal = RulePacks.load("mx-fed", "2008.1");
        RuleExplanation why = RuleExplanation.of("modified-disagrees", federal, LAW)
                .with(validator -> validator.fiscalYear(FiscalYear.of(2011)))
                .on(source(STAGES + "11CD01,100.00,10.00,90.00\n"), row(2));
        assertThat(why.pack()).isEqualTo("mx-cmx 2011.1");
        assertThat(changes(why)).containsExactly("adjustments: 10.00 -> -10.00");
    }

    @Test
    void theSameExplanationIsTheSameBytes() throws IOException {
        String first = json(explained("modified-disagrees", 2, STAGES + "11CD01,100.00,10.00,90.00\n"));
        assertThat(json(explained("modified-disagrees", 2, STAGES + "11CD01,100.00,10.00,90.00\n")))
                .isEqualTo(first);
        assertThat(first)
                .contains("\"answer\": \"VIOLATED\"", "\"state\": \"HOLDS\"", "\"after\": \"-10.00\"", "\"es\": \"");
    }

    private static String json(RuleExplanation why) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        why.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static RuleExplanation explained(String rule, long row, String text) {
        return RuleExplanation.of(rule, LAW).programme(programme()).on(source(text), row(row));
    }

    private static HumanRightsProgramme programme() {
        return HumanRightsProgramme.of(
                "A programme",
                List.of(
                        new HumanRight("01", false, "Igualdad", "Equality"),
                        new HumanRight("02", false, "Agua", "Water")),
                List.of(action("01.01.01", 1, "01"), action("02.02.02", 2, "02")));
    }

    private static HrpAction action(String code, int sequence, String right) {
        return new HrpAction(code, sequence, right, "A strategy", "An action", null, List.of(), false);
    }

    private static Position row(long row) {
        return new Position("budget.csv", row);
    }

    private static BudgetSource source(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Budgets.reading(Input.of("budget.csv", () -> new ByteArrayInputStream(bytes)))
                .layout(Layout.named("hrbudget"))
                .jurisdiction("mx-cmx")
                .assumedFiscalYear(FiscalYear.of(2011))
                .source();
    }

    private static Subject only(RuleExplanation why) {
        assertThat(why.subjects()).hasSize(1);
        return why.subjects().get(0);
    }

    private static List<State> states(Subject subject) {
        return subject.conditions().stream().map(Condition::state).toList();
    }

    private static List<String> changes(RuleExplanation why) {
        return Objects.requireNonNull(why.repair()).changes().stream()
                .map(change -> change.cell().field() + ": " + change.cell().value() + " -> " + change.after())
                .toList();
    }
}
