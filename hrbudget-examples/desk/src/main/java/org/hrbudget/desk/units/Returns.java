package org.hrbudget.desk.units;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.units.HandIns.HandIn;
import org.hrbudget.report.ReportDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the ministry sends back: a version, with a note on the whole and one on each finding that it asks about. */
@Component
public class Returns {

    private final JdbcClient database;
    private final HandIns handIns;
    private final AuditLog audit;
    private final Clock clock;

    Returns(JdbcClient database, HandIns handIns, AuditLog audit, Clock clock) {
        this.database = database;
        this.handIns = handIns;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A version that was sent back.
     *
     * @param unit the unit
     * @param version the version
     * @param note what is said of the whole; may be empty
     * @param at when
     * @param by from whose account
     */
    public record Return(String unit, int version, String note, Instant at, String by) {}

    /**
     * A note on a finding, beside what became of it.
     *
     * @param finding the finding as it was handed in; {@code null} where the report of then does not keep it
     * @param text the note
     * @param state what became of it
     */
    public record Answered(ReportDocument.@Nullable Defect finding, String text, State state) {}

    /** What became of a finding that was asked about. */
    public enum State {
        /** It is still there. */
        OPEN,
        /** It is no longer there. */
        GONE,
        /** The newer report does not keep all findings, and not this one. */
        UNKNOWN
    }

    /** {@return whether and why a version was sent back} */
    public Optional<Return> find(String unit, int version) {
        return database.sql("select unit, version, note, sent_at, sent_by from sent_back"
                        + " where unit = :unit and version = :version")
                .param("unit", unit)
                .param("version", version)
                .query((row, number) -> new Return(
                        row.getString("unit"),
                        row.getInt("version"),
                        row.getString("note"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getString("sent_by")))
                .optional();
    }

    /** {@return the newest version of a unit for a year that was sent back} */
    public Optional<Return> newest(String unit, int year) {
        return handIns.of(unit, year).stream()
                .map(handIn -> find(unit, handIn.version()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** {@return the notes on findings of a version, by their fingerprints; also while it is not sent back yet} */
    public Map<String, String> notes(String unit, int version) {
        Map<String, String> notes = new LinkedHashMap<>();
        database.sql("select fingerprint, note from sent_back_note where unit = :unit and version = :version"
                        + " order by fingerprint")
                .param("unit", unit)
                .param("version", version)
                .query(row -> {
                    notes.put(row.getString("fingerprint"), row.getString("note"));
                });
        return notes;
    }

    /** {@return what became of each finding that was asked about, in the order of the report of then} */
    public List<Answered> answered(Return sent, ReportDocument then, ReportDocument now) {
        Map<String, String> notes = notes(sent.unit(), sent.version());
        Set<String> left = fingerprints(now);
        List<Answered> answered = new ArrayList<>();
        for (ReportDocument.Defect finding : then.findings()) {
            String text = notes.remove(finding.fingerprint());
            if (text != null) {
                answered.add(new Answered(finding, text, state(finding.fingerprint(), left, now)));
            }
        }
        notes.forEach((fingerprint, text) -> answered.add(new Answered(null, text, state(fingerprint, left, now))));
        return answered;
    }

    private static State state(String fingerprint, Set<String> left, ReportDocument now) {
        return left.contains(fingerprint) ? State.OPEN : now.truncated() ? State.UNKNOWN : State.GONE;
    }

    private static Set<String> fingerprints(ReportDocument report) {
        return report.findings().stream()
                .map(ReportDocument.Defect::fingerprint)
                .collect(Collectors.toSet());
    }

    /**
     * Writes a note on a finding of a version; an empty one takes it away.
     *
     * @throws Refused if the version was sent back already, or another was handed in since
     */
    @Transactional
    public void note(HandIn handIn, String fingerprint, String text) {
        requireOpen(handIn);
        database.sql("delete from sent_back_note where unit = :unit and version = :version and fingerprint = :print")
                .param("unit", handIn.unit())
                .param("version", handIn.version())
                .param("print", fingerprint)
                .update();
        if (!text.isEmpty()) {
            database.sql("insert into sent_back_note (unit, version, fingerprint, note)"
                            + " values (:unit, :version, :print, :note)")
                    .param("unit", handIn.unit())
                    .param("version", handIn.version())
                    .param("print", fingerprint)
                    .param("note", text)
                    .update();
        }
    }

    /**
     * Sends a version back, with the notes on its findings.
     *
     * @param note what is said of the whole; may be empty where there are notes on findings
     * @throws Refused if nothing is said at all, the version was sent back already, or another was handed in since
     */
    @Transactional
    public void sendBack(String by, HandIn handIn, String note) {
        requireOpen(handIn);
        if (note.isEmpty() && notes(handIn.unit(), handIn.version()).isEmpty()) {
            throw new Refused("review.nothing");
        }
        try {
            database.sql("insert into sent_back (unit, version, note, sent_at, sent_by)"
                            + " values (:unit, :version, :note, :at, :by)")
                    .param("unit", handIn.unit())
                    .param("version", handIn.version())
                    .param("note", note)
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", by)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused("review.twice");
        }
        audit.add(by, AuditLog.Act.SENT_BACK, handIn.unit() + " " + handIn.version());
    }

    private void requireOpen(HandIn handIn) {
        if (find(handIn.unit(), handIn.version()).isPresent()) {
            throw new Refused("review.twice");
        }
        if (handIns.newest(handIn.unit(), handIn.year()).filter(handIn::equals).isEmpty()) {
            throw new Refused("review.overtaken");
        }
    }
}
