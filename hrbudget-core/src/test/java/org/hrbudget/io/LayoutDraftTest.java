package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the draft of a layout finds out, by what the file reads as with it. */
class LayoutDraftTest {

    private static LayoutDraft draft(String text) {
        return LayoutDraft.of(Outcome.input("b.csv", text), null, null);
    }

    /** Reads a file with the draft that was made from it. */
    private static Outcome read(byte[] bytes) {
        Input input = Outcome.input("b.csv", bytes);
        Layout layout = Layout.read(
                Outcome.input("draft.json", LayoutDraft.of(input, null, null).json()));
        return Outcome.of(Budgets.reading(input).layout(layout));
    }

    private static Outcome read(String text) {
        return read(text.getBytes(Charset.forName("UTF-8")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.50         | 1234.50",
                "1.234,50         | 1234.50",
                "1\u2019234.50   | 1234.50",
                "1\u00a0234,50   | 1234.50",
                "'$ 1,234.50'     | 1234.50",
                "1.234,50 kn      | 1234.50",
                "(1,234.50)       | -1234.50",
                "1,234.50-        | -1234.50",
                "\u22121,234.50  | -1234.50",
                "-                | 0.00",
                "1234.123456      | 1234.12"
            })
    void theSignsOfAmountsAreFound(String written, String amount) {
        assertThat(read("UR;Partida;Presupuesto aprobado total\n1;1131;" + written + "\n1;1131;5\n")
                        .lines()
                        .get(0)
                        .amount(AmountKind.APPROVED))
                .isEqualTo(amount);
    }

    @Test
    void amountsInRowsAreFoundByTheWordsOfTheirStages() {
        String text = """
                UR,Programa,Momento,Gasto corriente,Total,Nota
                1,P1,Aprobado,5,10,a
                1,P1,Ejercicio,4,8,b
                1,P2,Aprobado,6,12,c
                1,P1,% Ejer/Aprob,7,80,d
                1,P2,Actividades de apoyo,,,e
                """;
        LayoutDraft draft = draft(text);
        Outcome read = read(text);

        assertThat(draft.unread()).extracting(LayoutDraft.UnreadColumn::heading).containsExactly("Gasto corriente");
        assertThat(draft.toConfirm())
                .extracting(Bilingual::en)
                .anyMatch(said -> said.startsWith("Each row seems to have one amount, \"Total\", and \"Momento\" says"))
                .anyMatch(said -> said.startsWith("2 other words tell no stage") && said.contains("% Ejer/Aprob"));
        assertThat(read.lines()).hasSize(3);
        assertThat(read.account().rejected()).hasSize(2);
    }

    @Test
    void whatMayBeACodeTellsLinesApart() {
        String text = """
                UR,Actividad no.,Momento,Monto
                01,1,Aprobado,10
                01,2,Ejercido,4
                01,1,APROBADO,3
                01,3,Presupuesto aprobado,7
                """;
        Outcome read = read(text);

        assertThat(read.lines()).hasSize(3);
        assertThat(read.account().rejected()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Momento,Monto\nAprobado,10\nEjercido,4\nAprobado,3\n",
                "UR,Nombre,Monto\n01,Gasto aprobado,10\n02,Pago pagado,4\n03,Salud,20\n"
            })
    void wordsOfStagesAloneAreNoAmountsInRows(String text) {
        assertThat(draft(text).json()).doesNotContain("moments");
    }

    @Test
    void anEntryOfNoZipIsNotInTheDraft() {
        LayoutDraft draft = LayoutDraft.of(Outcome.input("b.csv", "UR,Aprobado\n1,5\n"), null, "gasto.csv");

        assertThat(draft.json()).doesNotContain("entry");
    }

    @Test
    void aFileOfAZipIsNamedInTheDraftToo() throws IOException {
        byte[] zip = RefusedFilesTest.zip("a/gasto.csv", "UR,Aprobado\n1,5\n", "a/notas.csv", "UR,Aprobado\n1,7\n");
        Input input = Outcome.input("b.zip", zip);
        LayoutDraft draft = LayoutDraft.of(input, null, "gasto.csv");
        Layout layout = Layout.read(Outcome.input("draft.json", draft.json()));

        assertThat(Outcome.of(Budgets.reading(input).layout(layout)).only().amount(AmountKind.APPROVED))
                .isEqualTo("5.00");
        assertThat(Outcome.of(Budgets.reading(input).layout(layout).entry("notas.csv"))
                        .only()
                        .amount(AmountKind.APPROVED))
                .isEqualTo("7.00");
    }

    @Test
    void theUnitIsFoundWhereTheFileSaysIt() {
        assertThat(read("UR,Partida,Aprobado (miles de pesos)\n1,1131,14269.084\n")
                        .only()
                        .amount(AmountKind.APPROVED))
                .isEqualTo("14269084.00");
        assertThat(draft("UR,Partida,Aprobado,Nota\n1,1131,5,Millones de pesos\n")
                        .toConfirm()
                        .get(0)
                        .es())
                .contains("se toma por 1000000");
    }

    @ParameterizedTest
    @CsvSource({"windows-1252", "IBM850", "UTF-8", "UTF-16LE"})
    void theCharsetIsFound(String charset) {
        String mark = charset.startsWith("UTF-16") ? "\ufeff" : "";
        SpendingLine line = read((mark
                                + "UR,Nombre de la UR,Aprobado\n1,Dirección de Educación pública y Legislación,5\n")
                        .getBytes(Charset.forName(charset)))
                .only();

        assertThat(line.unit().name()).isEqualTo("Dirección de Educación pública y Legislación");
    }

    @Test
    void titlesAndHeadingsThatNoLayoutKnowsAreToldApart() {
        Outcome outcome = read("Municipio, presupuesto;;\n;;\nDepósito;Zona;Total aprobado\nA;B;1,5\nC;D;2,5\n");

        assertThat(outcome.lines())
                .extracting(line -> line.amount(AmountKind.APPROVED).toPlainString())
                .containsExactly("1.50", "2.50");
    }

    @Test
    void whatAColumnHoldsTellsWhetherItsHeadingIsMeant() {
        LayoutDraft draft = draft("id,ciclo,proyecto,aprobado\n1,tercer ciclo,Parque,5\n1,cuarto ciclo,Plaza,6\n");

        assertThat(draft.unread())
                .containsExactly(
                        new LayoutDraft.UnreadColumn("id", List.of("1")),
                        new LayoutDraft.UnreadColumn("ciclo", List.of("tercer ciclo", "cuarto ciclo")),
                        new LayoutDraft.UnreadColumn("proyecto", List.of("Parque", "Plaza")));
    }

    @ParameterizedTest
    @CsvSource({
        "Importe ejercido al trimestre, EXERCISED",
        "Monto total devengado, ACCRUED",
        "Porcentaje ejercido,",
        "Ejercido entre aprobado,",
        "Por ejercer,",
        "Fecha de pagado,"
    })
    void aStageIsTakenWhereTheWordsSayItPlainly(String heading, AmountKind kind) {
        Outcome outcome = read("UR,Modificado," + heading + "\n1,5,7\n");

        for (AmountKind each : AmountKind.values()) {
            boolean has = each == kind || each == AmountKind.MODIFIED;
            assertThat(outcome.only().amount(each) != null).as(each.name()).isEqualTo(has);
        }
    }

    @Test
    void ofTwoColumnsOfOneStageNeitherIsTaken() {
        LayoutDraft draft = draft("UR,Aprobado enero,Aprobado febrero\n1,5,7\n");

        assertThat(draft.isComplete()).isFalse();
        assertThat(draft.unread())
                .extracting(LayoutDraft.UnreadColumn::heading)
                .contains("Aprobado enero", "Aprobado febrero");
    }

    @Test
    void withoutAStageTheDraftSaysWhereToWriteIt() {
        LayoutDraft draft = draft("UR,PARTIDA,MONTO\n1,1131,5\n");

        assertThat(draft.isComplete()).isFalse();
        assertThat(draft.toConfirm().get(0).en()).contains("the stage of \"MONTO\"");
        assertThatThrownBy(() -> Layout.read(Outcome.input("d.json", draft.json())))
                .hasMessageContaining("\"proposed|approved|")
                .hasMessageContaining("Known are:");
        String filled = draft.json().replaceAll("proposed\\|[a-z|]+(?=\", \"headings)", "approved");
        assertThat(Outcome.of(Budgets.reading(Outcome.input("b.csv", "UR,PARTIDA,MONTO\n1,1131,5\n"))
                                .layout(Layout.read(Outcome.input("d.json", filled))))
                        .only()
                        .amount(AmountKind.APPROVED))
                .isEqualTo("5.00");
    }

    @Test
    void aHeadingNearlyLikeOneThatIsReadIsKept() {
        assertThat(read("UR,Aprobado,Aprobade\n1,5,x\n").only().passThrough()).containsEntry("Aprobade", "x");
    }

    @Test
    void aWordOfTheLastRowIsFound() {
        String rows = "1,1131,5\n".repeat(2_000);

        assertThat(read("UR,Partida,Aprobado\n" + rows + "1,1131,N/D\n")
                        .account()
                        .rejected())
                .isEmpty();
    }

    @Test
    void whoseBudgetItIsIsSaidByTheCallerAndElseConfirmed() {
        LayoutDraft draft = draft("UR,Aprobado\n1,5\n");
        Layout given = Layout.read(Outcome.input(
                "d.json", draft.jurisdiction("mx-jal").currency("USD").json()));

        assertThat(given.jurisdiction()).isEqualTo("mx-jal");
        assertThat(given.currency()).isEqualTo("USD");
        assertThat(given.description().en()).doesNotContain("whose budget");
        assertThat(draft.toConfirm()).anyMatch(text -> text.en().contains("whose budget"));
    }

    @Test
    void aHeadingThatIsThereTwiceIsRefusedAsByEveryLayout() {
        assertThatThrownBy(() -> draft("UR,Aprobado,UR\n1,5,2\n"))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("\"UR\" twice");
    }

    @Test
    void noHeadingCommandsATerminalAndEachIsReadBack() {
        String heading = "Aprobado \u202e\ud83d\ude00\udb40\udc01";
        String text = "UR," + heading + "\n1,5\n";

        assertThat(draft(text).json()).contains("Aprobado \\u202e").doesNotContain("\u202e");
        assertThat(read(text).only().amount(AmountKind.APPROVED)).isEqualTo("5.00");
    }
}
