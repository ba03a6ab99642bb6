package org.hrbudget.io;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.hrbudget.io.CellChanges.Change;
import org.hrbudget.model.Bilingual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of changes is put into the unit's own file, of which everything else stays as it was. */
class CellChangesTest {

    private static final String HEADINGS = "ejercicio,unidad_responsable,partida,proyecto,linea_de_accion_1,Notas";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static Change change(long row, String column, String from, String to) {
        return new Change(null, row, column, from, to);
    }

    private static Budgets.Reading reading(String name, byte[] bytes) {
        return Budgets.reading(Input.of(name, () -> new ByteArrayInputStream(bytes)));
    }

    private static byte[] apply(String name, byte[] bytes, Change... changes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CellChanges.of(List.of(changes)).apply(reading(name, bytes), out);
        return out.toByteArray();
    }

    private static String apply(String text, Change... changes) throws IOException {
        return new String(apply("a.csv", text.getBytes(UTF_8), changes), UTF_8);
    }

    private static List<String> misfits(String text, Change... changes) {
        return CellChanges.of(List.of(changes)).mismatches(reading("a.csv", text.getBytes(UTF_8))).stream()
                .map(each ->
                        each.place() + " " + each.found() + " " + each.text().es())
                .toList();
    }

    @Test
    void everyOtherByteOfATextStays() throws IOException {
        String text = "Título;\r\n\r\n" + HEADINGS.replace(',', ';')
                + "\r\n2011; \"08CO01\" ;1131;\"1.000,50\";1.1.2;\"dijo \"\"sí\"\";\r\ny calló\"\r\n2011;08CO01;1211;5,00\r\n";
        byte[] changed = apply(
                "a.csv",
                text.getBytes(WINDOWS),
                change(4, "linea_de_accion_1", "1.1.2", "01.01.02"),
                change(4, "D", "1.000,50", "1.000,75"),
                change(5, "Notas", "", "año; \"nuevo\""));
        assertThat(new String(changed, WINDOWS))
                .isEqualTo(text.replace("1.1.2", "01.01.02")
                        .replace("1.000,50", "1.000,75")
                        .replace("5,00\r\n", "5,00;;\"año; \"\"nuevo\"\"\"\r\n"));
    }

    @Test
    void rowsAreCountedAsTheyAreRead() throws IOException {
        String text =
                HEADINGS + "\n\n2011,08CO01,1131,1.00,,a\r2011,08CO01,1131,2.00,,\"b\nb\"\n\n2011,08CO01,1131,3.00,,c";
        List<String> seen = new ArrayList<>();
        reading("a.csv", text.getBytes(UTF_8)).asWritten(new Budgets.WrittenRows() {
            @Override
            public void begin(String input, long headingRow, List<String> columns) {}

            @Override
            public void row(long number, List<String> cells, List<? extends java.math.BigDecimal> amounts) {
                if (cells.size() == 6) {
                    seen.add(number + cells.get(5));
                }
            }

            @Override
            public void stopped(String input, Bilingual why) {
                seen.add(why.en());
            }
        });
        assertThat(seen).containsExactly("1Notas", "3a", "4b\nb", "6c");
        assertThat(apply(text, change(3, "F", "a", "x"), change(4, "F", "b\nb", "y"), change(6, "F", "c", "z")))
                .isEqualTo(text.replace(",a\r", ",x\r")
                        .replace("\"b\nb\"", "\"y\"")
                        .replaceAll("c$", "z"));
    }

    @Test
    void linesOfACellEndAsTheFileHasThem() throws IOException {
        String text = HEADINGS + "\r\n2011,08CO01,1131,1.00,,\"a\r\nb\"\r\n";
        assertThat(apply(text, change(2, "F", "a\nb", "c\r\nd"))).isEqualTo(text.replace("a\r\nb", "c\nd"));
    }

    @Test
    void anyCharsetThatIsReadIsWritten() throws IOException {
        String text = "\ufeff" + HEADINGS + "\r\n2011,08CO01,1131,1.00,,año\r\n";
        for (Charset charset : List.of(UTF_8, UTF_16LE, java.nio.charset.StandardCharsets.UTF_16BE)) {
            assertThat(new String(apply("a.csv", text.getBytes(charset), change(2, "F", "año", "señal €")), charset))
                    .isEqualTo(text.replace("año", "señal €"));
        }
        assertThatThrownBy(
                        () -> apply("a.csv", text.substring(1).getBytes(WINDOWS), change(2, "F", "año", "tʼoʼ Łódź")))
                .hasMessageContaining("windows-1252");
    }

    @Test
    void rowsBehindTheLastAreAdded() throws IOException {
        String open = HEADINGS + "\r\n2011,08CO01,1131,1.00,,";
        String row = "2011,08CO01,,9.00,,";
        Change[] added = {
            change(3, "A", "", "2011"),
            change(3, "B", "", "08CO01"),
            change(3, "D", "", "9.00"),
            change(4, "F", "", "b")
        };
        assertThat(apply(open, added)).isEqualTo(open + "\r\n" + row + "\r\n,,,,,b");
        assertThat(apply(open + "\r\n", added)).isEqualTo(open + "\r\n" + row + "\r\n,,,,,b\r\n");
        assertThat(apply(open, change(4, "F", "", "b"))).isEqualTo(open + "\r\n,,,,,\r\n,,,,,b");
        assertThat(misfits(open, change(1003, "A", "", "2011")))
                .singleElement()
                .asString()
                .startsWith("A1003 null a.csv, A1003: No hay una fila 1003");
    }

    @Test
    void aChangeThatDoesNotFitIsToldAndNothingIsWritten() {
        String text = HEADINGS + "\n2011,08CO01,1131,1.00,1.1.2,\n";
        assertThat(misfits(
                        text,
                        change(2, "linea_de_accion_1", "1.1.3", "01.01.03"),
                        change(2, "Notas", "x", "y"),
                        change(2, "Nada", "", "y"),
                        change(2, "C", "1131", "1211")))
                .containsExactly(
                        "E2 1.1.2 a.csv, E2: Ahí dice «1.1.2» y el cambio espera «1.1.3». Revise la celda y haga otra vez"
                                + " el cambio si todavía corresponde.",
                        "F2  a.csv, F2: La celda está en blanco y el cambio espera «x». Revise la celda y haga otra vez el"
                                + " cambio si todavía corresponde.",
                        "null null a.csv, 2: No hay una columna «Nada». Indique un encabezado del archivo o, si está en blanco o repetido, las letras"
                                + " de la columna.");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(
                        () -> CellChanges.of(List.of(change(2, "E", "1.1.3", "1.1.4"), change(2, "C", "1131", "1211")))
                                .apply(reading("a.csv", text.getBytes(UTF_8)), out))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("E2");
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+5", "@A1", "-A1", "a\u0000b", "a\ud800", "＝1"})
    void noFormulaAndNothingThatIsNoTextIsPutIn(String to) {
        assertThatThrownBy(() -> change(2, "A", "", to)).isInstanceOf(BudgetReadException.class);
    }

    @Test
    void amountsBelowZeroAreNoFormulas() {
        assertThat(change(2, "A", "", " -1,500.00 ").to()).isEqualTo("-1,500.00");
    }

    @Test
    void theListIsReadAsItWasWrittenAndHoldsNoFormula() throws IOException {
        CellChanges changes = CellChanges.of(List.of(
                change(2, "Año; =B1", "=HYPERLINK(\"x\")", "'-dicho'"),
                new Change("Hoja 1", 3, "N", "a;\"@b\";'c", "-5.00"),
                change(4, "N", "", "dos\nlíneas, \"y\" comas")));
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("es-MX"))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            changes.write(locale, out);
            assertThat(CellChanges.read(Input.of("c.csv", () -> new ByteArrayInputStream(out.toByteArray())))
                            .changes())
                    .isEqualTo(changes.changes());
            assertThat(out.toString(UTF_8)).doesNotContainPattern("(^|[,;\\n])[\\s\"]*[=+@-]");
        }
    }

    @Test
    void aRowOfTheListThatIsWrongIsNamed() {
        assertThatThrownBy(() -> CellChanges.read(Input.of(
                        "c.csv",
                        () -> new ByteArrayInputStream(
                                "fila,columna,dice,debe decir\n2,A,,b\ntres,A,,b\n".getBytes(UTF_8)))))
                .hasMessageContaining("c.csv, row 3")
                .hasMessageContaining("tres");
        assertThatThrownBy(() -> CellChanges.of(List.of(change(2, "A", "", "b"), change(2, "a", "", "c"))))
                .isInstanceOf(BudgetReadException.class);
    }

    @Test
    void aLaterChangeOfACellTakesThePlaceOfTheEarlier() {
        CellChanges first = CellChanges.of(List.of(change(2, "A", "a", "b")));
        assertThat(first.with(change(2, "A", "b", "c")).changes()).containsExactly(change(2, "A", "a", "c"));
        assertThat(first.with(change(2, "A", "b", "a")).changes()).isEmpty();
    }

    @Test
    void whatIsPackedOrNoTableIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((HEADINGS + "\n2011,08CO01,1131,1.00,1.1.2,\n").getBytes(UTF_8));
        }
        assertThatThrownBy(() -> apply("a.csv.gz", packed.toByteArray(), change(2, "E", "1.1.2", "01.01.02")))
                .hasMessageContaining("packed");
    }

    // Workbooks

    private static final String ROW_2 =
            "<row r=\"2\" spans=\"1:5\" ht=\"30\" customHeight=\"1\"><c r=\"A2\" s=\"1\"><v>2011</v></c>"
                    + "<c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\"><v>1131</v></c><c r=\"D2\" s=\"2\"><f>1+1</f><v>2</v></c>"
                    + "<c r=\"E2\" s=\"3\" t=\"inlineStr\"><is><t>1.1.2</t></is></c></row>";

    private static Map<String, String> book() {
        Map<String, String> parts = new LinkedHashMap<>();
        String types = "http://schemas.openxmlformats.org/package/2006/content-types";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + types
                        + "\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + kind + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + kind + "worksheet+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"" + kind + "worksheet+xml\"/>"
                        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + kind + "sharedStrings+xml\"/>"
                        + "<Override PartName=\"/xl/calcChain.xml\" ContentType=\"" + kind
                        + "calcChain+xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                        + office + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office
                        + "\"><sheets><sheet name=\"Notas\" sheetId=\"1\" r:id=\"rId2\"/>"
                        + "<sheet name=\"Año &amp; más\" sheetId=\"2\" r:id=\"rId1\"/></sheets><calcPr calcId=\"1\"/></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                        + office + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
                        + office
                        + "/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/><Relationship Id=\"rId3\" Type=\""
                        + office
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId4\" Type=\"" + office
                        + "/calcChain\" Target=\"calcChain.xml\"/></Relationships>");
        parts.put("xl/calcChain.xml", "<calcChain xmlns=\"" + main + "\"><c r=\"D2\" i=\"2\"/></calcChain>");
        parts.put("xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\"><si><t>08CO01</t></si></sst>");
        parts.put(
                "xl/worksheets/sheet2.xml",
                "<worksheet  xmlns=\"" + main
                        + "\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>");
        StringBuilder headings = new StringBuilder("<row r=\"1\">");
        for (int i = 0; i < HEADINGS.split(",", -1).length; i++) {
            headings.append("<c r=\"")
                    .append((char) ('A' + i))
                    .append("1\" t=\"inlineStr\"><is><t>")
                    .append(HEADINGS.split(",", -1)[i])
                    .append("</t></is></c>");
        }
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + main
                        + "\"><dimension ref=\"A1:F2\"/><cols><col min=\"1\" max=\"1\" width=\"9.5\"/></cols><sheetData>"
                        + headings + "</row>" + ROW_2
                        + "</sheetData><pageMargins left=\"0.7\"/><!-- de la oficina --></worksheet>");
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return parts;
    }

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void onlyTheCellsOfASheetAreOthers() throws IOException {
        Map<String, String> parts = book();
        byte[] changed = apply(
                "a.xlsx",
                zip(parts),
                new Change("año & MÁS", 2, "linea_de_accion_1", "1.1.2", "01.01.02"),
                change(2, "C", "1131", "1211"),
                change(2, "B", "08CO01", "<08CO02>"));
        Map<String, String> after = unzipped(changed);
        assertThat(after.keySet()).containsExactlyElementsOf(parts.keySet());
        assertThat(after.get(SHEET))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                        + parts.get(SHEET)
                                .replace("<v>1131</v>", "<v>1211</v>")
                                .replace(
                                        "<c r=\"B2\" t=\"s\"><v>0</v></c>",
                                        "<c r=\"B2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">&lt;08CO02&gt;</t></is></c>")
                                .replace("<t>1.1.2</t>", "<t xml:space=\"preserve\">01.01.02</t>"));
        assertThat(after.get("xl/workbook.xml")).contains("<calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>");
        after.keySet().removeAll(List.of(SHEET, "xl/workbook.xml"));
        parts.keySet().removeAll(List.of(SHEET, "xl/workbook.xml"));
        assertThat(after).isEqualTo(parts);
        assertThat(CellChanges.of(List.of(change(2, "B", "<08CO02>", "x"), change(2, "C", "1211", "")))
                        .mismatches(reading("a.xlsx", changed)))
                .isEmpty();
    }

    @Test
    void aFormulaThatIsWrittenOverLeavesTheOrderOfCalculation() throws IOException {
        Map<String, String> after = unzipped(apply("a.xlsx", zip(book()), change(2, "proyecto", "2", "$1,234.50")));
        assertThat(after.get(SHEET))
                .contains("<c r=\"D2\" s=\"2\"><v>1234.50</v></c>")
                .doesNotContain("<f>");
        assertThat(after).doesNotContainKey("xl/calcChain.xml");
        assertThat(after.get("[Content_Types].xml") + after.get("xl/_rels/workbook.xml.rels"))
                .contains("sharedStrings")
                .doesNotContain("calcChain");
    }

    @Test
    void cellsAndRowsThatAreNotThereAreAdded() throws IOException {
        byte[] changed = apply(
                "a.xlsx",
                zip(book()),
                change(2, "Notas", "", "nota"),
                change(4, "proyecto", "", "9.00"),
                change(4, "A", "", "2011"));
        assertThat(unzipped(changed).get(SHEET))
                .contains(
                        "<row r=\"2\" ht=\"30\" customHeight=\"1\">",
                        "</c><c r=\"F2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">nota</t></is></c></row><row r=\"4\">",
                        "<c r=\"D4\"><v>9.00</v></c></row></sheetData>")
                .doesNotContain("dimension");
        assertThat(CellChanges.of(List.of(change(1_048_577, "A", "", "x"))).mismatches(reading("a.xlsx", changed)))
                .hasSize(1);
        assertThat(CellChanges.of(List.of(
                                change(2, "F", "nota", ""), change(4, "A", "2011", ""), change(4, "D", "9", "")))
                        .mismatches(reading("a.xlsx", changed)))
                .isEmpty();
    }

    @Test
    void aFormulaThatOtherCellsShareIsLeftAlone() throws IOException {
        Map<String, String> parts = book();
        parts.put(SHEET, parts.get(SHEET).replace("<f>1+1</f>", "<f t=\"shared\" ref=\"D2:D9\" si=\"0\">1+1</f>"));
        byte[] book = zip(parts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(
                        () -> CellChanges.of(List.of(change(2, "D", "2", "3"))).apply(reading("a.xlsx", book), out))
                .hasMessageContaining("D2:D9");
        assertThat(out.size()).isZero();
    }

    @Test
    void theLimitsOfReadingHold() throws IOException {
        byte[] book = zip(book());
        Budgets.Reading small = reading("a.xlsx", book).limits(ReadLimits.DEFAULT.withMaxUnpackedBytes(100));
        assertThatThrownBy(() ->
                        CellChanges.of(List.of(change(2, "C", "1131", "1"))).apply(small, new ByteArrayOutputStream()))
                .isInstanceOf(BudgetReadException.class);
        Map<String, String> parts = book();
        parts.put(
                SHEET,
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                        + parts.get(SHEET).replace("1.1.2", "&e;"));
        byte[] hostile = zip(parts);
        assertThatThrownBy(() -> apply("a.xlsx", hostile, change(2, "C", "1131", "1")))
                .isInstanceOf(BudgetReadException.class);
    }

    @Test
    void aPartWithATypeOfItsOwnIsRefused() throws IOException {
        Map<String, String> parts = book();
        parts.put(SHEET, "<!DOCTYPE worksheet>" + parts.get(SHEET));
        byte[] book = zip(parts);
        assertThatThrownBy(() -> apply("a.xlsx", book, change(2, "C", "1131", "1")))
                .isInstanceOf(BudgetReadException.class);
    }

    @Test
    void aCopyIsCopiedTheSameWay() throws IOException {
        byte[] once = apply("a.xlsx", zip(book()), change(2, "C", "1131", "1211"));
        assertThat(apply("a.xlsx", once, change(2, "C", "1211", "1211"))).isEqualTo(once);
    }
}
