package org.hrbudget.desk.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.hrbudget.desk.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Corrected templates, with which the ministry answers a mistake that several units share. */
@Component
public class Answers {

    private static final String ALL =
            "select id, rule, title, heading, written, meant, note, sent_at, sent_by from answer where fiscal_year = :year";

    private final JdbcClient database;
    private final AuditLog audit;
    private final Clock clock;

    Answers(JdbcClient database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is answered and how.
     *
     * @param rule the rule that found the mistake
     * @param title what the mistake is
     * @param heading the heading of the column that is at fault, or empty
     * @param written what is written wrong, or empty
     * @param meant what is right, or empty
     * @param note what is said to the units
     */
    public record Text(String rule, String title, String heading, String written, String meant, String note) {}

    /**
     * An answer that was sent.
     *
     * @param id its number
     * @param text what is answered and how
     * @param at when
     * @param by from whose account
     */
    public record Answer(long id, Text text, Instant at, String by) {}

    /** {@return the answers for a year, the newest first} */
    public List<Answer> of(int year) {
        return database.sql(ALL + " order by id desc")
                .param("year", year)
                .query(Answers::answer)
                .list();
    }

    /** {@return the answers to a unit for a year, the newest first} */
    public List<Answer> of(String unit, int year) {
        return database.sql(ALL + " and id in (select answer from answer_to where unit = :unit) order by id desc")
                .param("year", year)
                .param("unit", unit)
                .query(Answers::answer)
                .list();
    }

    /** {@return the codes of the units that got an answer, in their order} */
    public List<String> units(long answer) {
        return database.sql("select unit from answer_to where answer = :answer order by unit")
                .param("answer", answer)
                .query(String.class)
                .list();
    }

    /** Sends an answer to units. */
    @Transactional
    public void send(String by, int year, Text text, Collection<String> units) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        database.sql("insert into answer (fiscal_year, rule, title, heading, written, meant, note, sent_at, sent_by)"
                        + " values (:year, :rule, :title, :heading, :written, :meant, :note, :at, :by)")
                .param("year", year)
                .param("rule", text.rule())
                .param("title", text.title())
                .param("heading", text.heading())
                .param("written", text.written())
                .param("meant", text.meant())
                .param("note", text.note())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by)
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKeyAs(Long.class));
        for (String unit : units) {
            database.sql("insert into answer_to (answer, unit) values (:answer, :unit)")
                    .param("answer", id)
                    .param("unit", unit)
                    .update();
        }
        audit.add(by, AuditLog.Act.TEMPLATE, String.join(" ", units));
    }

    private static Answer answer(ResultSet row, int number) throws SQLException {
        return new Answer(
                row.getLong("id"),
                new Text(
                        row.getString("rule"),
                        row.getString("title"),
                        row.getString("heading"),
                        row.getString("written"),
                        row.getString("meant"),
                        row.getString("note")),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("sent_by"));
    }
}
