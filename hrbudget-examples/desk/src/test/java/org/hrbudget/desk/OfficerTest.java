package org.hrbudget.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.units.HandIns;
import org.hrbudget.desk.units.Uploads;
import org.hrbudget.report.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** An officer's way from the template to the receipt. */
@OnDesk
class OfficerTest {

    @Autowired
    Office office;

    @Autowired
    Uploads uploads;

    @Autowired
    HandIns handIns;

    Account officer;

    @BeforeEach
    void anOfficerOfANewUnit() {
        officer = office.officerOfNewUnit();
    }

    @Test
    void templateIsAWorkbookThatComesBackWithoutLines() throws Exception {
        MockHttpServletResponse template = office.see(officer, "/units/{unit}/template", officer.unit())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(template.getHeader("Content-Disposition")).contains("anteproyecto-" + officer.unit() + ".xlsx");
        assertThat(refusal(template.getContentAsByteArray(), "anteproyecto.xlsx"))
                .contains("ningún renglón");
    }

    @Test
    void aFileOfAnOfficeIsReadAndWhatWasAssumedIsSaid() throws Exception {
        upload();
        String page = page("/units/{unit}/lines");
        assertThat(page).contains(Office.WINDOWS, "windows-1252", "Honorarios", "3,470,568.42");
    }

    @Test
    void aWorkbookIsReadByTheCellsOfItsSheet() throws Exception {
        office.upload(
                        officer,
                        "anteproyecto.xlsx",
                        workbook(
                                List.of("Ejercicio", "Unidad responsable", "Partida", "Proyecto", "Línea de acción 1"),
                                List.of("2011", officer.unit(), "1131", "100.00", "1.1.2")))
                .andExpect(redirectedUrl("/units/" + officer.unit() + "/lines"));
        assertThat(page("/units/{unit}/lines")).contains("en la celda E2", "<mark>1.1.2</mark>");
    }

    private static byte[] workbook(List<String> headings, List<String> row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("MPP");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
                sheet.value(1, i, row.get(i));
            }
        }
        return out.toByteArray();
    }

    @Test
    void findingsStandBesideTheirLineWithCellAndRemedy() throws Exception {
        upload();
        String page = page("/units/{unit}/lines");
        String row = page.substring(page.indexOf("id=\"r6\""), page.indexOf("id=\"r7\""));
        assertThat(row)
                .contains(
                        "class=\" x\">1.1.2",
                        "en la celda N6",
                        "<mark>1.1.2</mark>",
                        "quizá 01.01.02",
                        "Catálogo de Acciones de Derechos Humanos</p>");
    }

    @Test
    void nothingIsLostOnReload() throws Exception {
        upload();
        assertThat(page("/units/{unit}")).contains(Office.WINDOWS, "1 por corregir");
        assertThat(page("/units/{unit}")).contains(Office.WINDOWS, "1 por corregir");
    }

    @Test
    void aFileWithMarksCanBeTakenHome() throws Exception {
        upload();
        byte[] book = office.see(officer, "/units/{unit}/marked", officer.unit())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(book, 0, 2, UTF_8)).isEqualTo("PK");
    }

    @Test
    void rowsThatCannotBeReadNameTheirCellAndWhatToDo() throws Exception {
        office.upload(officer, "a.csv", csv("2011," + officer.unit() + ",1131,cien pesos"))
                .andExpect(redirectedUrl("/units/" + officer.unit() + "/lines"));
        assertThat(page("/units/{unit}/lines")).contains("No se pudo leer en la celda D2", "cien pesos");
    }

    @Test
    void linesOfAnotherUnitAreRefusedWithRowAndUnit() throws Exception {
        assertThat(refusal(csv("2011,09C001,1131,100.00"), "a.csv"))
                .contains("a.csv, fila 2", "«09C001»", officer.unit());
    }

    @Test
    void handInIsKeptWithNamePostAndTheDayOfTheCity() throws Exception {
        handIn();
        String page = page("/units/{unit}/hand-ins/1");
        assertThat(page)
                .contains("María López", "Directora de presupuesto", "12 de noviembre de 2010, 20:40", officer.name());
        assertThat(receipt(1).options()).contains(new Receipt.Option("--submitted", "2010-11-12"));
    }

    @Test
    void handInNeedsNameAndPost() throws Exception {
        upload();
        long upload = uploads.newest(officer.unit()).orElseThrow().id();
        office.send(
                        officer,
                        post("/units/{unit}/hand-in", officer.unit())
                                .param("upload", "" + upload)
                                .param("signer", " "))
                .andExpect(status().isUnprocessableContent());
        assertThat(handIns.of(officer.unit())).isEmpty();
    }

    @Test
    void versionsAreKeptAndNeverOverwritten() throws Exception {
        handIn();
        byte[] first = handIns.receipt(handIns.find(officer.unit(), 1).orElseThrow());
        handIn();
        assertThat(handIns.of(officer.unit()))
                .extracting(HandIns.HandIn::version)
                .containsExactly(2, 1);
        assertThat(handIns.receipt(handIns.find(officer.unit(), 1).orElseThrow()))
                .isEqualTo(first);
    }

    /** A double click: both are judged before either is kept. */
    @Test
    void theSameFormSentTwiceAtOnceIsOneVersion() throws Exception {
        upload();
        long upload = uploads.newest(officer.unit()).orElseThrow().id();
        List<Integer> answers =
                Stream.of(1, 2, 3).map(click -> CompletableFuture.supplyAsync(() -> click(upload))).toList().stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();
        assertThat(answers).containsExactly(302, 422, 422);
        assertThat(handIns.of(officer.unit())).hasSize(1);
    }

    private int click(long upload) {
        try {
            return office.handIn(officer, upload).andReturn().getResponse().getStatus();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    @Test
    void theSameFormSentAgainHandsInNothing() throws Exception {
        long upload = handIn();
        office.handIn(officer, upload).andExpect(status().isUnprocessableContent());
        assertThat(handIns.of(officer.unit())).hasSize(1);
    }

    @Test
    void aFileThatAnotherOneOvertookIsNotHandedIn() throws Exception {
        upload();
        long seen = uploads.newest(officer.unit()).orElseThrow().id();
        upload();
        office.handIn(officer, seen).andExpect(status().isUnprocessableContent());
        assertThat(handIns.of(officer.unit())).isEmpty();
    }

    @Test
    void theFileIsRepairedInThePageHandedInAndVerified(@TempDir Path folder) throws Exception {
        upload();
        assertThat(page("/units/{unit}")).contains("1 por corregir");
        long seen = uploads.newest(officer.unit()).orElseThrow().id();
        office.change(officer, seen, 6, "Línea de acción PDHDF", "1.1.2", "01.01.02")
                .andExpect(status().is3xxRedirection());
        long repaired = uploads.newest(officer.unit()).orElseThrow().id();
        office.handIn(officer, repaired).andExpect(status().is3xxRedirection());
        assertThat(handIns.of(officer.unit()))
                .singleElement()
                .satisfies(version -> assertThat(version.errors()).isZero());
        verify(folder);
        assertThat(Files.readString(
                        folder.resolve("presupuesto").resolve(Office.WINDOWS), Charset.forName("windows-1252")))
                .contains(",01.01.02,")
                .doesNotContain(",1.1.2,");
    }

    @Test
    void theCommandLineDrawsTheAnswerOfTheReceiptAgain(@TempDir Path folder) throws Exception {
        handIn();
        verify(folder);
    }

    private void verify(Path folder) throws Exception {
        assertThat(verified(unpacked(office, officer, folder))).contains("firma-de-prueba.pem");
    }

    /** {@return the receipt of the first version, with what it speaks of beside it} */
    static Path unpacked(Office office, Account officer, Path folder) throws Exception {
        unpack(
                office.see(officer, "/units/{unit}/hand-ins/1/bundle", officer.unit())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray(),
                folder);
        return folder.resolve("acuse-" + officer.unit() + "-1.json");
    }

    /** {@return what the command line says of a receipt that it finds to be true} */
    static String verified(Path receipt) throws Exception {
        Office.Said verify =
                Office.hrbudget("verify", receipt.toString(), "--as-of", "2010-11-15", "--trust", key().toString());
        assertThat(verify.code()).as(verify.text()).isZero();
        return verify.text();
    }

    /** {@return the key of the desk of these tests; who verifies trusts it} */
    private static Path key() throws URISyntaxException {
        return Path.of(OfficerTest.class.getResource("firma-de-prueba.pem").toURI());
    }

    private static void unpack(byte[] bundle, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }

    private Receipt receipt(int version) throws IOException {
        return Receipt.read(new ByteArrayInputStream(
                handIns.receipt(handIns.find(officer.unit(), version).orElseThrow())));
    }

    private void upload() throws Exception {
        office.upload(officer, Office.WINDOWS, Office.file(Office.WINDOWS, officer.unit()))
                .andExpect(redirectedUrl("/units/" + officer.unit() + "/lines"));
    }

    private long handIn() throws Exception {
        upload();
        long upload = uploads.newest(officer.unit()).orElseThrow().id();
        office.handIn(officer, upload).andExpect(status().is3xxRedirection());
        return upload;
    }

    private static byte[] csv(String... rows) {
        return ("ejercicio,unidad_responsable,partida,proyecto\n" + String.join("\n", List.of(rows)) + "\n")
                .getBytes(UTF_8);
    }

    /** {@return the page that refuses a file, of which nothing is kept} */
    private String refusal(byte[] bytes, String name) throws Exception {
        String page = office.upload(officer, name, bytes)
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(uploads.newest(officer.unit())).isEmpty();
        return page;
    }

    private String page(String address) throws Exception {
        return office.see(officer, address, officer.unit())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
