package org.hrbudget.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.access.Accounts;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.units.HandIns;
import org.hrbudget.desk.units.Uploads;
import org.hrbudget.report.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** What is saved of a desk, and brought back into another. */
@OnDesk
@TestPropertySource(properties = "desk.files.inline=1KB")
class BackupTest {

    @Autowired
    Office office;

    @Autowired
    HandIns handIns;

    @Autowired
    Uploads uploads;

    @Autowired
    ApplicationContext desk;

    @TempDir
    Path folder;

    Account officer;
    Path zip;

    @BeforeEach
    void handIn() throws Exception {
        officer = office.officerOfNewUnit();
        zip = folder.resolve("respaldo.zip");
        upload("uno, «más».csv", 200);
        office.handIn(officer, newest()).andExpect(status().is3xxRedirection());
        upload("chico.csv", 1);
    }

    @Test
    void aRestoredDeskHasAllOfItAndGoesOn() throws Exception {
        run(desk, "backup", zip);
        try (ConfigurableApplicationContext restored = empty("restored")) {
            run(restored, "restore", zip);
            Path again = folder.resolve("otro.zip");
            run(restored, "backup", again);
            assertThat(entries(again)).isEqualTo(entries(zip)).hasSizeGreaterThan(8);

            Uploads kept = restored.getBean(Uploads.class);
            Uploads.Upload small = kept.newest(officer.unit()).orElseThrow();
            assertThat(small.file().bytes()).isEqualTo(UploadQueueTest.csv(officer.unit(), 1));
            HandIns.HandIn version =
                    restored.getBean(HandIns.class).find(officer.unit(), 1).orElseThrow();
            assertThat(version).isEqualTo(handIns.find(officer.unit(), 1).orElseThrow());
            Receipt receipt = Receipt.read(
                    new ByteArrayInputStream(restored.getBean(HandIns.class).receipt(version)));
            assertThat(receipt.signer()).isNotNull();
            assertThat(receipt.files().get(0).sha256())
                    .isEqualTo(kept.get(version.upload()).file().input().sha256());
            assertThat(verified(restored, version)).contains("firma-de-prueba.pem");

            // The numbers of rows go on after those that came back.
            restored.getBean(Accounts.class).add("test", "despues", Role.MINISTRY, null);
            kept.add(officer.name(), officer.unit(), small.file());
            assertThat(kept.newest(officer.unit()).orElseThrow().id()).isGreaterThan(small.id());
        }
    }

    @Test
    void whatWasChangedOnThePageComesBackWithTheFileItWasMadeOf() throws Exception {
        office.change(officer, newest(), 2, "proyecto", "100.00", "200.00").andExpect(status().is3xxRedirection());
        Uploads.Upload changed = uploads.newest(officer.unit()).orElseThrow();
        run(desk, "backup", zip);
        try (ConfigurableApplicationContext restored = empty("changed")) {
            run(restored, "restore", zip);
            Uploads.Upload back =
                    restored.getBean(Uploads.class).newest(officer.unit()).orElseThrow();
            assertThat(back.derivedFrom()).isEqualTo(changed.derivedFrom()).isNotNull();
            assertThat(new String(back.file().bytes(), UTF_8)).contains("200.00");
            assertThat(entries(zip).get("tables/cell_change")).contains("proyecto\t100.00\t200.00");
        }
    }

    /** Where these tests are on PostgreSQL, that is another database. */
    @Test
    void aBackupIsTakenByH2WhateverWroteIt() throws Exception {
        run(desk, "backup", zip);
        try (ConfigurableApplicationContext restored = emptyOn("jdbc:h2:mem:desk-backup-test;DB_CLOSE_DELAY=-1")) {
            run(restored, "restore", zip);
            assertThat(restored.getBean(HandIns.class).of(officer.unit())).isEqualTo(handIns.of(officer.unit()));
            assertThat(restored.getBean(Uploads.class)
                            .newest(officer.unit())
                            .orElseThrow()
                            .file()
                            .bytes())
                    .isEqualTo(UploadQueueTest.csv(officer.unit(), 1));
        }
    }

    /** As a ministry moves that began on a file: only where these tests are on PostgreSQL there is one to move to. */
    @Test
    @EnabledIf("org.hrbudget.desk.TestDatabase#isPostgres")
    void aBackupThatH2WroteIsTakenByPostgresWithAllThatWasInIt() throws Exception {
        run(desk, "backup", zip);
        Path moved = folder.resolve("de-h2.zip");
        try (ConfigurableApplicationContext h2 = emptyOn("jdbc:h2:mem:desk-moved-test;DB_CLOSE_DELAY=-1")) {
            run(h2, "restore", zip);
            run(h2, "backup", moved);
        }
        try (ConfigurableApplicationContext restored = empty("moved")) {
            run(restored, "restore", moved);
            Path again = folder.resolve("de-postgresql.zip");
            run(restored, "backup", again);
            assertThat(entries(again)).isEqualTo(entries(moved)).hasSizeGreaterThan(8);
            Uploads kept = restored.getBean(Uploads.class);
            Uploads.Upload small = kept.newest(officer.unit()).orElseThrow();
            assertThat(small.file().bytes()).isEqualTo(UploadQueueTest.csv(officer.unit(), 1));
            assertThat(restored.getBean(HandIns.class).of(officer.unit())).isEqualTo(handIns.of(officer.unit()));
            kept.add(officer.name(), officer.unit(), small.file());
            assertThat(kept.newest(officer.unit()).orElseThrow().id()).isGreaterThan(small.id());
        }
    }

    /** Half of a unit's acts would be in it, if it were not of one moment. */
    @Test
    void aBackupIsOfOneMomentWhileOthersWork() throws Exception {
        Thread work = new Thread(() -> {
            for (int i = 0; i < 20; i++) {
                uploads.add(
                        officer.name(),
                        officer.unit(),
                        uploads.newest(officer.unit()).orElseThrow().file());
            }
        });
        work.start();
        for (int i = 0; work.isAlive() || i == 0; i++) {
            Path file = folder.resolve("respaldo-" + i + ".zip");
            run(desk, "backup", file);
            Map<String, String> saved = entries(file);
            long acts = saved.get("tables/audit")
                    .lines()
                    .filter(line -> line.contains("UPLOADED") || line.contains("CHANGED"))
                    .count();
            assertThat(saved.get("tables/upload").lines().count() - 1).isEqualTo(acts);
        }
        work.join();
    }

    @Test
    void nothingIsWrittenOver() throws Exception {
        Files.writeString(zip, "mine");
        assertThatThrownBy(() -> run(desk, "backup", zip))
                .isInstanceOf(Refused.class)
                .hasMessage("backup.there");
        assertThat(zip).hasContent("mine");
        Files.delete(zip);
        run(desk, "backup", zip);
        assertThatThrownBy(() -> run(desk, "restore", zip))
                .isInstanceOf(Refused.class)
                .hasMessage("restore.not-empty");
        assertThat(uploads.newest(officer.unit())).isPresent();
    }

    @Test
    void whatIsNoBackupChangesNothing() throws Exception {
        Files.writeString(zip, "no zip");
        Path other = folder.resolve("otra.zip");
        run(desk, "backup", other);
        Path cut = folder.resolve("cortado.zip");
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(other), 2_000));
        try (ConfigurableApplicationContext empty = empty("untouched")) {
            for (Path none : List.of(zip, cut, folder.resolve("gone.zip"))) {
                assertThatThrownBy(() -> run(empty, "restore", none))
                        .isInstanceOf(Refused.class)
                        .hasMessage("restore.none");
            }
            assertThat(empty.getBean(Accounts.class).all()).isEmpty();
        }
    }

    private static ConfigurableApplicationContext empty(String name) {
        return emptyOn(TestDatabase.url(name));
    }

    private static ConfigurableApplicationContext emptyOn(String url) {
        return new SpringApplicationBuilder(Desk.class)
                .run(
                        "--server.port=0",
                        "--desk.files.inline=1KB",
                        "--desk.programme=classpath:org/hrbudget/desk/sample/programme.csv",
                        "--spring.datasource.url=" + url);
    }

    private static void run(ApplicationContext desk, String command, Path file) {
        List<String> given = List.of(command, file.toString());
        desk.getBeansOfType(Command.class).values().stream()
                .filter(each -> each.isMeant(given))
                .findFirst()
                .orElseThrow()
                .run(file.toString(), Locale.ENGLISH);
    }

    /** {@return what the command line says of a receipt beside the files that a desk has} */
    private String verified(ApplicationContext restored, HandIns.HandIn version) throws Exception {
        Path place = Files.createDirectory(folder.resolve("acuse"));
        Path receipt = Files.write(
                place.resolve("acuse.json"), restored.getBean(HandIns.class).receipt(version));
        Files.createDirectory(place.resolve("presupuesto"));
        Uploads.Upload upload = restored.getBean(Uploads.class).get(version.upload());
        Files.write(
                place.resolve("presupuesto").resolve(upload.file().name()),
                upload.file().bytes());
        try (InputStream programme = Desk.class.getResourceAsStream("sample/programme.csv")) {
            Files.copy(programme, place.resolve("programme.csv"));
        }
        return OfficerTest.verified(receipt);
    }

    /** {@return what a backup has but what was done since, so that two can be compared} */
    private static Map<String, String> entries(Path file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipFile read = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> all = read.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                String text = new String(read.getInputStream(entry).readAllBytes(), UTF_8);
                entries.put(
                        entry.getName(),
                        text.lines()
                                .filter(line -> !line.contains("BACKED_UP")
                                        && !line.contains("RESTORED")
                                        && !line.startsWith("next.audit"))
                                .collect(java.util.stream.Collectors.joining("\n")));
            }
        }
        return entries;
    }

    private void upload(String name, int lines) throws Exception {
        office.upload(officer, name, UploadQueueTest.csv(officer.unit(), lines)).andExpect(status().is3xxRedirection());
    }

    private long newest() {
        return uploads.newest(officer.unit()).orElseThrow().id();
    }
}
