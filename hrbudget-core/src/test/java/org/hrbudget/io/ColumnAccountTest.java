package org.hrbudget.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hrbudget.io.spi.InputPart;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every column is read as something or named as one that nobody reads, and our own layout reads the official words. */
class ColumnAccountTest {

    private static Input.Account.Columns columns(String text) {
        return Outcome.ofCsv(text).first().columns();
    }

    @Test
    void columnsAreReadOrNamed() {
        Input.Account.Columns columns = columns("Nota,unit_code,,approved,linea\nx,U1,y,1,z\n");
        assertThat(columns.used()).containsExactly("unit_code", "approved");
        assertThat(columns.unread()).containsExactly("Nota", "column 3", "linea");
        assertThat(columns.absent())
                .startsWith("id", "fiscal_year", "unit_name")
                .endsWith("exercised", "paid", "links");
    }

    @Test
    void whatALayoutPassesRowsOverByIsRead() {
        String layout = """
                {"name": "x", "title": {"en": "x", "es": "x"}, "jurisdiction": "mx-cmx", "currency": "MXN",
                 "phase": "approved", "objectLevel": "item",
                 "columns": [{"field": "approved", "headings": ["m"]}, {"field": "unit_code", "headings": ["u"]}],
                 "skip": [{"headings": ["k"], "words": ["TOTAL"], "because": {"en": "x", "es": "x"}}]}
                """;
        Budgets.Reading reading = Budgets.reading(Outcome.input("b.csv", "k,m,o\nTOTAL,1,\na,1,\n"))
                .layout(Layout.read(Outcome.input("x.json", layout)));
        assertThat(Outcome.of(reading).first().columns())
                .isEqualTo(new Input.Account.Columns(List.of("k", "m"), List.of("o"), List.of("unit_code")));
    }

    @Test
    void linksWithinLinesOfJsonAreRead() {
        Input.Account.Columns columns = Outcome.ofJson("""
                [{"unit_code": "U1", "approved": 1, "x": 2, "links": [{"action": "01.01.01"}]}]
                """).first().columns();
        assertThat(columns.used()).containsExactly("unit_code", "approved", "links");
        assertThat(columns.unread()).containsExactly("x");
        assertThat(columns.absent()).doesNotContain("links");
    }

    @Test
    void aPartOfAFileHasTheColumnsOfTheWhole() {
        String text = "unit_code,approved,x\nU1,1,\nU2,2,\n";
        InputPart head = Budgets.reading(Outcome.input("b.csv", text)).head().orElseThrow();
        Outcome part =
                Outcome.of(Budgets.reading(Outcome.input("b.csv", "U2,2,\n")).part(head));
        Outcome whole = Outcome.ofCsv(text);
        assertThat(part.first().columns()).isEqualTo(whole.first().columns());
        assertThat(part.account().plus(whole.account(), 1).inputs().get(0).columns())
                .isEqualTo(whole.first().columns());
    }

    @Test
    void filesBesideTheBudgetAreAccountedForToo() {
        Outcome outcome = Outcome.of(Budgets.reading(Outcome.input("b.csv", "id,unit_code,approved\nL1,U1,1\n"))
                .links(Outcome.input("l.csv", "line,action,extra\nL1,01.01.01,x\n")));
        assertThat(outcome.account().inputs().get(1).columns())
                .isEqualTo(new Input.Account.Columns(
                        List.of("line", "action"),
                        List.of("extra"),
                        List.of("unit", "sequence", "right", "amount", "share", "no_action_reason")));
        assertThat(DocumentType.UNIT_ACTIONS
                        .read(Outcome.input("a.csv", "fiscal_year,unit,action,extra\n2013,U1,01.01.01,x\n"))
                        .account()
                        .columns()
                        .unread())
                .containsExactly("extra");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linea_de_accion",
                "línea de acción",
                "LÍNEA DE ACCIÓN",
                " Linea  de  Accion ",
                "Línea-de-acción",
                "li\u0301nea\u00a0de accio\u0301n",
                "linea_de_accion_1",
                "Línea de acción 1",
                "Acción",
                "accion_pdhdf",
                "Acción PDHDF",
                "acción 1",
                "action_1"
            })
    void theOfficialWordForActionsIsReadHoweverItIsSpelled(String heading) {
        Outcome outcome = Outcome.ofCsv("unit_code,approved," + heading + "\nU1,1,01.01.01\n");
        assertThat(outcome.only().links()).extracting(ActionLink::actionCode).containsExactly("01.01.01");
        assertThat(outcome.first().columns().unread()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Unidad Responsable del Gasto,Monto aprobado,APPROVED",
        "UNIDAD_RESPONSABLE,Presupuesto Aprobado,APPROVED",
        "Unidad responsable,Recursos aprobados,APPROVED",
        "URG,Modificado,MODIFIED",
        "UR,Anteproyecto,PROPOSED",
        "Unidad ejecutora,Monto ejercido,EXERCISED"
    })
    void unitsAndMoneyAreFoundByTheirOfficialWords(String unit, String money, AmountKind kind) {
        Outcome outcome = Outcome.ofCsv(unit + "," + money + ",Partida,Tipo de gasto\nU1,1.50,1131,1\n");
        assertThat(outcome.only().unit().code()).isEqualTo("U1");
        assertThat(outcome.only().amounts().get(kind)).isEqualByComparingTo("1.50");
        assertThat(outcome.first().columns().unread()).isEmpty();
    }

    @Test
    void moneyOfNoStageIsNamedAndNotGuessed() {
        assertThat(columns("unit_code,approved,Monto\nU1,1,2\n").unread()).containsExactly("Monto");
    }

    @Test
    void oneHeadingSpelledTwiceIsRefused() {
        assertThatThrownBy(() -> columns("unit_code,approved,Línea de acción,linea_de_accion\nU1,1,,\n"))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("linea_de_accion");
    }

    @Test
    void otherLayoutsTakeHeadingsAsTheyAreWritten() {
        byte[] text = "ciclo,monto aprobado\n2024,1\n".getBytes(UTF_8);
        assertThatThrownBy(() ->
                        Outcome.of(Budgets.reading(Outcome.input("b.csv", text)).layout(Layout.named("cdmx-egresos"))))
                .isInstanceOf(BudgetReadException.class);
    }

    @Test
    void theCaseOfTheOfficialHeadingNamesItsActions() {
        Outcome outcome = Outcome.of(Budgets.reading(RealData.oneCase("verdict/official-heading.csv")));
        assertThat(outcome.lines().get(0).links())
                .extracting(ActionLink::actionCode)
                .containsExactly("01.01.01");
        assertThat(outcome.lines().get(1).noActionReason()).isEqualTo("Deuda de años anteriores");
        assertThat(outcome.first().columns().unread()).isEmpty();
    }
}
