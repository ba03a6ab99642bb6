package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tables, on the database they are said to be on, and what somebody keeps in them from the first version on. */
@OnDesk
class MigrationTest {

    @Autowired
    DataSource source;

    @Autowired
    Flyway desk;

    @Test
    void theTestsAreOnTheDatabaseThatWasAskedFor() throws SQLException {
        assertThat(product(source)).isEqualTo(TestDatabase.isPostgres() ? "PostgreSQL" : "H2");
    }

    private static String product(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        }
    }

    /** H2 would refuse all rows of such a table as soon as the connection is closed that made it. */
    @Test
    void noCheckHasAList() throws IOException {
        for (Resource script : new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql")) {
            assertThat(script.getContentAsString(StandardCharsets.UTF_8))
                    .as(script.getFilename())
                    .doesNotContainPattern("(?is)check\\s*\\([^;]*?\\sin\\s*\\(");
        }
    }

    @Test
    void whatTheFirstVersionKeptIsStillThere() {
        DriverManagerDataSource kept = new DriverManagerDataSource(TestDatabase.url("migrated"));
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(kept)
                .placeholders(desk.getConfiguration().getPlaceholders());
        flyway.target("1").load().migrate();
        JdbcClient old = JdbcClient.create(kept);
        old.sql("insert into unit (code, name) values ('08CO01', 'Secretaría de ejemplo')")
                .update();
        old.sql("insert into account (name, password, role, unit, enabled, failures)"
                        + " values ('persona', 'hash', 'OFFICER', '08CO01', true, 0)")
                .update();
        byte[] file = "ejercicio,unidad\n".getBytes(StandardCharsets.UTF_8);
        old.sql("insert into upload (unit, file_name, file, uploaded_at, uploaded_by, report_es, report_en)"
                        + " values ('08CO01', 'a.csv', :file, current_timestamp, 'persona', :file, :file)")
                .param("file", file)
                .update();
        old.sql("insert into hand_in (unit, version, upload, signer, post, handed_in_at, handed_in_by, verdict, errors,"
                        + " warnings, lines, amount, report_es, report_en, receipt) values ('08CO01', 1, (select max(id)"
                        + " from upload), 'María López', 'Directora', current_timestamp, 'persona', 'COMPLIANT', 0, 0, 1,"
                        + " '100.00', :file, :file, :file)")
                .param("file", file)
                .update();

        flyway.target("latest").load().migrate();

        assertThat(old.sql("select file from upload")
                        .query((row, number) -> row.getBytes(1))
                        .single())
                .isEqualTo(file);
        assertThat(old.sql("select password_given from account")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(old.sql("select signer from hand_in where version = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("María López");
    }
}
