package org.hrbudget.desk.open;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.judging.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say of drafts. None is shown before somebody of the ministry read it. */
@Component
class Comments {

    /** How long a text may be. */
    static final int LONGEST = 2000;

    static final int LONGEST_NAME = 100;

    static final int LONGEST_REASON = 500;

    private static final int MOST = 200;

    private static final int BYTES_OF_CODE = 16;

    private static final String ALL =
            "select id, fiscal_year, right_code, action, name, text, written_at, state, reason"
                    + " from comment_on_budget";

    private final JdbcClient database;
    private final Editions editions;
    private final HourlyLimit limit;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Comments(JdbcClient database, Editions editions, HourlyLimit limit, AuditLog audit, Clock clock) {
        this.database = database;
        this.editions = editions;
        this.limit = limit;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a comment. */
    enum State {
        /** Nobody of the ministry read it yet. */
        WAITING,
        /** Everybody can read it. */
        SHOWN,
        /** It is not shown, for a reason that its author can read. */
        REFUSED
    }

    /**
     * What somebody says of a draft.
     *
     * @param id its number
     * @param fiscalYear of which year's
     * @param right the code of the right or group it is about, or {@code null}
     * @param action the code of the action it is about, or {@code null}
     * @param name what its author wants to be called; or empty
     * @param text what they say
     * @param at when
     * @param state what became of it
     * @param reason why it is refused; or empty
     * @param answers what was answered, in the order of time
     */
    record Comment(
            long id,
            int fiscalYear,
            @Nullable String right,
            @Nullable String action,
            String name,
            String text,
            Instant at,
            State state,
            String reason,
            List<Answer> answers) {}

    /**
     * An answer.
     *
     * @param unit the unit that answers, or {@code null} where the ministry does
     * @param text what it says
     * @param at when
     */
    record Answer(@Nullable String unit, String text, Instant at) {}

    /**
     * Takes a comment.
     *
     * @param year on which year's draft
     * @param right the code of the right or group it is about; or empty
     * @param action the code of the action it is about; or empty
     * @param name what its author wants to be called; or empty
     * @return the code by which its author can look up what became of it, kept nowhere
     * @param address where it comes from, which is not kept
     * @throws Refused if the year takes none, there is no such right or action, it is empty or too long, or too many come from there
     */
    String add(int year, String right, String action, String name, String text, String address) {
        Editions.Edition edition = editions.published(year)
                .filter(last -> editions.isOpenForComments(year))
                .orElseThrow(() -> new Refused("comment.closed"));
        if (text.isEmpty() || text.length() > LONGEST || name.length() > LONGEST_NAME) {
            throw new Refused("comment.length", Integer.toString(LONGEST), Integer.toString(LONGEST_NAME));
        }
        String about = about(edition.id(), right, action);
        if (!limit.take(address)) {
            throw new Refused("comment.often", Integer.toString(HourlyLimit.MOST));
        }
        byte[] bytes = new byte[BYTES_OF_CODE];
        random.nextBytes(bytes);
        String code = HexFormat.of().formatHex(bytes);
        database.sql("insert into comment_on_budget (code_sha256, fiscal_year, right_code, action, name, text,"
                        + " written_at, state, reason) values (:code, :year, :right, :action, :name, :text, :at,"
                        + " 'WAITING', '')")
                .param("code", sha256(code))
                .param("year", year)
                .param("right", about.isEmpty() ? null : about)
                .param("action", action.isEmpty() ? null : action)
                .param("name", name)
                .param("text", text)
                .param("at", OffsetDateTime.now(clock))
                .update();
        return code;
    }

    /** {@return what somebody wrote without blanks around it, and without signs that no page shows or that turn one around} */
    static String plain(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n]]|[\\p{Cf}\\p{Zl}\\p{Zp}]", "")
                .strip();
    }

    /** {@return the right that a comment is about: an action has one} */
    private String about(long edition, String right, String action) {
        List<Editions.Action> actions = editions.actions(edition);
        if (!action.isEmpty()) {
            return actions.stream()
                    .filter(each -> each.code().equals(action))
                    .map(Editions.Action::right)
                    .findFirst()
                    .orElseThrow(() -> new Refused("comment.action", action));
        }
        if (!right.isEmpty() && actions.stream().noneMatch(each -> each.right().equals(right))) {
            throw new Refused("comment.right");
        }
        return right;
    }

    private static String sha256(String code) {
        return OpenData.sha256(code.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the comment of a code} */
    Optional<Comment> find(String code) {
        return database.sql(ALL + " where code_sha256 = :code")
                .param("code", sha256(code))
                .query(this::comment)
                .optional();
    }

    /** {@return what is shown of a year, or of a right in it, the newest first; at most {@value #MOST}} */
    List<Comment> shown(int year, @Nullable String right) {
        return database.sql(
                        ALL + " where fiscal_year = :year and state = 'SHOWN' and (:right = '' or right_code = :right)"
                                + " order by id desc limit " + MOST)
                .param("year", year)
                .param("right", Objects.requireNonNullElse(right, ""))
                .query(this::comment)
                .list();
    }

    /** {@return the newest comments, those that wait first; at most {@value #MOST}} */
    List<Comment> all() {
        return database.sql(ALL + " order by case state when 'WAITING' then 0 else 1 end, id desc limit " + MOST)
                .query(this::comment)
                .list();
    }

    /** {@return the newest comments that everybody can read; at most {@value #MOST}} */
    List<Comment> shown() {
        return database.sql(ALL + " where state = 'SHOWN' order by id desc limit " + MOST)
                .query(this::comment)
                .list();
    }

    /** Shows a comment, or refuses it with a reason. */
    @Transactional
    void decide(String by, long id, State state, String reason) {
        boolean lacking = state == State.REFUSED && reason.isEmpty();
        if (state == State.WAITING || lacking || reason.length() > LONGEST_REASON) {
            throw new Refused("comment.reason", Integer.toString(LONGEST_REASON));
        }
        int changed = database.sql("update comment_on_budget set state = :state, reason = :reason, decided_at = :at,"
                        + " decided_by = :by where id = :id")
                .param("state", state.name())
                .param("reason", state == State.REFUSED ? reason : "")
                .param("at", OffsetDateTime.now(clock))
                .param("by", by)
                .param("id", id)
                .update();
        if (changed > 0) {
            audit.add(by, AuditLog.Act.COMMENT, id + " " + state);
        }
    }

    /** Answers a comment that is shown. */
    @Transactional
    void answer(Account who, long id, String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Refused("comment.answer.length", Integer.toString(LONGEST));
        }
        boolean shown = database.sql("select count(*) from comment_on_budget where id = :id and state = 'SHOWN'")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
        if (!shown) {
            throw new Refused("comment.answer.gone");
        }
        database.sql("insert into comment_answer (comment_id, answered_by, unit, text, answered_at)"
                        + " values (:id, :by, :unit, :text, :at)")
                .param("id", id)
                .param("by", who.name())
                .param("unit", who.unit())
                .param("text", text)
                .param("at", OffsetDateTime.now(clock))
                .update();
        audit.add(who.name(), AuditLog.Act.ANSWERED, Long.toString(id));
    }

    private Comment comment(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new Comment(
                id,
                row.getInt("fiscal_year"),
                row.getString("right_code"),
                row.getString("action"),
                row.getString("name"),
                row.getString("text"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                answers(id));
    }

    private List<Answer> answers(long id) {
        return database.sql("select unit, text, answered_at from comment_answer where comment_id = :id order by id")
                .param("id", id)
                .query((row, number) -> new Answer(
                        row.getString("unit"),
                        row.getString("text"),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
