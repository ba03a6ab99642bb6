package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hrbudget.io.Outcome.english;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;

class LinkFileTest {

    private static final String LINES = "id,unit_code,approved,action_1\nA,U1,10,01.01.01\nB,U2,20,\nC,U3,x,\n";

    private static Outcome read(String links) {
        return Outcome.of(Budgets.reading(Outcome.input("b.csv", LINES)).links(Outcome.input("links.csv", links)));
    }

    private static Input.Account account(Outcome outcome) {
        return outcome.account().inputs().get(1);
    }

    private static ReadingAccount.RejectedRow rejectedLink(Outcome outcome) {
        return outcome.account().rejected().stream()
                .filter(row -> row.position().file().equals("links.csv"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void linksOfTheFileFollowThoseOfTheLine() {
        Outcome outcome = read("line,action,share\nA,02.01.01,0.5\nB,03.01.01,\nA,04.01.01,\n");

        assertThat(outcome.lines().get(0).links())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
                .containsExactly(
                        ActionLink.to("01.01.01"),
                        ActionLink.to("02.01.01").withShare(new BigDecimal("0.5")),
                        ActionLink.to("04.01.01"));
        assertThat(outcome.lines().get(1).links())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
                .containsExactly(ActionLink.to("03.01.01"));
        assertThat(account(outcome))
                .extracting(Input.Account::rowsRead, Input.Account::linesValidated)
                .containsExactly(3L, 3L);
        assertThat(account(outcome).sha256()).hasSize(64);
    }

    @Test
    void theFileMaySayWhyNoActionApplies() {
        Outcome outcome = read("line,no_action_reason\nB,Servicio de la deuda\n");

        assertThat(outcome.lines().get(1).noActionReason()).isEqualTo("Servicio de la deuda");
        assertThat(outcome.lines().get(1).links()).isEmpty();
        assertThat(outcome.lines().get(0).noActionReason()).isNull();
        assertThat(account(outcome))
                .extracting(Input.Account::rowsRead, Input.Account::linesValidated)
                .containsExactly(1L, 1L);
    }

    @Test
    void aReasonMayStandBesideTheStatementThatNoneApplies() {
        SpendingLine line = read("line,action,motivo\nB,No aplica,Servicio de la deuda\n")
                .lines()
                .get(1);

        assertThat(line.saysNoneApplies()).isTrue();
        assertThat(line.noActionReason()).isEqualTo("Servicio de la deuda");
    }

    @Test
    void aLineThatSaysThatNoneAppliesStillDoesWithLinksOfTheFile() {
        Outcome outcome = Outcome.of(
                Budgets.reading(Outcome.input("b.csv", "id,unit_code,approved,action_1\nA,U1,1.00,No aplica\n"))
                        .links(Outcome.input("links.csv", "line,action\nA,01.01.01\n")));

        assertThat(outcome.only().saysNoneApplies()).isTrue();
        assertThat(outcome.only().links()).extracting(ActionLink::actionCode).containsExactly("01.01.01");
    }

    @Test
    void anotherReasonThanTheLinesOwnIsRejected() {
        String lines = "id,unit_code,approved,no_action_reason\nA,U1,1.00,Nómina del mes\n";
        Outcome outcome = Outcome.of(Budgets.reading(Outcome.input("b.csv", lines))
                .links(Outcome.input("links.csv", "line,reason\nA,Nómina del mes\nA,Deuda del mes\n")));

        assertThat(outcome.only().noActionReason()).isEqualTo("Nómina del mes");
        assertThat(english(rejectedLink(outcome))).contains("gives another reason itself: \"Nómina del mes\"");
        assertThat(rejectedLink(outcome).column()).isEqualTo("reason");
        assertThat(rejectedLink(outcome).position().row()).isEqualTo(3);
    }

    @Test
    void aReasonForALineOfAnotherUnitIsRejected() {
        assertThat(english(rejectedLink(read("unit,line,reason\nU1,B,Servicio de la deuda\n"))))
                .contains("belongs to the unit U2, not to U1");
    }

    @Test
    void aLinkToALineThatDoesNotExistIsRejected() {
        Outcome outcome = read("line,action\nZ,02.01.01\nA,03.01.01\n");

        assertThat(english(rejectedLink(outcome))).contains("called \"Z\"");
        assertThat(rejectedLink(outcome).position()).isEqualTo(new Position("links.csv", 2));
        assertThat(account(outcome))
                .extracting(Input.Account::rowsRead, Input.Account::rowsRejected)
                .containsExactly(2L, 1L);
    }

    @Test
    void aLinkToARejectedLineIsRejected() {
        assertThat(english(rejectedLink(read("line,action\nC,02.01.01\n")))).contains("Maybe the line was rejected");
    }

    @Test
    void aLinkOfAnotherUnitIsRejected() {
        Outcome outcome = read("unit,line,action\nU2,A,02.01.01\nU1,A,03.01.01\n");

        assertThat(english(rejectedLink(outcome))).contains("belongs to the unit U1, not to U2");
        assertThat(outcome.lines().get(0).links()).hasSize(2);
    }

    @Test
    void aLinkThatNamesNoActionIsRejected() {
        assertThat(english(rejectedLink(read("line,action,sequence\nA,,\n")))).contains("names no action");
    }

    @Test
    void aLinkThatNamesNoLineIsRejected() {
        assertThat(english(rejectedLink(read("line,action\n,01.01.01\n")))).contains("names no line");
    }

    @Test
    void aFileThatHasNoActionsIsRefused() {
        assertThatThrownBy(() -> read("line,amount\nA,1\n"))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("action | sequence");
    }

    @Test
    void whereLinesHaveNoIdentifierTheRowIsIt() {
        Outcome outcome = Outcome.of(Budgets.reading(Outcome.input("b.csv", "unit_code,approved\nU1,1\nU2,2\n"))
                .links(Outcome.input("links.csv", "line,sequence\n3,77\n")));

        assertThat(outcome.lines().get(0).links()).isEmpty();
        assertThat(outcome.lines().get(1).links())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
                .containsExactly(new ActionLink(null, 77, null, null, null));
    }

    @Test
    void aLinkKnowsTheColumnOfItsGroup() {
        Input several = Outcome.input(
                "b.csv",
                "id,unit_code,approved,accion_1,accion_2,accion_2_numero\nA,U1,1,,01.01.01,\nB,U1,1,01.01.02,,7\n");

        List<SpendingLine> lines = Outcome.of(Budgets.reading(several)).lines();

        assertThat(origins(lines.get(0)))
                .containsExactly(new ActionLink.Origin(
                        null, Map.of(ActionLink.Part.CODE, "accion_2", ActionLink.Part.SEQUENCE, "accion_2_numero")));
        assertThat(origins(lines.get(1)).get(0).headings()).isEqualTo(Map.of(ActionLink.Part.CODE, "accion_1"));
    }

    @Test
    void aLinkOfASecondFileKnowsItsRowAndColumns() {
        Input budget = Outcome.input("b.csv", "id,unit_code,approved,action\nA,U1,1,01.01.01\n");
        Input second = Outcome.input("links.csv", "monto,accion,linea\n\n1.00,01.01.02,A\n");

        SpendingLine line =
                Outcome.of(Budgets.reading(budget).links(second)).lines().get(0);

        assertThat(origins(line))
                .containsExactly(
                        new ActionLink.Origin(null, Map.of(ActionLink.Part.CODE, "action")),
                        new ActionLink.Origin(
                                new Position("links.csv", 3),
                                Map.of(ActionLink.Part.CODE, "accion", ActionLink.Part.AMOUNT, "monto")));
    }

    private static List<ActionLink.Origin> origins(SpendingLine line) {
        return line.links().stream().map(ActionLink::origin).toList();
    }

    @Test
    void everyFileHasItsOwnHeadings() {
        Input english = Outcome.input("en.csv", "unit_code,approved,partida\nU1,1,1131\n");
        Input spanish = Outcome.input("es.csv", "unit_code,aprobado,partida,accion_1,accion_2\nU2,1,1131,,\n");

        assertThat(columns(Budgets.reading(english, spanish)))
                .isEqualTo(Map.of(
                        "en.csv",
                        Map.of(
                                "unit_code", "unit_code",
                                "approved", "approved",
                                "amount", "approved",
                                "object_code", "partida"),
                        "es.csv",
                        Map.of(
                                "unit_code", "unit_code",
                                "approved", "aprobado",
                                "amount", "aprobado",
                                "object_code", "partida",
                                "links", "accion_1")));
    }

    private static Map<String, Map<String, String>> columns(Budgets.Reading reading) {
        try (LineReader reader = reading.source().open()) {
            return reader.columns();
        }
    }

    @Test
    void aFileOfLinksPromisesLinks() {
        Budgets.Reading reading = Budgets.reading(Outcome.input("b.csv", "id,unit_code,approved\n"))
                .links(Outcome.input("links.csv", "line,action\n"));

        try (LineReader reader = reading.source().open()) {
            assertThat(reader.promises()).contains(DataItem.LINKS);
        }
    }
}
