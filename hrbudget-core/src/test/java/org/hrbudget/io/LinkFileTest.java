package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hrbudget.io.Outcome.english;

import java.math.BigDecimal;
import java.util.Map;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.Position;
import org.junit.jupiter.api.Test;

class LinkFileTest {

    private static final String LINES = "id,unit_code,approved,action_1\nA,U1,10,01.01.01\nB,U2,20,\nC,U3,x,\n";

    private static Outcome read(String links) {
        return Outcome.of(Budgets.reading(Outcome.input("b.csv", LINES)).links(Outcome.input("links.csv", links)));
    }

    private static InputAccount account(Outcome outcome) {
        return outcome.account().inputs().get(1);
    }

    private static RejectedRow rejectedLink(Outcome outcome) {
        return outcome.account().rejected().stream()
                .filter(row -> row.position().file().equals("links.csv"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void linksOfTheFileFollowThoseOfTheLine() {
        Outcome outcome = read("line,action,share\nA,02.01.01,0.5\nB,03.01.01,\nA,04.01.01,\n");

        assertThat(outcome.lines().get(0).links())
                .containsExactly(
                        ActionLink.to("01.01.01"),
                        ActionLink.to("02.01.01").withShare(new BigDecimal("0.5")),
                        ActionLink.to("04.01.01"));
        assertThat(outcome.lines().get(1).links()).containsExactly(ActionLink.to("03.01.01"));
        assertThat(account(outcome))
                .extracting(InputAccount::rowsRead, InputAccount::linesValidated)
                .containsExactly(3L, 3L);
        assertThat(account(outcome).sha256()).hasSize(64);
    }

    @Test
    void aLinkToALineThatDoesNotExistIsRejected() {
        Outcome outcome = read("line,action\nZ,02.01.01\nA,03.01.01\n");

        assertThat(english(rejectedLink(outcome))).contains("called \"Z\"");
        assertThat(rejectedLink(outcome).position()).isEqualTo(new Position("links.csv", 2));
        assertThat(account(outcome))
                .extracting(InputAccount::rowsRead, InputAccount::rowsRejected)
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
        assertThat(outcome.lines().get(1).links()).containsExactly(new ActionLink(null, 77, null, null, null));
    }

    @Test
    void aColumnIsOnlyNamedWhereItIsThatOfEveryLink() {
        Input one = Outcome.input("one.csv", "id,unit_code,approved,action\nA,U1,1,01.01.01\n");
        Input several = Outcome.input("b.csv", "id,unit_code,approved,action_1,action_2\nA,U1,1,,01.01.01\n");
        Input second = Outcome.input("links.csv", "line,action\nA,01.01.01\n");

        assertThat(columns(Budgets.reading(one))).containsEntry(DataItem.LINKS, "action");
        assertThat(columns(Budgets.reading(several))).doesNotContainKey(DataItem.LINKS);
        assertThat(columns(Budgets.reading(one).links(second))).doesNotContainKey(DataItem.LINKS);
    }

    @Test
    void aColumnIsOnlyNamedWhereAllFilesCallItSo() {
        Input english = Outcome.input("en.csv", "unit_code,approved,partida\nU1,1,1131\n");
        Input spanish = Outcome.input("es.csv", "unit_code,aprobado,partida\nU2,1,1131\n");

        assertThat(columns(Budgets.reading(english, spanish)))
                .containsEntry(DataItem.UNIT_CODE, "unit_code")
                .containsEntry(DataItem.OBJECT_CODE, "partida")
                .doesNotContainKey(DataItem.APPROVED);
    }

    private static Map<DataItem, String> columns(Budgets.Reading reading) {
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
