package org.hrbudget.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.hrbudget.comparison.Pairs.SPANISH;
import static org.hrbudget.comparison.Pairs.budget;
import static org.hrbudget.comparison.Pairs.exercised;
import static org.hrbudget.comparison.Pairs.group;
import static org.hrbudget.comparison.Pairs.line;
import static org.hrbudget.comparison.Pairs.linked;
import static org.hrbudget.comparison.Pairs.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert;
import org.hrbudget.comparison.BudgetComparison.Dimension;
import org.hrbudget.comparison.BudgetComparison.NotComparableException;
import org.hrbudget.comparison.ComparisonDocument.Change;
import org.hrbudget.comparison.ComparisonDocument.Explained;
import org.hrbudget.comparison.ComparisonDocument.GroupKind;
import org.hrbudget.comparison.ComparisonDocument.Presence;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Input;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Amounts;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What changed between small budgets, worked out by hand. */
class BudgetComparisonTest {

    private static BudgetComparison units() {
        return BudgetComparison.of(Pairs.units2010(), Pairs.units2011()).by(Dimension.UNIT);
    }

    private static Explained explained(ComparisonDocument document, Dimension by, String code) {
        return group(table(document, by), code).explained();
    }

    /** At the prices of 2011, the 50 of the line that moved are 52: what it has beyond them is growth of where it is now. */
    @Test
    void eachChangeIsExplainedByPricesMovedLinesCoverageAndGrowth() {
        ComparisonDocument document = units().deflator(Pairs.PRICES).compare(Locale.ENGLISH);

        assertThat(explained(document, Dimension.UNIT, "U1"))
                .isEqualTo(new Explained("4.00", "52.00", "0.00", "14.00"));
        assertThat(explained(document, Dimension.UNIT, "U2"))
                .isEqualTo(new Explained("2.40", "-52.00", "0.00", "-0.40"));
        assertThat(explained(document, Dimension.UNIT, "U3"))
                .isEqualTo(new Explained("1.60", "0.00", "-41.60", "0.00"));
        assertThat(explained(document, Dimension.UNIT, "U4")).isEqualTo(new Explained("0.00", "0.00", "25.00", "0.00"));
        ComparisonDocument.Group total = table(document, Dimension.UNIT).total();
        assertThat(total.explained()).isEqualTo(new Explained("8.00", "0.00", "-16.60", "13.60"));
        assertThat(total.nominal()).isEqualTo(new Change("200.00", "205.00", "5.00"));
        assertThat(total.real()).isEqualTo(new Change("208.00", "205.00", "-3.00"));
        assertThat(total.rate()).isEqualTo("0.0250000000");
        assertThat(total.realRate()).isEqualTo("-0.0144230769");
    }

    @Test
    void realAmountsAreInThePricesOfTheBaseYearAndThePartsInThoseOfTheLater() {
        ComparisonDocument document =
                units().deflator(Pairs.PRICES).baseYear(FiscalYear.of(2010)).compare(Locale.ENGLISH);

        ComparisonDocument.Group total = table(document, Dimension.UNIT).total();
        // 205 * 100 / 104 = 197.115...
        assertThat(total.real()).isEqualTo(new Change("200.00", "197.12", "-2.88"));
        assertThat(total.explained()).isEqualTo(new Explained("8.00", "0.00", "-16.60", "13.60"));
    }

    @Test
    void withoutAnIndexNothingIsReal() {
        ComparisonDocument document = units().compare(Locale.ENGLISH);

        assertThat(explained(document, Dimension.UNIT, "U1")).isEqualTo(new Explained(null, "50.00", "0.00", "20.00"));
        assertThat(table(document, Dimension.UNIT).total().real()).isNull();
        assertThat(document.deflator()).isNull();
    }

    @Test
    void exchangingTheSidesTurnsTheSignOfEachPart() {
        ComparisonDocument document = BudgetComparison.of(Pairs.units2011(), Pairs.units2010())
                .by(Dimension.UNIT)
                .deflator(Pairs.PRICES)
                .compare(Locale.ENGLISH);

        assertThat(explained(document, Dimension.UNIT, "U1"))
                .isEqualTo(new Explained("-4.00", "-52.00", "0.00", "-14.00"));
        assertThat(table(document, Dimension.UNIT).total().explained())
                .isEqualTo(new Explained("-8.00", "0.00", "16.60", "-13.60"));
    }

    @Test
    void sharesAreOfTheTotalOfTheirSideAndAmountsPerPersonOfTheirYear() {
        YearlySeries people = YearlySeries.of(
                "CONAPO",
                null,
                Map.of(FiscalYear.of(2010), new BigDecimal("8"), FiscalYear.of(2011), new BigDecimal("3")));
        ComparisonDocument document = units().population(people).compare(Locale.ENGLISH);

        ComparisonDocument.Group first = group(table(document, Dimension.UNIT), "U1");
        // 100/200 and 170/205; 100/8 and 170/3.
        assertThat(first.share()).isEqualTo(new Change("0.5000000000", "0.8292682927", "0.3292682927"));
        assertThat(first.perPerson()).isEqualTo(new Change("12.5000000000", "56.6666666667", "44.1666666667"));
    }

    @Test
    void anotherIndexThatTurnsTheSignIsWarnedOf() {
        ComparisonDocument document = units().deflator(Pairs.PRICES)
                .deflator(Pairs.index("PIB", "101"))
                .compare(SPANISH);

        // At 101, the 200 of 2010 are 202: less than the 205 of 2011.
        assertThat(table(document, Dimension.UNIT).total().turnedBy()).containsExactly("PIB");
        assertThat(group(table(document, Dimension.UNIT), "U1").turnedBy()).isEmpty();
        assertThat(document.warnings())
                .containsExactly(
                        "Total: según INPC, el cambio real tiene un signo; según PIB, el contrario. No diga que"
                                + " subió o bajó sin nombrar el índice.");
    }

    @Test
    void groupsWhoseSignAnotherIndexTurnsAreCountedAndTheLargestNamed() {
        SpendingLine[] before = new SpendingLine[5];
        SpendingLine[] after = new SpendingLine[5];
        for (int i = 0; i < before.length; i++) {
            before[i] = line("U" + i, "1.1.1", "1131", 100 * i + 100 + ".00");
            // By 2 per cent more, the last 8 per cent: prices of 104 and of 101 differ on all but that.
            after[i] = line("U" + i, "1.1.1", "1131", (i == 4 ? 540 : 102 * i + 102) + ".00");
        }
        ComparisonDocument document = BudgetComparison.of(budget(2010, before), budget(2011, after))
                .by(Dimension.UNIT)
                .deflator(Pairs.PRICES)
                .deflator(Pairs.index("PIB", "101"))
                .compare(Locale.ENGLISH);

        assertThat(document.warnings())
                .containsExactly(
                        "By unit: 4 real changes have one sign by INPC and the other by PIB. The largest: U3; U2; U1; \u2026.");
    }

    /** Line 1 leaves right 01 for 02; line 3 is linked anew, to both at once, and its 50 are taken off once. */
    @Test
    void rightsAndActionsAddUpToTheTotalWhateverLinesGiveTwice() {
        ComparisonDocument document = BudgetComparison.of(Pairs.rights2010(), Pairs.rights2011())
                .programme(Pairs.programme())
                .compare(Locale.ENGLISH);

        ComparisonDocument.Table rights = table(document, Dimension.RIGHT);
        assertThat(group(rights, "01").nominal().change()).isEqualTo("-50.00");
        assertThat(group(rights, "01").explained()).isEqualTo(new Explained(null, "-100.00", "0.00", "50.00"));
        assertThat(group(rights, "02").explained()).isEqualTo(new Explained(null, "100.00", "50.00", "0.00"));
        assertThat(group(rights, GroupKind.NONE).explained().growth()).isEqualTo("-50.00");
        assertThat(group(rights, GroupKind.OVERLAP).nominal()).isEqualTo(new Change("0.00", "-50.00", "-50.00"));
        assertThat(rights.total().nominal()).isEqualTo(new Change("250.00", "250.00", "0.00"));
        assertThat(group(rights, "02").name()).isEqualTo("Health");
        ComparisonDocument.Table actions = table(document, Dimension.ACTION);
        assertThat(group(actions, "01.01.01").presence()).isEqualTo(Presence.BEFORE_ONLY);
        assertThat(group(actions, "02.01.01").presence()).isEqualTo(Presence.AFTER_ONLY);
        assertThat(document.actions()).isEqualTo(new ComparisonDocument.Actions(1, 1, 1));
    }

    @Test
    void twoStagesOfAYearAreComparedWhereAskedForAndItIsSaid() {
        BudgetHeader header = new BudgetHeader("mx-cmx", FiscalYear.of(2010), "MXN", null, BudgetPhase.EXERCISED);
        BudgetSource account = budget(
                header,
                exercised(line("U1", "1.1.1", "1131", "100.00"), "90.00"),
                exercised(line("U2", "1.1.2", "2111", "50.00"), "55.00"));
        ComparisonDocument document = BudgetComparison.of(account, account)
                .by(Dimension.CHAPTER)
                .amounts(AmountKind.APPROVED, AmountKind.EXERCISED)
                .compare(SPANISH);

        assertThat(group(table(document, Dimension.CHAPTER), "1000").nominal())
                .isEqualTo(new Change("100.00", "90.00", "-10.00"));
        assertThat(document.likeWithLike()).isFalse();
        assertThat(document.notes())
                .contains(
                        "NO SE COMPARA LO MISMO, como se pidió: antes es el monto aprobado; después, el monto ejercido.");
    }

    @Test
    void unitsAreFollowedToThoseThatTookTheirPlaceAndSplitOnesAreNot() {
        BudgetSource before = budget(
                2010,
                line("U2", "1.1.1", "1131", "50.00"),
                line("U3", "1.1.2", "1131", "20.00"),
                line("U5", "1.1.3", "1131", "30.00"));
        BudgetSource after = budget(
                2011,
                line("U9", "1.1.1", "1131", "80.00"),
                line("U6", "1.1.3", "1131", "10.00"),
                line("U7", "1.1.4", "1131", "20.00"));
        ComparisonDocument document = BudgetComparison.of(before, after)
                .by(Dimension.UNIT)
                .successions(Map.of(
                        "U2", new TreeSet<>(List.of("U3")),
                        "U3", new TreeSet<>(List.of("U9")),
                        "U5", new TreeSet<>(List.of("U6", "U7")),
                        "U8", new TreeSet<>(List.of("U9"))))
                .compare(Locale.ENGLISH);

        ComparisonDocument.Table units = table(document, Dimension.UNIT);
        assertThat(units.groups()).extracting(ComparisonDocument.Group::code).containsExactly("U5", "U6", "U7", "U9");
        assertThat(group(units, "U9").nominal()).isEqualTo(new Change("70.00", "80.00", "10.00"));
        assertThat(document.notes())
                .contains(
                        "Counted under the unit that took their place: U2, U3.",
                        "The unit U5 became several (U6, U7), and nothing says which part of it went where: it cannot be"
                                + " compared with them.",
                        "Of the table of successions, neither budget has: U8.");
    }

    @Test
    void whatCannotBeComparedIsSaid() {
        BudgetSource before = budget(2010, line("U1", "1.1.1", "1131", "100.00"), unpaid("U1"));
        BudgetSource after = budget(2011, linked(line("U2", "1.1.1", "11301", "100.00"), ActionLink.to("99.99.99")));
        ComparisonDocument document =
                BudgetComparison.of(before, after).programme(Pairs.programme()).compare(Locale.ENGLISH);

        assertThat(document.notes())
                .containsExactly(
                        "2010: 1 line does not have that amount, and counts as zero.",
                        "Neither budget links a line to an action that is known, so that there is nothing to show by"
                                + " action or right.",
                        "2011: 1 link names no action of the programme; its money is under no action.",
                        "By unit, in one budget alone: 1 only in 2010 (100.00), 1 only in 2011 (100.00). Codes that changed"
                                + " count here too: a table of successions can say which unit became which.",
                        "Codes of the object have other lengths: 4 signs in 2010, 5 in 2011. Lines cannot be told to be the"
                                + " same by them, so that few or none are shown as moved.");
        assertThat(group(table(document, Dimension.CHAPTER), "1000").presence()).isEqualTo(Presence.BOTH);
    }

    private static SpendingLine unpaid(String unit) {
        return line(unit, "1.1.2", "1131", "0.00").toBuilder()
                .amounts(Amounts.none())
                .build();
    }

    @Test
    void byRightNothingIsComparedWithoutAProgramme() {
        ComparisonDocument document =
                BudgetComparison.of(Pairs.rights2010(), Pairs.rights2011()).compare(Locale.ENGLISH);

        assertThat(document.tables())
                .extracting(ComparisonDocument.Table::by)
                .containsExactly(Dimension.UNIT, Dimension.CHAPTER, Dimension.ACTION);
        assertThat(document.notes()).anyMatch(note -> note.startsWith("By right nothing can be compared"));
        assertThatExceptionOfType(NotComparableException.class)
                .isThrownBy(() -> BudgetComparison.of(Pairs.rights2010(), Pairs.rights2011())
                        .by(Dimension.RIGHT)
                        .compare(Locale.ENGLISH))
                .withMessageContaining("without a programme");
    }

    @Test
    void whatIsNoLikeWithLikeIsRefusedUnlessAskedFor() {
        BudgetHeader draft = new BudgetHeader("mx-cmx", FiscalYear.of(2010), "MXN", null, BudgetPhase.PROPOSED);
        refused(budget(draft), Pairs.units2011(), "its amount proposed, that of the budget after its amount approved");
        BudgetHeader dollars = new BudgetHeader("mx-cmx", FiscalYear.of(2010), "USD", null, BudgetPhase.APPROVED);
        refused(budget(dollars), Pairs.units2011(), "in USD, the one after in MXN");
        refused(budget(2010, unpaid("U1")), Pairs.units2011(), "No line of the budget before has the amount approved");
        assertThatExceptionOfType(NotComparableException.class)
                .isThrownBy(
                        () -> units().amounts(AmountKind.PAID, AmountKind.PAID).compare(Locale.ENGLISH))
                .withMessageContaining("does not report the amount paid");
        assertThatExceptionOfType(NotComparableException.class)
                .isThrownBy(() -> units().baseYear(FiscalYear.of(2010)).compare(Locale.ENGLISH))
                .withMessageContaining("of no use without an index");
    }

    private static void refused(BudgetSource before, BudgetSource after, String why) {
        assertThatExceptionOfType(NotComparableException.class)
                .isThrownBy(() -> BudgetComparison.of(before, after).compare(Locale.ENGLISH))
                .withMessageContaining(why);
    }

    @Test
    void anIndexNeedsTheYearsOfBothSides() {
        BudgetHeader yearless = new BudgetHeader("mx-cmx", null, "MXN", null, BudgetPhase.APPROVED);
        SpendingLine of2009 = line("U1", "1.1.1", "1131", "1.00").toBuilder()
                .fiscalYear(FiscalYear.of(2009))
                .build();
        SpendingLine of2010 = of2009.toBuilder().fiscalYear(FiscalYear.of(2010)).build();
        assertThatExceptionOfType(NotComparableException.class)
                .isThrownBy(() -> BudgetComparison.of(budget(yearless, of2009, of2010), Pairs.units2011())
                        .deflator(Pairs.PRICES)
                        .compare(Locale.ENGLISH))
                .withMessageContaining("lines of 2009 and of 2010");
        assertThat(BudgetComparison.of(budget(yearless, of2010), Pairs.units2011())
                        .deflator(Pairs.PRICES)
                        .compare(Locale.ENGLISH)
                        .before()
                        .fiscalYear())
                .isEqualTo(2010);
        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> BudgetComparison.of(budget(yearless, of2009), Pairs.units2011())
                        .deflator(Pairs.PRICES)
                        .compare(Locale.ENGLISH))
                .withMessage("INPC has nothing for 2009, only 2010…2011. Add that year, or give another file.");
    }

    /** The moved line is followed only where there is room for both of its groups. */
    @ParameterizedTest
    @EnumSource(Dimension.class)
    void whereNotAllLinesCanBeFollowedItIsSaidAndAllStillAddsUp(Dimension by) {
        ComparisonDocument document = BudgetComparison.of(Pairs.rights2010(), Pairs.rights2011())
                .programme(Pairs.programme())
                .by(by)
                .mostFollowed(2)
                .compare(Locale.ENGLISH);

        assertThat(document.notes()).anyMatch(note -> note.startsWith("There are more lines than can be followed"));
        ComparisonProperties.requireAddedUp(document);
    }

    @Test
    void aKeyUnderManyGroupsMovesNowhere() {
        SpendingLine[] before = new SpendingLine[20];
        for (int i = 0; i < before.length; i++) {
            before[i] = line("U" + i, "1.1.1", "1131", "1.00");
        }
        SpendingLine[] after = before.clone();
        after[3] = line("NEW", "1.1.1", "1131", "1.00");
        ComparisonDocument document = BudgetComparison.of(budget(2010, before), budget(2011, after))
                .by(Dimension.UNIT)
                .compare(Locale.ENGLISH);

        assertThat(explained(document, Dimension.UNIT, "U3")).isEqualTo(new Explained(null, "0.00", "-1.00", "0.00"));
        assertThat(document.notes()).noneMatch(note -> note.startsWith("There are more lines"));
    }

    @Test
    void theNameOfAUnitIsTheLaterOne() {
        SpendingLine named = line("U1", "1.1.1", "1131", "1.00");
        BudgetSource before = budget(
                2010, named.toBuilder().unit(new BudgetUnit("U1", "Old", null)).build());
        BudgetSource after = budget(
                2011, named.toBuilder().unit(new BudgetUnit("U1", "New", null)).build());

        assertThat(group(table(BudgetComparison.of(before, after).compare(Locale.ENGLISH), Dimension.UNIT), "U1")
                        .name())
                .isEqualTo("New");
    }

    @Test
    void nullIsRefusedAtTheCallByTheNameOfTheArgument() {
        BudgetComparison comparison = units();
        Map<String, ThrowableAssert.ThrowingCallable> calls = Map.of(
                "before", () -> BudgetComparison.of(null, Pairs.units2011()),
                "after", () -> BudgetComparison.of(Pairs.units2010(), null),
                "first", () -> comparison.by(null),
                "ofAfter", () -> comparison.amounts(AmountKind.PAID, null),
                "index", () -> comparison.deflator(null),
                "year", () -> comparison.baseYear(null),
                "people", () -> comparison.population(null),
                "table", () -> comparison.successions((Map<String, SortedSet<String>>) null),
                "value", () -> comparison.programme(null),
                "locale", () -> comparison.compare(null));
        calls.forEach((name, call) ->
                assertThatNullPointerException().isThrownBy(call).withMessage(name));
        assertThatNullPointerException()
                .isThrownBy(() -> comparison.successions((Input) null))
                .withMessage("input");
    }
}
