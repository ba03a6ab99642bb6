package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.units.Uploads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** What was assumed of how a file is written, overruled. */
@OnDesk
class ReadingTest {

    private static final Charset DOS = Charset.forName("IBM850");

    @Autowired
    Office office;

    @Autowired
    Uploads uploads;

    Account officer;

    @BeforeEach
    void aFileOfAnOldProgramThatIsGuessedWrong() throws Exception {
        officer = office.officerOfNewUnit();
        String text = new String(Office.file(Office.WINDOWS, officer.unit()), Charset.forName("windows-1252"));
        office.upload(officer, Office.WINDOWS, text.getBytes(DOS)).andExpect(status().isUnprocessableContent());
        office.send(
                        officer,
                        multipart("/units/{unit}/uploads", officer.unit())
                                .file(new MockMultipartFile("file", Office.WINDOWS, "text/csv", text.getBytes(DOS)))
                                .param("charset", "IBM850"))
                .andExpect(redirectedUrl("/units/" + officer.unit() + "/lines"));
    }

    private ResultActions reread(String option, String value) throws Exception {
        return office.send(
                officer,
                post("/units/{unit}/reading", officer.unit())
                        .param(
                                "upload",
                                ""
                                        + uploads.newest(officer.unit())
                                                .orElseThrow()
                                                .id())
                        .param(option, value));
    }

    private String page(String address) throws Exception {
        return office.see(officer, "/units/{unit}" + address, officer.unit())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void itIsReadAsTheUnitSaysAndSoIsWhatFollows(@TempDir Path folder) throws Exception {
        assertThat(page("/lines")).contains("Línea de acción PDHDF", "Codificación del texto: IBM850");
        long read = uploads.newest(officer.unit()).orElseThrow().id();
        office.change(officer, read, 6, "Línea de acción PDHDF", "1.1.2", "01.01.02")
                .andExpect(status().is3xxRedirection());
        assertThat(page("/lines")).contains("Codificación del texto: IBM850");
        office.handIn(officer, uploads.newest(officer.unit()).orElseThrow().id())
                .andExpect(status().is3xxRedirection());
        Path receipt = OfficerTest.unpacked(office, officer, folder);
        assertThat(OfficerTest.verified(receipt)).contains("firma-de-prueba.pem");
        assertThat(office.see(office.account(Role.MINISTRY, null), "/board/report")
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(Office.spaced(officer.unit()));
    }

    @Test
    void aWorkbookIsReadBySheetAndRowOfHeadingsAlsoAmongOthers(@TempDir Path folder) throws Exception {
        office.upload(officer, "dos-hojas.xlsx", twoSheets());
        assertThat(page("/lines")).contains("111.00").doesNotContain("222.00");
        office.send(
                        officer,
                        post("/units/{unit}/reading", officer.unit())
                                .param(
                                        "upload",
                                        ""
                                                + uploads.newest(officer.unit())
                                                        .orElseThrow()
                                                        .id())
                                .param("sheet", "Definitivo")
                                .param("headingRow", "5"))
                .andExpect(redirectedUrl("/units/" + officer.unit() + "/lines"));
        assertThat(page("/lines"))
                .contains("222.00", "Hoja del libro: Definitivo", "Fila de los encabezados: 5")
                .doesNotContain("111.00");
        office.handIn(officer, uploads.newest(officer.unit()).orElseThrow().id())
                .andExpect(status().is3xxRedirection());
        Path receipt = OfficerTest.unpacked(office, officer, folder);
        assertThat(Files.readString(receipt)).contains("--sheet", "--heading-row");
        OfficerTest.verified(receipt);
        assertThat(row(office.see(office.account(Role.MINISTRY, null), "/board")
                        .andReturn()
                        .getResponse()
                        .getContentAsString()))
                .contains("222.00");
    }

    private String row(String board) {
        int at = board.indexOf(officer.unit());
        return board.substring(at, board.indexOf("</tr>", at));
    }

    /** {@return a workbook whose first sheet has lines too, and whose second has its headings in row 5} */
    private byte[] twoSheets() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            fill(book.newWorksheet("Borrador"), 0, "111.00");
            fill(book.newWorksheet("Definitivo"), 4, "222.00");
        }
        return out.toByteArray();
    }

    private void fill(Worksheet sheet, int headings, String amount) {
        List<String> names = List.of("Ejercicio", "Unidad responsable", "Partida", "Proyecto", "Línea de acción 1");
        List<String> values = List.of("2011", officer.unit(), "1131", amount, "01.01.01");
        for (int i = 0; i < names.size(); i++) {
            sheet.value(headings, i, names.get(i));
            sheet.value(headings + 1, i, values.get(i));
        }
    }

    @Test
    void whatWasTypedIsStillThereWhereItCannotBe() throws Exception {
        String lines = reread("headingRow", "cinco").andReturn().getResponse().getContentAsString();
        assertThat(lines).contains("value=\"cinco\"", "<title>Error");
        String tasks = office.send(
                        officer,
                        multipart("/units/{unit}/uploads", officer.unit())
                                .file(new MockMultipartFile("file", "a.csv", "text/csv", "nada".getBytes(DOS)))
                                .param("sheet", "Hoja <b>2</b>")
                                .param("charset", "IBM850"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(tasks)
                .contains("<details open", "value=\"Hoja &lt;b&gt;2&lt;/b&gt;\"")
                .containsPattern("value=\"IBM850\" selected");
    }

    @Test
    void whatCannotBeIsSaidAndKeepsWhatThereIs() throws Exception {
        long before = uploads.newest(officer.unit()).orElseThrow().id();
        for (String[] wrong : new String[][] {{"charset", "EBCDIC"}, {"headingRow", "cinco"}, {"headingRow", "4000"}}) {
            assertThat(reread(wrong[0], wrong[1])
                            .andExpect(status().isUnprocessableContent())
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("Así no se puede leer");
        }
        reread("charset", "").andExpect(status().isUnprocessableContent());
        assertThat(uploads.newest(officer.unit()).orElseThrow().id()).isEqualTo(before);
        office.send(
                        officer,
                        post("/units/{unit}/reading", officer.unit())
                                .param("upload", "" + before)
                                .param("charset", "IBM850")
                                .param("headingRow", "4"))
                .andExpect(redirectedUrl("/units/" + officer.unit() + "/lines"));
        assertThat(page("/lines")).contains("Fila de los encabezados: 4");
    }
}
