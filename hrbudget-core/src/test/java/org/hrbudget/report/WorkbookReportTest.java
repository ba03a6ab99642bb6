package org.hrbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.report.internal.WorkbookFile;
import org.hrbudget.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report as a workbook, read back by another library. */
class WorkbookReportTest {

    private static final String LINES = """
            Anteproyecto 2011,,,,

            unidad_responsable,partida,aprobado,observaciones_de_la_ur,líneas
            11CD01,0441,"1,234.50",=1+1,
            11CD01,4411,-7,"=HYPERLINK(""http://x"";""y"")",01.01.06
            11CD01,4411,12345678901234.56,@SUM(A1),
            ,,,,
            11CD01,4411,0.10,<script>alert(1)</script>,
            11CD01,4411,"1,2,3",+1,
            11CD01,4411,5,\u202eev\u0007il,
            """;

    @TempDir
    private Path folder;

    private static byte[] bytes(ReportDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportDocument.Form.XLSX.write(document, out);
        return out.toByteArray();
    }

    private static byte[] bytes(ReportDocument document, Budgets.Reading reading) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportDocument.Form.XLSX.write(document, reading, out);
        return out.toByteArray();
    }

    private static ReportDocument sample(Locale locale) {
        return ReportDocument.of(Samples.report(), locale, Map.of("at", "noon"));
    }

    private Path budget(String name) throws IOException {
        return Files.writeString(folder.resolve(name), LINES, StandardCharsets.UTF_8);
    }

    private Book marked(ReportDocument document) throws IOException {
        return Book.of(bytes(document, Budgets.reading(budget("budget.csv"))));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }

    private static Object stripped(Object cell) {
        return cell instanceof BigDecimal number ? number.stripTrailingZeros() : cell;
    }

    @Test
    void everyNumberOfTheDocumentIsANumberOfASheet() throws IOException {
        ReportDocument document = sample(Samples.SPANISH);
        Book book = Book.of(bytes(document));

        assertThat(book.sheets().keySet())
                .containsExactly("Qué corregir", "Por unidad", "Por derecho", "Reglas", "Qué se leyó");
        List<Map<String, Object>> rules = book.table("Reglas", "Norma");
        assertThat(rules).hasSameSizeAs(document.ledger());
        for (int i = 0; i < rules.size(); i++) {
            ReportDocument.RuleAccount rule = document.ledger().get(i);
            assertThat(rules.get(i))
                    .containsEntry("Regla", rule.ruleId())
                    .containsEntry("Juzgados", BigDecimal.valueOf(rule.examined()))
                    .containsEntry("Hallazgos", BigDecimal.valueOf(rule.violated()))
                    .containsEntry("Sin juzgar", BigDecimal.valueOf(rule.undetermined()));
            assertThat(stripped(rules.get(i).get("Recursos que toca (MXN)")))
                    .isEqualTo(rule.stake() == null ? "" : number(rule.stake()));
        }
        List<Map<String, Object>> units = book.table("Por unidad", "Unidad responsable del gasto");
        assertThat(units).hasSameSizeAs(document.units()).isNotEmpty();
        for (int i = 0; i < units.size(); i++) {
            ReportDocument.UnitSum unit = document.units().get(i);
            assertThat(units.get(i))
                    .containsEntry("Unidad responsable del gasto", unit.code())
                    .containsEntry("Renglones", BigDecimal.valueOf(unit.lines()));
            assertThat(stripped(units.get(i).get("Monto (MXN)"))).isEqualTo(number(unit.amount()));
            assertThat(stripped(units.get(i).get("Atribuido a líneas de acción (MXN)")))
                    .isEqualTo(number(unit.attributedAmount()));
        }
        // Exact, though the document holds but two of them.
        assertThat(units.get(0)).containsEntry("Errores", BigDecimal.valueOf(12));
        List<Map<String, Object>> rights = book.table("Por derecho", "Clave");
        assertThat(rights).hasSameSizeAs(document.rights()).isNotEmpty();
        assertThat(stripped(rights.get(0).get("Monto (MXN)")))
                .isEqualTo(number(document.rights().get(0).amount()));
        // 1,000,000.50 of 1,333,334.00
        assertThat(rights.get(0)).containsEntry("Del total", new BigDecimal("0.75"));
        List<Map<String, Object>> read = book.table("Qué se leyó", "Asunto");
        assertThat(read)
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("Asunto", "Filas leídas")
                        .containsEntry("Cantidad", BigDecimal.valueOf(1203)))
                .anySatisfy(row -> assertThat(row).containsValue("ab".repeat(32)))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("Fila", BigDecimal.valueOf(9))
                        .containsEntry("Dice", "1,2,3")
                        .containsEntry("Qué dice", "No es un monto. Escriba 1234.50."))
                .anySatisfy(row ->
                        assertThat(row).containsEntry("Asunto", "Problema").containsEntry("Qué dice", "Está cortado."));
        String approved = document.budget().totals().get(AmountKind.APPROVED);
        assertThat(read)
                .anySatisfy(row -> assertThat(stripped(row.get("Cantidad"))).isEqualTo(number(approved)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void findingsStandUnderTheVerdictTheGravestFirst(String language) throws IOException {
        boolean spanish = language.equals("es");
        ReportDocument document = sample(Locale.forLanguageTag(language));
        Book book = Book.of(bytes(document));
        String sheet = spanish ? "Qué corregir" : "What to correct";
        List<Map<String, Object>> rows = book.table(sheet, spanish ? "Gravedad" : "Severity");

        assertThat(rows).hasSameSizeAs(document.findings());
        ReportDocument.Defect first = document.findings().get(0);
        assertThat(rows.get(0))
                .containsEntry(spanish ? "Unidad responsable del gasto" : "Unit", "11CD01")
                .containsEntry(spanish ? "Fila" : "Row", BigDecimal.valueOf(17))
                .containsEntry(spanish ? "Columna" : "Column", "líneas")
                .containsEntry(spanish ? "Dice" : "Found", "1.1.6")
                .containsEntry(spanish ? "Se esperaba" : "Expected", "01.01.06")
                .containsEntry(spanish ? "Qué está mal" : "What is wrong", first.message())
                .containsEntry(spanish ? "Qué hacer" : "What to do", first.remedy())
                .containsEntry(spanish ? "Recursos que toca (MXN)" : "Money touched (MXN)", new BigDecimal("263687.05"))
                .containsEntry(spanish ? "Huella" : "Fingerprint", first.fingerprint());
        assertThat(rows.stream().map(row -> row.get(spanish ? "Gravedad" : "Severity")))
                .containsExactly("ERROR", "ERROR", spanish ? "OBSERVACIÓN" : "REMARK");
        assertThat(String.valueOf(book.sheet(sheet).values()))
                .contains(spanish ? "DICTAMEN: NO CUMPLE. 12 errores" : "VERDICT: NOT COMPLIANT. 12 errors")
                .contains(spanish ? "No se conservaron todos los hallazgos" : "Not every finding was kept");
    }

    @Test
    void openDutiesAreAboveTheFindings() throws IOException {
        ReportDocument document = sample(Samples.SPANISH);
        assertThat(document.openDuties()).isEmpty();
        ReportDocument open = withDuties(
                document,
                List.of(
                        new ReportDocument.OpenDuty("mx-cmx 2011.1", "r-1", "Primero", 0, "Falta el programa."),
                        new ReportDocument.OpenDuty("mx-cmx 2011.1", "r-2", "Segundo", 3, null)));

        Book book = Book.of(bytes(open));

        assertThat(String.valueOf(book.sheet("Qué corregir").values()))
                .contains("Deberes que no se pudieron juzgar: 2. Primero; Segundo.");
        assertThat(book.table("Qué se leyó", "Asunto"))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("Asunto", "Deber que no se pudo juzgar")
                        .containsEntry("Qué dice", "Primero: Falta el programa."));
    }

    @Test
    void theSheetOfTheOfficerHasHerRowsInTheirPlaces() throws IOException {
        Book book = marked(sample(Samples.SPANISH));

        assertThat(book.sheets().keySet()).startsWith("budget.csv", "Qué corregir");
        Map<Integer, List<Object>> rows = book.sheet("budget.csv");
        assertThat(rows.get(1)).startsWith("Anteproyecto 2011");
        assertThat(rows.get(3))
                .containsExactly("unidad_responsable", "partida", "aprobado", "observaciones_de_la_ur", "líneas");
        assertThat(rows.get(4)).startsWith("11CD01", "0441", new BigDecimal("1234.5"), "=1+1");
        assertThat(rows.get(5)).contains(BigDecimal.valueOf(-7), "01.01.06");
        // 16 digits: a spreadsheet would make 12345678901234.6 of it.
        assertThat(rows.get(6)).contains("12345678901234.56");
        assertThat(rows.get(9)).contains("1,2,3", "+1");
        assertThat(rows.get(10)).contains("\\u202eev\\u0007il");
        assertThat(String.valueOf(book.sheet("Qué corregir").values()))
                .contains("En las hojas de los archivos, un monto de más de 15 dígitos está escrito como texto");
    }

    @Test
    void cellsAtFaultAreColouredAndSayWhy() throws IOException {
        ReportDocument sample = sample(Samples.SPANISH);
        Book book = marked(with(
                sample,
                List.of(
                        defect(Severity.WARNING, 4, "aprobado", "uno"),
                        defect(Severity.ERROR, 4, "aprobado", "dos"),
                        defect(Severity.REVIEW, 8, null, "tres"),
                        defect(Severity.INFO, 10, "líneas", "cuatro"))));

        assertThat(book.colour(1, "C4")).isEqualTo("FFC7CE");
        assertThat(book.colour(1, "A8")).isEqualTo("BDD7EE");
        assertThat(book.colour(1, "E10")).isEqualTo("E2EFDA");
        assertThat(book.colour(1, "B4")).isEmpty();
        // Row 9 could not be read: all of it is grey, and the cell at fault says why.
        assertThat(book.colour(1, "A9")).isEqualTo("D9D9D9");
        assertThat(book.colour(1, "C9")).isEqualTo("D9D9D9");
        Map<String, String> comments = book.comments(1);
        assertThat(comments.keySet()).containsExactlyInAnyOrder("C4", "A8", "C9", "E10");
        assertThat(comments.get("C4"))
                .contains("ERROR: dos", "ADVERTENCIA: uno", "Qué hacer: dos", "[line-names-no-action]");
        assertThat(comments.get("C9")).isEqualTo("Fila que no se pudo leer: No es un monto. Escriba 1234.50.");
        assertThat(book.parts().get("xl/drawings/vmlDrawing1.vml")).contains("<x:Anchor>3,15,3,2,8,15,12,4</x:Anchor>");
    }

    @Test
    void nothingABudgetHoldsIsAFormulaOrCommandsAScreen() throws IOException {
        String hostile = "=cmd|' /C calc'!A0\u202e\u0000\ud800<script>]]>\n+1_x0041_";
        ReportDocument document = with(
                sample(Samples.SPANISH),
                List.of(new ReportDocument.Defect(
                        hostile,
                        hostile,
                        hostile,
                        Severity.ERROR,
                        hostile,
                        hostile,
                        hostile,
                        hostile,
                        hostile,
                        new ReportDocument.Location("budget.csv", 5, hostile, hostile, hostile),
                        new ReportDocument.Line(hostile, 3, hostile, Map.of(), Map.of(hostile, hostile), "1.00"),
                        "1.00",
                        Map.of(hostile, hostile),
                        null)));

        Book book = marked(document);

        assertThat(book.parts().values())
                .allSatisfy(part -> assertThat(part)
                        .doesNotContain("<f>", "<script", "\u202e", "&#x202e;", "&#x0;", "\u0000")
                        .matches(text -> text.startsWith("<?xml")));
        assertThat(book.table("Qué corregir", "Gravedad").get(0))
                .containsEntry("Qué está mal", Spelling.harmless(hostile).replace("_x0041", "_x005F_x0041"));
        assertThat(book.comments(1).get("A5")).startsWith("ERROR: =cmd|").contains("\\u202e\\u0000", "_x005F_x0041_");
    }

    @Test
    void lineEndsOfHerCellsAreHers() throws IOException {
        String csv = "unidad_responsable,partida,aprobado,nota\n11CD01,1131,1.00,\"una\notra\tfila\"\n";
        byte[] bytes = bytes(
                sample(Samples.SPANISH),
                Budgets.reading(
                        Input.of("budget.csv", () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))));

        assertThat(String.join("", Book.of(bytes).parts().values()))
                .contains("una&#xa;otra&#x9;fila")
                .doesNotContain("\\u000a");
    }

    @Test
    void theSameDocumentIsTheSameBytes() throws IOException {
        byte[] first = bytes(sample(Samples.SPANISH), Budgets.reading(budget("budget.csv")));
        byte[] second = bytes(sample(Samples.SPANISH), Budgets.reading(budget("budget.csv")));

        assertThat(first).isEqualTo(second);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(first))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getExtra())
                        .as("what Java adds of a time depends on the time zone: " + entry.getName())
                        .isNull();
            }
        }
        assertThat(Book.of(first).parts().get("docProps/core.xml"))
                .contains("<dc:creator>hrbudget</dc:creator>")
                .doesNotContain("created");
    }

    @Test
    void beyondTheLastRowOfASheetOnlyRowsAtFaultAreKept() throws IOException {
        ReportDocument document =
                with(sample(Samples.SPANISH), List.of(defect(Severity.ERROR, 10, "partida", "lejos")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> notes;
        try (WorkbookFile file = WorkbookFile.on(out)) {
            WorkbookBudget sheets = new WorkbookBudget(DocumentWords.of(document), file, 6);
            sheets.write(Budgets.reading(budget("budget.csv")));
            notes = sheets.notes();
            file.finish();
        }
        Book book = Book.of(out.toByteArray());

        assertThat(book.sheet("budget.csv").keySet()).containsExactly(1, 3, 4, 5, 6);
        Map<Integer, List<Object>> far = book.sheet("budget.csv (2)");
        assertThat(far.get(1)).startsWith("Fila", "unidad_responsable");
        assertThat(far.get(2)).startsWith(BigDecimal.valueOf(9), "11CD01", "4411", "1,2,3");
        assertThat(far.get(3)).startsWith(BigDecimal.valueOf(10), "11CD01", "4411", BigDecimal.valueOf(5));
        assertThat(book.colour(2, "C3")).isEqualTo("FFC7CE");
        assertThat(notes)
                .anyMatch(note -> note.startsWith("Se omiten 2 filas sin hallazgos: una hoja termina en la fila 6."));
    }

    @Test
    void commentsAreCappedAndTheRestIsColoured() throws IOException {
        StringBuilder lines = new StringBuilder("unidad_responsable,partida,aprobado\n");
        List<ReportDocument.Defect> findings = new ArrayList<>();
        for (int row = 2; row < 2_102; row++) {
            lines.append("11CD01,4411,1.00\n");
            findings.add(defect(Severity.ERROR, row, "partida", "mal"));
        }
        Path file = Files.writeString(folder.resolve("budget.csv"), lines, StandardCharsets.UTF_8);
        Book book = Book.of(bytes(with(sample(Samples.SPANISH), findings), Budgets.reading(file)));

        // Row 9 has two, its finding and why the sample could not read it.
        assertThat(book.comments(1)).hasSize(2_000);
        assertThat(book.colour(1, "B2101")).isEqualTo("FFC7CE");
        assertThat(String.valueOf(book.sheet("Qué corregir").values())).contains("101 celdas con defecto");
        assertThat(book.table("Qué corregir", "Gravedad")).hasSize(2_100);
    }

    @Test
    void eachFileHasItsSheetAndWhatIsNoTableIsSaid() throws IOException {
        ReportDocument sample = sample(Samples.SPANISH);
        Path packed = folder.resolve("otro.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(LINES.getBytes(StandardCharsets.UTF_8));
        }
        Path json = Files.writeString(
                folder.resolve("budget.json"), "[{\"unit_code\":\"11CD01\",\"approved\":1}]", StandardCharsets.UTF_8);

        Book two = Book.of(bytes(sample, Budgets.reading(budget("budget.csv"), packed)));
        assertThat(two.sheets().keySet()).startsWith("budget.csv", "otro.csv.gz", "Qué corregir");
        assertThat(two.sheet("otro.csv.gz").get(4)).startsWith("11CD01", "0441");

        Book none = Book.of(bytes(sample, Budgets.reading(json)));
        assertThat(none.sheets().keySet()).startsWith("Qué corregir");
        assertThat(String.valueOf(none.sheet("Qué corregir").values()))
                .contains("No son tablas y por eso no tienen hoja propia: budget.csv.");
    }

    @Test
    void aWorkbookComesBackAsAWorkbook() throws IOException {
        Path first = Files.write(
                folder.resolve("budget.xlsx"), bytes(sample(Samples.SPANISH), Budgets.reading(budget("budget.csv"))));

        Book again = Book.of(bytes(sample(Samples.SPANISH), Budgets.reading(first)));

        Map<Integer, List<Object>> was = Book.of(Files.readAllBytes(first)).sheet("budget.csv");
        assertThat(again.sheet("budget.xlsx")).isEqualTo(was);
    }

    @Test
    void textsLongerThanACellAreCutAndSaid() throws IOException {
        ReportDocument document =
                with(sample(Samples.SPANISH), List.of(defect(Severity.ERROR, 4, "aprobado", "x".repeat(40_000))));

        Object cell = Book.of(bytes(document))
                .table("Qué corregir", "Gravedad")
                .get(0)
                .get("Qué está mal");

        assertThat(String.valueOf(cell)).hasSize(32_767).endsWith("x\u2026");
    }

    @Test
    void namesOfSheetsAreThoseThatSpreadsheetsTake() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookFile file = WorkbookFile.on(out)) {
            for (String name : List.of("a/b:c?*[d]'", "A/b:c?*[d]'", "x".repeat(40), "x".repeat(41), " ")) {
                file.sheet(name).finish();
            }
            file.finish();
        }
        assertThat(Book.of(out.toByteArray()).sheets().keySet())
                .containsExactly("a-b-c---d--", "A-b-c---d-- (2)", "x".repeat(31), "x".repeat(27) + " (2)", "-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"book", "template"})
    void bothLanguagesSayTheSameValuesUnderSortedKeys(String words) throws IOException {
        List<String> english = said(words + ".properties");
        assertThat(said(words + "_es.properties")).isEqualTo(english);
        assertThat(english).hasSizeGreaterThan(30).isSorted();
    }

    /** {@return each key with its placeholders, in the order of the file} */
    private static List<String> said(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(WorkbookReport.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(" = ")) + " "
                            + Pattern.compile("\\{[a-z]+}")
                                    .matcher(line)
                                    .results()
                                    .map(MatchResult::group)
                                    .sorted()
                                    .toList())
                    .toList();
        }
    }

    private static ReportDocument with(ReportDocument sample, List<ReportDocument.Defect> findings) {
        return Samples.with(sample, findings, null);
    }

    private static ReportDocument withDuties(ReportDocument sample, List<ReportDocument.OpenDuty> duties) {
        return new ReportDocument(
                sample.schemaVersion(),
                sample.tool(),
                sample.language(),
                sample.budget(),
                sample.selection(),
                sample.input(),
                sample.scope(),
                sample.verdict(),
                duties,
                sample.ledger(),
                sample.findings(),
                sample.truncated(),
                sample.rejectedRows(),
                sample.problems(),
                sample.indicators(),
                sample.rights(),
                sample.units(),
                null,
                null,
                null,
                sample.run());
    }

    private static ReportDocument.Defect defect(Severity severity, long row, String column, String text) {
        return new ReportDocument.Defect(
                "0123456789abcdef",
                "mx-cmx 2011.1",
                "line-names-no-action",
                severity,
                text,
                text,
                text,
                "11CD01",
                null,
                new ReportDocument.Location("budget.csv", row, column, null, null),
                null,
                null,
                Collections.emptyMap(),
                null);
    }
}
