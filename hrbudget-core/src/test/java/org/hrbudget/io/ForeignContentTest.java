package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What publishers give in place of text is told by its content, whatever its name says and however it is packed. */
class ForeignContentTest {

    private static final String CSV = "unit_code,approved\nU1,1.00\n";

    static Stream<Arguments> foreign() throws IOException {
        byte[] workbook = RefusedFilesTest.zip("[Content_Types].xml", "<x/>", "xl/workbook.xml", "<x/>");
        byte[] openDocument = RefusedFilesTest.zip(
                "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>");
        return Stream.of(
                Arguments.of(bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), "workbook", "libro"),
                Arguments.of(
                        bytes("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>"),
                        "workbook",
                        "libro"),
                Arguments.of(workbook, "workbook", "libro"),
                Arguments.of(openDocument, "OpenDocument", "OpenDocument"),
                Arguments.of(bytes("PAR1\u0015\u0004"), "Parquet", "Parquet"),
                Arguments.of(bytes("%PDF-1.7\n"), "PDF", "PDF"),
                Arguments.of(bytes("<!DOCTYPE html>\n<html>"), "web page", "página web"),
                Arguments.of(bytes("\u00ef\u00bb\u00bf \r\n<HTML><table>"), "web page", "página web"));
    }

    private static byte[] bytes(String signs) {
        return signs.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void isRefused(String name, byte[] content, String english, String spanish) {
        assertThatThrownBy(() -> Outcome.of(Budgets.reading(Outcome.input(name, content))))
                .isInstanceOfSatisfying(BudgetReadException.class, refusal -> {
                    assertThat(refusal.message(Locale.ENGLISH))
                            .startsWith(name + " ")
                            .contains(english);
                    assertThat(refusal.message(Locale.forLanguageTag("es")))
                            .startsWith(name + " ")
                            .contains(spanish);
                });
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void isSaidWhateverTheName(byte[] content, String english, String spanish) {
        isRefused("budget.csv", content, english, spanish);
        isRefused("budget.xls", content, english, spanish);
        isRefused("budget.json", content, english, spanish);
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void isSaidWithinGzip(byte[] content, String english, String spanish) throws IOException {
        isRefused("budget.csv.gz", RefusedFilesTest.gzip(content), english, spanish);
    }

    @Test
    void textPackedTwiceIsSaid() throws IOException {
        byte[] gzip = RefusedFilesTest.gzip(bytes(CSV));
        isRefused("budget.gz", RefusedFilesTest.gzip(gzip), "another packed file", "otro archivo comprimido");
        isRefused(
                "budget.gz",
                RefusedFilesTest.gzip(RefusedFilesTest.zip("b.csv", CSV)),
                "another packed file",
                "otro archivo comprimido");
    }

    @Test
    void textThatOnlyLooksAlikeIsRead() {
        String lookalike = "unit_code,unit_name,approved\nPAR1,<html>,1.00\n%PDF-,PK\u0003\u0004,2.00\n";
        assertThat(Outcome.ofCsv(lookalike).lines()).hasSize(2);
    }
}
