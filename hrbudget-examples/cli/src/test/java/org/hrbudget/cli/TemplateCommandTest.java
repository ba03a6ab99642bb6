package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook that units fill in: written, filled in, and read back. */
class TemplateCommandTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    private Path folder;

    @BeforeEach
    void copySample() throws IOException {
        for (String name : List.of("budget.csv", "programme.csv")) {
            try (InputStream in = DemoCommand.class.getResourceAsStream("samples/mexico-city-2011/" + name)) {
                Files.copy(Objects.requireNonNull(in), folder.resolve(name));
            }
        }
    }

    private CommandRun template(Path out, String... more) {
        List<String> args = new ArrayList<>(
                List.of("template", "--lang", "es", "--fiscal-year", "2011", "--out", out.toString(), "--programme"));
        args.add(folder.resolve("programme.csv").toString());
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private ReportDocument validated(Path budget) throws IOException {
        Path json = folder.resolve("r.json");
        CommandRun run = CommandRun.of(
                "validate",
                budget.toString(),
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2010-11-15",
                "--programme",
                folder.resolve("programme.csv").toString(),
                "--format",
                "json=" + json);
        assertThat(run.err()).isEmpty();
        try (InputStream in = Files.newInputStream(json)) {
            return JsonReport.read(in);
        }
    }

    @Test
    void filledInItIsReadWithoutALayoutAndJudged() throws IOException {
        Path blank = folder.resolve("t.xlsx");
        CommandRun run = template(blank);
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> headings = rows(blank, "Presupuesto").get(0);
        Map<String, String> sound = new LinkedHashMap<>();
        sound.put("Ejercicio", "2011");
        sound.put("Unidad responsable", "01C001");
        sound.put("Nombre de la unidad responsable", "Dependencia 1");
        sound.put("Tipo de unidad", "Dependencia");
        sound.put("Clasificación funcional", "1.2.4");
        sound.put("Resultado", "06");
        sound.put("Subresultado", "01");
        sound.put("Actividad institucional", "02");
        sound.put("Partida", "4411");
        sound.put("Tipo de gasto", "1");
        sound.put("Dígito identificador", "1");
        sound.put("Proyecto", "1000.5");
        sound.put("Línea de acción 1", "01.01.01");
        sound.put("Derecho 1", "Igualdad y no discriminación");
        Map<String, String> wrong = new LinkedHashMap<>(sound);
        wrong.put("Partida", "0441");
        wrong.put("Tipo de unidad", "Oficina");
        wrong.put("Línea de acción 1", "99.01.01");
        wrong.put("Proyecto", "-3");

        ReportDocument document = validated(filled(blank, headings, List.of(sound, wrong)));

        ReportDocument.Input input = document.input().get(0);
        assertThat(input.linesValidated()).isEqualTo(2);
        assertThat(input.rowsRejected()).isZero();
        assertThat(Objects.requireNonNull(input.columns()).unread()).isEmpty();
        assertThat(document.budget().totals().values()).containsExactly("997.50");
        List<String> found = document.findings().stream()
                .filter(finding -> finding.location() != null)
                .map(finding -> finding.ruleId() + " " + finding.location().row() + " "
                        + finding.location().column() + " " + finding.location().value())
                .toList();
        assertThat(found)
                .contains("action-unknown 3 Línea de acción 1 99.01.01", "unit-kind-unknown 3 Tipo de unidad Oficina")
                .allMatch(finding -> finding.contains(" 3 "));
    }

    @Test
    void everyHeadingIsReadAsWhatItSays() {
        Path blank = folder.resolve("t.xlsx");
        template(blank, "--last", folder.resolve("budget.csv").toString());

        assertThat(Budgets.reading(Input.of(blank)).found().columns())
                .containsEntry("Ejercicio", "fiscal_year")
                .containsEntry("Unidad responsable", "unit_code")
                .containsEntry("Nombre de la unidad responsable", "unit_name")
                .containsEntry("Tipo de unidad", "unit_kind")
                .containsEntry("Clasificación funcional", "functional_code")
                .containsEntry("Programa presupuestario", "programme_code")
                .containsEntry("Resultado", "result")
                .containsEntry("Subresultado", "subresult")
                .containsEntry("Actividad institucional", "activity")
                .containsEntry("Partida", "object_code")
                .containsEntry("Fuente de financiamiento", "funding_source")
                .containsEntry("Tipo de gasto", "spending_type")
                .containsEntry("Dígito identificador", "identifier_digit")
                .containsEntry("Proyecto", "proposed")
                .containsEntry("Línea de acción 3", "action")
                .containsEntry("Derecho 3", "action_right")
                .containsEntry("Línea de acción 3 monto", "action_amount")
                .containsEntry("Motivo sin acción", "no_action_reason");
    }

    @Test
    void lastYearsKeysAreThereWithoutTheirAmounts() throws IOException {
        Path all = folder.resolve("all.xlsx");
        Path one = folder.resolve("one.xlsx");
        String last = folder.resolve("budget.csv").toString();
        CommandRun run = template(all, "--last", last);
        template(one, "--last", last, "--unit", "01c001");

        assertThat(run.err()).contains("Renglones de " + last + " que se copiaron sin sus montos: 1019");
        List<List<String>> lines = rows(all, "Presupuesto");
        assertThat(lines).hasSize(1_020);
        int unit = lines.get(0).indexOf("Unidad responsable");
        int amount = lines.get(0).indexOf("Proyecto");
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(row -> assertThat(cell(row, amount)).isEmpty());
        List<List<String>> own = rows(one, "Presupuesto");
        assertThat(own.subList(1, own.size()))
                .hasSize(14)
                .allMatch(row -> cell(row, unit).equals("01C001"))
                .containsExactlyElementsOf(lines.stream()
                        .filter(row -> cell(row, unit).equals("01C001"))
                        .toList());
    }

    @Test
    void choicesComeFromListsOnASheetOfTheirOwn() throws IOException {
        Path blank = folder.resolve("t.xlsx");
        template(blank);

        List<List<String>> lists = rows(blank, "Listas");
        assertThat(lists).hasSize(2_413);
        assertThat(lists.get(1)).startsWith("Delegación", "Igualdad y no discriminación", "01", "01.01.01");
        assertThat(lists.stream().map(row -> cell(row, 0)).filter(kind -> !kind.isEmpty()))
                .containsExactly(
                        "Tipo de unidad",
                        "Delegación",
                        "Dependencia",
                        "Entidad",
                        "Órgano autónomo",
                        "Órgano de gobierno",
                        "Órgano desconcentrado");
        assertThat(Pattern.compile("sqref=\"([A-Z]+)2:.*?<formula1>(.*?)</formula1>")
                        .matcher(parts(blank).get(SHEET))
                        .results()
                        .map((MatchResult choice) -> choice.group(1) + " " + choice.group(2)))
                .startsWith("D 'Listas'!$A$2:$A$7", "O 'Listas'!$D$2:$D$2413", "P 'Listas'!$B$2:$B$26");
        assertThat(String.valueOf(rows(blank, "Guía")))
                .contains("Presupuesto por elaborar para el ejercicio fiscal 2011");
    }

    @Test
    void theSameTemplateIsTheSameBytesAndNeverReplacesAFile() throws IOException {
        Path first = folder.resolve("1.xlsx");
        Path second = folder.resolve("2.xlsx");
        template(first);
        template(second);
        assertThat(first).hasSameBinaryContentAs(second);

        CommandRun again = template(first);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("1.xlsx ya existe y quizá alguien lo llenó.");
    }

    @Test
    void aLastBudgetThatCannotBeReadIsSaid() throws IOException {
        Path none = Files.writeString(folder.resolve("none.csv"), "a,b\n1,2\n", StandardCharsets.UTF_8);

        CommandRun run = template(folder.resolve("t.xlsx"), "--last", none.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("none.csv");
        assertThat(folder.resolve("t.xlsx")).doesNotExist();
    }

    private static String cell(List<String> row, int at) {
        return at < row.size() ? row.get(at) : "";
    }

    /** The workbook with lines below its headings, as a spreadsheet would write them. */
    private Path filled(Path blank, List<String> headings, List<Map<String, String>> lines) throws IOException {
        StringBuilder rows = new StringBuilder();
        int number = 2;
        for (Map<String, String> line : lines) {
            rows.append("<row r=\"").append(number).append("\">");
            for (int i = 0; i < headings.size(); i++) {
                String text = line.get(headings.get(i));
                if (text != null) {
                    String place = (char) ('A' + i) + Integer.toString(number);
                    rows.append(
                            headings.get(i).equals("Proyecto")
                                    ? "<c r=\"" + place + "\"><v>" + text + "</v></c>"
                                    : "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
                }
            }
            rows.append("</row>");
            number++;
        }
        Map<String, String> parts = parts(blank);
        parts.computeIfPresent(SHEET, (name, sheet) -> sheet.replace("</sheetData>", rows + "</sheetData>"));
        Path filled = folder.resolve("filled.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(filled), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return filled;
    }

    private static Map<String, String> parts(Path workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(workbook), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static List<List<String>> rows(Path workbook, String sheet) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook read = new ReadableWorkbook(workbook.toFile());
                Stream<Row> all = read.findSheet(sheet).orElseThrow().openStream()) {
            all.forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    Cell cell = row.hasCell(i) ? row.getCell(i) : null;
                    cells.add(cell == null ? "" : Objects.toString(cell.getRawValue(), ""));
                }
                rows.add(cells);
            });
        }
        return rows;
    }
}
