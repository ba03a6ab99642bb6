package org.hrbudget.io;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts of a workbook that are short to write and long to read, and names that are long to compare. */
@Timeout(30)
class CostlyPartsTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String HEADINGS =
            "<row><c t=\"str\"><v>unit_code</v></c><c t=\"str\"><v>approved</v></c></row>";
    private static final String LINE = "<row><c t=\"str\"><v>U1</v></c><c><v>7</v></c></row>";

    private static String sheet(String rows) {
        return "<worksheet><sheetData>" + HEADINGS + rows + LINE + "</sheetData></worksheet>";
    }

    private static Outcome read(Map<String, String> parts, Charset charset) {
        Map<String, byte[]> bytes = parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> part.getValue().getBytes(charset)));
        return Outcome.of(Budgets.reading(Outcome.input("b.xlsx", FuzzTarget.workbook(bytes))));
    }

    private static Arguments cells(String what, String rows, long limit) {
        return Arguments.of(what, Map.of(SHEET, sheet(rows)), SHEET, limit);
    }

    static Stream<Arguments> costly() {
        String far = "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>";
        return Stream.of(
                cells("a cell far to the right", far, 16_384),
                cells("a cell a column too far", far.replace("ZZZZZZ2", "XFE2"), 16_384),
                cells("a place with blanks", far.replace("r=\"ZZ", "s = '0'\n r =\t\"ZZ"), 16_384),
                cells("a place by the number of its letter", far.replace("ZZZZZZ2", "&#90;ZZZZZ2"), 16_384),
                cells("a place with a prefix", far.replace("<c r", "<c xmlns:x='x' x:r"), 16_384),
                cells("a place in small letters", far.replace("ZZZZZZ2", "zzzzzz2"), 16_384),
                cells("rows that reach far", "<row><c r=\"XFD2\"/></row>".repeat(8_200), 1 << 27),
                cells("digits", "<row><c><v>" + "9".repeat(1_001) + "</v></c></row>", 1_000),
                cells("digits by their numbers", "<row><c><v>" + "&#57;".repeat(1_001) + "</v></c></row>", 1_000),
                cells("digits of Arabic", "<row><c><v>" + "\u0663".repeat(16_500) + "</v></c></row>", 1_000),
                cells("attributes", "<row " + "a".repeat(70_000) + "=\"1\"/>", 1 << 16),
                Arguments.of(
                        "a format",
                        Map.of("xl/styles.xml", "<a><numFmt formatCode=\"" + "[".repeat(70_000) + "\"/></a>"),
                        "xl/styles.xml",
                        1 << 16),
                Arguments.of("sheets", Map.of("xl/workbook.xml", sheets(1_001)), "xl/workbook.xml", 1_000),
                Arguments.of("a sheet elsewhere", Map.of("xl/other.xml", sheet(far)), "xl/other.xml", 16_384));
    }

    private static String sheets(int count) {
        return "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + IntStream.range(0, count)
                        .mapToObj(i -> "<sheet name=\"A" + i + "\" sheetId=\"" + i + "\" r:id=\"rId1\"/>")
                        .collect(Collectors.joining())
                + "</sheets></workbook>";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("costly")
    void isRefusedWithTheLimit(String what, Map<String, String> parts, String part, long limit) {
        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> read(parts, UTF_8))
                .withMessageContaining(part + " has more than " + limit);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                cells("the last column", "<row r=\"2\"><c r=\"XFD2\"/></row>", 0),
                cells("a value that looks like a place", "<row><c t=\"str\" z=\" r='ZZZZZZ1'\"/></row>", 0),
                cells("many digits", "<row><c t=\"str\"><v>" + "9".repeat(999) + "</v></c></row>", 0),
                Arguments.of(
                        "cells of no row",
                        Map.of("xl/calcChain.xml", "<calcChain>" + "<c r=\"A1\"/>".repeat(20_000) + "</calcChain>"),
                        "",
                        0L),
                Arguments.of("a picture", Map.of("xl/media/image1.png", "\u0089PNG\0\0<row><c r=\"ZZZZZZ1\""), "", 0L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void isRead(String what, Map<String, String> parts, String part, long limit) {
        assertThat(read(parts, UTF_8).lines()).isNotEmpty();
    }

    @Test
    void aSheetOfWideLettersIsRefused() {
        for (String mark : new String[] {"\ufeff", ""}) {
            assertThatExceptionOfType(BudgetReadException.class)
                    .isThrownBy(() -> read(Map.of(SHEET, mark + sheet("")), UTF_16LE))
                    .withMessageContaining(SHEET + " is in UTF-16");
        }
    }

    @Test
    void aLongFormatIsNoDay() {
        String styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"" + "[".repeat(60_000)
                + "\"/></numFmts><cellXfs><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
        String rows = "<row><c t=\"str\"><v>U</v></c><c s=\"0\"><v>7</v></c></row>".repeat(500);
        assertThat(read(Map.of("xl/styles.xml", styles, SHEET, sheet(rows)), UTF_8)
                        .lines())
                .hasSize(501);
    }

    @Test
    void aLongTextThatRowsShareCostsNoRowMuch() {
        String texts = "<sst><si><t>" + "x".repeat(1_000_000) + "</t></si></sst>";
        String rows = "<row><c t=\"s\"><v>0</v></c><c><v>7</v></c></row>".repeat(50_000);
        Outcome read = read(Map.of("xl/sharedStrings.xml", texts, SHEET, sheet(rows)), UTF_8);

        assertThat(read.lines()).hasSize(1);
        assertThat(read.first().rowsRejected()).isEqualTo(50_000);
        assertThat(read.account().rejected().get(0).reason().en()).contains("more than the 200000 characters");
    }

    @Test
    void sheetsWithoutANameAreRead() {
        assertThat(read(Map.of("xl/workbook.xml", sheets(2).replace("name=", "nane=")), UTF_8)
                        .lines())
                .isNotEmpty();
    }

    @Test
    void aNameOfManyStarsIsComparedAtOnce() {
        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> FuzzTarget.LAYOUT.take(
                        ("{\"name\":\"x\",\"title\":{\"en\":\"X\"},\"jurisdiction\":\"xx\",\"currency\":\"MXN\",\"phase\":\"approved\","
                                        + "\"charset\":\"UTF-8\",\"separator\":\",\",\"decimal\":\".\",\"objectLevel\":\"item\",\"entry\":\""
                                        + "*a".repeat(14)
                                        + "*b.csv\",\"columns\":[{\"field\":\"unit_code\",\"headings\":[\"unit_code\"]},"
                                        + "{\"field\":\"approved\",\"headings\":[\"approved\"]}]}")
                                .getBytes(UTF_8)))
                .withMessageContaining("contains no file");
    }
}
