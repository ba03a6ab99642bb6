package org.hrbudget.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.access.Accounts;
import org.hrbudget.desk.units.Units;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of a desk that writes it in JSON, as those who gather the logs of many programs want it. */
class JsonLogTest {

    private static final String SECRET = "secreto-de-la-unidad";

    @TempDir
    Path folder;

    private DeskProcess desk;

    @AfterEach
    void end() throws InterruptedException {
        desk.kill();
    }

    @Test
    void eachLineIsJsonWithItsTimeAndAFaultTellsWhoAskedForWhatAndNothingOfABudget() throws Exception {
        desk = new DeskProcess(folder, "-XX:TieredStopAtLevel=1", "-Dlogging.structured.format.console=ecs");
        desk.prepare(prepared -> {
            prepared.getBean(Units.class).add("test", "08CO01", "Secretaría de ejemplo");
            prepared.getBean(Accounts.class).add("test", "persona", Role.OFFICER, "08CO01");
            prepared.getBean(Accounts.class).change("persona", Office.PASSWORD);
        });
        Browser officer = new Browser(desk.start());
        officer.logIn("persona", Office.PASSWORD);
        change("alter table upload alter column file_name varchar(3)");
        officer.upload(
                "/units/08CO01/uploads",
                officer.token("/units/08CO01"),
                SECRET + ".csv",
                ("ejercicio,unidad_responsable,partida,proyecto,nota\n2011,08CO01,1131,100.00," + SECRET + "\n")
                        .getBytes(UTF_8));
        change("alter table hand_in rename to hand_in_away");
        HttpResponse<String> page = officer.see("/units/08CO01?" + SECRET);
        assertThat(page.statusCode()).isEqualTo(500);

        List<JsonNode> lines = new ArrayList<>();
        desk.log().lines().forEach(line -> lines.add(JsonMapper.shared().readTree(line)));
        assertThat(lines).hasSizeGreaterThan(5).allSatisfy(line -> {
            assertThat(OffsetDateTime.parse(line.path("@timestamp").asString())).isNotNull();
            assertThat(line.at("/log/level").asString()).isIn("INFO", "WARN", "ERROR");
            assertThat(line.path("message").isString()).isTrue();
        });
        assertThat(lines)
                .filteredOn(line -> line.path("message").asString().startsWith("Fault "))
                .extracting(
                        line -> line.path("user").asString(),
                        line -> line.path("action").asString())
                .containsExactly(tuple("persona", "POST /units/{unit}/uploads"), tuple("persona", "GET /units/{unit}"));
        assertThat(desk.log()).doesNotContain(SECRET, "100.00");
    }

    /** Has the desk fail where it next looks. */
    private void change(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(desk.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
