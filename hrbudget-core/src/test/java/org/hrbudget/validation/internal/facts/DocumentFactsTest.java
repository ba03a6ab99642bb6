package org.hrbudget.validation.internal.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrbudget.validation.internal.facts.Facts.YEAR;
import static org.hrbudget.validation.internal.facts.Facts.list;
import static org.hrbudget.validation.internal.facts.Facts.none;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hrbudget.model.PerformanceIndicator;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.PolicyFramework;
import org.hrbudget.model.PolicyFramework.Section;
import org.hrbudget.model.Position;
import org.hrbudget.model.ResultsMatrixRow;
import org.hrbudget.validation.spi.Catalogues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What rules see of the documents of units. */
class DocumentFactsTest {

    private static final Position ROW = new Position("d.csv", 2);
    private static final Catalogues REASONS = list(Catalogues.CodeList.EMPTY_REASONS, "x");
    private static final Section SAID = new Section("Se atiende.", null);

    private static PolicyFramework framework(String unit, String problem, Section... sections) {
        return new PolicyFramework(
                ROW,
                YEAR,
                unit,
                "activity",
                "programme",
                "development",
                problem,
                "population",
                "objective",
                sections[0],
                sections[1],
                sections[2]);
    }

    private static FrameworkFact fact(Section general, Section equality, Section rights) {
        return FrameworkFact.of(List.of(framework("U1", "p", general, equality, rights)), Set.of(), REASONS)
                .get(0);
    }

    private static Section because(String reason) {
        return new Section("No aplica", reason);
    }

    @Test
    void everyTextOfAFrameworkIsSeenUnderItsOwnName() {
        FrameworkFact fact = fact(new Section("a", "b"), new Section("c", "d"), new Section("e", "f"));

        assertThat(seen("PolicyFramework", fact))
                .containsAllEntriesOf(Map.ofEntries(
                        Map.entry("unitCode", "U1"),
                        Map.entry("activity", "activity"),
                        Map.entry("programmeCode", "programme"),
                        Map.entry("developmentObjective", "development"),
                        Map.entry("problem", "p"),
                        Map.entry("population", "population"),
                        Map.entry("objective", "objective"),
                        Map.entry("generalSection", "a"),
                        Map.entry("generalReason", "b"),
                        Map.entry("equalitySection", "c"),
                        Map.entry("equalityReason", "d"),
                        Map.entry("rightsSection", "e"),
                        Map.entry("rightsReason", "f")));
    }

    @ParameterizedTest
    @CsvSource({"No aplica, ", "N/A, ", "Aplica, Aplica", "' ', "})
    void aSectionThatSaysNothingButThatItDoesNotApplyIsAbsent(String text, String answer) {
        assertThat(fact(new Section(text, "r"), SAID, SAID).generalSection()).isEqualTo(answer);
        assertThat(fact(SAID, new Section(text, "r"), SAID).equalitySection()).isEqualTo(answer);
        assertThat(fact(SAID, SAID, new Section(text, "r")).rightsSection()).isEqualTo(answer);
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(SAID, SAID, SAID, null),
                Arguments.of(because("x"), SAID, SAID, true),
                Arguments.of(SAID, because("x"), SAID, true),
                Arguments.of(SAID, SAID, because("xxx"), true),
                Arguments.of(because("una razón"), SAID, SAID, false),
                Arguments.of(because("x"), because("una razón"), SAID, true),
                Arguments.of(because("una razón"), because("x"), SAID, true),
                Arguments.of(because(null), SAID, SAID, null),
                Arguments.of(new Section("Se atiende.", "x"), SAID, SAID, null));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void oneReasonThatSaysNothingIsEnoughButNotBesideAnAnswer(
            Section general, Section equality, Section rights, Boolean nothing) {
        assertThat(fact(general, equality, rights).reasonSaysNothing()).isEqualTo(nothing);
    }

    @Test
    void problemIsSharedByOtherUnitsThatGiveItInTheSameWordsWhateverTheirBlanksAndCapitals() {
        List<FrameworkFact> facts = FrameworkFact.of(
                List.of(
                        framework("U1", "Falta de agua", SAID, SAID, SAID),
                        framework("U1", "Falta de agua", SAID, SAID, SAID),
                        framework("U2", "FALTA  DE\nAGUA", SAID, SAID, SAID),
                        framework("U3", "Falta de luz", SAID, SAID, SAID),
                        framework("U4", null, SAID, SAID, SAID),
                        framework("U5", null, SAID, SAID, SAID)),
                Set.of("U1", "U3"),
                none());

        assertThat(facts).extracting(FrameworkFact::unitsOfProblem).containsExactly(1, 1, 1, 0, 0, 0);
        assertThat(facts).extracting(FrameworkFact::unitKnown).containsExactly(true, true, false, true, false, false);
    }

    private static GoalFact goal(String quantity, List<BigDecimal> months) {
        return new GoalFact(
                new PhysicalGoal(
                        ROW,
                        YEAR,
                        "U1",
                        "activity",
                        "name",
                        "persona",
                        quantity == null ? null : new BigDecimal(quantity),
                        months),
                true);
    }

    @Test
    void everyPartOfAGoalIsSeenUnderItsOwnName() {
        GoalFact goal = goal("24", Collections.nCopies(12, BigDecimal.ONE));

        assertThat(seen("Goal", goal))
                .isEqualTo(Map.of(
                        "unitCode",
                        "U1",
                        "unitKnown",
                        true,
                        "activity",
                        "activity",
                        "name",
                        "name",
                        "unitOfMeasure",
                        "persona",
                        "quantity",
                        new BigDecimal("24"),
                        "monthsTotal",
                        new BigDecimal("12"),
                        "monthsGiven",
                        12));
    }

    @Test
    void elevenMonthsHaveNoTotal() {
        List<BigDecimal> eleven = new ArrayList<>(Collections.nCopies(12, BigDecimal.ONE));
        eleven.set(11, null);

        assertThat(goal(null, eleven).monthsTotal()).isNull();
        assertThat(goal(null, eleven).monthsGiven()).isEqualTo(11);
        assertThat(goal(null, eleven).quantity()).isNull();
    }

    @Test
    void twelveMonthsOfNothingHaveTheTotalZero() {
        assertThat(goal("0", Collections.nCopies(12, BigDecimal.ZERO)).monthsTotal())
                .isEqualByComparingTo("0");
        assertThat(goal("0", PhysicalGoal.NO_MONTHS).monthsGiven()).isZero();
    }

    private static IndicatorFact indicator(String dimension) {
        PerformanceIndicator indicator = new PerformanceIndicator(
                ROW, YEAR, "U1", "name", "definition", "measure", "method", dimension, "frequency", "target");
        return new IndicatorFact(
                indicator, false, list(Catalogues.CodeList.INDICATOR_DIMENSIONS, "eficacia", "economía"));
    }

    @Test
    void everyTextOfAnIndicatorIsSeenUnderItsOwnName() {
        assertThat(seen("UnitIndicator", indicator("eficacia")))
                .isEqualTo(Map.of(
                        "unitCode", "U1",
                        "unitKnown", false,
                        "name", "name",
                        "definition", "definition",
                        "unitOfMeasure", "measure",
                        "method", "method",
                        "dimension", "eficacia",
                        "dimensionKnown", true,
                        "frequency", "frequency",
                        "target", "target"));
    }

    @ParameterizedTest
    @CsvSource({"eficacia, true, ", "ECONOMIA, true, ", "eficasia, false, eficacia", "belleza, false, ", ", , "})
    void dimensionIsKnownHoweverSpeltAndElseMeantWhereOneIsNear(String dimension, Boolean known, String meant) {
        assertThat(indicator(dimension).dimensionKnown()).isEqualTo(known);
        if (!Boolean.TRUE.equals(known)) {
            assertThat(indicator(dimension).dimensionMeant().orElse(null)).isEqualTo(meant);
        }
    }

    @Test
    void everyTextOfAMatrixRowIsSeenUnderItsOwnName() {
        ResultsMatrixRow row = new ResultsMatrixRow(
                ROW, YEAR, "U1", "programme", "level", "summary", "indicator", "verification", "assumption");

        assertThat(seen("MatrixRow", new MatrixRowFact(row, true)))
                .isEqualTo(Map.of(
                        "unitCode", "U1",
                        "unitKnown", true,
                        "programmeCode", "programme",
                        "level", "level",
                        "summary", "summary",
                        "indicator", "indicator",
                        "verification", "verification",
                        "assumption", "assumption"));
    }

    /** {@return what rules see of a fact, by property; what is absent left out} */
    private static Map<String, Object> seen(String word, Object fact) {
        Map<String, Object> seen = new LinkedHashMap<>();
        Vocabulary.type(word).properties().forEach((name, property) -> {
            Object value = property.of(fact);
            if (value != null) {
                seen.put(name, value);
            }
        });
        return seen;
    }
}
