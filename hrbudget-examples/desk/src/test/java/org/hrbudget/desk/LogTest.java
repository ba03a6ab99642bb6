package org.hrbudget.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.desk.access.Accounts;
import org.hrbudget.desk.keeping.KeptFiles;
import org.hrbudget.desk.units.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What those see who watch over the desk: faults by number and place, and nothing of a budget. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:desk-log-test;DB_CLOSE_DELAY=-1")
@ExtendWith(OutputCaptureExtension.class)
class LogTest {

    private static final String SECRET = "secreto-de-la-unidad";

    private static final Pattern NUMBER = Pattern.compile("[Ff]alla ([0-9A-F]{8})");

    @Autowired
    Accounts accounts;

    @Autowired
    Units units;

    @Autowired
    KeptFiles files;

    @Autowired
    JdbcClient database;

    @Value("${local.server.port}")
    int port;

    private Browser browser;

    @BeforeEach
    void anOfficer() throws Exception {
        browser = Browser.officer(accounts, units, port);
    }

    @Test
    void nothingOfABudgetComesIntoTheLogWhateverFails(CapturedOutput log) throws Exception {
        upload(SECRET + ".csv", "ejercicio,unidad_responsable,partida,proyecto,nota\n2011,08CO01,1131,100.00,a\n");
        upload(SECRET + ".csv", SECRET + "\n" + SECRET);
        upload(SECRET + ".xlsx", "PK\u0003\u0004" + SECRET);
        upload("a.csv", "ejercicio,unidad_responsable,partida,proyecto\n2011," + SECRET + ",1131,100.00\n");
        upload("a.csv", "ejercicio,unidad_responsable,partida,proyecto\n2011,08CO01,1131," + SECRET + "\n");
        upload("a.csv", "ejercicio,unidad_responsable,partida,proyecto\n2011,08CO01," + SECRET + ",1.00\n");
        browser.see("/units/08CO01/lines");
        browser.post("/units/08CO01/hand-in", Map.of("_csrf", token(), "upload", SECRET));
        browser.see("/units/08CO01/hand-ins/" + SECRET);
        // The database repeats in its message what it was given.
        database.sql("delete from upload").update();
        database.sql("alter table upload alter column file_name varchar(3)").update();
        HttpResponse<String> failed;
        try {
            failed =
                    upload(SECRET + ".csv", "ejercicio,unidad_responsable,partida,proyecto\n2011,08CO01,1131,100.00\n");
        } finally {
            database.sql("alter table upload alter column file_name varchar(200)")
                    .update();
        }
        assertThat(log.getAll())
                .contains("Fault " + number(failed.body()), "DataIntegrityViolationException")
                .doesNotContain(SECRET);
    }

    @Test
    void aFaultHasTheNumberThatItsPageShows(CapturedOutput log) throws Exception {
        database.sql("alter table hand_in rename to hand_in_away").update();
        HttpResponse<String> page;
        try {
            page = browser.see("/units/08CO01");
        } finally {
            database.sql("alter table hand_in_away rename to hand_in").update();
        }
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(log.getAll()).contains("Fault " + number(page.body()), "BadSqlGrammarException", "HandIns");
    }

    @Test
    void strangersLearnWhetherItIsWellAndNothingElse() throws Exception {
        Browser stranger = new Browser(port);
        HttpResponse<String> well = stranger.see("/actuator/health");
        assertThat(well.statusCode()).isEqualTo(200);
        assertThat(well.body()).isEqualTo("{\"status\":\"UP\"}");
        Files.delete(files.incoming());
        try {
            HttpResponse<String> ill = stranger.see("/actuator/health");
            assertThat(ill.statusCode()).isEqualTo(503);
            assertThat(ill.body()).isEqualTo("{\"status\":\"DOWN\"}");
        } finally {
            Files.createDirectory(files.incoming());
        }
    }

    private static String number(String page) {
        Matcher number = NUMBER.matcher(page);
        assertThat(number.find()).as(page).isTrue();
        return number.group(1);
    }

    private HttpResponse<String> upload(String name, String content) throws Exception {
        return browser.upload("/units/08CO01/uploads", token(), name, content.getBytes(UTF_8));
    }

    private String token() throws Exception {
        return browser.token("/units/08CO01");
    }
}
