package org.hrbudget.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.units.Uploads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that are wrong or mean harm: told in words, and nothing of them kept or run. */
@OnDesk
class HostileFilesTest {

    @Autowired
    Office office;

    @Autowired
    Uploads uploads;

    static Stream<Arguments> files() throws IOException {
        return Stream.of(
                Arguments.of("vacio.csv", new byte[0]),
                Arguments.of("antiguo.xls", HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(1000))),
                Arguments.of("programa.xlsx", HexFormat.of().parseHex("7f454c46" + "00".repeat(1000))),
                Arguments.of(
                        "datos.json",
                        "[{\"ejercicio\":2011,\"unidad_responsable\":\"08CO01\",\"proyecto\":1}]".getBytes(UTF_8)),
                Arguments.of("carta.pdf", "%PDF-1.7 carta".getBytes(UTF_8)),
                Arguments.of("pagina.csv", "<html><script>alert(1)</script></html>".getBytes(UTF_8)),
                Arguments.of("comprimido.csv.gz", bomb()),
                Arguments.of("varios.zip", zip("../../fuera.csv", "b.csv")),
                Arguments.of("sin-libro.xlsx", zip("[Content_Types].xml")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusedInWords(String name, byte[] bytes) throws Exception {
        Account officer = office.officerOfNewUnit();
        String page = office.upload(officer, name, bytes)
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String why = page.substring(page.indexOf("class=\"said\""), page.indexOf("Elegir otro archivo"));
        assertThat(why).containsPattern(bytes.length == 0 ? "Quizá" : name.replace(".", "\\.") + ".*[.?]\\s");
        assertThat(page).contains("El archivo no se recibió").doesNotContain("Exception", "<script>");
        assertThat(uploads.newest(officer.unit())).isEmpty();
    }

    @Test
    void whatStandsInCellsAndNamesIsTextOnThePage() throws Exception {
        Account officer = office.officerOfNewUnit();
        String text = "ejercicio,unidad_responsable,partida,proyecto,linea_de_accion_1\n2011," + officer.unit()
                + ",1131,100.00,<script>alert(1)</script>\n";
        office.upload(officer, "../../<img src=x onerror=alert(1)>\u202e\n.csv", text.getBytes(UTF_8))
                .andExpect(redirectedUrl("/units/" + officer.unit() + "/lines"));
        for (String page : new String[] {"", "/lines", "/hand-in"}) {
            assertThat(office.see(officer, "/units/{unit}" + page, officer.unit())
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("_img src=x onerror=alert(1)___.csv")
                    .doesNotContain("<script>", "<img", "../");
        }
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 40; i++) {
                gzip.write(nothing);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("ejercicio,unidad_responsable,partida,proyecto\n".getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
