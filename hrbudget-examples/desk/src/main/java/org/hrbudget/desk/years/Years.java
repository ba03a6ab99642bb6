package org.hrbudget.desk.years;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.desk.DeskSettings;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.judging.Rules;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** The fiscal years, in the database; one is current. */
@Component
public class Years {

    private static final String ALL =
            "select fiscal_year, as_of, rules, opens, due, closed, is_current from fiscal_year";

    private final JdbcClient database;
    private final Rules rules;
    private final AuditLog audit;
    private final Clock clock;

    Years(JdbcClient database, DeskSettings settings, Rules rules, AuditLog audit, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
        if (all().isEmpty()) {
            FiscalYear year = FiscalYear.of(settings.fiscalYear());
            String chosen =
                    Rules.coordinates(rules.select(year, settings.asOf()).manifest());
            insert(new Year(year.value(), settings.asOf(), chosen, null, settings.due(), false, true));
        }
    }

    /**
     * A fiscal year.
     *
     * @param value the year
     * @param asOf the day whose law is asked
     * @param rules the coordinates of the rules, such as {@code mx-cmx/2011.2}
     * @param opens from when units hand in, by the city's clocks; {@code null} where they may at once
     * @param due until when, or {@code null} where nothing is late
     * @param closed whether nothing is handed in any more
     * @param current whether it is the year that is prepared now
     */
    public record Year(
            int value,
            LocalDate asOf,
            String rules,
            @Nullable LocalDateTime opens,
            @Nullable LocalDateTime due,
            boolean closed,
            boolean current) {

        /** {@return the year as the library has it} */
        public FiscalYear fiscal() {
            return FiscalYear.of(value);
        }

        @Override
        public String toString() {
            return value + " · " + asOf + " · " + rules + " · " + (opens == null ? "…" : opens) + "/"
                    + (due == null ? "…" : due) + (closed ? " · cerrado" : "");
        }
    }

    /** {@return all, the newest first} */
    public List<Year> all() {
        return database.sql(ALL + " order by fiscal_year desc")
                .query(Years::year)
                .list();
    }

    /** {@return the year that is prepared now} */
    public Year current() {
        return database.sql(ALL + " where is_current").query(Years::year).single();
    }

    /** {@return a year, where the desk has it} */
    public Optional<Year> find(int year) {
        return database.sql(ALL + " where fiscal_year = :year")
                .param("year", year)
                .query(Years::year)
                .optional();
    }

    /** {@return the year that an address asks for, the current one where it names none; or there is no such page} */
    public Year asked(@Nullable Integer year) {
        return year == null
                ? current()
                : find(year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * {@return the current year, in which units hand in now}
     *
     * @throws Refused if they do not yet, or no more
     */
    public Year requireOpen() {
        Year year = current();
        if (year.closed()) {
            throw new Refused("hand-in.closed", Integer.toString(year.value()));
        }
        if (!hasOpened(year)) {
            throw new Refused("hand-in.not-open", Integer.toString(year.value()));
        }
        return year;
    }

    /** {@return whether the day has come from which units hand in} */
    public boolean hasOpened(Year year) {
        LocalDateTime opens = year.opens();
        return opens == null || !LocalDateTime.now(clock).isBefore(opens);
    }

    /** {@return whether a moment is after the last in which units hand in for a year} */
    public boolean isLate(Year year, Instant at) {
        LocalDateTime due = year.due();
        return due != null && at.isAfter(due.atZone(clock.getZone()).toInstant());
    }

    /** {@return how many versions were handed in for a year} */
    long handIns(int year) {
        return database.sql("select count(*) from hand_in where fiscal_year = :year")
                .param("year", year)
                .query(Long.class)
                .single();
    }

    /**
     * Adds a year, which is not the current one yet.
     *
     * @throws Refused if it is there, its dates contradict one another, or its rules do not govern it
     */
    @Transactional
    void add(String by, Year year) {
        require(year);
        if (find(year.value()).isPresent()) {
            throw new Refused("years.twice", Integer.toString(year.value()));
        }
        insert(year);
        audit.add(by, AuditLog.Act.YEAR, year.toString());
    }

    /**
     * Changes the dates and rules of a year.
     *
     * @param reason why; may be blank as long as nobody handed in
     * @throws Refused if its dates contradict one another, its rules do not govern it, or a reason is lacking
     */
    @Transactional
    void change(String by, Year year, String reason) {
        require(year);
        if (reason.isBlank() && handIns(year.value()) > 0) {
            throw new Refused("years.reason");
        }
        set(
                "update fiscal_year set as_of = :asOf, rules = :rules, opens = :opens, due = :due, closed = :closed"
                        + " where fiscal_year = :year",
                year);
        audit.add(by, AuditLog.Act.YEAR, year + (reason.isBlank() ? "" : ": " + reason));
    }

    /** Makes a year the one that is prepared now. */
    @Transactional
    void makeCurrent(String by, int year) {
        database.sql("update fiscal_year set is_current = null where is_current")
                .update();
        database.sql("update fiscal_year set is_current = true where fiscal_year = :year")
                .param("year", year)
                .update();
        audit.add(by, AuditLog.Act.YEAR, year + " · en curso");
    }

    private void require(Year year) {
        LocalDateTime opens = year.opens();
        LocalDateTime due = year.due();
        if (opens != null && due != null && !opens.isBefore(due)) {
            throw new Refused("years.dates");
        }
        boolean governs = rules.versions().stream()
                .filter(pack -> Rules.coordinates(pack).equals(year.rules()))
                .anyMatch(pack -> pack.governs(year.fiscal()) || pack.extrapolatesTo(year.fiscal()));
        if (!governs) {
            throw new Refused("years.wrong-rules", year.rules(), Integer.toString(year.value()));
        }
    }

    private void insert(Year year) {
        set(
                "insert into fiscal_year (fiscal_year, as_of, rules, opens, due, closed, is_current)"
                        + " values (:year, :asOf, :rules, :opens, :due, :closed, "
                        + (year.current() ? "true" : "null") + ")",
                year);
    }

    private void set(String sql, Year year) {
        database.sql(sql)
                .param("year", year.value())
                .param("asOf", year.asOf())
                .param("rules", year.rules())
                .param("opens", year.opens())
                .param("due", year.due())
                .param("closed", year.closed())
                .update();
    }

    private static Year year(ResultSet row, int number) throws SQLException {
        return new Year(
                row.getInt("fiscal_year"),
                row.getObject("as_of", LocalDate.class),
                row.getString("rules"),
                row.getObject("opens", LocalDateTime.class),
                row.getObject("due", LocalDateTime.class),
                row.getBoolean("closed"),
                row.getBoolean("is_current"));
    }
}
