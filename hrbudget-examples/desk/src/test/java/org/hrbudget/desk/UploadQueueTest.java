package org.hrbudget.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.keeping.KeptFiles;
import org.hrbudget.desk.units.Uploads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Files that take their time, and what is left of those that are not taken. */
@OnDesk
@TestPropertySource(properties = {"desk.uploads.patience=0s", "desk.files.inline=1KB"})
class UploadQueueTest {

    private static final int LONG = 49_000;

    @Autowired
    Office office;

    @Autowired
    Uploads uploads;

    @Autowired
    KeptFiles files;

    @Autowired
    JdbcClient database;

    Account officer;
    String page;

    @BeforeEach
    void anOfficerOfANewUnit() {
        officer = office.officerOfNewUnit();
        page = "/units/" + officer.unit() + "/uploads";
    }

    @Test
    void theProgressIsShownUntilTheLinesAreThere() throws Exception {
        send(LONG).andExpect(redirectedUrl(page));
        String shown = office.see(officer, page).andReturn().getResponse().getContentAsString();
        assertThat(shown).contains("Se revisa el archivo de " + officer.unit(), "http-equiv=\"refresh\"", "hx-trigger");
        assertThat(office.see(officer, "/units/" + officer.unit())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("En revisión");
        eventually(() -> office.see(officer, page).andReturn().getResponse().getStatus() == 302);
        assertThat(uploads.newest(officer.unit())).isPresent();
    }

    @Test
    void whenItIsOverThePartOfThePageAsksForTheWholePage() throws Exception {
        office.send(officer, get(page).header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(header().string("HX-Redirect", page));
    }

    @Test
    void aSecondFileOfTheSameUserIsToldSoAndNotTaken() throws Exception {
        send(LONG).andExpect(redirectedUrl(page));
        String refused = send(1).andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("Todavía se revisa otro archivo");
        eventually(() -> uploads.newest(officer.unit()).isPresent());
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whatIsCancelledLeavesNothing() throws Exception {
        List<Path> before = kept();
        send(LONG).andExpect(redirectedUrl(page));
        office.send(officer, post(page + "/cancel")).andExpect(redirectedUrl(page));
        eventually(() -> incoming().isEmpty());
        office.see(officer, page).andExpect(redirectedUrl("/units/" + officer.unit()));
        assertThat(rows()).isZero();
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void whatIsRefusedLaterIsSaidOnTheTasksAndLeavesNothing() throws Exception {
        List<Path> before = kept();
        String text = new String(csv(officer.unit(), LONG), UTF_8) + "2011,09C001,1131,100.00\n";
        office.upload(officer, "gastos.csv", text.getBytes(UTF_8)).andExpect(redirectedUrl(page));
        eventually(() -> incoming().isEmpty());
        assertThat(office.see(officer, page)
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("El archivo no se recibió", "«09C001»");
        office.see(officer, page).andExpect(redirectedUrl("/units/" + officer.unit()));
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void aRowThatCannotBeWrittenLeavesNoFile() throws Exception {
        List<Path> before = kept();
        database.sql("alter table audit rename to audit_away").update();
        try {
            send(LONG).andExpect(redirectedUrl(page));
            eventually(() -> incoming().isEmpty());
        } finally {
            database.sql("alter table audit_away rename to audit").update();
        }
        assertThat(office.see(officer, page).andReturn().getResponse().getContentAsString())
                .containsPattern("falla [0-9A-F]{8}");
        assertThat(rows()).isZero();
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void aLargeFileIsKeptUnderItsDigestAndReadFromThere() throws Exception {
        send(100);
        eventually(() -> uploads.newest(officer.unit()).isPresent());
        Uploads.Upload upload = uploads.newest(officer.unit()).orElseThrow();
        assertThat(files.of(upload.file().input().sha256())).hasBinaryContent(csv(officer.unit(), 100));
        assertThat(office.see(officer, "/units/{unit}/lines", officer.unit())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("gastos.csv");
    }

    /** As after a power cut between the file and its row; what other rows have is not touched. */
    @Test
    void whatWasKeptForNoRowIsGoneAtTheNextStart() throws Exception {
        send(100);
        eventually(
                () -> uploads.newest(officer.unit()).isPresent() && incoming().isEmpty());
        List<Path> before = kept();
        Path orphan = files.newIncoming();
        Files.writeString(orphan, "of no row");
        files.keep(orphan);
        Files.writeString(files.newIncoming(), "half");
        assertThat(kept()).hasSize(before.size() + 1);
        files.recover(sha256 -> database.sql("select count(*) from upload where sha256 = ?")
                        .param(sha256)
                        .query(Long.class)
                        .single()
                > 0);
        assertThat(kept()).isEqualTo(before);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void othersDoNotSeeOrCancelIt() throws Exception {
        Account other = office.officerOfNewUnit();
        send(LONG).andExpect(redirectedUrl(page));
        office.see(other, "/units/" + other.unit() + "/uploads").andExpect(redirectedUrl("/units/" + other.unit()));
        office.send(other, post("/units/" + other.unit() + "/uploads/cancel").with(csrf()));
        eventually(() -> uploads.newest(officer.unit()).isPresent());
    }

    private org.springframework.test.web.servlet.ResultActions send(int lines) throws Exception {
        return office.upload(officer, "gastos.csv", csv(officer.unit(), lines));
    }

    static byte[] csv(String unit, int lines) {
        StringBuilder text = new StringBuilder("ejercicio,unidad_responsable,partida,proyecto\n");
        for (int i = 0; i < lines; i++) {
            text.append("2011,").append(unit).append(",1131,").append(100 + i).append(".00\n");
        }
        return text.toString().getBytes(UTF_8);
    }

    private long rows() {
        return database.sql("select count(*) from upload where unit = ?")
                .param(officer.unit())
                .query(Long.class)
                .single();
    }

    private List<Path> incoming() throws IOException {
        try (Stream<Path> all = Files.list(files.incoming())) {
            return all.toList();
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.walk(files.incoming().getParent())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(files.incoming()))
                    .sorted()
                    .toList();
        }
    }

    /** Nobody is told when a queue is done but by asking; a minute is far more than it takes. */
    private static void eventually(Callable<Boolean> done) throws Exception {
        for (int i = 0; i < 1_200 && !done.call(); i++) {
            Thread.sleep(50);
        }
        assertThat(done.call()).isTrue();
    }
}
