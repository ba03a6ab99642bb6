package org.hrbudget.validation.internal.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hrbudget.validation.internal.facts.Facts.codes;
import static org.hrbudget.validation.internal.facts.Facts.context;
import static org.hrbudget.validation.internal.facts.Facts.line;
import static org.hrbudget.validation.internal.facts.Facts.list;
import static org.hrbudget.validation.internal.facts.Facts.none;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Amounts;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.validation.spi.Catalogues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LineFactTest {

    private static final ActionLink FIRST = ActionLink.to("01.01.01");
    private static final ActionLink SECOND = ActionLink.to("02.01.02");

    @Test
    void yearOfTheLineAndYearOfTheBudgetAreTwo() {
        LineFact line = line(l -> l.fiscalYear(FiscalYear.of(2012)));

        assertThat(line.fiscalYear()).isEqualTo(2012);
        assertThat(line.budgetFiscalYear()).isEqualTo(2011);
        assertThat(line(l -> l).fiscalYear()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "1131, 1000", "9, 9000", "441, 4000"})
    void chapterIsTheFirstDigitAndThreeZeros(String object, String chapter) {
        assertThat(line(l -> l.objectCode(object)).objectChapter()).isEqualTo(chapter);
    }

    @ParameterizedTest
    @CsvSource({"6121, 6100", "61201, 6100", "612, 6100", "61, 6100", "6100, 6100", "6, 6000", "6000, 6000"})
    void conceptIsTwoDigitsAndTwoZerosHoweverShortTheCode(String object, String concept) {
        assertThat(line(l -> l.objectCode(object)).concept()).isEqualTo(concept);
    }

    @ParameterizedTest
    @CsvSource({
        "6121, true",
        "612, true",
        "61, true",
        "6000, true",
        "6, true",
        "622, false",
        "62, false",
        "6200, false",
        "7000, false",
        "7, false",
        "AB, false"
    })
    void conceptOfAGenericItemIsKnownByTheListAndAChapterByAnyConceptOfIt(String object, boolean known) {
        FactContext concepts = context(list(Catalogues.CodeList.OBJECT_CONCEPTS, "6100", "1100"));

        assertThat(line(concepts, l -> l.objectCode(object)).conceptKnown()).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "612, true",
        "6120, true",
        "61200, true",
        "6121, false",
        "61201, false",
        "61210, false",
        "6100, false",
        "61, false",
        "6, false",
        "6000, false",
        "N/A, false",
        "61B, false",
        "6l2, false"
    })
    void objectStopsAtItsGenericItemWhereOnlyZerosFollowItsThirdDigit(String object, boolean stops) {
        assertThat(line(l -> l.objectCode(object)).objectAtGenericItemLevel()).isEqualTo(stops);
    }

    @ParameterizedTest
    @CsvSource({"1131, 1100", "11311, 1100", "1100, 1100", "113, 113", "11, 11"})
    void releasedPacksTakeACodeOfLessThanFourDigitsForAConcept(String object, String concept) {
        assertThat(line(l -> l.objectCode(object)).objectConcept()).isEqualTo(concept);
    }

    @ParameterizedTest
    @CsvSource({"1100, true", "1110, false", "1101, false", "11000, true", "11, true", "1000, true", "612, false"})
    void objectStopsAtItsConceptWhereOnlyZerosFollowItsSecondDigit(String object, boolean stops) {
        assertThat(line(l -> l.objectCode(object)).objectAtConceptLevel()).isEqualTo(stops);
    }

    @ParameterizedTest
    @CsvSource({"1131, true", "1200, false", "1000, true", "2000, false", "10000, true", "100, false", "1100, true"})
    void conceptIsKnownByTheListAndAChapterByAnyConceptOfIt(String object, boolean known) {
        FactContext concepts = context(list(Catalogues.CodeList.OBJECT_CONCEPTS, "1100", "3100"));

        assertThat(line(concepts, l -> l.objectCode(object)).objectConceptKnown())
                .isEqualTo(known);
    }

    @Test
    void withoutAListOrACodeNothingIsKnownOrUnknown() {
        LineFact noList = line(l -> l.objectCode("1000")
                .programmeCode("E001")
                .functionalCode("1.1.1")
                .fundingSource("11")
                .unit(new BudgetUnit("U", null, "delegación")));
        LineFact noCode = line(
                context(Catalogues.of(Map.of(
                        Catalogues.CodeList.OBJECT_CONCEPTS, codes("1100"),
                        Catalogues.CodeList.MODALITIES, codes("E"),
                        Catalogues.CodeList.FUNCTIONAL_CODES, codes("1.1.1"),
                        Catalogues.CodeList.FUNDING_SOURCES, codes("11"),
                        Catalogues.CodeList.UNIT_KINDS, codes("delegación")))),
                l -> l);

        for (LineFact line : List.of(noList, noCode)) {
            assertThat(Stream.of(
                            line.conceptKnown(),
                            line.objectConceptKnown(),
                            line.modalityKnown(),
                            line.functionalCodeKnown(),
                            line.fundingSourceKnown(),
                            line.unitKindKnown(),
                            line.objectItemKnown(),
                            line.reasonSaysNothing()))
                    .containsOnlyNulls();
        }
        assertThat(noCode.objectChapter()).isNull();
        assertThat(noCode.concept()).isNull();
        assertThat(noCode.objectConcept()).isNull();
        assertThat(noCode.objectAtGenericItemLevel()).isNull();
        assertThat(noCode.objectAtConceptLevel()).isNull();
        assertThat(noCode.modality()).isNull();
    }

    @Test
    void modalityIsTheFirstLetterOfTheProgrammeAsWritten() {
        FactContext modalities = context(list(Catalogues.CodeList.MODALITIES, "E"));

        assertThat(line(modalities, l -> l.programmeCode("E001")).modality()).isEqualTo("E");
        assertThat(line(modalities, l -> l.programmeCode("E001")).modalityKnown())
                .isTrue();
        assertThat(line(modalities, l -> l.programmeCode("e001")).modalityKnown())
                .isFalse();
        assertThat(line(modalities, l -> l.programmeCode("KE01")).modalityKnown())
                .isFalse();
    }

    @Test
    void kindOfUnitIsKnownHoweverItIsSpelt() {
        FactContext kinds = context(list(Catalogues.CodeList.UNIT_KINDS, "delegación"));
        LineFact line = line(kinds, l -> l.unit(new BudgetUnit("U", null, "DELEGACION")));

        assertThat(line.unitKindKnown()).isTrue();
        assertThat(line.unitKindName()).isEqualTo("name of delegación");
        assertThat(line(kinds, l -> l.unit(new BudgetUnit("U", null, "órgano"))).unitKindKnown())
                .isFalse();
    }

    @Test
    void itemIsKnownByTheListOfItemsAlone() {
        FactContext items = new FactContext(Facts.YEAR, BudgetPhase.PAID, none(), null, Set.of("1131"), null, true);

        assertThat(line(items, l -> l.objectCode("1131")).objectItemKnown()).isTrue();
        assertThat(line(items, l -> l.objectCode("1130")).objectItemKnown()).isFalse();
        assertThat(line(items, l -> l).objectItemKnown()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"6121, 2, true", "6121, 1, false", "6, 2, true", "1131, 1, true", "5991, 1, true", "5991, 2, true"})
    void spendingTypeFitsTheLongestListedBeginningOfTheObjectAndAnythingWhereNoneIs(
            String object, String type, boolean fits) {
        FactContext types = context(
                Catalogues.of(Map.of(Catalogues.CodeList.SPENDING_TYPES, Map.of("6", "2", "1", "9", "11", "1"))));

        assertThat(line(types, l -> l.objectCode(object).spendingType(type)).spendingTypeFits())
                .isEqualTo(fits);
    }

    @Test
    void spendingTypeOfALineWithoutTypeOrObjectNeitherFitsNorDoesNot() {
        FactContext types = context(Catalogues.of(Map.of(Catalogues.CodeList.SPENDING_TYPES, Map.of("6", "2"))));

        assertThat(line(types, l -> l.objectCode("6121")).spendingTypeFits()).isNull();
        assertThat(line(types, l -> l.spendingType("2")).spendingTypeFits()).isNull();
        assertThat(line(types, l -> l.objectCode("6121")).fittingSpendingType()).isEqualTo("2");
    }

    @Test
    void threePartsOfTheStructureAreNotMixedUp() {
        LineFact line = line(l -> l.resultStructure(new ResultStructure("1", "2", "3")));

        assertThat(List.of(line.result(), line.subresult(), line.activity())).containsExactly("1", "2", "3");
    }

    static Stream<Arguments> amounts() {
        return Stream.of(
                amount(AmountKind.PROPOSED, BudgetPhase.PROPOSED, LineFact::proposed),
                amount(AmountKind.APPROVED, BudgetPhase.APPROVED, LineFact::approved),
                amount(AmountKind.ADJUSTMENTS, BudgetPhase.MODIFIED, LineFact::adjustments),
                amount(AmountKind.MODIFIED, BudgetPhase.MODIFIED, LineFact::modified),
                amount(AmountKind.CALENDARISED, BudgetPhase.MODIFIED, LineFact::calendarised),
                amount(AmountKind.RECEIVED, BudgetPhase.MODIFIED, LineFact::received),
                amount(AmountKind.COMMITTED, BudgetPhase.COMMITTED, LineFact::committed),
                amount(AmountKind.ACCRUED, BudgetPhase.ACCRUED, LineFact::accrued),
                amount(AmountKind.EXERCISED, BudgetPhase.EXERCISED, LineFact::exercised),
                amount(AmountKind.PAID, BudgetPhase.PAID, LineFact::paid));
    }

    private static Arguments amount(AmountKind kind, BudgetPhase first, Function<LineFact, BigDecimal> property) {
        return Arguments.of(kind, first, property);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("amounts")
    void amountIsSeenFromItsPhaseOnAndNotBefore(
            AmountKind kind, BudgetPhase first, Function<LineFact, BigDecimal> property) {
        Amounts.Builder all = Amounts.builder();
        for (AmountKind other : AmountKind.values()) {
            all.put(other, valueOf(other));
        }
        for (BudgetPhase phase : BudgetPhase.values()) {
            BigDecimal seen = property.apply(line(Facts.at(phase), l -> l.amounts(all.build())));
            if (phase.compareTo(first) < 0) {
                assertThat(seen).as(phase.name()).isNull();
            } else {
                assertThat(seen).as(phase.name()).isEqualByComparingTo(valueOf(kind));
            }
        }
    }

    /** {@return an amount that no other kind has} */
    private static BigDecimal valueOf(AmountKind kind) {
        return BigDecimal.valueOf(List.of(AmountKind.values()).indexOf(kind));
    }

    @ParameterizedTest
    @EnumSource(BudgetPhase.class)
    void moneyIsTheProposedInADraftAndTheApprovedInEveryLaterPhase(BudgetPhase phase) {
        LineFact line = line(
                Facts.at(phase),
                l -> l.amount(AmountKind.PROPOSED, BigDecimal.ONE).amount(AmountKind.APPROVED, BigDecimal.TEN));

        assertThat(line.amount()).isEqualByComparingTo(phase == BudgetPhase.PROPOSED ? BigDecimal.ONE : BigDecimal.TEN);
    }

    @Test
    void lineNamesAnActionOrAReasonOrSaysThatNoneApplies() {
        assertThat(line(l -> l.links(List.of(FIRST))).namesActionsOrReason()).isTrue();
        assertThat(line(l -> l.noActionReason("nómina")).namesActionsOrReason()).isTrue();
        assertThat(line(l -> l.saysNoneApplies(true)).namesActionsOrReason()).isTrue();
        assertThat(line(l -> l.noActionReason(" ")).namesActionsOrReason()).isFalse();
    }

    @Test
    void withoutAPlaceForReasonsALineWithoutActionsSaysNothingOfThem() {
        FactContext noPlace = new FactContext(Facts.YEAR, BudgetPhase.PAID, none(), null, null, null, false);

        assertThat(line(noPlace, l -> l).namesActionsOrReason()).isNull();
        assertThat(line(noPlace, l -> l.links(List.of(FIRST))).namesActionsOrReason())
                .isTrue();
    }

    @Test
    void linksStateAmountsAndSharesAndTheRestClaimsNothing() {
        LineFact line = line(l -> l.amount(AmountKind.APPROVED, new BigDecimal("200"))
                .links(List.of(
                        FIRST.withAmount(new BigDecimal("30")),
                        FIRST.withAmount(new BigDecimal("5")),
                        SECOND.withShare(new BigDecimal("0.25")),
                        SECOND.withShare(new BigDecimal("0.125")),
                        SECOND)));

        assertThat(line.linkedAmount()).isEqualByComparingTo("35");
        assertThat(line.linkedShare()).isEqualByComparingTo("0.375");
        assertThat(line.linkedParts()).isEqualByComparingTo("110");
    }

    @Test
    void withoutMoneyNoPartsAreClaimed() {
        assertThat(line(l -> l.links(List.of(FIRST.withShare(BigDecimal.ONE)))).linkedParts())
                .isNull();
        assertThat(line(l -> l).linkedAmount()).isEqualByComparingTo("0");
        assertThat(line(l -> l).linkedShare()).isEqualByComparingTo("0");
    }

    @Test
    void linksKeepTheirOrder() {
        assertThat(line(l -> l.links(List.of(SECOND, FIRST))).links())
                .extracting(LinkFact::index, LinkFact::actionCode)
                .containsExactly(tuple(0, "02.01.02"), tuple(1, "01.01.01"));
    }

    @ParameterizedTest
    @CsvSource({"NOT_REQUESTED, false, false", "REQUESTED, true, false", "GIVEN, true, true", ", ,"})
    void whatWasGivenWasAskedForAndWhatWasAskedForNeedNotBeGiven(
            SpendingLine.RightsInformation state, Boolean requested, Boolean given) {
        LineFact line = line(l -> l.rightsInformation(state));

        assertThat(line.rightsInformationRequested()).isEqualTo(requested);
        assertThat(line.rightsInformationGiven()).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({
        "objectConceptKnown, 11O1, 11O1, 1101",
        "objectConceptKnown, 11o1, 11o1, 1101",
        "objectConceptKnown, 1l31, 1l31, 1131",
        "objectConceptKnown, 1I31, 1I31, 1131",
        "objectConceptKnown, '1,131', '1,131', 1131",
        "objectConceptKnown, 12O1, 12O1, ",
        "conceptKnown, 11O1, 11O1, 1101",
        "conceptKnown, N/A, N/A, ",
        "modalityKnown, e001, e001, E001",
        "modalityKnown, q001, q001, "
    })
    void codeIsTakenForWhatItLooksLikeWhereTheListHasThat(String name, String object, String programme, String meant) {
        FactContext lists = context(Catalogues.of(Map.of(
                Catalogues.CodeList.OBJECT_CONCEPTS, codes("1100"), Catalogues.CodeList.MODALITIES, codes("E"))));
        Property property = Vocabulary.type("SpendingLine").property(name);

        assertThat(line(lists, l -> l.objectCode(object).programmeCode(programme))
                        .meant(property)
                        .orElse(null))
                .isEqualTo(meant);
    }
}
