package org.hrbudget.desk;

import java.time.Clock;
import java.time.OffsetDateTime;
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
        /** A unit was put on the roster. */
        UNIT,
        /** A file was uploaded. */
        UPLOADED,
        /** A budget was handed in. */
        HANDED_IN,
        /** The consolidated budget was certified. */
        CERTIFIED,
        /** It was made public. */
        PUBLISHED,
        /** A comment of somebody was shown, or refused. */
        COMMENT,
        /** A comment was answered. */
        ANSWERED
    }

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
}
