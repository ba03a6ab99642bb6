package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.units.Uploads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the ministry sees. */
@OnDesk
class BoardTest {

    @Autowired
    Office office;

    @Autowired
    Uploads uploads;

    Account ministry;

    @BeforeEach
    void ministry() {
        ministry = office.account(Role.MINISTRY, null);
    }

    @Test
    void theBoardTellsOpenBegunAndHandedInWithErrors() throws Exception {
        Account open = office.officerOfNewUnit();
        Account begun = office.officerOfNewUnit();
        Account done = office.officerOfNewUnit();
        upload(begun);
        handIn(done);
        String board = see("/board").getContentAsString();
        assertThat(row(board, open)).contains("Sin iniciar");
        assertThat(row(board, begun)).contains("Iniciado");
        assertThat(row(board, done))
                .contains("Entregado con errores", "12 de noviembre de 2010, 20:40", "3,470,568.42");
    }

    @Test
    void theConsolidatedBudgetAddsUpTheNewestVersions() throws Exception {
        Account one = office.officerOfNewUnit();
        Account other = office.officerOfNewUnit();
        handIn(one);
        handIn(other);
        handIn(other);
        String before = see("/board/report").getContentAsString();
        assertThat(before).contains(spaced(one), spaced(other));
        Account third = office.officerOfNewUnit();
        assertThat(see("/board/report").getContentAsString())
                .contains("todavía no entrega", third.unit())
                .doesNotContain(spaced(third));
        handIn(third);
        assertThat(see("/board/report").getContentAsString()).contains(spaced(third));
    }

    @Test
    void theScriptOfAReportIsKnownByItsDigest() throws Exception {
        handIn(office.officerOfNewUnit());
        MockHttpServletResponse report = see("/board/report");
        assertThat(report.getHeaders("Content-Security-Policy")).hasSize(1);
        assertThat(report.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'sha256-")
                .doesNotContain("unsafe");
        assertThat(report.getContentAsString())
                .containsOnlyOnce("<script")
                .containsOnlyOnce("<style")
                .doesNotContain(" style=");
    }

    @Test
    void theReportOfAUnitIsOneLinkAway() throws Exception {
        Account officer = office.officerOfNewUnit();
        handIn(officer);
        assertThat(row(see("/board").getContentAsString(), officer))
                .contains("/units/" + officer.unit() + "/hand-ins/1/report");
        assertThat(see("/units/" + officer.unit() + "/hand-ins/1/report").getContentAsString())
                .contains("1.1.2");
    }

    @Test
    void theBoardIsFilteredByStateAndWordsAndCountsAreLinks() throws Exception {
        Account open = office.officerOfNewUnit();
        Account done = office.officerOfNewUnit();
        handIn(done);
        String errors = see("/board?show=WITH_ERRORS").getContentAsString();
        assertThat(errors).contains(">" + done.unit() + "<").doesNotContain(">" + open.unit() + "<");
        assertThat(see("/board?text=" + open.unit().toLowerCase(Locale.ROOT)).getContentAsString())
                .contains(">" + open.unit() + "<", "Se muestran 1 de ", "show=WITH_ERRORS")
                .doesNotContain(">" + done.unit() + "<");
        office.see(ministry, "/board?show=NOTHING").andExpect(status().isBadRequest());
    }

    @Test
    void theTableCanBeTakenHomeWithoutFormulas() throws Exception {
        Account done = office.officerOfNewUnit();
        handIn(done);
        office.units.add("test", "99" + done.unit(), "=HYPERLINK(\"x\")");
        String csv = see("/board/board.csv?text=" + done.unit()).getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\uFEFFClave,")
                .contains(
                        done.unit()
                                + ",\"Secretaría de ejemplo\",\"Entregado con errores\",,1,\"2010-11-12T20:40\",1,0,",
                        "\"'=HYPERLINK(\"\"x\"\")\",\"Sin iniciar\"");
        assertThat(csv.lines()).hasSize(3);
    }

    @Test
    void allFormsComeInFoldersOfTheirUnitsWithTheirReceipts() throws Exception {
        Account one = office.officerOfNewUnit();
        Account other = office.officerOfNewUnit();
        handIn(one);
        handIn(one);
        handIn(other);
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(see("/board/forms").getContentAsByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(entries)
                .containsKeys(
                        one.unit() + "/acuse-" + one.unit() + "-2.json",
                        one.unit() + "/programme.csv",
                        other.unit() + "/acuse-" + other.unit() + "-1.json")
                .doesNotContainKey(one.unit() + "/acuse-" + one.unit() + "-1.json")
                .containsEntry(
                        other.unit() + "/presupuesto/" + Office.WINDOWS, Office.file(Office.WINDOWS, other.unit()));
    }

    private static String spaced(Account officer) {
        return "08 CO " + officer.unit().substring(4);
    }

    private static String row(String board, Account of) {
        int from = board.indexOf(">" + of.unit() + "<");
        return board.substring(from, board.indexOf("</tr>", from));
    }

    private void upload(Account officer) throws Exception {
        office.upload(officer, Office.WINDOWS, Office.file(Office.WINDOWS, officer.unit()))
                .andExpect(status().is3xxRedirection());
    }

    private void handIn(Account officer) throws Exception {
        upload(officer);
        office.handIn(officer, uploads.newest(officer.unit()).orElseThrow().id())
                .andExpect(status().is3xxRedirection());
    }

    private MockHttpServletResponse see(String address) throws Exception {
        return office.see(ministry, address)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }
}
