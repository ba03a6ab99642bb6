package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.judging.Rules;
import org.hrbudget.desk.units.Uploads;
import org.hrbudget.io.Input;
import org.hrbudget.model.FiscalYear;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.ResultActions;

/** A reform on its way from a file to the budgets that are judged by it. What is approved is there for all tests: this has a desk of its own. */
@OnDesk
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class ReformTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    Office office;

    @Autowired
    Rules rules;

    @Autowired
    Uploads uploads;

    @Autowired
    JdbcClient database;

    @TempDir
    Path folder;

    Account proposer;
    Account approver;

    @BeforeEach
    void people() {
        proposer = office.account(Role.LAWYER, null);
        approver = office.account(Role.LAWYER, null);
    }

    @Test
    void aReformIsApprovedByAnotherAndJudgesABudgetWhoseReceiptIsDrawnAgain() throws Exception {
        String version = "2011." + (50 + COUNT.incrementAndGet());
        String coordinates = "mx-cmx/" + version;
        Account officer = office.officerOfNewUnit();
        handIn(officer);
        long id = uploaded(upload(proposer, ReformFiles.zip(ReformFiles.of(version)), null));
        assertThat(page(proposer, "/law/reforms/" + id)).contains("Sin faltas", "spending-type-unfit");
        assertThat(page(proposer, "/law/reforms/" + id + "/impact"))
                .contains("Afectadas: 1 de 1", officer.unit(), "01 Igualdad y no discriminación", "1,005,306.66");
        sent(proposer, id).andExpect(status().is3xxRedirection());
        assertThat(rules.versions()).noneMatch(pack -> pack.version().equals(version));

        decision(approver, id, true, "").andExpect(status().is3xxRedirection());

        assertThat(rules.versions()).anyMatch(pack -> pack.version().equals(version));
        assertThat(page(approver, "/law/packs/" + version)).contains("spending-type-unfit");
        Account ministry = office.account(Role.MINISTRY, null);
        office.send(
                        ministry,
                        post("/board/years/2011")
                                .param("asOf", "2010-11-15")
                                .param("chosen", coordinates)
                                .param("due", "2010-11-15T18:00")
                                .param("reason", "prueba"))
                .andExpect(status().is3xxRedirection());
        handIn(officer);
        byte[] bundle = office.see(officer, "/units/{unit}/hand-ins/2/bundle", officer.unit())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        unpack(bundle);
        assertThat(folder.resolve("reglas/mx-cmx-" + version + ".zip")).exists();
        Path receipt = folder.resolve("acuse-" + officer.unit() + "-2.json");
        assertThat(Files.readString(receipt)).contains(version);
        Office.Said verify = Office.hrbudget("verify", receipt.toString(), "--as-of", "2010-11-15");
        assertThat(verify.code()).as(verify.text()).isZero();
    }

    @Test
    void nobodyDecidesOnTheirOwn() throws Exception {
        long id = uploaded(upload(proposer, ReformFiles.zip(ReformFiles.of("2011.91")), null));
        sent(approver, id).andExpect(status().is3xxRedirection());
        decision(proposer, id, true, "").andExpect(status().isUnprocessableContent());
        decision(approver, id, true, "").andExpect(status().isUnprocessableContent());
        assertThat(state(id)).isFalse();
        // Nor does whoever uploaded what it corrects.
        long later = uploaded(upload(approver, ReformFiles.zip(ReformFiles.of("2011.91")), id));
        sent(approver, later).andExpect(status().is3xxRedirection());
        decision(proposer, later, true, "").andExpect(status().isUnprocessableContent());
        decision(office.account(Role.LAWYER, null), later, true, "").andExpect(status().is3xxRedirection());
        assertThat(state(later)).isTrue();
    }

    @Test
    void whatWasChangedAfterItWasSentIsToBeSentAgain() throws Exception {
        long id = uploaded(upload(proposer, ReformFiles.zip(ReformFiles.of("2011.92")), null));
        sent(proposer, id).andExpect(status().is3xxRedirection());
        long later = uploaded(upload(proposer, ReformFiles.zip(ReformFiles.of("2011.92")), id));
        decision(approver, id, true, "").andExpect(status().isUnprocessableContent());
        decision(approver, later, true, "").andExpect(status().isUnprocessableContent());
        upload(proposer, ReformFiles.zip(ReformFiles.of("2011.92")), id).andExpect(status().isUnprocessableContent());
        assertThat(state(id)).isFalse();
        assertThat(state(later)).isFalse();
    }

    @Test
    void aRefusalHasItsReason() throws Exception {
        long id = uploaded(upload(proposer, ReformFiles.zip(ReformFiles.of("2011.93")), null));
        sent(proposer, id);
        decision(approver, id, false, "").andExpect(status().isUnprocessableContent());
        decision(approver, id, false, "<b>Falta</b> el dictamen").andExpect(status().is3xxRedirection());
        assertThat(page(proposer, "/law/reforms/" + id))
                .contains("&lt;b&gt;Falta&lt;/b&gt; el dictamen", "Rechazada")
                .doesNotContain("<b>Falta");
        decision(approver, id, true, "").andExpect(status().isUnprocessableContent());
    }

    @Test
    void faultsAreShownWithTheirPlaceAndTheDraftIsKept() throws Exception {
        Map<String, String> files = ReformFiles.of("2011.94");
        files.computeIfPresent(
                "spending-types.drl", (name, text) -> text.replace("@severity(\"ERROR\")", "@severity(\"GRAVE\")"));
        long id = uploaded(upload(proposer, ReformFiles.zip(files), null));
        assertThat(page(proposer, "/law/reforms/" + id))
                .contains("spending-types.drl:", "GRAVE", "Borrador con faltas")
                .doesNotContain(System.getProperty("java.io.tmpdir") + "/");
        sent(proposer, id).andExpect(status().isUnprocessableContent());
    }

    @Test
    void aWorkbookIsCheckedByItsCells() throws Exception {
        long id = uploaded(upload(proposer, "reforma.xlsx", ReformFiles.workbook("2011.96", "grave"), null));
        assertThat(page(proposer, "/law/reforms/" + id)).contains("gravedades!B2: «grave»", "Borrador con faltas");
        long later = uploaded(upload(proposer, "reforma.xlsx", ReformFiles.workbook("2011.96", "observación"), id));
        assertThat(page(proposer, "/law/reforms/" + later)).contains("Sin faltas", "mx-cmx/2011.96");
    }

    @Test
    void whatIsInUseGovernsWhatItsManifestSays() throws Exception {
        LocalDate first = LocalDate.of(2011, 7, 1);
        String earlier = chosen(2011, first);
        String earlierYear = chosen(2010, first);
        Map<String, String> files = ReformFiles.of("2011.97");
        files.computeIfPresent("pack.properties", (name, text) -> text.replace("2010-11-14", first.toString()));
        approve(files);
        assertThat(chosen(2011, first.minusDays(1))).isEqualTo(earlier);
        assertThat(chosen(2010, first)).isEqualTo(earlierYear);
        assertThat(chosen(2011, first)).isEqualTo("2011.97");
    }

    private String chosen(int year, LocalDate asOf) {
        return rules.select(FiscalYear.of(year), asOf).manifest().version();
    }

    @Test
    void aReceiptHasTheReformsItsRulesNeedAndNoOthers() throws Exception {
        approve("2011.61", "2011.3");
        approve("2011.62", "2011.61");
        approve("2011.63", "2011.62");
        assertThat(rules.filesOf("mx-cmx/2011.62"))
                .extracting(Input::name)
                .containsExactly("reglas/mx-cmx-2011.62.zip", "reglas/mx-cmx-2011.61.zip");
        assertThat(rules.filesOf("mx-cmx/2011.3")).isEmpty();
    }

    private void approve(String version, String amends) throws Exception {
        Map<String, String> files = ReformFiles.of(version);
        files.computeIfPresent("pack.properties", (name, text) -> text.replace("amends=2011.3", "amends=" + amends));
        // One that changes nothing would say so.
        files.computeIfPresent(
                "spending-types.drl",
                (name, text) -> version.equals("2011.62") ? text.replace("\"ERROR\"", "\"WARNING\"") : text);
        approve(files);
    }

    private void approve(Map<String, String> files) throws Exception {
        long id = uploaded(upload(proposer, ReformFiles.zip(files), null));
        assertThat(page(proposer, "/law/reforms/" + id)).contains("Sin faltas");
        sent(proposer, id).andExpect(status().is3xxRedirection());
        decision(approver, id, true, "").andExpect(status().is3xxRedirection());
    }

    @Test
    void whatWasCheckedBeforeAnotherWasApprovedIsCheckedAgain() throws Exception {
        long id = uploaded(upload(proposer, ReformFiles.zip(ReformFiles.of("2011.98")), null));
        long same = uploaded(upload(proposer, ReformFiles.zip(ReformFiles.of("2011.98")), null));
        sent(proposer, id);
        sent(proposer, same);
        decision(approver, id, true, "").andExpect(status().is3xxRedirection());
        decision(approver, same, true, "").andExpect(status().isUnprocessableContent());
        assertThat(state(same)).isFalse();
    }

    private boolean state(long id) {
        return database.sql("select count(*) from reform where id = :id and approved_as is not null")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void unpack(byte[] bundle) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.write(file, zip.readAllBytes());
            }
        }
    }

    private ResultActions upload(Account who, byte[] bytes, Long replaces) throws Exception {
        return upload(who, "reforma.zip", bytes, replaces);
    }

    private ResultActions upload(Account who, String name, byte[] bytes, Long replaces) throws Exception {
        var request = multipart("/law/uploads").file(new MockMultipartFile("file", name, null, bytes));
        if (replaces != null) {
            request.param("replaces", replaces.toString());
        }
        return office.send(who, request);
    }

    private static long uploaded(ResultActions answer) throws Exception {
        String to = answer.andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(Objects.requireNonNull(to).replaceFirst(".*/", ""));
    }

    private ResultActions sent(Account who, long id) throws Exception {
        return office.send(who, post("/law/reforms/{id}/sent", id));
    }

    private ResultActions decision(Account who, long id, boolean approved, String reason) throws Exception {
        return office.send(
                who,
                post("/law/reforms/{id}/decision", id)
                        .param("approved", Boolean.toString(approved))
                        .param("signer", "Licenciada de las pruebas")
                        .param("reason", reason));
    }

    private void handIn(Account officer) throws Exception {
        office.upload(officer, Office.WINDOWS, ReformFiles.affected(officer.unit()))
                .andExpect(status().is3xxRedirection());
        office.handIn(officer, uploads.newest(officer.unit()).orElseThrow().id())
                .andExpect(status().is3xxRedirection());
    }

    private String page(Account who, String address) throws Exception {
        return office.see(who, address)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
