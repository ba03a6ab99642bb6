package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells and sheets as other programs write them, in XML by hand: no library writes them all. */
class WorkbookCellsTest {

    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String HEADINGS = row(1, text("A", "unit_code"), text("B", "approved"), text("C", "action_1"))
            .replace("</row>", text("D1", "Nota") + "</row>");

    @TempDir
    private Path room;

    /** Parts of a workbook that can be read; each can be put in the place of another. */
    private static final class Parts {

        private final Map<String, String> parts = new LinkedHashMap<>();
        private final List<String> sheets = new ArrayList<>();
        private String properties = "";

        Parts() {
            parts.put(
                    "[Content_Types].xml",
                    "<Types>" + type("workbook", "sheet.main") + type("sharedStrings", "sharedStrings")
                            + type("styles", "styles") + "</Types>");
            parts.put(
                    "xl/styles.xml",
                    "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"0000\"/></numFmts><cellXfs>"
                            + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"10\"/>"
                            + "</cellXfs></styleSheet>");
            parts.put("xl/sharedStrings.xml", "<sst/>");
        }

        private static String type(String part, String type) {
            return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + TYPES + type + "+xml\"/>";
        }

        Parts part(String name, String content) {
            parts.put(name, content);
            return this;
        }

        Parts properties(String attributes) {
            properties = "<workbookPr " + attributes + "/>";
            return this;
        }

        Parts texts(String items) {
            return part("xl/sharedStrings.xml", "<sst>" + items + "</sst>");
        }

        /** A sheet of rows below the headings. */
        Parts rows(String... rows) {
            return sheet("Hoja" + (sheets.size() + 1), "", HEADINGS + String.join("", rows), "", "");
        }

        Parts sheet(String name, String attributes, String rows, String before, String after) {
            int number = sheets.size() + 1;
            sheets.add(
                    "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\" %s/>".formatted(name, number, number, attributes));
            return part(
                    "xl/worksheets/sheet" + number + ".xml",
                    "<worksheet>" + before + "<sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
        }

        byte[] bytes() {
            StringBuilder relationships = new StringBuilder();
            for (int i = 1; i <= sheets.size(); i++) {
                relationships.append("<Relationship Id=\"r%d\" Target=\"worksheets/sheet%d.xml\"/>".formatted(i, i));
            }
            Map<String, String> all = new LinkedHashMap<>();
            all.put(
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                            + properties + "<sheets>" + String.join("", sheets) + "</sheets></workbook>");
            all.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relationships + "</Relationships>");
            all.putAll(parts);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, String> part : all.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        Outcome read() {
            return Outcome.of(Budgets.reading(Outcome.input("b.xlsx", bytes())));
        }
    }

    private static Parts book() {
        return new Parts();
    }

    private static String row(int number, String... cells) {
        return "<row r=\"%d\">".formatted(number)
                + String.join("", cells).replaceAll("r=\"([A-Z]+)\"", "r=\"$1" + number + "\"")
                + "</row>";
    }

    private static String text(String column, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(column, text);
    }

    private static String cell(String column, String attributes, String content) {
        return "<c r=\"%s\" %s>%s</c>".formatted(column, attributes, content);
    }

    private static String number(String column, String value) {
        return cell(column, "", "<v>" + value + "</v>");
    }

    private static List<String> assumed(Outcome read) {
        return read.first().assumed().stream().map(Bilingual::en).toList();
    }

    private static List<String> rejected(Outcome read) {
        return read.account().rejected().stream()
                .map(row -> row.position().row() + ": " + row.reason().in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void hiddenColumnsAreReadAndSaid() {
        Outcome read = book().sheet(
                        "H",
                        "",
                        HEADINGS + row(2, text("A", "01"), number("B", "5"), text("D", "x")),
                        "<cols><col min=\"2\" max=\"2\" width=\"9\" hidden=\"1\"/><col min=\"4\" max=\"16384\" hidden=\"true\"/></cols>",
                        "")
                .read();

        assertThat(read.only().passThrough()).containsEntry("Nota", "x");
        assertThat(assumed(read))
                .containsExactly("2 columns that the workbook hides were read like the others: approved, Nota.");
    }

    @Test
    void columnsThatAreHiddenBesideTheTableAreOfNoInterest() {
        Outcome read = book().sheet(
                        "H",
                        "",
                        HEADINGS + row(2, text("A", "01"), number("B", "5")),
                        "<cols><col min=\"5\" max=\"16384\" hidden=\"1\"/></cols>",
                        "")
                .read();

        assertThat(assumed(read)).isEmpty();
    }

    @Test
    void whatIsMergedWithACellIsNotTakenForBlank() {
        Outcome read = book().sheet(
                        "H",
                        "",
                        HEADINGS
                                + row(2, text("A", "01"), number("B", "5"), text("C", "01.01.01"), text("D", "x"))
                                + row(3, text("A", "02"), number("B", "6"), cell("C", "", ""), cell("D", "", ""))
                                + row(4, text("A", "03"), number("B", "7"))
                                + row(5, cell("A", "", ""), number("B", "8")),
                        "",
                        "<mergeCells><mergeCell ref=\"A4:A5\"/><mergeCell ref=\"C2:C3\"/><mergeCell ref=\"D2:D3\"/>"
                                + "<mergeCell ref=\"C4:C5\"/><mergeCell ref=\"A1:A1\"/></mergeCells>")
                .read();

        assertThat(read.lines()).extracting(line -> line.unit().code()).containsExactly("01", "03");
        assertThat(rejected(read))
                .containsExactly(
                        "3: This cell is merged with C2, and only that one has the value. Unmerge them and write the value in each row.",
                        "5: This cell is merged with A4, and only that one has the value. Unmerge them and write the value in each row.");
    }

    @Test
    void daysAreCountedFromTheFirstOfTheWorkbook() {
        for (String flag : List.of("1", "true")) {
            Outcome read = book().properties("date1904=\"" + flag + "\"")
                    .rows(
                            row(2, text("A", "01"), number("B", "5"), cell("D", "s=\"1\"", "<v>0</v>")),
                            row(3, text("A", "01"), number("B", "5"), cell("D", "s=\"1\"", "<f>D2</f><v>39231</v>")))
                    .read();

            assertThat(read.lines())
                    .extracting(line -> line.passThrough().get("Nota"))
                    .containsExactly("1904-01-01", "2011-05-30");
        }
    }

    @Test
    void theYear1900HasTheDayThatSpreadsheetsGiveIt() {
        Outcome read = book().rows(
                        row(2, text("A", "01"), number("B", "5"), cell("D", "s=\"1\"", "<v>59</v>")),
                        row(3, text("A", "01"), number("B", "5"), cell("D", "s=\"1\"", "<v>61.75</v>")))
                .read();

        assertThat(read.lines())
                .extracting(line -> line.passThrough().get("Nota"))
                .containsExactly("1900-02-28", "1900-03-01");
    }

    @Test
    void aWorkbookNeedsNoFormats() {
        String types = "<Types>" + Parts.type("workbook", "sheet.main") + "</Types>";
        Outcome read = book().part("[Content_Types].xml", types)
                .rows(row(2, text("A", "01"), number("B", "5")))
                .read();

        assertThat(read.only().amount(AmountKind.APPROVED)).isEqualTo("5.00");
    }

    @Test
    void aWorkbookWithoutItsListOfSheetsIsDamaged() {
        Parts parts = book().part("[Content_Types].xml", "<Types/>").rows(row(2, text("A", "01"), number("B", "5")));

        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(parts::read)
                .withMessageContaining("b.xlsx")
                .withMessageNotContaining("null");
    }

    @Test
    void daysInTheFormOfTheStrictKindAreRefusedWithTheWayOut() {
        Parts parts = book().rows(row(2, text("A", "01"), number("B", "5"), cell("D", "t=\"d\"", "<v>2011-05-30</v>")));

        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(parts::read)
                .withMessageContaining("cell D2 of \"Hoja1\"")
                .withMessageContaining("Excel Workbook (.xlsx)");
    }

    @Test
    void theStrictKindIsCalledByItsName() {
        Parts parts = book().part(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"strict\"><sheets>"
                                + "<sheet name=\"H\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");

        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(parts::read)
                .withMessageContaining("Strict Open XML");
    }

    @Test
    void aDayInThatFormOnAnotherSheetIsNoReason() {
        Outcome read = book().sheet("Portada", "", row(1, cell("A", "t=\"d\"", "<v>2011-05-30</v>")), "", "")
                .rows(row(2, text("A", "01"), number("B", "5")))
                .read();

        assertThat(read.lines()).hasSize(1);
    }

    @Test
    void whatIsNoAmountIsNotTakenForOne() {
        Outcome read = book().rows(
                        row(2, text("A", "01"), cell("B", "t=\"b\"", "<v>1</v>")),
                        row(3, text("A", "01"), cell("B", "t=\"b\"", "<f>TRUE()</f><v>1</v>")),
                        row(4, text("A", "01"), cell("B", "t=\"e\"", "<v>#DIV/0!</v>")),
                        row(5, text("A", "01"), cell("B", "t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>")),
                        row(6, text("A", "01"), cell("B", "s=\"3\"", "<v>0.25</v>")))
                .read();

        assertThat(read.lines()).isEmpty();
        assertThat(rejected(read))
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("2: \"TRUE\" is not an amount"),
                        text -> assertThat(text).startsWith("3: \"TRUE\" is not an amount"),
                        text -> assertThat(text).startsWith("4: The formula has no value but the error #DIV/0!"),
                        text -> assertThat(text).startsWith("5: The formula has no value but the error #DIV/0!"),
                        text -> assertThat(text).startsWith("6: ").contains("25%"));
    }

    @Test
    void aFormulaWithoutAStoredValueIsNoBlank() {
        Outcome read = book().rows(
                        row(2, text("A", "01"), cell("B", "", "<f>1+1</f><v></v>")),
                        row(3, text("A", "01"), number("B", "5"), cell("C", "", "<f>A1</f>")),
                        row(4, text("A", "01"), number("B", "6"), cell("D", "t=\"str\"", "<f>\"\"</f><v></v>")))
                .read();

        assertThat(read.only().amount(AmountKind.APPROVED)).isEqualTo("6.00");
        assertThat(rejected(read)).hasSize(2).allMatch(text -> text.contains("has no stored value"));
    }

    @Test
    void textsOfEachKindAreTheirLetters() {
        Outcome read = book().texts("<si><t>0101</t></si>"
                        + "<si><r><rPr><b/></rPr><t>01.01</t></r><r><t>.01</t></r></si>"
                        + "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>")
                .rows(
                        row(
                                2,
                                cell("A", "t=\"s\"", "<v>0</v>"),
                                number("B", "5"),
                                cell("C", "t=\"s\"", "<v>1</v>"),
                                cell("D", "t=\"s\"", "<v>2</v>")),
                        row(
                                3,
                                cell("A", "s=\"2\"", "<v>101</v>"),
                                cell("B", "t=\"str\"", "<f>A1</f><v>1,005.50</v>"),
                                cell("C", "t=\"inlineStr\"", "<is><r><t>01.</t></r><r><t>01.02</t></r></is>")))
                .read();

        assertThat(read.lines()).extracting(line -> line.unit().code()).containsExactly("0101", "0101");
        assertThat(read.lines().get(1).amount(AmountKind.APPROVED)).isEqualTo("1005.50");
        assertThat(read.lines().get(0).passThrough()).containsEntry("Nota", "東京");
        assertThat(read.lines())
                .flatExtracting(SpendingLine::links)
                .extracting(ActionLink::actionCode)
                .containsExactly("01.01.01", "01.01.02");
    }

    @Test
    void cellsAndRowsWithoutPlacesStandInTheirOrder() {
        String plain = (HEADINGS + row(2, text("A", "01"), number("B", "5"), text("C", "01.01.01")))
                .replaceAll(" r=\"[A-Z]*[0-9]+\"", "");
        Outcome read = book().sheet("H", "", plain, "", "").read();

        assertThat(read.only().links()).extracting(ActionLink::actionCode).containsExactly("01.01.01");
        assertThat(read.only().position().row()).isEqualTo(2);
    }

    @Test
    void noRowIsBeforeTheFirst() {
        Outcome read = book().rows(
                        row(2, text("A", "01"), number("B", "5")),
                        row(3, text("A", "02"), number("B", "6")).replace("row r=\"3\"", "row r=\"-5\""))
                .read();

        assertThat(read.lines()).extracting(line -> line.position().row()).containsExactly(2L, 3L);
    }

    @Test
    void aSheetThatIsNotShownIsReadOnlyWhereItIsAskedFor() {
        Parts parts = book().sheet(
                        "Oculta", "state=\"veryHidden\"", HEADINGS + row(2, text("A", "99"), number("B", "9")), "", "")
                .rows(row(2, text("A", "01"), number("B", "5")))
                .rows(row(2, text("A", "02"), number("B", "6")));

        assertThat(parts.read().only().unit().code()).isEqualTo("01");
        assertThat(assumed(parts.read()))
                .containsExactly("The sheet \"Hoja2\" was read and 2 others were not: Oculta, Hoja3."
                        + " Name another with --sheet if that is meant.");
        assertThat(Outcome.of(Budgets.reading(Outcome.input("b.xlsx", parts.bytes()))
                                .sheet("oculta"))
                        .only()
                        .unit()
                        .code())
                .isEqualTo("99");
    }

    @Test
    void aSheetThatIsAChartIsPassedOver() {
        Outcome read = book().sheet("Gráfica", "", "", "", "")
                .part("xl/worksheets/sheet1.xml", "<chartsheet><sheetViews/></chartsheet>")
                .rows(row(2, text("A", "01"), number("B", "5")))
                .part("xl/externalLinks/externalLink1.xml", "<externalLink><externalBook/></externalLink>")
                .read();

        assertThat(read.lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c r='ZZZZZZ2'/> | has more than 16384",
                "<c r='XFE2'/> | has more than 16384",
                "<c r='&#90;ZZZZ2'/> | has more than 16384",
                "<c r='A2' t='s'><v>2000000000</v></c> | a text that is not among the 0",
                "<c r='A2' t='s'><v><![CDATA[7]]></v></c> | a text that is not among the 0",
                "<c r='A2' t='&#115;'><v>7</v></c> | a text that is not among the 0",
                "<c r='A2'><f t='shared' si='3'/><v>1</v></c> | is damaged"
            })
    void aCellThatWouldCostTheMachineIsRefused(String cell, String why) throws IOException {
        byte[] bytes = book().rows("<row r='2'>" + cell + "</row>").bytes();
        Path file = Files.write(room.resolve("b.xlsx"), bytes);

        for (Budgets.Reading reading :
                List.of(Budgets.reading(List.of(file)), Budgets.reading(Outcome.input("b.xlsx", bytes)))) {
            assertThatExceptionOfType(BudgetReadException.class)
                    .isThrownBy(() -> Outcome.of(reading))
                    .withMessageContaining(why);
        }
    }

    @Test
    void aNumberOfThousandsOfDigitsIsRefused() {
        Parts parts = book().rows(row(2, text("A", "01"), number("B", "1".repeat(1_001))));

        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(parts::read)
                .withMessageContaining("sheet1.xml has more than 1000");
    }

    @Test
    void formulasThatGrowWithTheSquareOfTheSheetAreRefused() {
        String array =
                row(2, cell("B", "", "<f t=\"array\" ref=\"B2\">A1</f><v>1</v>").repeat(16_000));
        String base = cell("B", "", "<f t=\"shared\" si=\"0\">" + "A1+".repeat(10_000) + "A1</f><v>1</v>");
        String sharers = cell("B", "", "<f t=\"shared\" si=\"0\"/><v>1</v>").repeat(5_000);

        for (Parts parts : List.of(book().rows(array.repeat(7)), book().rows(row(2, base + sharers)))) {
            assertThatExceptionOfType(BudgetReadException.class)
                    .isThrownBy(parts::read)
                    .withMessageContaining("more formulas in xl/worksheets/sheet1.xml");
        }
    }

    @Test
    void aPartWhoseTagsCannotBeSeenIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<x/>"
                        .getBytes(part.endsWith("sheet1.xml") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8));
            }
        }

        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> Outcome.of(Budgets.reading(Outcome.input("b.xlsx", bytes.toByteArray()))))
                .withMessageContaining("sheet1.xml is in UTF-16");
    }

    @Test
    void tagsInCommentsAndTextsAreNoCells() {
        Outcome read = book().rows(
                        "<!-- <c r=\"ZZZZZ1\"> - > -->",
                        row(2, text("A", "01"), number("B", "5"), text("D", "<![CDATA[<c r=\"ZZZZZ1\">]]>")))
                .read();

        assertThat(read.only().passThrough()).containsEntry("Nota", "<c r=\"ZZZZZ1\">");
    }

    @Test
    void twoPartsOfOneNameAreRefused() throws IOException {
        byte[] bytes = book().rows(row(2, text("A", "01"), number("B", "5")))
                .part("xl/worksheets/sheet9.xml", "<worksheet/>")
                .bytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Path file = Files.write(
                room.resolve("b.xlsx"), text.replace("sheet9.xml", "sheet1.xml").getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> Outcome.of(Budgets.reading(List.of(file))))
                .withMessageContaining("b.xlsx");
    }
}
