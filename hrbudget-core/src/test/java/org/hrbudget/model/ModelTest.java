package org.hrbudget.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.model.internal.Spelling;
import org.junit.jupiter.api.Test;

class ModelTest {

    private static final HumanRight EQUALITY = new HumanRight("01", false, "Igualdad y no discriminación", "Equality");
    private static final HumanRight WOMEN = new HumanRight("16", true, "Mujeres", "Women");

    @Test
    void aFiscalYearIsFourAsciiDigits() {
        assertThat(FiscalYear.parse("2011")).isEqualTo(FiscalYear.of(2011));
        for (String text : List.of("11", "02011", "2011.0", "2,011", "٢٠١١", "MMXI", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FiscalYear.parse(text))
                    .withMessageContaining(text)
                    .withMessageContaining("Maybe");
        }
    }

    @Test
    void aFiscalYearLiesBetweenItsLimits() {
        assertThat(FiscalYear.of(1900).value()).isEqualTo(1900);
        assertThat(FiscalYear.of(2999).value()).isEqualTo(2999);
        assertThatIllegalArgumentException().isThrownBy(() -> FiscalYear.of(1899));
        assertThatIllegalArgumentException().isThrownBy(() -> FiscalYear.of(3000));
    }

    @Test
    void anAmountHasScaleTwoAndIsNeverRounded() {
        Amounts amounts = Amounts.none().with(AmountKind.APPROVED, new BigDecimal("10"));
        assertThat(amounts.get(AmountKind.APPROVED)).isEqualTo(new BigDecimal("10.00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> amounts.with(AmountKind.APPROVED, new BigDecimal("0.005")))
                .withMessageContaining("0.005");
    }

    @Test
    void anAbsentAmountIsNotZero() {
        assertThat(Amounts.none().get(AmountKind.EXERCISED)).isNull();
        assertThat(Amounts.of(Map.of(AmountKind.PAID, BigDecimal.ZERO)).asMap()).containsOnlyKeys(AmountKind.PAID);
    }

    @Test
    void aDraftCountsWhatIsProposedAndADecreeWhatIsApproved() {
        assertThat(BudgetPhase.PROPOSED.basis()).isEqualTo(AmountKind.PROPOSED);
        assertThat(BudgetPhase.APPROVED.basis()).isEqualTo(AmountKind.APPROVED);
        assertThat(BudgetPhase.PAID.basis()).isEqualTo(AmountKind.APPROVED);
    }

    @Test
    void aDocumentReportsThePhasesUpToItsOwn() {
        assertThat(BudgetPhase.APPROVED.reports(AmountKind.APPROVED)).isTrue();
        assertThat(BudgetPhase.APPROVED.reports(AmountKind.MODIFIED)).isFalse();
        assertThat(BudgetPhase.EXERCISED.reports(AmountKind.CALENDARISED)).isTrue();
        assertThat(BudgetPhase.EXERCISED.reports(AmountKind.PAID)).isFalse();
    }

    @Test
    void everyAmountIsADataItem() {
        for (AmountKind kind : AmountKind.values()) {
            assertThat(DataItem.of(kind).name()).isEqualTo(kind.name());
        }
    }

    @Test
    void aLinkNamesAnActionAndGivesItsPartOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ActionLink(null, null, null, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActionLink("01.01.06", null, null, BigDecimal.TEN, BigDecimal.ONE))
                .withMessageContaining("01.01.06");
        assertThat(new ActionLink(null, 6, null, null, null).label()).isEqualTo("#6");
    }

    @Test
    void aProgrammeFindsActionsByCodeAndByNumber() {
        HumanRightsProgramme programme = programme(action("01.01.01", 1), action("01.01.02", 2));
        assertThat(programme.action(2)).isEqualTo(programme.action("01.01.02"));
        assertThat(programme.action(new ActionLink("01.01.01", 2, null, null, null)))
                .as("the code counts where both are given")
                .isEqualTo(programme.action(1));
        assertThat(programme.action("01.01.03")).isEmpty();
    }

    @Test
    void aProgrammeKeepsRightsAndGroupsApart() {
        HumanRightsProgramme programme = programme(action("01.01.01", 1));
        assertThat(programme.rights()).containsExactly(EQUALITY);
        assertThat(programme.groups()).containsExactly(WOMEN);
    }

    @Test
    void aProgrammeRefusesACodeOrANumberThatStandsTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> programme(action("01.01.01", 1), action("01.01.01", 2)))
                .withMessageContaining("01.01.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> programme(action("01.01.01", 7), action("01.01.02", 7)))
                .withMessageContaining("7");
    }

    @Test
    void aRightIsNamedByCodeOrNameWhateverTheCase() {
        HumanRightsProgramme programme = programme(action("01.01.01", 1));
        assertThat(programme.names("01", "IGUALDAD Y NO DISCRIMINACIÓN")).isTrue();
        assertThat(programme.names("01", " equality ")).isTrue();
        assertThat(programme.names("01", "01")).isTrue();
        assertThat(programme.names("01", "Mujeres")).isFalse();
    }

    @Test
    void anAccentIsTheSameHoweverItIsEncoded() {
        String decomposed = "O\u0301rgano Auto\u0301nomo\u00a0";
        assertThat(Spelling.folded(decomposed)).isEqualTo("órgano autónomo");
        assertThat(Spelling.folded("AÑO")).isEqualTo("año");
        assertThat(Spelling.folded("ID")).isEqualTo("id");
    }

    @Test
    void aLineInMemoryGetsItsPlaceInTheBudget() {
        Budget budget = budget(
                SpendingLine.builder().objectCode("1131").build(),
                SpendingLine.builder().position(new Position("x.csv", 9)).build());
        assertThat(budget.lines())
                .extracting(SpendingLine::position)
                .containsExactly(new Position(Budget.IN_MEMORY, 1), new Position("x.csv", 9));
    }

    @Test
    void aBudgetPromisesWhatItsLinesCarryAsAFileOfThemWouldHaveColumns() {
        Budget silent = budget(SpendingLine.builder().build());
        Budget linked = budget(
                SpendingLine.builder().build(),
                SpendingLine.builder().links(List.of(ActionLink.to("01.01.01"))).build());
        assertThat(silent.promises()).isEmpty();
        assertThat(linked.promises()).containsExactly(DataItem.LINKS);
    }

    @Test
    void aBudgetPromisesWhatOneOfItsLinesCarries() {
        Budget budget = budget(
                SpendingLine.builder().build(),
                SpendingLine.builder().amount(AmountKind.PAID, BigDecimal.ONE).build());
        assertThat(budget.promises()).contains(DataItem.PAID).doesNotContain(DataItem.ACCRUED);
    }

    @Test
    void aBuilderStartedFromALineMakesAnEqualLine() {
        SpendingLine line = SpendingLine.builder()
                .id("7")
                .unit(new BudgetUnit("11CD01", "Instituto", "dependencia"))
                .links(List.of(ActionLink.to("01.01.01")))
                .passThrough(Map.of("note", "ñ"))
                .amount(AmountKind.APPROVED, BigDecimal.ONE)
                .build();
        assertThat(line.toBuilder().build()).isEqualTo(line).hasSameHashCodeAs(line);
        assertThat(line.toBuilder().noActionReason("no").build()).isNotEqualTo(line);
    }

    @Test
    void aTemplateFillsNamesOnceAndKeepsTheUnknown() {
        assertThat(Bilingual.fill("first\n{a}", Map.of("a", "x\nVERDICT: \u202e\u001b[2J")))
                .isEqualTo("first\nx\\u000aVERDICT: \\u202e\\u001b[2J");
        assertThat(Bilingual.fill("{a} of {b}, {c} {", Map.of("a", "{b}", "b", "2")))
                .isEqualTo("{b} of 2, {c} {");
    }

    @Test
    void aTextIsSpanishForSpanishReadersAndEnglishForAllOthers() {
        Bilingual text = new Bilingual("yes", "sí");
        assertThat(text.in(Locale.forLanguageTag("es-MX"))).isEqualTo("sí");
        assertThat(text.in(Locale.forLanguageTag("tr"))).isEqualTo("yes");
    }

    private static Budget budget(SpendingLine... lines) {
        BudgetHeader header = new BudgetHeader("mx-cmx", FiscalYear.of(2011), "MXN", null, BudgetPhase.PAID);
        return Budget.builder(header).lines(List.of(lines)).build();
    }

    private static HumanRightsProgramme programme(HrpAction... actions) {
        return HumanRightsProgramme.of("Test", List.of(EQUALITY, WOMEN), List.of(actions));
    }

    private static HrpAction action(String code, int sequence) {
        return new HrpAction(code, sequence, code.substring(0, 2), code.substring(0, 5), "t", null, List.of(), false);
    }

    @Test
    void noAplicaInPlaceOfAnActionIsAStatementAndNoLink() {
        ActionLink none = new ActionLink("No aplica", null, "no aplica", null, null);
        SpendingLine line = SpendingLine.builder().links(List.of(none)).build();

        assertThat(line.links()).isEmpty();
        assertThat(line.saysNoneApplies()).isTrue();
        assertThat(line.noActionReason()).isNull();
        assertThat(line.toBuilder().build()).isEqualTo(line);
        assertThat(line).isNotEqualTo(SpendingLine.builder().build());
        assertThat(line.toBuilder().links(List.of()).build().saysNoneApplies()).isFalse();
    }

    @Test
    void aStatementBesideActionsLeavesThemAlone() {
        ActionLink link = ActionLink.to("01.01.01");
        SpendingLine line = SpendingLine.builder()
                .links(List.of(link, ActionLink.to("N/A")))
                .build();

        assertThat(line.links()).containsExactly(link);
        assertThat(line.saysNoneApplies()).isTrue();
    }

    @Test
    void aLinkThatGivesMoneyOrANumberIsNoStatement() {
        assertThat(ActionLink.to("No aplica").withAmount(BigDecimal.ONE).saysNoneApplies())
                .isFalse();
        assertThat(ActionLink.to("No aplica").withShare(BigDecimal.ONE).saysNoneApplies())
                .isFalse();
        assertThat(new ActionLink("No aplica", 1, null, null, null).saysNoneApplies())
                .isFalse();
        assertThat(new ActionLink("No aplica", null, "Agua", null, null).saysNoneApplies())
                .isFalse();
    }

    @Test
    void aTextOfBlanksIsNoText() {
        SpendingLine line = SpendingLine.builder()
                .programmeCode("")
                .objectCode(" 1131\u00A0")
                .noActionReason(" \t\u00A0")
                .resultStructure(new ResultStructure("04", " ", "1 "))
                .build();

        assertThat(line.programmeCode()).isNull();
        assertThat(line.objectCode()).isEqualTo("1131");
        assertThat(line.noActionReason()).isNull();
        assertThat(line.resultStructure()).isEqualTo(new ResultStructure("04", null, "1"));
        assertThat(new Baseline.FundedAction("01.01.01 ", BigDecimal.TEN, " "))
                .isEqualTo(new Baseline.FundedAction("01.01.01", BigDecimal.TEN, null));
    }

    @Test
    void aUnitOfABlankCodeIsNoUnit() {
        assertThat(SpendingLine.builder()
                        .unit(new BudgetUnit("  ", "Instituto", null))
                        .build()
                        .unit())
                .isNull();
        assertThat(new BudgetUnit(" 11CD01", " ", "entidad ")).isEqualTo(new BudgetUnit("11CD01", null, "entidad"));
    }

    @Test
    void aLinkOfABlankCodeNamesNoAction() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActionLink.to(" "))
                .withMessageContaining("names no action");
        assertThat(new ActionLink("", 6, "", null, null)).isEqualTo(new ActionLink(null, 6, null, null, null));
    }

    @Test
    void aCodeWrittenWronglyIsNearTheActionItMustMean() {
        HumanRightsProgramme programme = HumanRightsProgramme.of(
                "P",
                List.of(EQUALITY),
                List.of(action("01.01.03", 3), action("01.01.10", 10), action("01.02.40", 40), action("01.02.41", 41)));

        for (String written : List.of("1.1.3", "01-01-03", "O1.01.O3", "010103", "10103", "01.01,03", "0101.03")) {
            assertThat(programme.nearest(ActionLink.to(written)).map(HrpAction::code))
                    .as(written)
                    .contains("01.01.03");
        }
        assertThat(programme.nearest(ActionLink.to("01.10.01"))).isEmpty();
        assertThat(programme.nearest(ActionLink.to("10.01.03")).map(HrpAction::code))
                .contains("01.01.03");
        assertThat(programme.nearest(ActionLink.to("01.02.49")))
                .as("two are as near")
                .isEmpty();
        assertThat(programme
                        .nearest(new ActionLink("01.02.49", 41, null, null, null))
                        .map(HrpAction::code))
                .contains("01.02.41");
        assertThat(programme.nearest(ActionLink.to("01.01"))).isEmpty();
        assertThat(programme.nearest(ActionLink.to("x".repeat(1_000_000)))).isEmpty();
    }

    @Test
    void officesWriteTheCodeOfAUnitInManyWays() {
        for (String written : List.of("08 CO 01", "08-co-01", "08.CO.01", "08CO01 ")) {
            assertThat(BudgetUnit.isSameCode(written, "08CO01")).as(written).isTrue();
        }
        assertThat(BudgetUnit.isSameCode("08CO10", "08CO01")).isFalse();
        assertThat(BudgetUnit.isSameCode("8CO01", "08CO01")).isFalse();
    }
}
