package org.hrbudget.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrbudget.summary.Sample.approved;
import static org.hrbudget.summary.Sample.indicators;
import static org.hrbudget.summary.Sample.line;
import static org.hrbudget.summary.Sample.tally;
import static org.hrbudget.summary.Sample.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;

class IndicatorsTest {

    private static final ActionLink FIRST = ActionLink.to("01.01.01");
    private static final ActionLink SECOND = ActionLink.to("02.01.02");

    /** Three of four units link something; four fifths of the money is on linked lines. */
    private static final Summaries FOUR_UNITS = approved(
            line(2, "A", "70", FIRST.withShare(new BigDecimal("0.5"))),
            line(3, "B", "5", FIRST),
            line(4, "C", "5", SECOND),
            line(5, "D", "20"));

    @Test
    void threeQuartersOfTheUnitsAreNotThreeQuartersOfTheBudget() {
        assertThat(value(FOUR_UNITS, "I01")).isEqualTo("0.75");
        assertThat(value(FOUR_UNITS, "I02")).isEqualTo("0.8");
    }

    @Test
    void weightedCoverageCountsOnlyThePartTheLinkGives() {
        assertThat(value(FOUR_UNITS, "I03")).isEqualTo("0.45");
    }

    @Test
    void programmeCoverageAndOrphansAddUpToOne() {
        assertThat(value(FOUR_UNITS, "I04").add(value(FOUR_UNITS, "I08"))).isEqualByComparingTo("1");
    }

    private static Summaries withLists(ListedAction... listed) {
        return tally(BudgetPhase.APPROVED, line(2, "A", "70", FIRST), line(3, "B", "5", FIRST, SECOND))
                .summaries(null, List.of(listed));
    }

    private static ListedAction listed(long row, String unit, String action) {
        return new ListedAction(new Position("list.csv", row), FiscalYear.of(2014), unit, action);
    }

    @Test
    void listConformityIsOfTheListedActionsThatALineOfTheSameUnitLinks() {
        Summaries summaries = withLists(
                listed(2, "A", "01.01.01"),
                listed(3, "A", "02.01.02"),
                listed(4, "B", "02.01.02"),
                listed(5, "C", "01.01.01"));
        assertThat(value(summaries, "I11")).isEqualByComparingTo("0.5");
        assertThat(value(summaries, "I11", "unit", "A")).isEqualByComparingTo("0.5");
        assertThat(value(summaries, "I11", "unit", "B")).isEqualByComparingTo("1");
        assertThat(value(summaries, "I11", "unit", "C")).isEqualByComparingTo("0");
    }

    @Test
    void listConformityIsLeftOutWithoutLists() {
        assertThat(indicators(FOUR_UNITS)).extracting(Indicator::id).doesNotContain("I11");
    }

    @Test
    void listConformityHasNoValueWhereTheListsAreEmptyOrNothingTellsTheLinks() {
        assertThat(value(withLists(), "I11")).isNull();
        assertThat(Indicators.of(withLists(listed(2, "A", "01.01.01")), "MXN", EnumSet.noneOf(DataItem.class)))
                .filteredOn(indicator -> indicator.id().equals("I11"))
                .singleElement()
                .satisfies(indicator -> assertThat(indicator.value()).isNull());
    }

    @Test
    void fiftyTwoFundedActionsOf2412Are2Point16Percent() {
        Summaries.Tally tally = Summaries.Tally.of(BudgetPhase.APPROVED, Sample.programme(2_412));
        for (int number = 1; number <= 52; number++) {
            tally.add(line(number + 1L, "A", "1", new ActionLink(null, number, null, null, null)));
        }
        Summaries summaries = tally.summaries(Baseline.of(FiscalYear.of(2010), List.of()));
        assertThat(value(summaries, "I04").setScale(4, RoundingMode.HALF_UP)).isEqualTo("0.0216");
        assertThat(value(summaries, "I05")).isEqualTo("52");
        assertThat(value(summaries, "I05", "unit", "A")).isEqualTo("52");
    }

    @Test
    void newActionsWithoutABaselineAreNotKnown() {
        assertThat(value(FOUR_UNITS, "I05")).isNull();
    }

    @Test
    void actionsOfARightAreCountedOnceEach() {
        assertThat(value(FOUR_UNITS, "I06", "right", "01")).isEqualTo("1");
        assertThat(value(FOUR_UNITS, "I06", "right", "02")).isEqualTo("1");
    }

    @Test
    void orphansAreGivenByRightTermAndExecutor() {
        assertThat(value(FOUR_UNITS, "I08", "right", "01").setScale(4, RoundingMode.HALF_UP))
                .isEqualTo("0.6667");
        assertThat(value(FOUR_UNITS, "I08", "term", "permanent").setScale(4, RoundingMode.HALF_UP))
                .isEqualTo("0.6667");
        assertThat(value(FOUR_UNITS, "I08", "executor", "01CD01")).isEqualTo("0");
    }

    @Test
    void withoutAProgrammeNoIndicatorOfLinksHasAValue() {
        Summaries.Tally tally = Summaries.Tally.of(BudgetPhase.APPROVED, null);
        tally.add(line(2, "A", "10", FIRST));
        assertThat(indicators(tally.summaries(null)))
                .filteredOn(indicator -> indicator.id().startsWith("I"))
                .hasSize(7)
                .allMatch(indicator -> indicator.value() == null);
    }

    @Test
    void sourceThatPromisesNoLinksHasNoIndicatorOfLinks() {
        assertThat(Indicators.of(approved(line(2, "A", "10")), "MXN", EnumSet.of(DataItem.UNIT_CODE)))
                .filteredOn(indicator -> indicator.id().startsWith("I"))
                .allMatch(indicator -> indicator.value() == null);
    }

    @Test
    void budgetThatLinksNothingThoughItPromisesLinksHasTheRateZero() {
        assertThat(value(approved(line(2, "A", "10")), "I01")).isEqualTo("0");
    }

    @Test
    void budgetWithoutMoneyHasNoCoverage() {
        Summaries summaries = approved(line(2, "A").links(List.of(FIRST)).build());
        assertThat(value(summaries, "I01")).isEqualTo("1");
        assertThat(value(summaries, "I02")).isNull();
        assertThat(value(summaries, "I04")).isNull();
        assertThat(value(summaries, "I08")).isNull();
    }

    @Test
    void emptyBudgetHasNoRates() {
        assertThat(value(approved(), "I01")).isNull();
        assertThat(value(approved(), "EX2")).isNull();
    }

    @Test
    void cutAndEqualExtensionElsewhereDoNotCancelOut() {
        Summaries summaries = execution(adjusted(2, "100", "60"), adjusted(3, "100", "140"));
        assertThat(value(summaries, "EX1")).isEqualTo("1");
        assertThat(value(summaries, "EX3")).isEqualTo("0.4");
    }

    @Test
    void amountsThatNotEveryLineGivesAreNotCompared() {
        Summaries summaries = execution(
                adjusted(2, "100", "60"),
                line(3, "A").amount(AmountKind.APPROVED, BigDecimal.TEN).build());
        assertThat(value(summaries, "EX1")).isNull();
        assertThat(value(summaries, "EX3")).isNull();
    }

    @Test
    void linesThatGiveNeitherAmountDoNotHinderTheRatio() {
        Summaries summaries = execution(adjusted(2, "100", "60"), line(3, "A").build());
        assertThat(value(summaries, "EX1")).isEqualTo("0.6");
    }

    @Test
    void executionOverZeroIsUndefined() {
        assertThat(value(execution(adjusted(2, "0", "60")), "EX1")).isNull();
    }

    @Test
    void amountsAreGivenByKindAndByRightInTheCurrency() {
        assertThat(indicators(FOUR_UNITS))
                .contains(new Indicator("AM1", new BigDecimal("100.00"), null, "MXN", Map.of("amount", "approved")))
                .contains(new Indicator("AM2", new BigDecimal("5.00"), null, "MXN", Map.of("right", "02")));
    }

    @Test
    void indicatorsStandInTheOrderOfTheirDefinitions() {
        assertThat(indicators(FOUR_UNITS).stream().map(Indicator::id).distinct())
                .containsExactly(
                        "I01", "I02", "I03", "I04", "I05", "I06", "I08", "EX1", "EX2", "EX3", "EX4", "EX5", "EX6",
                        "AM1", "AM2", "AM3", "AM4");
    }

    private static Summaries execution(SpendingLine... lines) {
        return tally(BudgetPhase.EXERCISED, lines).summaries(null);
    }

    private static SpendingLine adjusted(long row, String approved, String modified) {
        return line(row, "A", approved).toBuilder()
                .amount(AmountKind.MODIFIED, new BigDecimal(modified))
                .build();
    }
}
