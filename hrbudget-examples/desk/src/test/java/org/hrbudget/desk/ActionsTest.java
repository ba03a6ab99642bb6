package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.units.Uploads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The action that a line pays for, found by words, by right and by executor, and put into the line. */
@OnDesk
class ActionsTest {

    private static final String ACTION = "Línea de acción PDHDF";

    @Autowired
    Office office;

    @Autowired
    Uploads uploads;

    Account officer;

    @BeforeEach
    void aFileOfAnOffice() throws Exception {
        officer = office.officerOfNewUnit();
        office.upload(officer, Office.WINDOWS, Office.file(Office.WINDOWS, officer.unit()))
                .andExpect(status().is3xxRedirection());
    }

    private String page(String address) throws Exception {
        return office.see(officer, "/units/" + officer.unit() + address)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void theLineStandsBesideWhatWasFoundAndTakesIt() throws Exception {
        assertThat(page("/lines")).contains("/actions?row=6");
        String found = page("/actions?row=6&words=igualdad&right=01");

        assertThat(found)
                .contains("Honorarios", "<mark>1.1.2</mark>", "01 Igualdad y no discriminación")
                .contains("name=\"column\" value=\"" + ACTION + "\"", "name=\"to\" value=\"01.01.02\"");
        office.change(officer, uploads.newest(officer.unit()).orElseThrow().id(), 6, ACTION, "1.1.2", "01.01.02")
                .andExpect(redirectedUrl("/units/" + officer.unit() + "/lines#r6"));
        assertThat(page("/actions?row=6")).contains("<mark>01.01.02</mark>");
    }

    @Test
    void aRightAloneHasItsActionsAndTheBeginningOfAWordIsEnough() throws Exception {
        assertThat(page("/actions?right=01"))
                .contains("01.01.01", "Se muestran las primeras 20")
                .doesNotContain("02.01.01");
        assertThat(page("/actions?words=discri")).contains("01.01.01");
        assertThat(page("/actions?words=xyzzy")).contains("No se encontró", "Ninguna línea de acción habla de «xyzzy»");
        assertThat(page("/actions")).doesNotContain("01.01.01");
    }

    @Test
    void whatAnActionPutIntoALineChangesIsToldOfTheUnitsOwnFilesAlone() throws Exception {
        office.see(officer, "/units/" + officer.unit() + "/effects")
                .andExpect(redirectedUrl("/units/" + officer.unit() + "/lines"))
                .andExpect(flash().attribute("said", containsString("nada cambia")));

        office.change(officer, uploads.newest(officer.unit()).orElseThrow().id(), 6, ACTION, "1.1.2", "05.01.01");

        assertThat(page("/effects/rights")).contains("05.01.01", "495,005.06");
        assertThat(page("/effects")).contains("<del>1.1.2</del> → <ins>05.01.01</ins>");
        Account other = office.officerOfNewUnit();
        office.upload(other, "nombre-ajeno.csv", Office.file(Office.WINDOWS, other.unit()));
        office.handIn(other, uploads.newest(other.unit()).orElseThrow().id()).andExpect(status().is3xxRedirection());
        for (String asked : List.of("/effects", "/effects/lines.csv", "/effects/rights", "/effects/rights?all=true")) {
            assertThat(page(asked)).doesNotContain("nombre-ajeno", other.unit() + "/");
        }
    }

    @Test
    void aRowThatIsNoLineOfTheFileIsNotThere() throws Exception {
        long headings = 4;
        for (long row : List.of(-1L, 1L, headings, 9L, 1_000_000L)) {
            office.see(officer, "/units/" + officer.unit() + "/actions?row=" + row)
                    .andExpect(status().isNotFound());
        }
        for (long row : List.of(headings + 1, 8L)) {
            assertThat(page("/actions?row=" + row)).contains("Lo que paga la fila " + row);
        }
    }

    @Test
    void thatWordsAreCutIsSaid() throws Exception {
        String longest = "igualdad " + "x".repeat(191);
        assertThat(page("/actions?words=" + longest)).doesNotContain("pasa de 200 signos");
        assertThat(page("/actions?words=" + longest + "y"))
                .contains("Lo que escribió pasa de 200 signos; se buscó con los primeros 200.")
                .contains("value=\"" + longest + "\"");
    }

    @Test
    void whatIsTypedIsNoMarkup() throws Exception {
        assertThat(page("/actions?words=%3Cscript%3Ealert%3C/script%3E")).doesNotContain("<script>alert");
    }
}
