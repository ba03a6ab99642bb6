package org.hrbudget.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what, and when; never what is in a budget. */
@Component
public class AuditLog {

    private static final int LONGEST = 300;

    /** What is written down. */
    public enum Act {
        /** Somebody came in. */
        LOGGED_IN,
        /** An account was locked after too many wrong passwords. */
        LOCKED,
        /** A password was changed. */
        PASSWORD,
        /** An account was made or given a new password. */
        ACCOUNT,
        /** An account may come in again. */
        ENABLED,
        /** An account may come in no more. */
        DISABLED,
        /** A unit was put on the roster. */
        UNIT,
        /** A fiscal year was added or changed. */
        YEAR,
        /** A draft of a reform was uploaded. */
        REFORM_UPLOADED,
        /** It was sent for approval. */
        REFORM_SENT,
        /** It was approved into use. */
        REFORM_APPROVED,
        /** It was refused. */
        REFORM_REFUSED,
        /** A version was sent back to its unit. */
        SENT_BACK,
        /** A finding was waived, or a waiver taken back. */
        WAIVED,
        /** A corrected template was sent to units. */
        TEMPLATE,
        /** A file was uploaded. */
        UPLOADED,
        /** Cells of a file were changed. */
        CHANGED,
        /** The last changes of cells were taken back. */
        UNDONE,
        /** A budget was handed in. */
        HANDED_IN,
        /** All was written into a backup. */
        BACKED_UP,
        /** All was brought back from a backup. */
        RESTORED,
        /** The consolidated budget was certified. */
        CERTIFIED,
        /** It was made public. */
        PUBLISHED,
        /** A comment of somebody was shown, or refused. */
        COMMENT,
        /** A comment was answered. */
        ANSWERED
    }

    /**
     * What was written down.
     *
     * @param at when
     * @param account who
     * @param act what
     * @param subject on what
     */
    public record Entry(Instant at, String account, Act act, String subject) {}

    private final JdbcClient database;
    private final Clock clock;

    AuditLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes down an act, in the transaction there is.
     *
     * @param account who
     * @param act what
     * @param subject on what, such as a unit's code
     */
    public void add(String account, Act act, String subject) {
        database.sql("insert into audit (at, account, act, subject) values (:at, :account, :act, :subject)")
                .param("at", OffsetDateTime.now(clock))
                .param("account", account)
                .param("act", act.name())
                .param("subject", subject.substring(0, Math.min(LONGEST, subject.length())))
                .update();
    }

    /**
     * {@return what was written down, the newest first}
     *
     * @param account of whom; blank for all
     * @param act what; {@code null} for all
     * @param day on which day of the city; {@code null} for all
     * @param most how many at most
     */
    public List<Entry> find(String account, @Nullable Act act, @Nullable LocalDate day, int most) {
        JdbcClient.StatementSpec query = database.sql("select at, account, act, subject from audit where 1 = 1"
                        + (account.isBlank() ? "" : " and account = :account")
                        + (act == null ? "" : " and act = :act")
                        + (day == null ? "" : " and at >= :from and at < :to")
                        + " order by id desc limit :most")
                .param("account", account.strip())
                .param("act", act == null ? "" : act.name())
                .param("most", most);
        if (day != null) {
            query = query.param("from", begin(day)).param("to", begin(day.plusDays(1)));
        }
        return query.query((row, number) -> new Entry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("account"),
                        Act.valueOf(row.getString("act")),
                        row.getString("subject")))
                .list();
    }

    private OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
