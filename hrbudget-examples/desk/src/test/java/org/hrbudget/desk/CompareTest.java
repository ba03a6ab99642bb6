package org.hrbudget.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.units.Uploads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** The consolidated budget beside that of another year. */
@OnDesk
@TestPropertySource(properties = "test.own-database=compare")
class CompareTest {

    private static final String HEADINGS = "ejercicio,unidad_responsable,partida,proyecto,aprobado,linea_de_accion_1\n";

    @Autowired
    Office office;

    @Autowired
    Uploads uploads;

    Account ministry;
    Account officer;

    @BeforeEach
    void people() {
        ministry = office.account(Role.MINISTRY, null);
        officer = office.officerOfNewUnit();
    }

    @Test
    void aFileOfLastYearIsHeldBesideWhatWasHandedIn() throws Exception {
        handIn("2011", "150.00");
        MockHttpServletResponse answer = compare(2011, "APPROVED", lastYear("100.00"), null);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.getContentAsString())
                .contains("2010", "2011", "100.00", "150.00", officer.unit(), "sin ajustar")
                .contains("Por derecho o grupo", "Por unidad responsable del gasto");
    }

    @Test
    void anIndexOfPricesTurnsPesosOfTheYearIntoOnePrice() throws Exception {
        handIn("2011", "150.00");
        String page = compare(2011, "APPROVED", lastYear("100.00"), "year,value\n2010,100\n2011,110\n")
                .getContentAsString();
        assertThat(page).contains("110.00");
    }

    @Test
    void twoYearsOfTheDeskAreComparedWithoutAFile() throws Exception {
        handIn("2011", "150.00");
        office.send(ministry, post("/board/years").param("year", "2012").param("asOf", "2011-11-15"));
        office.send(ministry, post("/board/years/2012/current"));
        handIn("2012", "175.00");
        assertThat(office.see(ministry, "/board/compare")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Comparar con lo entregado para 2011");
        String page = office.send(
                        ministry,
                        multipart("/board/compare").param("year", "2012").param("with", "2011"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("150.00", "175.00");
        office.send(ministry, post("/board/years/2011/current"));
    }

    @Test
    void whatCannotBeComparedIsSaidOnThePage() throws Exception {
        handIn("2011", "150.00");
        assertThat(compare(2011, "PAID", lastYear("100.00"), null).getStatus()).isEqualTo(422);
        assertThat(compare(2011, "APPROVED", "", null).getContentAsString()).contains("No se eligió el presupuesto");
        assertThat(compare(2011, "APPROVED", "\u0000\u0001 no es una tabla", null)
                        .getStatus())
                .isEqualTo(422);
        assertThat(compare(2011, "APPROVED", lastYear("100.00"), "x\n").getStatus())
                .isEqualTo(422);
    }

    private String lastYear(String amount) {
        return HEADINGS + "2010," + officer.unit() + ",1131," + amount + "," + amount + ",01.01.02\n";
    }

    private MockHttpServletResponse compare(int year, String kind, String file, String deflator) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart("/board/compare")
                .file(new MockMultipartFile("file", "2010.csv", "text/csv", file.getBytes(UTF_8)));
        if (deflator != null) {
            request.file(new MockMultipartFile("deflator", "inpc.csv", "text/csv", deflator.getBytes(UTF_8)));
        }
        return office.send(ministry, request.param("year", "" + year).param("kind", kind))
                .andReturn()
                .getResponse();
    }

    private void handIn(String year, String amount) throws Exception {
        String file =
                HEADINGS.replace(",aprobado", "") + year + "," + officer.unit() + ",1131," + amount + ",01.01.02\n";
        office.upload(officer, "a.csv", file.getBytes(UTF_8)).andExpect(status().is3xxRedirection());
        office.handIn(officer, uploads.newest(officer.unit()).orElseThrow().id())
                .andExpect(status().is3xxRedirection());
    }
}
