package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.access.Accounts;
import org.hrbudget.desk.units.Units;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The power is cut: the desk runs as a process of its own, and is killed without a word. */
@Tag("long")
@Tag("once")
class KillTest {

    private static final int LINES = 5_000;

    @TempDir
    Path folder;

    private DeskProcess desk;

    @BeforeEach
    void anOfficer() {
        desk = new DeskProcess(folder, "-XX:TieredStopAtLevel=1");
        desk.prepare(prepared -> {
            prepared.getBean(Units.class).add("test", "08CO01", "Secretaría de ejemplo");
            prepared.getBean(Accounts.class).add("test", "persona", Role.OFFICER, "08CO01");
            prepared.getBean(Accounts.class).change("persona", Office.PASSWORD);
        });
    }

    @AfterEach
    void end() throws InterruptedException {
        desk.kill();
    }

    @Test
    void aHandInIsThereAsAWholeOrNotAtAll() throws Exception {
        int whole = 0;
        Browser officer = start();
        // The moments are spread over what a hand-in takes, the last one beyond it.
        for (int part = 0; part <= 4; part++) {
            officer.upload(
                    "/units/08CO01/uploads",
                    officer.token("/units/08CO01"),
                    "gastos.csv",
                    UploadQueueTest.csv("08CO01", LINES));
            String form = officer.see("/units/08CO01/hand-in").body();
            Browser sender = officer;
            Thread hand = new Thread(() -> handIn(sender, form));
            hand.start();
            if (part == 4) {
                hand.join();
            } else {
                Thread.sleep(60L * part * part);
            }
            desk.kill();
            hand.join();
            officer = start();
            int before = whole;
            whole = requireWhole();
            assertThat(part < 4 || whole > before)
                    .as("what was confirmed is there")
                    .isTrue();
        }
    }

    private static void handIn(Browser officer, String form) {
        try {
            officer.post(
                    "/units/08CO01/hand-in",
                    Map.of(
                            "_csrf",
                            Browser.field(form, "_csrf"),
                            "upload",
                            Browser.field(form, "upload"),
                            "signer",
                            "María López",
                            "post",
                            "Directora"));
        } catch (Exception e) {
            // The desk is gone before it answers: what this is about.
        }
    }

    @Test
    void anUploadIsThereAsAWholeOrNotAtAll() throws Exception {
        Browser officer = start();
        for (int part = 0; part <= 3; part++) {
            Browser sender = officer;
            String token = officer.token("/units/08CO01");
            byte[] file = UploadQueueTest.csv("08CO01", LINES + part);
            Thread sent = new Thread(() -> upload(sender, token, file));
            sent.start();
            Thread.sleep(100L * part * part);
            desk.kill();
            sent.join();
            officer = start();
            requireWhole();
        }
    }

    private static void upload(Browser officer, String token, byte[] file) {
        try {
            officer.upload("/units/08CO01/uploads", token, "gastos.csv", file);
        } catch (Exception e) {
            // The desk is gone before it answers: what this is about.
        }
    }

    /** {@return how many versions there are, each with its receipt, file and act, where nothing else is left} */
    private int requireWhole() throws IOException {
        JdbcClient database = JdbcClient.create(new DriverManagerDataSource(desk.url()));
        List<String> kept = database.sql("select distinct sha256 from upload where sha256 is not null order by sha256")
                .query(String.class)
                .list();
        assertThat(files()).isEqualTo(kept);
        try (Stream<Path> incoming = Files.list(desk.files().resolve("incoming"))) {
            assertThat(incoming).isEmpty();
        }
        assertThat(count(database, "upload")).isEqualTo(acts(database, "UPLOADED"));
        int versions = count(database, "hand_in");
        assertThat(acts(database, "HANDED_IN")).isEqualTo(versions);
        assertThat(count(
                        database,
                        "hand_in where octet_length(receipt) > 0 and octet_length(report_es) > 0"
                                + " and upload in (select id from upload)"))
                .isEqualTo(versions);
        return versions;
    }

    private static int count(JdbcClient database, String rows) {
        return database.sql("select count(*) from " + rows).query(Integer.class).single();
    }

    private static int acts(JdbcClient database, String act) {
        return count(database, "audit where act = '" + act + "'");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(desk.files())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private Browser start() throws Exception {
        Browser officer = new Browser(desk.start());
        officer.logIn("persona", Office.PASSWORD);
        return officer;
    }
}
