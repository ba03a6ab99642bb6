package org.hrbudget.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
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
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.summary.Fact;
import org.hrbudget.summary.ListedActionSummary;
import org.hrbudget.summary.Summaries;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.BudgetFact;
import org.hrbudget.validation.internal.facts.Exact;
import org.hrbudget.validation.internal.facts.GoalFact;
import org.hrbudget.validation.internal.facts.RightFact;
import org.hrbudget.validation.internal.facts.UnitFact;
import org.hrbudget.validation.internal.facts.UnitRightFact;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that look at several facts. */
class JoinsTest {

    private static ListedActionSummary listed(String unit, String action, String amount) {
        return new ListedActionSummary(
                new ListedAction(new Position("list", 2), FiscalYear.of(2013), unit, action),
                true,
                true,
                true,
                new BigDecimal(amount));
    }

    private static GoalFact goal(String unit, String quantity) {
        return new GoalFact(
                new PhysicalGoal(
                        new Position("goals", 2),
                        FiscalYear.of(2013),
                        unit,
                        "1",
                        null,
                        null,
                        quantity == null ? null : new BigDecimal(quantity),
                        PhysicalGoal.NO_MONTHS),
                true);
    }

    private static List<Object> found(String condition, Object... facts) {
        return Rules.compile(condition).evaluate(List.of(facts), Rules.TERMS).matches().stream()
                .map(match -> (Object) match.subject())
                .toList();
    }

    private static String fault(String condition) {
        try {
            Rules.checked(Vocabulary.types(), Rules.file(condition));
        } catch (RulePackException e) {
            return e.faults().get(0).problem().en();
        }
        return "";
    }

    @Test
    void aFactIsFoundThatLacksAnother() {
        ListedActionSummary with = listed("11CD01", "01.01.01", "1.00");
        ListedActionSummary without = listed("12CD01", "01.01.01", "1.00");

        assertThat(found(
                        "ListedAction( $u : unitCode ) not Goal( unitCode == $u )", with, without, goal("11CD01", "1")))
                .containsExactly(without);
        assertThat(found(
                        "ListedAction( $u : unitCode ) exists Goal( unitCode == $u )",
                        with,
                        without,
                        goal("11CD01", "1"),
                        goal("11CD01", "2")))
                .containsExactly(with);
    }

    private static final String HALF = "Parameter( code == \"half\", $half : value ) ";

    private static final Summaries SUMS = sums();

    /** Two units: 11CD01 gives 60 to right 01, 09PD01 gives 30 to it and 10 to right 02. */
    private static Summaries sums() {
        HumanRightsProgramme programme = HumanRightsProgramme.of(
                "test",
                List.of(
                        new HumanRight("01", false, "Uno", "One"),
                        new HumanRight("02", false, "Dos", "Two"),
                        new HumanRight("03", false, "Tres", "Three")),
                List.of(
                        new HrpAction("01.01.01", 1, "01", "01.01", "Una", null, List.of(), false),
                        new HrpAction("02.01.01", 2, "02", "02.01", "Otra", null, List.of(), false)));
        Summaries.Tally tally = Summaries.Tally.of(BudgetPhase.APPROVED, programme);
        tally.add(line(2, "11CD01", "01.01.01", "60.00"));
        tally.add(line(3, "09PD01", "01.01.01", "30.00"));
        tally.add(line(4, "09PD01", "02.01.01", "10.00"));
        return tally.summaries(null);
    }

    private static SpendingLine line(long row, String unit, String action, String amount) {
        return SpendingLine.builder()
                .position(new Position("lines", row))
                .unit(new BudgetUnit(unit, null, null))
                .amount(AmountKind.APPROVED, new BigDecimal(amount))
                .links(List.of(new ActionLink(action, null, null, null, null)))
                .build();
    }

    private static List<Object> ofSums(String condition) {
        List<Object> facts = new ArrayList<>(List.of(BudgetFact.of(SUMS)));
        facts.addAll(RightFact.of(SUMS.rights(), null));
        facts.addAll(SUMS.actions());
        SUMS.units().forEach(unit -> {
            facts.add(new UnitFact(unit, 0, 0, 0));
            facts.addAll(UnitRightFact.of(unit, SUMS.rights()));
        });
        return found(HALF + condition, facts.toArray()).stream()
                .map(fact -> ((Fact) fact).place())
                .toList();
    }

    @Test
    void withTheOneBudgetOthersMeetUntied() {
        String right = "RightSummary( amount > $all * $half )";
        assertThat(ofSums("BudgetSummary( $all : attributedAmount ) RightSummary( $c : code, amount > $all * $half )"))
                .isEqualTo(ofSums("RightSummary( code == \"01\", amount > 0 )"))
                .hasSize(1);
        assertThat(ofSums("RightSummary( $a : amount ) BudgetSummary( attributedAmount * $half < $a )"))
                .isEqualTo(ofSums("RightSummary( code == \"01\", amount > 0 )"));
        assertThat(ofSums("BudgetSummary( $all : attributedAmount ) exists " + right))
                .containsExactly(BudgetFact.class);
        assertThat(ofSums("BudgetSummary( $all : attributedAmount ) not " + right))
                .isEmpty();
        assertThat(ofSums("BudgetSummary( $all : amount ) UnitSummary( amount > $all * $half )"))
                .containsExactly("11CD01");
        assertThat(ofSums("RightSummary( code == \"02\", $two : amount ) RightSummary( amount > $two )"))
                .isEqualTo(ofSums("RightSummary( code == \"01\", amount > 0 )"));
    }

    @Test
    void aUnitMeetsWhatTheWholeBudgetGivesToARight() {
        assertThat(ofSums("UnitRightSummary( $r : rightCode, $own : attributedAmount, attributedAmount > 0 )"
                        + " RightSummary( code == $r, amount * $half < $own )"))
                .containsExactlyInAnyOrder(List.of("11CD01", "01"), List.of("09PD01", "02"));
        assertThat(ofSums("RightSummary( $r : code, $all : amount )"
                        + " UnitRightSummary( rightCode == $r, attributedAmount > $all * $half )"))
                .containsExactlyInAnyOrder(List.of("11CD01", "01"), List.of("09PD01", "02"));
        assertThat(ofSums("RightSummary( $r : code, amount > 0, $all : amount )"
                        + " not UnitRightSummary( rightCode == $r, attributedAmount == $all )"))
                .isEqualTo(ofSums("RightSummary( code == \"01\", amount > 0 )"));
        assertThat(ofSums("ActionSummary( $r : rightCode, $a : amount )"
                        + " exists UnitRightSummary( rightCode == $r, attributedAmount == $a )"))
                .hasSize(1);
    }

    /** In the budget of one unit, what all units give is not known. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "RightSummary( $r : code, $a : amount ) not UnitRightSummary( rightCode == $r, attributedAmount == $a ) @ UNIT  @ true",
                "UnitRightSummary( $r : rightCode ) exists ActionSummary( rightCode == $r, amount > 0 )                 @ UNIT  @ true",
                "UnitSummary( $a : amount ) exists BudgetSummary( amount == $a )                                         @ UNIT  @ true",
                "UnitSummary( $u : unitCode ) not Goal( unitCode == $u )                                                 @ UNIT  @ false",
                "ActionSummary( amount == 0 )                                                                            @ BUDGET @ false",
                "BudgetSummary( $a : amount ) exists ActionSummary( amount == $a )                                       @ BUDGET @ true",
            })
    void whatLooksAtAUnitIsJudgedInItsRoomAndAtAllUnitsOfTheWholeBudget(
            String condition, Rule.Scope room, boolean whole) {
        CheckedRule rule =
                Rules.checked(Vocabulary.types(), Rules.file(condition)).get(0);

        assertThat(rule.scope()).isEqualTo(room);
        assertThat(rule.needs().contains(DataItem.WHOLE_BUDGET)).isEqualTo(whole);
    }

    @Test
    void whereBothOfAChoiceAreThereTheDefectIsOne() {
        ListedActionSummary one = listed("11CD01", "01.01.01", "1.00");

        assertThat(found(
                        "ListedAction( $u : unitCode ) exists ( Goal( unitCode == $u, quantity != null, quantity > 0 ) or"
                                + " Goal( unitCode == $u, quantity != null, quantity >= 0 ) )",
                        one,
                        goal("11CD01", "1"),
                        goal("11CD01", "0")))
                .containsExactly(one);
    }

    @Test
    void aRuleIsAboutTheFactForWhichTheOthersAreOne() {
        GoalFact first = goal("11CD01", "1");
        GoalFact second = goal("11CD01", "2");
        ListedActionSummary list = listed("11CD01", "1", "7.00");

        List<RuleEvaluation.Match> matches = Rules.compile("ListedAction( $u : unitCode, $code : actionCode, $a :"
                        + " attributedAmount, attributedAmount != null ) Goal( unitCode == $u, activity != null, activity == $code,"
                        + " $q : quantity )")
                .evaluate(List.of(first, second, list), Rules.TERMS)
                .matches();

        assertThat(matches).extracting(RuleEvaluation.Match::subject).containsExactlyInAnyOrder(first, second);
        assertThat(matches)
                .allSatisfy(match -> assertThat(match.bindings()).containsEntry("a", new BigDecimal("7.00")));
        assertThat(matches).extracting(match -> match.bindings().get("q")).doesNotHaveDuplicates();
    }

    @Test
    void whatIsMissingInAnotherFactLeavesTheFirstUndetermined() {
        ListedActionSummary one = listed("11CD01", "01.01.01", "1.00");
        RuleBase exists = Rules.compile(
                "ListedAction( $u : unitCode ) exists Goal( unitCode == $u, quantity != null, quantity > 0 )");
        RuleBase not = Rules.compile(
                "ListedAction( $u : unitCode ) not Goal( unitCode == $u, quantity != null, quantity > 0 )");

        RuleEvaluation maybe = exists.evaluate(List.of(one, goal("11CD01", null)), Rules.TERMS);
        assertThat(maybe.matches()).isEmpty();
        assertThat(maybe.open()).extracting(RuleEvaluation.Open::subject).containsExactly(one);
        RuleEvaluation surely = exists.evaluate(List.of(one, goal("11CD01", null), goal("11CD01", "1")), Rules.TERMS);
        assertThat(surely.matches()).hasSize(1);
        assertThat(surely.open()).isEmpty();
        RuleEvaluation notSure = not.evaluate(List.of(one, goal("11CD01", null), goal("12CD01", "1")), Rules.TERMS);
        assertThat(notSure.matches()).isEmpty();
        assertThat(notSure.open()).hasSize(1);
        assertThat(not.evaluate(List.of(one, goal("12CD01", null)), Rules.TERMS).matches())
                .hasSize(1);
    }

    @Test
    void theMoreIsMissingTheLessIsKnown() {
        ListedActionSummary one = listed("11CD01", "01.01.01", "1.00");
        RuleBase exists = Rules.compile("ListedAction( $u : unitCode ) exists Goal( unitCode == $u, quantity != null &&"
                + " monthsTotal != null && quantity > monthsTotal )");

        RuleEvaluation both = exists.evaluate(List.of(one, goal("11CD01", null)), Rules.TERMS);
        RuleEvaluation single = exists.evaluate(List.of(one, goal("11CD01", "1")), Rules.TERMS);

        assertThat(both.open()).extracting(RuleEvaluation.Open::subject).containsExactly(one);
        assertThat(single.open()).extracting(RuleEvaluation.Open::subject).containsExactly(one);
    }

    @Test
    void whatIsThereAndMustNotBeSettlesWhatAnotherLacks() {
        ListedActionSummary one = listed("11CD01", "01.01.01", "1.00");
        RuleBase not = Rules.compile(
                "ListedAction( $u : unitCode ) not Goal( unitCode == $u, quantity != null, quantity > 0 )");

        RuleEvaluation settled = not.evaluate(List.of(one, goal("11CD01", "5"), goal("11CD01", null)), Rules.TERMS);

        assertThat(settled.matches()).isEmpty();
        assertThat(settled.open()).isEmpty();
    }

    /** The engine alone takes a count times a decimal for a binary fraction, and rounds a product to 34 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.10, 3, 0.30, true",
        "0.10, 3, 0.31, false",
        "0.3333333333333333333333333333333333, 3, 1, false",
        "12345678901234567890123456789012345678.01, 1.01, 12469135690246913569024691356902469134.7901, true",
        "12345678901234567890123456789012345678.01, 1.01, 12469135690246913569024691356902469134.7900, false"
    })
    void productsAreExact(BigDecimal one, BigDecimal other, BigDecimal product, boolean equal) {
        Map<String, Rule.Parameter> limits = Map.of(
                "half", new Rule.Parameter("half", other, "ratio", "law"),
                "much", new Rule.Parameter("much", product, "amount", "law"));
        String condition = "Parameter( code == \"half\", $half : value ) Parameter( code == \"much\", $much : value )"
                + " ListedAction( attributedAmount != null, attributedAmount * $half == $much )";

        RuleBase base = RuleBase.compile(Rules.checked(Vocabulary.types(), Rules.file(condition)));

        RuleTerms terms = new RuleTerms(limits, Rules.CATALOGUES);
        List<ListedActionSummary> listed = List.of(listed("11CD01", "1", one.toPlainString()));
        assertThat(base.evaluate(listed, terms).matches()).hasSize(equal ? 1 : 0);
    }

    @Test
    void ofWhatIsAbsentNothingComes() {
        assertThat(Exact.plus(null, 1)).isNull();
        assertThat(Exact.times(2, null)).isNull();
        assertThat(Exact.minus(null, null)).isNull();
        assertThat(Exact.equal(null, null)).isFalse();
        assertThat(Exact.unequal(1, null)).isFalse();
        assertThat(Exact.below(null, 1)).isFalse();
        assertThat(Exact.atMost(1, null)).isFalse();
        assertThat(Exact.equal(1L, new BigDecimal("1.00"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "UnitSummary( $u : unitCode ) Goal( unitCode == $u )                         @ ''",
                "ListedAction( $u : unitCode ) Goal( unitCode == $u )                        @ There may be several Goal",
                "Goal( $u : unitCode ) UnitIndicator( unitCode == $u )                       @ There may be several UnitIndicator",
                "Goal( $u : unitCode ) ListedAction( unitCode == $u ) UnitIndicator( unitCode == $u ) @ There may be several",
                "Goal( $q : quantity, quantity != null ) exists UnitIndicator( unitKnown == true ) @ Nothing ties UnitIndicator",
                "Goal( $u : unitCode ) exists UnitIndicator( unitCode != $u )                @ Nothing ties UnitIndicator",
                "Goal( $u : unitCode ) exists UnitIndicator( unitCode == $u || unitCode != $u ) @ Nothing ties UnitIndicator",
                "Goal( $a : activity ) exists UnitIndicator( unitCode == $a )                @ $a is \"activity\" of another fact",
                "Goal( $k : unitKnown ) exists UnitIndicator( unitCode == $k )               @ This compares",
                "SpendingLine( $u : unitCode ) exists ActionLink( unitCode == $u )           @ The rule looks at SpendingLine",
                "UnitSummary( $u : unitCode ) exists SpendingLine( unitCode == $u )          @ The rule looks at UnitSummary",
                "BudgetSummary( $l : lines ) not RepeatedKey( row == $l )                    @ The rule looks at BudgetSummary",
                "UnitSummary( $l : lines ) not RepeatedKey( row == $l )                      @ The rule looks at UnitSummary",
                "BudgetSummary( $a : amount ) RightSummary( amount > $a ) ActionSummary( amount > 0 ) @ Nothing ties ActionSummary to RightSummary",
                "UnitSummary( $a : amount ) RightSummary( amount > $a )                      @ the two have no code in common",
                "UnitSummary( $a : amount ) UnitRightSummary( rightCode == \"01\", attributedAmount > $a ) @ Nothing ties UnitRight",
                "BudgetSummary( $y : fiscalYear, fiscalYear != null ) UnitSummary( amount > 0 ) Deflator( year == $y ) @ ''",
                "Parameter( code == \"few\", $few : value ) UnitSummary( amount > 0 ) Deflator( year == $few ) @ ''",
                "not Goal( unitKnown == false )                                              @ The rule begins with not Goal",
                "Goal( $u : unitCode ) not exists UnitIndicator( unitCode == $u )            @ \"not\" is followed by \"exists\"",
                "Goal( $u : unitCode ) not ( UnitIndicator( unitCode == $u ) or MatrixRow( unitCode == $u ) ) @ \"not\" asks",
                "Goal( $u : unitCode ) exists ( UnitIndicator( unitCode == $u ) and MatrixRow( unitCode == $u ) ) @ \"exists\" asks",
                "Goal( quantity != null, quantity / monthsTotal > 0 )                        @ \"/\" divides",
                "UnitSummary( amount * amount > 0 )                                          @ This multiplies",
                "UnitSummary( $u : unitCode ) not Goal( unitCode == $u, $n : name ) exists UnitIndicator( name == $n ) @ $n is not named before",
            })
    void whatWouldExplodeOrMeanTwoThingsIsRefused(String condition, String problem) {
        assertThat(fault(condition)).contains(problem);
        assertThat(problem.isEmpty()).isEqualTo(fault(condition).isEmpty());
    }

    @Test
    void moreThanThreeFactsAreRefused() {
        String other = " exists UnitIndicator( unitCode == $u )";

        assertThat(fault("Goal( $u : unitCode )" + other + other)).isEmpty();
        assertThat(fault("Goal( $u : unitCode )" + other + other + other)).contains("more than 3 facts");
    }

    /** Tied facts are looked up: a hundred times the pairs would be a hundred times the time. */
    @Test
    void tiedFactsAreLookedUp() {
        RuleBase base = Rules.compile("ListedAction( $u : unitCode, $c : actionCode ) not Goal( unitCode == $u )");
        List<Object> facts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            facts.add(listed("U" + i, "1", "1.00"));
            if (i % 2 == 0) {
                facts.add(goal("U" + i, "1"));
            }
        }

        assertThat(base.evaluate(facts, Rules.TERMS).matches()).hasSize(10_000);
    }

    @Test
    void eachOfSeveralFactsCanBeAskedForTheCodesOfAList() {
        ListedActionSummary listed = listed("E001", "1", "1.00");
        ListedActionSummary other = listed("12CD01", "1", "1.00");
        List<Object> facts = List.of(listed, other, goal("E001", "1"), goal("12CD01", "1"));
        String list = "Catalogue( code == \"words\", $words : codes ) ";

        assertThat(found(
                        list + "ListedAction( $u : unitCode ) exists Goal( unitCode == $u, unitCode memberOf $words )",
                        facts.toArray()))
                .containsExactly(listed);
        assertThat(found(
                        list + "ListedAction( $u : unitCode ) not Goal( unitCode == $u, unitCode memberOf $words )",
                        facts.toArray()))
                .containsExactly(other);
    }

    @Test
    void aBindingOfWhatMustNotBeThereIsNoValueOfTheFinding() {
        assertThatThrownBy(() -> Rules.checked(
                        Vocabulary.types(),
                        Rules.file("Goal( $u : unitCode ) not UnitIndicator( unitCode == $u, $u : name )")))
                .isInstanceOf(RulePackException.class);
    }
}
