package org.hrbudget.validation.internal.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrbudget.validation.internal.facts.Facts.context;
import static org.hrbudget.validation.internal.facts.Facts.line;
import static org.hrbudget.validation.internal.facts.Facts.link;
import static org.hrbudget.validation.internal.facts.Facts.none;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.FiscalYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkFactTest {

    private static final ActionLink FIRST = ActionLink.to("01.01.01");
    private static final ActionLink UNKNOWN = ActionLink.to("09.01.01");

    private static ActionLink numbered(String code, Integer sequence) {
        return new ActionLink(code, sequence, null, null, null);
    }

    private static LinkFact naming(String code, String right) {
        return link(new ActionLink(code, null, right, null, null));
    }

    @Test
    void actionIsKnownByItsCodeOrElseByItsNumber() {
        assertThat(link(FIRST).known()).isTrue();
        assertThat(link(UNKNOWN).known()).isFalse();
        assertThat(link(numbered(null, 7)).known()).isTrue();
        assertThat(link(numbered(null, 6)).known()).isFalse();
        assertThat(link(numbered("09.01.01", 7)).known()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "01.01.01, 1, true",
        "01.01.01, 2, false",
        "01.01.01, 0, false",
        "01.01.01, , ",
        ", 1, ",
        "09.01.01, 1, "
    })
    void numberAgreesOnlyBesideTheCodeOfAnActionThatHasIt(String code, Integer number, Boolean agrees) {
        assertThat(link(numbered(code, number)).sequenceAgrees()).isEqualTo(agrees);
    }

    @Test
    void numberOfTheProgrammeIsTheActionsWhateverIsWritten() {
        assertThat(link(numbered("02.01.02", 3)).programmeSequence()).isEqualTo(7);
        assertThat(link(numbered("02.01.02", 3)).sequence()).isEqualTo(3);
        assertThat(link(UNKNOWN).programmeSequence()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "01.01.01, 01, true, true",
        "01.01.01, 02, false, true",
        "01.01.01, Derecho a la igualdad, true, true",
        "01.01.01, Derechos de la infancia, false, true",
        "01.01.01, xyz, false, false",
        "01.01.01, , ,",
        "09.01.01, 01, , true"
    })
    void namedRightAgreesIfItIsTheActionsAndIsKnownIfItIsAny(String code, String right, Boolean agrees, Boolean known) {
        assertThat(naming(code, right).namedRightAgrees()).isEqualTo(agrees);
        assertThat(naming(code, right).namedRightKnown()).isEqualTo(known);
    }

    @Test
    void rightIsThatUnderWhichTheProgrammePutsTheAction() {
        assertThat(naming("02.01.02", "01").actionRight()).isEqualTo("02");
        assertThat(naming("02.01.02", "01").actionRightName()).isEqualTo("Derechos de la infancia");
        assertThat(naming("09.01.01", "01").actionRight()).isNull();
        assertThat(naming("09.01.01", "01").actionRightName()).isNull();
    }

    @Test
    void withoutAProgrammeNothingIsKnownOfAnAction() {
        LinkFact link = link(Facts.withoutProgramme(), new ActionLink("01.01.01", 1, "01", null, null));

        assertThat(link.known()).isNull();
        assertThat(link.sequenceAgrees()).isNull();
        assertThat(link.namedRightAgrees()).isNull();
        assertThat(link.namedRightKnown()).isNull();
        assertThat(link.actionRightName()).isNull();
        assertThat(link.meant("action")).isEmpty();
    }

    @Test
    void actionIsListedIfTheListOfTheUnitOfTheLineHasIt() {
        FactContext lists = Facts.withLists(Map.of("11CD01", Set.of("01.01.01"), "12CD01", Set.of("02.01.02")));

        assertThat(link(lists, FIRST).listed()).isTrue();
        assertThat(link(lists, ActionLink.to("02.01.02")).listed()).isFalse();
        assertThat(link(lists, numbered(null, 1)).listed()).isTrue();
        assertThat(link(lists, numbered(null, 7)).listed()).isFalse();
    }

    @Test
    void nothingIsListedOrUnlistedWithoutAListAUnitOrAnAction() {
        FactContext ofOthers = Facts.withLists(Map.of("12CD01", Set.of("01.01.01")));
        FactContext lists = Facts.withLists(Map.of("11CD01", Set.of("01.01.01")));

        assertThat(link(FIRST).listed()).isNull();
        assertThat(link(ofOthers, FIRST).listed()).isNull();
        assertThat(line(lists, l -> l.links(List.of(FIRST))).links().get(0).listed())
                .isNull();
        assertThat(link(lists, numbered(null, 99)).listed()).isNull();
        assertThat(link(lists, UNKNOWN).listed()).isFalse();
    }

    @Test
    void amountStatedGoesBeforeTheShareAndTheWholeLineIsClaimedByNeither() {
        assertThat(attributed(FIRST.withAmount(new BigDecimal("3")))).isEqualByComparingTo("3");
        assertThat(attributed(FIRST.withShare(new BigDecimal("0.25")))).isEqualByComparingTo("50");
        assertThat(attributed(FIRST.withShare(BigDecimal.ZERO))).isEqualByComparingTo("0");
        assertThat(attributed(FIRST)).isEqualByComparingTo("200");
        assertThat(link(FIRST.withAmount(BigDecimal.ONE)).attributedAmount()).isNull();
    }

    private static BigDecimal attributed(ActionLink link) {
        return line(l -> l.amount(AmountKind.APPROVED, new BigDecimal("200")).links(List.of(link)))
                .links()
                .get(0)
                .attributedAmount();
    }

    @Test
    void yearIsTheLinesElseTheBudgets() {
        assertThat(link(FIRST).fiscalYear()).isEqualTo(2011);
        assertThat(line(context(none()), l -> l.fiscalYear(FiscalYear.of(2012)).links(List.of(FIRST)))
                        .links()
                        .get(0)
                        .fiscalYear())
                .isEqualTo(2012);
    }

    @ParameterizedTest
    @CsvSource({"sequence, SEQUENCE", "right, RIGHT", "share, SHARE", "amount, AMOUNT", "action, CODE"})
    void fieldStandsInThePartOfItsName(String field, ActionLink.Part part) {
        assertThat(link(FIRST.withAmount(BigDecimal.ONE)).part(field)).isEqualTo(part);
    }

    @Test
    void moneyWithoutAnAmountStandsInTheShareAndElseWithTheName() {
        assertThat(link(FIRST.withShare(BigDecimal.ONE)).part("amount")).isEqualTo(ActionLink.Part.SHARE);
        assertThat(link(FIRST).part("amount")).isEqualTo(ActionLink.Part.CODE);
        assertThat(link(numbered(null, 1)).part("amount")).isEqualTo(ActionLink.Part.SEQUENCE);
    }

    @Test
    void meantIsTheNearestActionOrTheNumberItHas() {
        assertThat(link(ActionLink.to("1.1.1")).meant("action")).contains("01.01.01");
        assertThat(link(ActionLink.to("77.77.77")).meant("action")).isEmpty();
        assertThat(link(ActionLink.to("O1.01.01")).meant("action")).contains("01.01.01");
        assertThat(link(FIRST).meant("action")).isEmpty();
        assertThat(link(numbered("02.01.02", 3)).meant("sequence")).contains("7");
        assertThat(link(FIRST).meant("right")).isEmpty();
    }

    @Test
    void labelIsTheCodeElseTheNumber() {
        assertThat(link(numbered("02.01.02", 7)).label()).isEqualTo("02.01.02");
        assertThat(link(numbered(null, 7)).label()).isEqualTo("#7");
    }
}
