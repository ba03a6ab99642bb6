package org.hrbudget.desk.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What units handed in: a version each time, none ever changed. */
@Component
public class HandIns {

    private static final String ALL =
            "select unit, version, fiscal_year, upload, signer, post, handed_in_at, handed_in_by,"
                    + " verdict, errors, warnings, lines, amount from hand_in";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Uploads uploads;
    private final Judge judge;
    private final Years years;
    private final Waivers waivers;
    private final LatelyRead read;
    private final AuditLog audit;
    private final Clock clock;

    HandIns(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Uploads uploads,
            Judge judge,
            Years years,
            Waivers waivers,
            LatelyRead read,
            AuditLog audit,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
        this.uploads = uploads;
        this.judge = judge;
        this.years = years;
        this.waivers = waivers;
        this.read = read;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A version that was handed in.
     *
     * @param unit the unit
     * @param version its number, from 1, counted on over the years
     * @param year the fiscal year it is of
     * @param upload the number of the file
     * @param signer the name of who answers for it
     * @param post their post
     * @param at when
     * @param by from whose account
     * @param verdict the verdict
     * @param errors the errors found
     * @param warnings the warnings found
     * @param lines its lines
     * @param amount its money, as an exact decimal; {@code null} where it has none
     */
    public record HandIn(
            String unit,
            int version,
            int year,
            long upload,
            String signer,
            String post,
            Instant at,
            String by,
            Verdict verdict,
            long errors,
            long warnings,
            long lines,
            @Nullable String amount) {}

    /**
     * Hands in the newest file of a unit for the current year: all of it or, where anything fails, nothing.
     *
     * @param by from whose account
     * @param unit the unit
     * @param upload the file that they saw
     * @param signer the name of who answers for it
     * @param post their post
     * @param locale the language of the receipt
     * @return the number of the version
     * @throws Refused if nothing is handed in for the year yet or any more, another file came since, or this one was handed in already
     */
    public int add(String by, String unit, long upload, String signer, String post, Locale locale) {
        Year year = years.requireOpen();
        Uploads.Upload file = requireNewest(unit, upload);
        OffsetDateTime now = OffsetDateTime.now(clock);
        Judge.Judged judged = judge.judge(year, file.file(), unit, now);
        byte[] receipt = Judge.bytes(judge.receipt(year, judged.in(locale), file.file(), now.toLocalDate())::write);
        try {
            // No connection waits for the judge, so that something may have come since.
            return Objects.requireNonNull(transaction.execute(status -> {
                requireNewest(unit, upload);
                int version = lastVersion(unit) + 1;
                ReportDocument report = judged.es();
                HandIn handIn = new HandIn(
                        unit,
                        version,
                        year.value(),
                        upload,
                        signer,
                        post,
                        now.toInstant(),
                        by,
                        report.verdict(),
                        count(report, Severity.ERROR),
                        count(report, Severity.WARNING),
                        report.budget().lines(),
                        report.budget().totals().get(report.budget().basis()));
                keep(handIn, now, judged, receipt);
                audit.add(by, AuditLog.Act.HANDED_IN, unit + " " + version);
                return version;
            }));
        } catch (DuplicateKeyException e) {
            throw new Refused("hand-in.overtaken");
        }
    }

    private Uploads.Upload requireNewest(String unit, long upload) {
        Uploads.Upload newest = uploads.newest(unit)
                .filter(file -> file.id() == upload)
                .orElseThrow(() -> new Refused("hand-in.overtaken"));
        if (newest(unit).filter(last -> last.upload() == upload).isPresent()) {
            throw new Refused("hand-in.twice");
        }
        return newest;
    }

    private void keep(HandIn handIn, OffsetDateTime now, Judge.Judged judged, byte[] receipt) {
        database.sql(
                        "insert into hand_in (unit, version, fiscal_year, upload, signer, post, handed_in_at, handed_in_by, verdict,"
                                + " errors, warnings, lines, amount, report_es, report_en, receipt) values (:unit, :version,"
                                + " :year, :upload, :signer, :post, :at, :by, :verdict, :errors, :warnings, :lines, :amount, :es,"
                                + " :en, :receipt)")
                .param("unit", handIn.unit())
                .param("version", handIn.version())
                .param("year", handIn.year())
                .param("upload", handIn.upload())
                .param("signer", handIn.signer())
                .param("post", handIn.post())
                .param("at", now)
                .param("by", handIn.by())
                .param("verdict", handIn.verdict().name())
                .param("errors", handIn.errors())
                .param("warnings", handIn.warnings())
                .param("lines", handIn.lines())
                .param("amount", handIn.amount())
                .param("es", Judge.bytes(out -> JsonReport.write(judged.es(), out)))
                .param("en", Judge.bytes(out -> JsonReport.write(judged.en(), out)))
                .param("receipt", receipt)
                .update();
    }

    /** {@return how many defects of a weight were found, exact} */
    public static long count(ReportDocument report, Severity severity) {
        return report.ledger().stream()
                .filter(rule -> rule.severity() == severity && rule.outcome() == LedgerEntry.Outcome.VIOLATED)
                .mapToLong(ReportDocument.RuleAccount::violated)
                .sum();
    }

    /** {@return how many of the errors that a report keeps are waived} */
    public static long waivedErrors(ReportDocument report) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR && finding.waiver() != null)
                .count();
    }

    private int lastVersion(String unit) {
        return database.sql("select coalesce(max(version), 0) from hand_in where unit = :unit")
                .param("unit", unit)
                .query(Integer.class)
                .single();
    }

    /** {@return all versions of a unit for the current year, the newest first} */
    public List<HandIn> of(String unit) {
        return of(unit, years.current().value());
    }

    /** {@return all versions of a unit for a year, the newest first} */
    public List<HandIn> of(String unit, int year) {
        return database.sql(ALL + " where unit = :unit and fiscal_year = :year order by version desc")
                .param("unit", unit)
                .param("year", year)
                .query(HandIns::handIn)
                .list();
    }

    /** {@return the newest version of a unit for the current year, where it handed in} */
    public Optional<HandIn> newest(String unit) {
        return newest(unit, years.current().value());
    }

    /** {@return the newest version of a unit for a year, where it handed in} */
    public Optional<HandIn> newest(String unit, int year) {
        return of(unit, year).stream().findFirst();
    }

    /** {@return the years for which a unit handed in, the newest first} */
    public List<Integer> years(String unit) {
        return database.sql("select distinct fiscal_year from hand_in where unit = :unit order by fiscal_year desc")
                .param("unit", unit)
                .query(Integer.class)
                .list();
    }

    /** {@return a version of a unit of any year, where there is one} */
    public Optional<HandIn> find(String unit, int version) {
        return database.sql(ALL + " where unit = :unit and version = :version")
                .param("unit", unit)
                .param("version", version)
                .query(HandIns::handIn)
                .optional();
    }

    /** {@return the report on a version, as it was when it was handed in; what is waived of it is marked} */
    public ReportDocument report(HandIn handIn, Locale locale) {
        return Waivers.apply(
                waivers.of(handIn.unit(), handIn.year()),
                read.get(
                        "hand-in " + handIn.unit() + " " + handIn.version() + " " + Uploads.column(locale),
                        () -> blob(handIn, Uploads.column(locale))),
                handIn.at().atZone(clock.getZone()).toLocalDate());
    }

    /** {@return the receipt of a version, as it was written when it was handed in} */
    public byte[] receipt(HandIn handIn) {
        return blob(handIn, "receipt");
    }

    private byte[] blob(HandIn handIn, String column) {
        return database.sql("select " + column + " from hand_in where unit = :unit and version = :version")
                .param("unit", handIn.unit())
                .param("version", handIn.version())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private static HandIn handIn(ResultSet row, int number) throws SQLException {
        return new HandIn(
                row.getString("unit"),
                row.getInt("version"),
                row.getInt("fiscal_year"),
                row.getLong("upload"),
                row.getString("signer"),
                row.getString("post"),
                row.getObject("handed_in_at", OffsetDateTime.class).toInstant(),
                row.getString("handed_in_by"),
                Verdict.valueOf(row.getString("verdict")),
                row.getLong("errors"),
                row.getLong("warnings"),
                row.getLong("lines"),
                row.getString("amount"));
    }
}
