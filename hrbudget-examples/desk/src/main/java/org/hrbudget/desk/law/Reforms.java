package org.hrbudget.desk.law;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.judging.Rules;
import org.hrbudget.io.Input;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.authoring.PackCheck;
import org.hrbudget.rules.authoring.PackDiff;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** The reforms of the rules, from a draft to their approval: whoever uploaded or sent one never decides on it. */
@Component
class Reforms {

    private static final String ALL = "select r.*, (select n.id from reform n where n.replaces = r.id) as replaced_by"
            + " from reform r";

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

    /** Who did something, and when. */
    record By(Instant at, String name) {}

    /**
     * What the desk says of a reform.
     *
     * @param check its faults, notes and effects
     * @param pack its rules, or {@code null} where it has faults
     * @param before the rules that it amends, or {@code null}
     * @param diff what changes, or {@code null}
     */
    record Examined(
            PackCheck check, @Nullable RulePack pack, @Nullable RulePack before, @Nullable PackDiff diff) {}

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
        for (Long earlier = reform.replaces(); earlier != null; earlier = all.get(all.size() - 1).replaces()) {
            all.add(get(earlier));
        }
        return all;
    }

    byte[] file(long id) {
        return database.sql("select file from reform where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /**
     * {@return the number of a new draft}
     *
     * @param replaces the draft that it corrects, or {@code null}
     * @throws org.hrbudget.rules.RulePackException if it cannot be read at all: then nothing is kept
     * @throws Refused if what it corrects was approved, or was corrected already
     */
    @Transactional
    long add(String by, String fileName, byte[] bytes, @Nullable Long replaces) {
        PackCheck check = examined(fileName, bytes).check();
        if (replaces != null && locked(replaces).state() == State.APPROVED) {
            throw new Refused("law.in-use");
        }
        String sha256;
        try {
            sha256 = Input.of(fileName, () -> new ByteArrayInputStream(bytes)).sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            database.sql("insert into reform (replaces, file_name, file, sha256, pack, faults, uploaded_at, uploaded_by)"
                            + " values (:replaces, :fileName, :file, :sha256, :pack, :faults, :at, :by)")
                    .param("replaces", replaces)
                    .param("fileName", fileName)
                    .param("file", bytes)
                    .param("sha256", sha256)
                    .param("pack", check.isSound() ? check.pack().replace(' ', '/') : null)
                    .param("faults", check.faults().size())
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", by)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused("law.replaced");
        }
        long id = database.sql("select max(id) from reform where uploaded_by = :by")
                .param("by", by)
                .query(Long.class)
                .single();
        audit.add(by, AuditLog.Act.REFORM_UPLOADED, id + " · " + sha256);
        return id;
    }

    /** Sends a sound draft for approval. */
    @Transactional
    void send(String by, long id) {
        Reform reform = locked(id);
        if (reform.state() != State.DRAFT) {
            throw new Refused("law.not-a-draft");
        }
        requireSound(reform);
        database.sql("update reform set sent_at = :at, sent_by = :by where id = :id")
                .param("at", OffsetDateTime.now(clock))
                .param("by", by)
                .param("id", id)
                .update();
        audit.add(by, AuditLog.Act.REFORM_SENT, id + " · " + reform.sha256());
    }

    /** Approves a reform, which can then be chosen for a year, or refuses it. */
    @Transactional
    void decide(String by, long id, boolean approved, String signer, String reason) {
        Reform reform = locked(id);
        By sent = reform.sent();
        if (reform.state() != State.SENT || sent == null) {
            throw new Refused("law.not-sent");
        }
        if (by.equals(sent.name()) || history(reform).stream().anyMatch(each -> by.equals(each.uploaded().name()))) {
            throw new Refused("law.own");
        }
        if (signer.isBlank()) {
            throw new Refused("law.signer");
        }
        if (!approved && reason.isBlank()) {
            throw new Refused("law.reason");
        }
        if (approved) {
            requireSound(reform);
        }
        try {
            database.sql("update reform set decided_at = :at, decided_by = :by, signer = :signer, reason = :reason,"
                            + " approved_as = :approved where id = :id")
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", by)
                    .param("signer", signer)
                    .param("reason", reason.isBlank() ? null : reason)
                    .param("approved", approved ? reform.pack() : null)
                    .param("id", id)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused("law.unsound");
        }
        audit.add(
                by,
                approved ? AuditLog.Act.REFORM_APPROVED : AuditLog.Act.REFORM_REFUSED,
                id + " · " + reform.pack() + " · " + reform.sha256());
    }

    /** Another reform may have been approved since it was uploaded. */
    private void requireSound(Reform reform) {
        if (!examined(reform).check().isSound()) {
            throw new Refused("law.unsound");
        }
        if (reform.pack() == null || !reform.pack().startsWith(rules.jurisdiction() + "/")) {
            throw new Refused("law.elsewhere", rules.jurisdiction());
        }
    }

    /** {@return what the desk says of a reform} */
    Examined examined(Reform reform) {
        String approved = reform.approvedAs();
        if (approved == null) {
            return examined(reform.fileName(), file(reform.id()));
        }
        RulePack pack = rules.load(approved);
        return examined(PackCheck.of(pack), pack, rules.library());
    }

    private Examined examined(String fileName, byte[] bytes) {
        PackLibrary library = rules.library();
        return rules.inFile(fileName, bytes, path -> {
            PackCheck check = PackCheck.of(library, path);
            if (!check.isSound()) {
                return new Examined(check, null, null, null);
            }
            List<RulePack> given = library.and(path).given();
            return examined(check, given.get(given.size() - 1), library);
        });
    }

    private static Examined examined(PackCheck check, RulePack pack, PackLibrary library) {
        String amends = pack.manifest().amends();
        if (amends == null) {
            return new Examined(check, pack, null, null);
        }
        RulePack before = library.load(pack.manifest().jurisdiction(), amends);
        return new Examined(check, pack, before, PackDiff.between(before, pack));
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
