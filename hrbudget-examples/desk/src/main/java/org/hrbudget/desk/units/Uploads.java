package org.hrbudget.desk.units;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The files that officers uploaded and that could be read, each with its report. None is ever changed. */
@Component
public class Uploads {

    private static final String OF_FILE = "select id, unit, fiscal_year, file_name, uploaded_at, uploaded_by, file from upload";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Judge judge;
    private final Years years;
    private final AuditLog audit;
    private final Clock clock;

    Uploads(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Judge judge,
            Years years,
            AuditLog audit,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
        this.judge = judge;
        this.years = years;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An uploaded file.
     *
     * @param id its number
     * @param unit the unit it is of
     * @param year the fiscal year it was uploaded for
     * @param file the file
     * @param at when it came
     * @param by whose account it came from
     */
    public record Upload(long id, String unit, int year, Judge.UnitFile file, Instant at, String by) {}

    /**
     * Judges a file of the current year and keeps both.
     *
     * @param by whose account it comes from
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from it at all; it is then not kept
     * @throws org.hrbudget.desk.judging.Refused if the desk does not take it; it is then not kept
     */
    public void add(String by, String unit, Judge.UnitFile file) {
        Year year = years.current();
        Judge.Judged judged = judge.judge(year, file, unit, null);
        // No connection waits for the judge.
        transaction.executeWithoutResult(status -> keep(by, unit, year, file, judged));
    }

    private void keep(String by, String unit, Year year, Judge.UnitFile file, Judge.Judged judged) {
        database.sql("insert into upload (unit, fiscal_year, file_name, file, uploaded_at, uploaded_by, report_es, report_en)"
                        + " values (:unit, :year, :name, :file, :at, :by, :es, :en)")
                .param("unit", unit)
                .param("year", year.value())
                .param("name", file.name())
                .param("file", file.bytes())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by)
                .param("es", Judge.bytes(out -> JsonReport.write(judged.es(), out)))
                .param("en", Judge.bytes(out -> JsonReport.write(judged.en(), out)))
                .update();
        audit.add(by, AuditLog.Act.UPLOADED, unit);
    }

    /** {@return the newest file of a unit for the current year, where there is one} */
    public Optional<Upload> newest(String unit) {
        return newest(unit, years.current().value());
    }

    /** {@return the newest file of a unit for a year, where there is one} */
    public Optional<Upload> newest(String unit, int year) {
        return database.sql(OF_FILE + " where unit = :unit and fiscal_year = :year order by id desc limit 1")
                .param("unit", unit)
                .param("year", year)
                .query(Uploads::upload)
                .optional();
    }

    /** {@return the file of a number} */
    public Upload get(long id) {
        return database.sql(OF_FILE + " where id = :id")
                .param("id", id)
                .query(Uploads::upload)
                .single();
    }

    /** {@return the report on a file, as it was when the file came} */
    public ReportDocument report(Upload upload, Locale locale) {
        return document(database.sql("select " + column(locale) + " from upload where id = :id")
                .param("id", upload.id())
                .query((row, number) -> row.getBytes(1))
                .single());
    }

    /** {@return the column that holds a report in a reader's language: Spanish or else English} */
    static String column(Locale locale) {
        return locale.getLanguage().equals("es") ? "report_es" : "report_en";
    }

    static ReportDocument document(byte[] json) {
        try {
            return JsonReport.read(new ByteArrayInputStream(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Upload upload(ResultSet row, int number) throws SQLException {
        return new Upload(
                row.getLong("id"),
                row.getString("unit"),
                row.getInt("fiscal_year"),
                new Judge.UnitFile(row.getString("file_name"), row.getBytes("file")),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("uploaded_by"));
    }
}
