package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.DocumentType;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.junit.jupiter.api.Test;

/** A finding points at the cell at fault, and tells what is written there. */
class PointingTest {

    private static final String PROGRAMME = "code,sequence,title\n01.01.01,1,One\n01.01.02,2,Two\n01.01.03,3,Three\n";

    @Test
    void anIncompleteStructurePointsAtThePartThatIsMissing() {
        assertThat(places("resultado,subresultado,actividad_institucional", "1,,3", "result-structure-incomplete"))
                .containsExactly("b.csv:2 subresultado null");
        assertThat(places("resultado,subresultado,actividad_institucional", "1,2,", "result-structure-incomplete"))
                .containsExactly("b.csv:2 actividad_institucional null");
    }

    @Test
    void aLinkPointsAtItsOwnColumn() {
        String head = "accion_1,accion_1_numero,accion_2,accion_2_numero,accion_2_importe,accion_2_derecho";

        assertThat(places(head, "01.01.01,,01.01.99,,,", "action-unknown"))
                .containsExactly("b.csv:2 accion_2 01.01.99");
        assertThat(places(head, "01.01.01,,01.01.02,7,,", "action-sequence-disagrees"))
                .containsExactly("b.csv:2 accion_2_numero 7");
        assertThat(places(head, "01.01.01,,01.01.02,2,,12", "named-right-unrecognised"))
                .containsExactly("b.csv:2 accion_2_derecho 12");
        assertThat(places(head, "01.01.01,,01.01.02,2,0.00,", "linked-action-unfunded"))
                .containsExactly("b.csv:2 accion_2_importe 0.00");
        assertThat(places(head, "01.01.01,,,99,,", "action-unknown")).containsExactly("b.csv:2 accion_2_numero 99");
    }

    @Test
    void linksThatTogetherAreTooMuchPointAtTheFirstThatSaysHowMuch() {
        assertThat(places("accion_1,accion_2,accion_2_importe", "01.01.01,01.01.02,11", "linked-amounts-above-line"))
                .containsExactly("b.csv:2 accion_2_importe 11.00");
        assertThat(places("accion_1,accion_2,accion_2_proporcion", "01.01.01,01.01.02,150%", "linked-shares-above-one"))
                .containsExactly("b.csv:2 accion_2_proporcion 1.50");
    }

    @Test
    void aLineWithoutLinksPointsAtTheFirstColumnThatCouldHoldOne() {
        assertThat(places("accion_1,accion_2,motivo_sin_accion", ",,", "line-names-no-action"))
                .containsExactly("b.csv:2 accion_1 null");
    }

    @Test
    void aLinkOfASecondFilePointsThere() {
        Budgets.Reading reading = Budgets.reading(
                        input("b.csv", "identificador,unidad_responsable,aprobado\nA,08CO01,10\n"))
                .links(input("links.csv", "linea,numero,accion\nA,,01.01.01\nA,,01.01.99\n"));

        assertThat(places(reading, "action-unknown")).containsExactly("links.csv:3 accion 01.01.99");
    }

    @Test
    void aLinkInJsonPointsAtItsMember() {
        Budgets.Reading reading = Budgets.reading(input(
                "b.json",
                "{\"lines\": [{\"unit_code\": \"08CO01\", \"approved\": 10,"
                        + " \"links\": [{\"action\": \"01.01.01\"}, {\"action\": \"01.01.99\"}]}]}"));

        assertThat(places(reading, "action-unknown")).containsExactly("b.json:1 links[1].action 01.01.99");
    }

    @Test
    void eachOfSeveralFilesIsPointedAtByItsOwnHeading() {
        Budgets.Reading reading = Budgets.reading(
                input("en.csv", "unit_code,approved\n08C001X,10\n"),
                input("es.csv", "unidad_responsable,aprobado\n8CO01,10\n"));

        assertThat(places(reading, "unit-code-malformed"))
                .containsExactly("en.csv:2 unit_code 08C001X", "es.csv:2 unidad_responsable 8CO01");
    }

    @Test
    void aKeyJoinedOfSeveralColumnsIsPointedAtByTheFirstAndSaidWhole() {
        Budgets.Reading reading = Budgets.reading(input("b.csv", """
                        ciclo,subfuncion,unidad_responsable,finalidad,funcion,partida_especifica,monto_aprobado,monto_ejercido
                        2011,7,08CO01,9,8,1131,10,10
                        """)).layout(Layout.named("cdmx-egresos"));

        assertThat(places(reading, "functional-code-unknown")).containsExactly("b.csv:2 finalidad 9.8.7");
    }

    @Test
    void aDocumentIsPointedAtLikeABudget() {
        List<Finding> findings = BudgetValidator.builder()
                .packs(RulePacks.select("mx-cmx", FiscalYear.of(2015), LocalDate.of(2015, 6, 1))
                        .orElseThrow())
                .documents(DocumentType.INDICATORS.read(input("indicadores.csv", """
                                ejercicio,unidad,nombre,definición,unidad_de_medida,método,dimensión,frecuencia,meta
                                2015,08CO01,Uno,,u,m,eficacia,anual,1
                                2015,08CO01,Dos,d,u,m,belleza,anual,1
                                """)))
                .build()
                .validate(Budgets.reading(input("b.csv", "ejercicio,unidad_responsable,aprobado\n2015,08CO01,10\n"))
                        .source())
                .findings();

        assertThat(findings.stream()
                        .filter(finding -> finding.ruleId().startsWith("indicator-"))
                        .map(PointingTest::place))
                .containsExactlyInAnyOrder("indicadores.csv:2 definición null", "indicadores.csv:3 dimensión belleza");
    }

    private static List<String> places(String columns, String cells, String rule) {
        return places(
                Budgets.reading(
                        input("b.csv", "unidad_responsable,aprobado," + columns + "\n08CO01,10," + cells + "\n")),
                rule);
    }

    private static List<String> places(Budgets.Reading reading, String rule) {
        return BudgetValidator.builder()
                .packs(RulePacks.select("mx-cmx", FiscalYear.of(2011), LocalDate.of(2010, 11, 15))
                        .orElseThrow())
                .programme(Programmes.read(input("programme.csv", PROGRAMME)))
                .build()
                .validate(reading.source())
                .findings()
                .stream()
                .filter(finding -> finding.ruleId().equals(rule))
                .map(PointingTest::place)
                .toList();
    }

    private static String place(Finding finding) {
        return Stream.of(finding.position(), finding.column(), finding.value())
                .map(Objects::toString)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    private static Input input(String name, String text) {
        return Input.of(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
