package org.hrbudget.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
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
import org.hamcrest.Matchers;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.units.Uploads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Cells that an officer changes on the page: a list of changes that her own file takes. */
@OnDesk
class ChangesTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String ACTION = "Línea de acción PDHDF";

    @Autowired
    Office office;

    @Autowired
    Uploads uploads;

    Account officer;
    byte[] file;

    @BeforeEach
    void aFileOfAnOffice() throws Exception {
        officer = office.officerOfNewUnit();
        file = Office.file(Office.WINDOWS, officer.unit());
        office.upload(officer, Office.WINDOWS, file).andExpect(status().is3xxRedirection());
    }

    private long newest() {
        return uploads.newest(officer.unit()).orElseThrow().id();
    }

    private ResultActions act(String what, String... more) throws Exception {
        var request = post("/units/{unit}/changes/" + what, officer.unit()).param("upload", "" + newest());
        return office.send(officer, more.length == 0 ? request : request.param(more[0], more[1]));
    }

    private String page(String address, Object... more) throws Exception {
        return office.see(officer, "/units/" + officer.unit() + address, more)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private byte[] download(String address) throws Exception {
        return office.see(officer, "/units/{unit}/" + address, officer.unit())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    @Test
    void aCellIsAnotherAndAllElseInTheFileIsAsItWas() throws Exception {
        office.change(officer, newest(), 6, ACTION, "1.1.2", "01.01.02")
                .andExpect(redirectedUrl("/units/" + officer.unit() + "/lines#r6"))
                .andExpect(flash().attribute(
                                "said",
                                Matchers.containsString("fila 6, «" + ACTION
                                        + "»: decía «1.1.2» y ahora dice «01.01.02». Por corregir: 0")));
        String text = new String(file, WINDOWS);
        assertThat(text).contains(",1.1.2,");
        assertThat(new String(download("file"), WINDOWS)).isEqualTo(text.replace(",1.1.2,", ",01.01.02,"));
        assertThat(page("/lines"))
                .contains("Cambios hechos en la página: 1", "con los cambios que " + officer.name() + " guardó")
                .doesNotContain("Correcciones pendientes");
    }

    @Test
    void whatMustHaveBeenMeantIsInTheFormBesideTheFinding() throws Exception {
        String page = page("/lines");
        String row = page.substring(page.indexOf("id=\"r6\""), page.indexOf("id=\"r7\""));
        assertThat(row)
                .contains("name=\"from\" value=\"1.1.2\"", "name=\"to\" value=\"01.01.02\"", "con lo sugerido")
                .contains("/units/" + officer.unit() + "/rows/6");
    }

    @Test
    void allRepairsOfAKindAreTakenAtOnce() throws Exception {
        office.upload(
                officer,
                "a.csv",
                new String(file, WINDOWS).replace(",01.01.01,", ",1.1.1,").getBytes(WINDOWS));
        assertThat(page("/lines")).contains("Poner lo sugerido en 2 celdas");
        String rule = page("/lines").replaceAll("(?s).*name=\"rule\" value=\"([a-z-]+)\".*", "$1");
        act("mending", "rule", rule).andExpect(status().is3xxRedirection());
        assertThat(new String(download("file"), WINDOWS)).contains(",01.01.01,", ",01.01.02,");
        assertThat(page("/lines")).contains("Cambios hechos en la página: 2");
    }

    @Test
    void theLastChangeIsUndoneAndNothingIsLost() throws Exception {
        office.change(officer, newest(), 6, ACTION, "1.1.2", "01.01.02");
        office.change(officer, newest(), 5, "Observaciones", "", "nota");
        act("undo").andExpect(status().is3xxRedirection());
        assertThat(new String(download("file"), WINDOWS)).contains(",01.01.02,").doesNotContain("nota");
        assertThat(page("/lines")).contains("Cambios hechos en la página: 1");
        act("undo");
        assertThat(download("file")).isEqualTo(file);
        act("undo").andExpect(flash().attribute("said", Matchers.containsString("no se hizo nada")));
        assertThat(download("file")).isEqualTo(file);
    }

    @Test
    void aRowIsTypedOnAPageOfItsOwnOrInTheTable() throws Exception {
        assertThat(page("/rows/6")).contains("<html", "Fila 6 de", "value=\"1.1.2\"", "Vaciar el renglón");
        String part = office.send(
                        officer, get("/units/{unit}/rows/6", officer.unit()).header("HX-Request", "true"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(part)
                .startsWith("<tr")
                .contains("value=\"1.1.2\"", "autofocus")
                .doesNotContain("<html");
    }

    @Test
    void severalCellsOfARowAreChangedTogetherCommasAndAll() throws Exception {
        office.send(
                        officer,
                        post("/units/{unit}/changes", officer.unit())
                                .param("upload", "" + newest())
                                .param("row", "6")
                                .param("column", "Descripción", "Importe anual", "Partida")
                                .param("from", "Honorarios", "$495,005.06", "1211")
                                .param("to", "Honorarios, otros", "$495,005.07", "1211"))
                .andExpect(flash().attribute("said", Matchers.startsWith("Guardado: 2 celdas.")));
        assertThat(new String(download("file"), WINDOWS)).contains(",\"Honorarios, otros\",", "\"$495,005.07\"");
    }

    @Test
    void aRowIsAddedAtTheEndAndEmptied() throws Exception {
        office.change(officer, newest(), 9, "Observaciones", "", "nueva").andExpect(status().is3xxRedirection());
        assertThat(new String(download("file"), WINDOWS)).endsWith(",,,,,,,,,,,,,,,nueva\r\n");
        office.send(
                        officer,
                        post("/units/{unit}/changes", officer.unit())
                                .param("upload", "" + newest())
                                .param("row", "9")
                                .param("column", "Observaciones")
                                .param("from", "nueva")
                                .param("to", "nueva")
                                .param("empty", "true"))
                .andExpect(status().is3xxRedirection());
        assertThat(download("file")).isEqualTo(file);
        assertThat(page("/lines")).contains("Cambios hechos en la página: 2");
    }

    @Test
    void ofTwoNewRowsTheFirstCanBeTakenAwayAgain() throws Exception {
        office.change(officer, newest(), 9, "Observaciones", "", "nueve");
        office.change(officer, newest(), 10, "Observaciones", "", "diez");
        office.change(officer, newest(), 9, "Observaciones", "nueve", "").andExpect(status().is3xxRedirection());
        assertThat(new String(download("file"), WINDOWS)).endsWith("\r\n,,,,,,,,,,,,,,,\r\n,,,,,,,,,,,,,,,diez\r\n");
    }

    @Test
    void theSecondIsToldAndKeepsHerWork() throws Exception {
        Account other = office.account(Role.OFFICER, officer.unit());
        long seen = newest();
        office.change(other, seen, 6, ACTION, "1.1.2", "01.01.03");
        String page = office.change(officer, seen, 6, ACTION, "1.1.2", "01.01.02")
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("Otra persona cambió el archivo", "value=\"01.01.02\"", "01.01.03", other.name())
                .contains("12 de noviembre de 2010, 20:40", "name=\"from\" value=\"01.01.03\"", "Poner lo mío");
        assertThat(new String(download("file"), WINDOWS)).contains(",01.01.03,");
        office.change(officer, newest(), 6, ACTION, "01.01.03", "01.01.02").andExpect(status().is3xxRedirection());
        assertThat(new String(download("file"), WINDOWS)).contains(",01.01.02,");
    }

    @Test
    void whoChangedAnotherCellIsNamedAndBothChangesAreKept() throws Exception {
        Account other = office.account(Role.OFFICER, officer.unit());
        long seen = newest();
        office.change(other, seen, 5, "Observaciones", "", "nota");
        office.change(officer, seen, 6, ACTION, "1.1.2", "01.01.02")
                .andExpect(flash().attribute(
                                "said",
                                Matchers.containsString("Mientras tanto hubo otros cambios (1): " + other.name())));
        assertThat(new String(download("file"), WINDOWS)).contains(",01.01.02,", ",nota\r\n");
    }

    @Test
    void nothingIsPutIntoAnotherFileThatCameMeanwhile() throws Exception {
        long seen = newest();
        office.upload(officer, "otro.csv", file);
        String page = office.change(officer, seen, 6, ACTION, "1.1.2", "01.01.02")
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("otro.csv", "value=\"01.01.02\"");
        assertThat(download("file")).isEqualTo(file);
    }

    @Test
    void whatCannotBeTakenIsSaidAndStillThere() throws Exception {
        for (String to : List.of("=HYPERLINK(\"http://example.org\")", "<script>\u0007alert(1)</script>", "Łódź")) {
            String page = office.change(officer, newest(), 6, "Observaciones", "", to)
                    .andExpect(status().isUnprocessableContent())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page).contains("El cambio no se guardó").doesNotContain("<script>alert", "Exception");
        }
        String page = office.change(
                        officer,
                        newest(),
                        6,
                        "UR",
                        "08 CO 01".replace("01", officer.unit().substring(4)),
                        "09 CO 99")
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("09 CO 99", "usted entrega por");
        assertThat(download("file")).isEqualTo(file);
    }

    @Test
    void aFormThatIsNoneIsRefused() throws Exception {
        for (String row : List.of("-1", "x", "99999999999")) {
            office.send(
                            officer,
                            post("/units/{unit}/changes", officer.unit())
                                    .param("upload", "" + newest())
                                    .param("row", row)
                                    .param("column", ACTION)
                                    .param("from", "")
                                    .param("to", ""))
                    .andExpect(status().isBadRequest());
        }
    }

    @Test
    void theListMakesTheSameBytesByTheCommandLine(@TempDir Path folder) throws Exception {
        office.change(officer, newest(), 6, ACTION, "1.1.2", "1,1,2");
        office.change(officer, newest(), 6, ACTION, "1,1,2", "01.01.02");
        office.change(officer, newest(), 9, "Observaciones", "", "-5.00");
        amended(folder, Office.WINDOWS, file);
    }

    @Test
    void aWorkbookTakesItsListToo(@TempDir Path folder) throws Exception {
        byte[] book = workbook(officer.unit());
        office.upload(officer, "libro.xlsx", book).andExpect(status().is3xxRedirection());
        office.change(officer, newest(), 2, "Línea de acción 1", "1.1.2", "01.01.02")
                .andExpect(status().is3xxRedirection());
        office.change(officer, newest(), 2, "Proyecto", "100", "$1,250.50").andExpect(status().is3xxRedirection());
        office.change(officer, newest(), 2, "Proyecto", "1250.5", "1300").andExpect(status().is3xxRedirection());
        assertThat(new String(amended(folder, "libro.xlsx", book), UTF_8)).startsWith("PK");
        assertThat(page("/lines")).contains("1300").doesNotContain("<mark>1.1.2</mark>");
    }

    private byte[] amended(Path folder, String name, byte[] first) throws Exception {
        Path before = Files.write(folder.resolve(name), first);
        Path list = Files.write(folder.resolve("cambios.csv"), download("changes"));
        Path after = folder.resolve("nuevo-" + name);
        Office.Said said = Office.hrbudget(
                "amend", before.toString(), list.toString(), "--out", after.toString(), "--fiscal-year", "2011");
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(Files.readAllBytes(after)).isEqualTo(download("file")).isNotEqualTo(first);
        return Files.readAllBytes(after);
    }

    private static byte[] workbook(String unit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("MPP");
            List<String> headings =
                    List.of("Ejercicio", "Unidad responsable", "Partida", "Línea de acción 1", "Proyecto");
            List<String> row = List.of("2011", unit, "1131", "1.1.2");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
            }
            for (int i = 0; i < row.size(); i++) {
                sheet.value(1, i, row.get(i));
            }
            sheet.value(1, row.size(), 100);
        }
        return out.toByteArray();
    }
}
