package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.units.HandIns;
import org.hrbudget.desk.units.Uploads;
import org.hrbudget.desk.years.Years;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.ResultActions;

/** The years: one is current, and its dates and rules are what the ministry says. */
@OnDesk
@TestPropertySource(properties = "test.own-database=years")
class YearsTest {

    @Autowired
    Office office;

    @Autowired
    Years years;

    @Autowired
    Uploads uploads;

    @Autowired
    HandIns handIns;

    Account ministry;
    Account officer;

    @BeforeEach
    void people() {
        ministry = office.account(Role.MINISTRY, null);
        officer = office.officerOfNewUnit();
    }

    @AfterEach
    void asBefore() throws Exception {
        change(2011, "2010-11-15", "", "", "2010-11-15T18:00", false, "prueba").andExpect(status().is3xxRedirection());
        office.send(ministry, post("/board/years/2011/current"));
    }

    @Test
    void theFirstYearIsThatOfTheSettings() {
        assertThat(years.current())
                .extracting(Years.Year::value, Years.Year::rules, year -> "" + year.due())
                .containsExactly(2011, "mx-cmx/2011.1", "2010-11-15T18:00");
    }

    @Test
    void whatIsOfAnotherYearIsReadAndNotHandedIn() throws Exception {
        handIn();
        next();
        String now = page("/units/{unit}");
        assertThat(now)
                .contains("Ejercicio fiscal 2012", "?year=2011", "Pendiente")
                .doesNotContain(Office.WINDOWS);
        assertThat(page("/units/{unit}?year=2011"))
                .contains("Ejercicio fiscal 2011", "Versión 1,", "/hand-ins/1")
                .doesNotContain("<form action=\"/units");
        assertThat(page("/units/{unit}/lines?year=2011"))
                .contains(Office.WINDOWS)
                .doesNotContain("/hand-in\"");
        office.handIn(
                        officer,
                        uploads.newest(officer.unit(), 2011).orElseThrow().id())
                .andExpect(status().is4xxClientError());
        assertThat(handIns.of(officer.unit(), 2012)).isEmpty();
    }

    @Test
    void theBoardIsOfAYear() throws Exception {
        handIn();
        next();
        assertThat(board("/board")).contains("Sin iniciar").doesNotContain("3,470,568.42");
        assertThat(board("/board?year=2011")).contains("3,470,568.42", "/board/report?year=2011");
        office.see(ministry, "/board?year=1999").andExpect(status().isNotFound());
    }

    @Test
    void versionsCountOnSoThatAnAddressIsOfOneReceiptForEver() throws Exception {
        handIn();
        next();
        handIn();
        assertThat(handIns.of(officer.unit(), 2012))
                .extracting(HandIns.HandIn::version)
                .containsExactly(2);
        assertThat(handIns.find(officer.unit(), 1).orElseThrow().year()).isEqualTo(2011);
    }

    @Test
    void nothingIsHandedInBeforeTheYearOpens() throws Exception {
        change(2011, "2010-11-15", "", "2010-11-12T20:41", "2010-11-15T18:00", false, "x");
        assertThat(refusedHandIn()).contains("Todavía no se reciben");
        assertThat(page("/units/{unit}")).contains("Se recibe a partir del 12 de noviembre de 2010, 20:41");
        change(2011, "2010-11-15", "", "2010-11-12T20:40", "2010-11-15T18:00", false, "x");
        handIn();
    }

    @Test
    void nothingIsHandedInForAYearThatIsClosed() throws Exception {
        change(2011, "2010-11-15", "", "", "2010-11-15T18:00", true, "x");
        assertThat(refusedHandIn()).contains("El ejercicio 2011 está cerrado");
    }

    @Test
    void lateIsWhatComesAfterTheDayOfTheYear() throws Exception {
        handIn();
        assertThat(board("/board")).doesNotContain("(fuera de plazo)");
        change(2011, "2010-11-15", "", "", "2010-11-12T20:39", false, "x");
        assertThat(board("/board")).contains("(fuera de plazo)");
    }

    @Test
    void aChangeAfterHandInsNeedsAReasonThatIsShown() throws Exception {
        handIn();
        ResultActions refused = change(2011, "2010-11-15", "", "", "2010-12-01T18:00", false, " ");
        assertThat(text(refused.andExpect(status().isUnprocessableContent()))).contains("falta el motivo");
        assertThat(years.current().due()).hasToString("2010-11-15T18:00");
        change(2011, "2010-11-15", "", "", "2010-12-01T18:00", false, "Prórroga <b>general</b>")
                .andExpect(status().is3xxRedirection());
        assertThat(board("/board/years")).contains(ministry.name(), "Prórroga &lt;b&gt;general&lt;/b&gt;");
    }

    @Test
    void aYearIsJudgedByTheRulesThatItNames() throws Exception {
        change(2011, "2010-11-15", "mx-cmx/2011.2", "", "", false, "x").andExpect(status().is3xxRedirection());
        handIn();
        assertThat(page("/units/{unit}/hand-ins/1")).contains("mx-cmx 2011.2");
        assertThat(board("/board/report")).contains("2011.2");
    }

    @Test
    void withoutChosenRulesTheyAreThoseOfTheDay() throws Exception {
        change(2011, "2011-06-01", "", "", "", false, "x");
        assertThat(years.current().rules()).isEqualTo("mx-cmx/2011.3");
    }

    @Test
    void whatCannotBeIsRefused() throws Exception {
        assertThat(text(change(2011, "2010-11-15", "mx-cmx/2009.1", "", "", false, "x")))
                .contains("no rigen el ejercicio 2011");
        assertThat(text(change(2011, "2010-11-15", "", "2010-11-16T00:00", "2010-11-15T18:00", false, "x")))
                .contains("después de la fecha límite");
        for (String year : new String[] {"2011", "1066", "2150"}) {
            add(year).andExpect(status().isUnprocessableContent());
        }
    }

    private void next() throws Exception {
        if (years.find(2012).isEmpty()) {
            add("2012").andExpect(status().is3xxRedirection());
        }
        office.send(ministry, post("/board/years/2012/current")).andExpect(status().is3xxRedirection());
    }

    private ResultActions add(String year) throws Exception {
        return office.send(ministry, post("/board/years").param("year", year).param("asOf", "2011-11-15"));
    }

    private ResultActions change(
            int year, String asOf, String rules, String opens, String due, boolean closed, String reason)
            throws Exception {
        return office.send(
                ministry,
                post("/board/years/" + year)
                        .param("asOf", asOf)
                        .param("chosen", rules)
                        .param("opens", opens)
                        .param("due", due)
                        .param("closed", "" + closed)
                        .param("reason", reason));
    }

    private void upload() throws Exception {
        office.upload(officer, Office.WINDOWS, Office.file(Office.WINDOWS, officer.unit()))
                .andExpect(status().is3xxRedirection());
    }

    private void handIn() throws Exception {
        upload();
        office.handIn(officer, uploads.newest(officer.unit()).orElseThrow().id())
                .andExpect(status().is3xxRedirection());
    }

    private String refusedHandIn() throws Exception {
        upload();
        String page = text(office.handIn(
                        officer, uploads.newest(officer.unit()).orElseThrow().id())
                .andExpect(status().isUnprocessableContent()));
        assertThat(handIns.of(officer.unit())).isEmpty();
        return page;
    }

    private String page(String address) throws Exception {
        return text(office.see(officer, address, officer.unit()).andExpect(status().isOk()));
    }

    /** {@return a page of the ministry; of the board the row of the unit, and what stands before it} */
    private String board(String address) throws Exception {
        String page = text(office.see(ministry, address).andExpect(status().isOk()));
        int from = page.indexOf(">" + officer.unit() + "<");
        return from < 0
                ? page
                : page.substring(0, page.indexOf("<tbody>")) + page.substring(from, page.indexOf("</tr>", from));
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }
}
