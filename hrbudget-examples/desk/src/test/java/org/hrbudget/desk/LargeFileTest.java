package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.access.Accounts;
import org.hrbudget.desk.units.Units;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook of 60 MB, on a server that is small. */
@Tag("long")
class LargeFileTest {

    private static final int ROWS = 40_000;

    @TempDir
    Path folder;

    private DeskProcess desk;

    @AfterEach
    void end() throws InterruptedException {
        desk.kill();
    }

    @Test
    void aWorkbookOf60MegabytesIsJudgedAndHandedIn() throws Exception {
        desk = new DeskProcess(folder, "-Xmx512m");
        Path book = folder.resolve("grande.xlsx");
        write(book);
        assertThat(Files.size(book)).isBetween(55_000_000L, 60L << 20);
        desk.prepare(prepared -> {
            prepared.getBean(Units.class).add("test", "08CO01", "Secretaría de ejemplo");
            prepared.getBean(Accounts.class).add("test", "persona", Role.OFFICER, "08CO01");
            prepared.getBean(Accounts.class).change("persona", Office.PASSWORD);
        });
        Browser officer = new Browser(desk.start());
        officer.logIn("persona", Office.PASSWORD);
        String uploads = "/units/08CO01/uploads";
        long begin = System.nanoTime();
        officer.upload(uploads, officer.token("/units/08CO01"), "grande.xlsx", Files.readAllBytes(book));
        for (int i = 0; i < 600 && officer.see(uploads).statusCode() == 200; i++) {
            Thread.sleep(500);
        }
        System.out.printf("60 MB, %,d rows: judged in %d s%n", ROWS, (System.nanoTime() - begin) / 1_000_000_000);
        assertThat(officer.see("/units/08CO01").body()).contains("grande.xlsx");
        assertThat(officer.see("/units/08CO01/lines").statusCode()).isEqualTo(200);
        String form = officer.see("/units/08CO01/hand-in").body();
        assertThat(officer.post(
                                "/units/08CO01/hand-in",
                                java.util.Map.of(
                                        "_csrf",
                                        Browser.field(form, "_csrf"),
                                        "upload",
                                        Browser.field(form, "upload"),
                                        "signer",
                                        "María López",
                                        "post",
                                        "Directora"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/hand-ins/1"));
    }

    /** Texts that no zip makes shorter. */
    private static void write(Path file) throws IOException {
        Random random = new Random(16);
        byte[] some = new byte[1_440];
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("MPP");
            String[] headings = {"ejercicio", "unidad_responsable", "partida", "proyecto", "justificacion"};
            for (int i = 0; i < headings.length; i++) {
                sheet.value(0, i, headings[i]);
            }
            for (int row = 1; row <= ROWS; row++) {
                random.nextBytes(some);
                sheet.value(row, 0, 2011);
                sheet.value(row, 1, "08CO01");
                sheet.value(row, 2, "1131");
                sheet.value(row, 3, 100 + row);
                sheet.value(row, 4, Base64.getEncoder().encodeToString(some));
                if (row % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
    }
}
