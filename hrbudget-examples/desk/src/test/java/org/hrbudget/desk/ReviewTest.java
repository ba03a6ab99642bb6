package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.units.HandIns;
import org.hrbudget.desk.units.Uploads;
import org.hrbudget.desk.units.Waivers;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Notes on findings, sending back, waivers. */
@OnDesk
class ReviewTest {

    @Autowired
    Office office;

    @Autowired
    Uploads uploads;

    @Autowired
    HandIns handIns;

    @Autowired
    Waivers waivers;

    Account ministry;
    Account officer;
    String error;

    @BeforeEach
    void aVersionWithOneError() throws Exception {
        ministry = office.account(Role.MINISTRY, null);
        officer = office.officerOfNewUnit();
        handIn("1.1.2");
        error = report(1).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow()
                .fingerprint();
    }

    @Test
    void notesAreSeenBesideTheirLinesOnceTheVersionIsSentBack() throws Exception {
        note(error, "Revise la <b>clave</b>").andExpect(status().is3xxRedirection());
        assertThat(see(officer, "/units/{unit}/lines")).doesNotContain("Revise la");
        sendBack("Faltan datos").andExpect(status().is3xxRedirection());
        String lines = see(officer, "/units/{unit}/lines");
        assertThat(lines.substring(lines.indexOf("id=\"r6\""), lines.indexOf("id=\"r7\"")))
                .contains("Revise la &lt;b&gt;clave&lt;/b&gt;");
        assertThat(see(officer, "/units/{unit}"))
                .contains("devolvió la versión 1", "Faltan datos", "Sigue igual", "Versión 1 devuelta");
        assertThat(row()).contains(">Devuelto<");
    }

    @Test
    void theNextVersionShowsBothWhatWasAnswered() throws Exception {
        note(error, "Revise la clave");
        sendBack("");
        handIn("01.01.02");
        assertThat(see(officer, "/units/{unit}")).contains("Revise la clave", ">Atendida<");
        assertThat(see(ministry, "/board/units/{unit}/2")).contains("Revise la clave", ">Atendida<");
        assertThat(row()).doesNotContain("Devuelto");
    }

    @Test
    void aFindingIsKnownAgainInAnotherRow() throws Exception {
        note(error, "Revise la clave");
        sendBack("");
        byte[] file = Office.file(Office.WINDOWS, officer.unit());
        upload(("título de más\r\n" + new String(file, "windows-1252")).getBytes("windows-1252"));
        String lines = see(officer, "/units/{unit}/lines");
        assertThat(lines.substring(lines.indexOf("id=\"r7\""), lines.indexOf("id=\"r8\"")))
                .contains("Revise la clave");
    }

    @Test
    void aVersionIsSentBackOnceAndOnlyTheNewest() throws Exception {
        sendBack("").andExpect(status().isUnprocessableContent());
        sendBack("Falta todo");
        assertThat(text(sendBack("Otra vez").andExpect(status().isUnprocessableContent())))
                .contains("ya se devolvió");
        note(error, "tarde").andExpect(status().isUnprocessableContent());
        assertThat(see(officer, "/units/{unit}")).doesNotContain("tarde", "Otra vez");
        handIn("1.1.2");
        handIn("1.1.2");
        assertThat(text(act("2/return").andExpect(status().isUnprocessableContent())))
                .contains("otra versión");
    }

    @Test
    void aNoteIsOnAFindingThatThereIs() throws Exception {
        note("0123456789abcdef", "x").andExpect(status().isNotFound());
        note(error, "x".repeat(1001)).andExpect(status().isUnprocessableContent());
    }

    @Test
    void whatIsWaivedIsShownAsSuchAndTheVerdictStays() throws Exception {
        waive("2010-11-12", false).andExpect(status().is3xxRedirection());
        assertThat(report(1).verdict()).isEqualTo(Verdict.NOT_COMPLIANT);
        assertThat(row()).contains("errores dispensados", "(1 dispensados)");
        assertThat(see(officer, "/units/{unit}/lines"))
                .contains("No cumple", "Errores dispensados: 1 de 1", "Dispensado hasta el 12 de noviembre de 2010");
        assertThat(see(officer, "/units/{unit}/hand-ins/1")).contains("No cumple", "Errores dispensados: 1 de 1");
        assertThat(see(officer, "/units/{unit}/hand-ins/1/report")).contains("Catálogo en trámite");
        assertThat(see(ministry, "/board/report")).contains("Catálogo en trámite");
    }

    @Test
    void aWaiverOfARuleIsOfTheUnitHoweverItsFileWritesIt() throws Exception {
        waive("2010-12-31", true);
        assertThat(HandIns.waivedErrors(report(1))).isEqualTo(1);
    }

    @Test
    void aWaiverThatEndedCoversNothing() throws Exception {
        waivers.add(
                ministry.name(),
                officer.unit(),
                2011,
                "x",
                error,
                "Catálogo en trámite",
                "Ana Ruiz",
                LocalDate.of(2010, 11, 11));
        assertThat(HandIns.waivedErrors(report(1))).isZero();
        assertThat(row()).contains("Entregado con errores");
    }

    @Test
    void aWaiverIsTakenBackAndNeedsReasonWhoAndADayToCome() throws Exception {
        waive("2010-11-11", false).andExpect(status().isUnprocessableContent());
        act("1/waivers", "finding", error, "until", "2010-12-31", "reason", "x", "answering", " ")
                .andExpect(status().isUnprocessableContent());
        assertThat(waivers.of(officer.unit(), 2011)).isEmpty();
        waive("2010-12-31", false);
        long id = waivers.of(officer.unit(), 2011).get(0).id();
        act("1/waivers/" + id + "/end").andExpect(status().is3xxRedirection());
        assertThat(HandIns.waivedErrors(report(1))).isZero();
    }

    private ResultActions waive(String until, boolean all) throws Exception {
        return act(
                "1/waivers",
                "finding",
                error,
                "until",
                until,
                "reason",
                "Catálogo en trámite",
                "answering",
                "Ana Ruiz, directora",
                "all",
                "" + all);
    }

    private ResultActions note(String finding, String text) throws Exception {
        return act("1/notes", "finding", finding, "note", text);
    }

    private ResultActions sendBack(String note) throws Exception {
        return act("1/return", "note", note);
    }

    private ResultActions act(String address, String... values) throws Exception {
        MockHttpServletRequestBuilder request = post("/board/units/" + officer.unit() + "/" + address);
        for (int i = 0; i < values.length; i += 2) {
            request.param(values[i], values[i + 1]);
        }
        return office.send(ministry, request);
    }

    private ReportDocument report(int version) {
        return handIns.report(handIns.find(officer.unit(), version).orElseThrow(), Locale.forLanguageTag("es"));
    }

    private void upload(byte[] file) throws Exception {
        office.upload(officer, Office.WINDOWS, file).andExpect(status().is3xxRedirection());
    }

    private void handIn(String code) throws Exception {
        String file = new String(Office.file(Office.WINDOWS, officer.unit()), "windows-1252");
        upload(file.replace("1.1.2", code).getBytes("windows-1252"));
        office.handIn(officer, uploads.newest(officer.unit()).orElseThrow().id())
                .andExpect(status().is3xxRedirection());
    }

    private String row() throws Exception {
        String board = see(ministry, "/board");
        int from = board.indexOf(">" + officer.unit() + "<");
        return board.substring(from, board.indexOf("</tr>", from));
    }

    private String see(Account who, String address) throws Exception {
        return text(office.see(who, address.replace("{unit}", officer.unit())).andExpect(status().isOk()));
    }

    private static String text(ResultActions answer) throws Exception {
        MockHttpServletResponse response = answer.andReturn().getResponse();
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
