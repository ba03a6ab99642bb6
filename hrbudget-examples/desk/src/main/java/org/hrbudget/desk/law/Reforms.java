package org.hrbudget.desk.law;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.judging.Rules;
import org.hrbudget.io.Input;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** The reforms of the rules, from a draft to their approval: whoever uploaded or sent one never decides on it. */
@Component
class Reforms {

    private static final String ALL =
            "select r.*, (select n.id from reform n where n.replaces = r.id) as replaced_by" + " from reform r";

    private final JdbcClient database;
    private final Rules rules;
    private final AuditLog audit;
    private final Clock clock;

    Reforms(JdbcClient database, Rules rules, AuditLog audit, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** How far a reform is. */
    enum State {
        FAULTY,
        DRAFT,
        SENT,
        REPLACED,
        REFUSED,
        APPROVED
    }

    /**
     * A reform as it was uploaded.
     *
     * @param id its number
     * @param replaces the earlier draft that it corrects, or {@code null}
     * @param replacedBy the later draft that corrects it, or {@code null}
     * @param fileName the name of its file
     * @param sha256 the digest of its file
     * @param pack the coordinates it gives itself; {@code null} where it had faults
     * @param faults how many faults it had when it was uploaded
     * @param uploaded when and by whom
     * @param sent when and by whom it was sent for approval, or {@code null}
     * @param decided when and by whom it was approved or refused, or {@code null}
     * @param signer the name under the decision
     * @param reason why it was refused
     * @param approvedAs the coordinates as which it is in use, or {@code null}
     */
    record Reform(
            long id,
            @Nullable Long replaces,
            @Nullable Long replacedBy,
            String fileName,
            String sha256,
            @Nullable String pack,
            int faults,
            By uploaded,
            @Nullable By sent,
            @Nullable By decided,
            @Nullable String signer,
            @Nullable String reason,
            @Nullable String approvedAs) {

        /** {@return how far it is; pages ask for it} */
        public State state() {
            if (approvedAs != null) {
                return State.APPROVED;
            }
            if (decided != null) {
                return State.REFUSED;
            }
            if (replacedBy != null) {
                return State.REPLACED;
            }
            if (sent != null) {
                return State.SENT;
            }
            return faults > 0 ? State.FAULTY : State.DRAFT;
        }
    }

    /**
     * What somebody decides.
     *
     * @param approved whether it is to be in use
     * @param signer the name under it
     * @param reason why it is refused
     */
    record Decision(boolean approved, String signer, String reason) {}

    /** Who did something, and when. */
    record By(Instant at, String name) {}

    /** {@return all, the newest first} */
    List<Reform> all() {
        return database.sql(ALL + " order by r.id desc").query(Reforms::reform).list();
    }

    /** {@return a reform, or there is no such page} */
    Reform get(long id) {
        return find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Reform> find(long id) {
        return database.sql(ALL + " where r.id = :id")
                .param("id", id)
                .query(Reforms::reform)
                .optional();
    }

    /** {@return a reform and the drafts that it corrects, the newest first} */
    List<Reform> history(Reform reform) {
        List<Reform> all = new ArrayList<>(List.of(reform));
        for (Long earlier = reform.replaces();
                earlier != null;
                earlier = all.get(all.size() - 1).replaces()) {
            all.add(get(earlier));
        }
        return all;
    }

    /** {@return the file of a reform, which is read when it is asked for} */
    Input file(Reform reform) {
        return Input.of(
                reform.fileName(),
                () -> new ByteArrayInputStream(database.sql("select file from reform where id = :id")
                        .param("id", reform.id())
                        .query((row, number) -> row.getBytes(1))
                        .single()));
    }

    /**
     * {@return the number of a new draft}
     *
     * @param file what was uploaded
     * @param examined what the desk says of it
     * @param replaces the draft that it corrects, or {@code null}
     * @throws Refused if what it corrects was approved, or was corrected already
     */
    @Transactional
    long add(String by, Input file, Examined examined, @Nullable Long replaces) throws IOException {
        if (replaces != null && locked(replaces).state() == State.APPROVED) {
            throw new Refused("law.in-use");
        }
        String sha256 = file.sha256();
        KeyHolder key = new GeneratedKeyHolder();
        try (InputStream in = file.open()) {
            database.sql(
                            "insert into reform (replaces, file_name, file, sha256, pack, faults, uploaded_at, uploaded_by)"
                                    + " values (:replaces, :fileName, :file, :sha256, :pack, :faults, :at, :by)")
                    .param("replaces", replaces, Types.BIGINT)
                    .param("fileName", file.name())
                    .param("file", in.readAllBytes())
                    .param("sha256", sha256)
                    .param("pack", coordinates(examined))
                    .param("faults", examined.faults().size())
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", by)
                    .update(key, "id");
        } catch (DuplicateKeyException e) {
            throw new Refused("law.replaced");
        }
        long id = Objects.requireNonNull(key.getKey()).longValue();
        audit.add(by, AuditLog.Act.REFORM_UPLOADED, id + " · " + sha256);
        return id;
    }

    private static @Nullable String coordinates(Examined examined) {
        return examined.pack() == null
                ? null
                : Rules.coordinates(examined.pack().manifest());
    }

    /** Sends a sound draft for approval. */
    @Transactional
    void send(String by, long id, Examined examined) {
        Reform reform = locked(id);
        if (reform.state() != State.DRAFT) {
            throw new Refused("law.not-a-draft");
        }
        requireSound(examined);
        database.sql("update reform set sent_at = :at, sent_by = :by where id = :id")
                .param("at", OffsetDateTime.now(clock))
                .param("by", by)
                .param("id", id)
                .update();
        audit.add(by, AuditLog.Act.REFORM_SENT, id + " · " + reform.sha256());
    }

    /** Approves a reform, which can then be chosen for a year, or refuses it. */
    @Transactional
    void decide(String by, long id, Decision decision, Examined examined) {
        // No two are approved beside one another: the second was examined without the first.
        database.sql("select id from reform order by id for update")
                .query(Long.class)
                .list();
        Reform reform = get(id);
        requireOther(by, reform);
        if (decision.signer().isBlank()) {
            throw new Refused("law.signer");
        }
        if (decision.approved()) {
            requireSound(examined);
        } else if (decision.reason().isBlank()) {
            throw new Refused("law.reason");
        }
        database.sql("update reform set decided_at = :at, decided_by = :by, signer = :signer, reason = :reason,"
                        + " approved_as = :approved where id = :id")
                .param("at", OffsetDateTime.now(clock))
                .param("by", by)
                .param("signer", decision.signer())
                .param("reason", decision.reason().isBlank() ? null : decision.reason())
                .param("approved", decision.approved() ? reform.pack() : null)
                .param("id", id)
                .update();
        audit.add(
                by,
                decision.approved() ? AuditLog.Act.REFORM_APPROVED : AuditLog.Act.REFORM_REFUSED,
                id + " · " + reform.pack() + " · " + reform.sha256());
    }

    private void requireOther(String by, Reform reform) {
        By sent = reform.sent();
        if (reform.state() != State.SENT || sent == null) {
            throw new Refused("law.not-sent");
        }
        boolean uploaded = history(reform).stream()
                .anyMatch(each -> by.equals(each.uploaded().name()));
        if (uploaded || by.equals(sent.name())) {
            throw new Refused("law.own");
        }
    }

    /** Another reform may have been approved since it was uploaded, or since it was examined. */
    private void requireSound(Examined examined) {
        if (examined.pack() == null || !examined.law().equals(rules.digests())) {
            throw new Refused("law.unsound");
        }
        if (!examined.pack().manifest().jurisdiction().equals(rules.jurisdiction())) {
            throw new Refused("law.elsewhere", rules.jurisdiction());
        }
    }

    /** {@return a reform that nobody else corrects or decides on until this is over} */
    private Reform locked(long id) {
        database.sql("select id from reform where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return get(id);
    }

    private static Reform reform(ResultSet row, int number) throws SQLException {
        return new Reform(
                row.getLong("id"),
                row.getObject("replaces", Long.class),
                row.getObject("replaced_by", Long.class),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getString("pack"),
                row.getInt("faults"),
                new By(row.getObject("uploaded_at", OffsetDateTime.class).toInstant(), row.getString("uploaded_by")),
                by(row, "sent"),
                by(row, "decided"),
                row.getString("signer"),
                row.getString("reason"),
                row.getString("approved_as"));
    }

    private static @Nullable By by(ResultSet row, String act) throws SQLException {
        OffsetDateTime at = row.getObject(act + "_at", OffsetDateTime.class);
        return at == null ? null : new By(at.toInstant(), row.getString(act + "_by"));
    }
}
