package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrbudget.cli.AttackCasesTest.oneCase;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Small files as offices and publishers write them, beside the repository, each standing for a kind. */
class OfficeCasesTest {

    @TempDir
    private Path room;

    private JsonNode report(Path file, String... more) throws IOException {
        Path json = room.resolve("report.json");
        List<String> args = new ArrayList<>(List.of("validate", file.toString(), "--format", "json=" + json));
        args.addAll(List.of(more));
        CommandRun run = CommandRun.of(args.toArray(String[]::new));
        assertThat(json).as(run.err()).exists();
        return new JsonMapper().readTree(Files.readString(json));
    }

    private JsonNode ofOffice(String name) throws IOException {
        return report(
                oneCase("officer/" + name),
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2010-11-15",
                "--scope",
                "unit",
                "--lang",
                "es");
    }

    private JsonNode ofPublisher(String name, String layout) throws IOException {
        Path file = Files.writeString(room.resolve("layout.json"), layout);
        return report(
                oneCase("reading/" + name),
                "--rules",
                "mx-fed",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2011-06-01",
                "--layout",
                file.toString());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /** What the lines come to, by indicator AM1. */
    private static BigDecimal sum(JsonNode report) {
        for (JsonNode indicator : report.get("indicators")) {
            if (indicator.get("id").asString().equals("AM1")) {
                return new BigDecimal(indicator.get("value").asString());
            }
        }
        throw new AssertionError("no sum in " + report.get("indicators"));
    }

    @Test
    void aPlainSaveOfExcelIsReadAndEachAssumptionSaid() throws IOException {
        JsonNode report = ofOffice("excel-csv-windows.csv");
        JsonNode input = report.get("input").get(0);

        assertThat(input.get("linesValidated").asInt()).isEqualTo(3);
        assertThat(texts(input.get("assumed")))
                .satisfiesExactly(
                        text -> assertThat(text).contains("se leyó como windows-1252"),
                        text -> assertThat(text).contains("arriba de los encabezados"),
                        text -> assertThat(text).contains("La fila 8 es un total", "coincide"));
        assertThat(texts(input.get("columns").get("unread"))).containsExactly("Descripción");
        assertThat(report.get("problems")).isEmpty();
    }

    @Test
    void semicolonsAndADecimalCommaAreFound() throws IOException {
        JsonNode input = ofOffice("excel-csv-utf8-semicolons.csv").get("input").get(0);

        assertThat(input.get("linesValidated").asInt()).isEqualTo(3);
        assertThat(texts(input.get("assumed")))
                .containsExactly("Sus celdas se separan con «;».", "Sus montos llevan «,» antes de los decimales.");
    }

    @Test
    void amountsInRowsAreBroughtOntoOneLine() throws IOException {
        JsonNode input = ofPublisher("moments-in-rows.csv", """
                        {"name": "l", "title": {"es": "Por momento"}, "jurisdiction": "mx-fed", "currency": "MXN", "phase": "from-columns",
                         "objectLevel": "concept",
                         "moments": {"headings": ["PRESUPUESTO"], "amount": ["IMPORTE"], "line": ["ENTE", "PROGRAMA"]},
                         "columns": [{"field": "fiscal_year", "headings": ["CICLO"]}, {"field": "unit_code", "headings": ["ENTE"]},
                                     {"field": "programme_code", "headings": ["PROGRAMA"]},
                                     {"field": "approved", "headings": ["Aprobado"]}, {"field": "modified", "headings": ["Modificado"]}],
                         "skip": [{"headings": ["PROGRAMA"], "words": ["TOTAL"], "because": {"es": "Sumas."}}]}
                        """).get("input").get(0);

        assertThat(input.get("rowsRead").asInt()).isEqualTo(5);
        assertThat(input.get("linesValidated").asInt()).isEqualTo(1);
        assertThat(input.get("rowsSkipped").asInt()).isEqualTo(3);
        assertThat(input.get("rowsRejected").asInt()).isZero();
    }

    @Test
    void aTotalIsComparedPassedOverAndCounted() throws IOException {
        JsonNode report = ofOffice("total-row.csv");
        JsonNode input = report.get("input").get(0);

        assertThat(input.get("linesValidated").asInt()).isEqualTo(1);
        assertThat(input.get("rowsSkipped").asInt()).isEqualTo(1);
        assertThat(texts(input.get("assumed"))).singleElement().asString().contains("La fila 3 es un total");
        assertThat(report.get("problems")).isEmpty();
    }

    @Test
    void severalActionsInACellAreAsManyLinks() throws IOException {
        JsonNode report = ofOffice("several-actions-in-one-cell.csv");

        assertThat(report.get("findings")).isEmpty();
        assertThat(report.get("input").get(0).get("linesValidated").asInt()).isEqualTo(2);
    }

    private static String layout(String more, String unit, String amount) {
        return """
                {"name": "own", "title": {"es": "propio"}, "jurisdiction": "mx-fed", "currency": "MXN", "phase": "approved",
                 "objectLevel": "item", %s "columns": [{"field": "unit_code", "headings": ["%s"], "label": " - "},
                 {"field": "object_code", "headings": ["PARTIDA"], "label": " - "},
                 {"field": "approved", "headings": ["%s"]}]}
                """.formatted(more, unit, amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thousands-of-pesos.csv | CLAVE | \"unit\": 1000, | 14419584.00",
                "negatives.csv | UR | \"negatives\": [\"(1.00)\", \"1.00-\", \"\u22121.00\"], \"currencySigns\": [\"$\"], | -139.00",
                "blank-means-zero.csv | UR | \"zero\": [\"\"], | 5.00",
                "code-and-label.csv | UR | '' | 5.00"
            })
    void aLayoutSaysHowAPublisherWrites(String name, String unit, String more, String sum) throws IOException {
        JsonNode report = ofPublisher(name, layout(more, unit, "MONTO"));

        assertThat(report.get("input").get(0).get("rowsRejected").asInt()).isZero();
        assertThat(sum(report)).isEqualByComparingTo(sum);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subtotals-among-lines.csv | '' | the sums of other lines",
                "cp850-read-as-latin1.csv | \"charset\": \"ISO-8859-1\", | probably in IBM850"
            })
    void whatIsDoubtfulLeavesTheVerdictOpen(String name, String more, String why) throws IOException {
        JsonNode report = ofPublisher(name, layout(more, "UR", "MONTO"));

        assertThat(report.get("verdict").asString()).isEqualTo("UNDETERMINED");
        assertThat(report.get("problems").get(0).get("message").asString()).contains(why);
    }

    @Test
    void anAmountWhoseHeadingSlippedIsNotLost() throws IOException {
        Path layout = oneCase("reading/exercised.layout.json");
        CommandRun run = CommandRun.of(
                "validate",
                oneCase("reading/lost-amount-column.csv").toString(),
                "--rules",
                "mx-fed",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2011-06-01",
                "--layout",
                layout.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("\"Ejercído\" that is nearly \"ejercido\"");
    }
}
