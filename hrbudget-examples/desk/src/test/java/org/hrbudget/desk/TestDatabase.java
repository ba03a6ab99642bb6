package org.hrbudget.desk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Whose database tests are on: H2 in memory or, by {@code -Dhrbudget.desk.database=postgresql}, a PostgreSQL that comes along as a jar,
 * is started for the tests and ends with them. Each context has a database of its own, made by the migrations.
 */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Started once. As root it starts in a user namespace ({@code unshare}), since PostgreSQL refuses root. */
    private static final class Postgres {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        // What a test leaves half done is then seen, and not waited for.
                        .setServerConfig("lock_timeout", "20s")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "PostgreSQL did not start.\nMaybe run the tests as somebody else than root, or leave these out by"
                                + " -Dhrbudget.desk.postgresql.skip.",
                        e);
            }
        }
    }

    static boolean isPostgres() {
        return "postgresql".equals(System.getProperty("hrbudget.desk.database"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.datasource.url=" + url("desk" + System.identityHashCode(context)))
                .applyTo(context);
    }

    /** {@return the address of a new database} */
    static String url(String name) {
        if (!isPostgres()) {
            return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
        }
        try (var connection = Postgres.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Postgres.SERVER.getJdbcUrl("postgres", name);
    }
}
