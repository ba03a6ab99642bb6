package org.hrbudget.desk.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Position;
import org.hrbudget.model.Waiver;
import org.hrbudget.report.ReportDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the ministry lets stand for a time. It stays a finding, and no verdict changes by it. */
@Component
public class Waivers {

    private static final String ALL =
            "select id, unit, rule, fingerprint, reason, who, until_day, given_at, given_by from waiver"
                    + " where taken_back_at is null and fiscal_year = :year";

    private final JdbcClient database;
    private final AuditLog audit;
    private final Clock clock;

    Waivers(JdbcClient database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A waiver.
     *
     * @param id its number
     * @param unit the unit
     * @param rule the rule
     * @param fingerprint the one finding it is of, or {@code null} for all of the rule
     * @param reason why
     * @param who who answers for it
     * @param until the last day of hand-ins that it covers
     * @param at when it was given
     * @param by from whose account
     */
    public record Given(
            long id,
            String unit,
            String rule,
            @Nullable String fingerprint,
            String reason,
            String who,
            LocalDate until,
            Instant at,
            String by) {

        private Waiver of(@Nullable String code) {
            Position position = new Position("waiver", id);
            return fingerprint == null
                    ? new Waiver(null, rule, code, reason, who, until, position)
                    : new Waiver(fingerprint, null, null, reason, who, until, position);
        }
    }

    /** {@return the waivers of all units for a year that were not taken back, the oldest first} */
    public List<Given> of(int year) {
        return database.sql(ALL + " order by id")
                .param("year", year)
                .query(Waivers::given)
                .list();
    }

    /** {@return the waivers of a unit for a year that were not taken back, the oldest first} */
    public List<Given> of(String unit, int year) {
        return database.sql(ALL + " and unit = :unit order by id")
                .param("year", year)
                .param("unit", unit)
                .query(Waivers::given)
                .list();
    }

    /** {@return a report of which what is waived on a day is marked as such} */
    public static ReportDocument apply(List<Given> given, ReportDocument report, LocalDate day) {
        if (given.isEmpty()) {
            return report;
        }
        List<Waiver> waivers = new ArrayList<>();
        for (Given each : given) {
            if (each.fingerprint() != null) {
                waivers.add(each.of(null));
                continue;
            }
            // The budget may write the unit otherwise than the roster.
            report.units().stream()
                    .map(ReportDocument.UnitSum::code)
                    .filter(code -> BudgetUnit.isSameCode(code, each.unit()))
                    .forEach(code -> waivers.add(each.of(code)));
        }
        return report.waiving(waivers, day);
    }

    /** Gives one. */
    @Transactional
    public void add(
            String by,
            String unit,
            int year,
            String rule,
            @Nullable String fingerprint,
            String reason,
            String who,
            LocalDate until) {
        database.sql(
                        "insert into waiver (fiscal_year, unit, rule, fingerprint, reason, who, until_day, given_at, given_by)"
                                + " values (:year, :unit, :rule, :fingerprint, :reason, :who, :until, :at, :by)")
                .param("year", year)
                .param("unit", unit)
                .param("rule", rule)
                .param("fingerprint", fingerprint)
                .param("reason", reason)
                .param("who", who)
                .param("until", until)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by)
                .update();
        audit.add(by, AuditLog.Act.WAIVED, unit + " " + rule + " … " + until);
    }

    /** Takes one of a unit back; one that was taken back already stays as it is. */
    @Transactional
    public void takeBack(String by, String unit, long id) {
        int changed = database.sql("update waiver set taken_back_at = :at, taken_back_by = :by"
                        + " where id = :id and unit = :unit and taken_back_at is null")
                .param("at", OffsetDateTime.now(clock))
                .param("by", by)
                .param("id", id)
                .param("unit", unit)
                .update();
        if (changed > 0) {
            audit.add(by, AuditLog.Act.WAIVED, unit + " -" + id);
        }
    }

    private static Given given(ResultSet row, int number) throws SQLException {
        return new Given(
                row.getLong("id"),
                row.getString("unit"),
                row.getString("rule"),
                row.getString("fingerprint"),
                row.getString("reason"),
                row.getString("who"),
                row.getObject("until_day", LocalDate.class),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getString("given_by"));
    }
}
