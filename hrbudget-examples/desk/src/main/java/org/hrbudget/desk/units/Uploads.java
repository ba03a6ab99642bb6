package org.hrbudget.desk.units;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.desk.AuditLog.Act;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.keeping.KeptFiles;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.CellChanges.Change;
import org.hrbudget.io.Input;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.Receipt;
import org.hrbudget.report.ReportDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The files that officers uploaded and that could be read, each with its report. None is ever changed. */
@Component
public class Uploads {

    private static final String OF_FILE =
            "select id, unit, fiscal_year, file_name, sha256, uploaded_at, uploaded_by, derived_from, written from upload";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Judge judge;
    private final Years years;
    private final Waivers waivers;
    private final KeptFiles files;
    private final LatelyRead read;
    private final AuditLog audit;
    private final Clock clock;

    Uploads(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Judge judge,
            Years years,
            Waivers waivers,
            KeptFiles files,
            LatelyRead read,
            AuditLog audit,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
        this.judge = judge;
        this.years = years;
        this.waivers = waivers;
        this.files = files;
        this.read = read;
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
     * @param derivedFrom the number of the file of which it came by changes of cells, or {@code null}
     */
    public record Upload(
            long id,
            String unit,
            int year,
            Judge.UnitFile file,
            Instant at,
            String by,
            @Nullable Long derivedFrom) {}

    /** Where a file comes from: of another by changes of cells, unless another came since. */
    private record Origin(
            Act act, @Nullable Upload newest, @Nullable Long from, List<Change> changes) {

        /** Uploaded, whatever was there before. */
        static final Origin UPLOADED = new Origin(Act.UPLOADED, null, null, List.of());
    }

    /**
     * Judges a file of the current year and keeps both, while its sender waits.
     *
     * @param by whose account it comes from
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from it at all; it is then not kept
     * @throws org.hrbudget.desk.judging.Refused if the desk does not take it; it is then not kept
     */
    public void add(String by, String unit, Judge.UnitFile file) {
        Year year = years.current();
        copy(by, unit, year, file, judge.judge(year, file, unit, null), Origin.UPLOADED);
    }

    /**
     * Judges a file that came of another by changes of cells, and keeps both, while its maker waits.
     *
     * @param by whose account it comes from
     * @param act what is written down
     * @param newest the newest file of the unit
     * @param from the number of the file of which it came, or {@code null} where it is one that was uploaded
     * @param bytes what is in it
     * @param changes what makes it of that
     * @return whether it was kept: not if another file came since
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from it at all; it is then not kept
     * @throws org.hrbudget.desk.judging.Refused if the desk does not take it; it is then not kept
     */
    boolean derive(String by, Act act, Upload newest, @Nullable Long from, byte[] bytes, List<Change> changes) {
        Judge.UnitFile file = newest.file().with(bytes);
        Year year = years.asked(newest.year());
        Judge.Judged judged = judge.judge(year, file, newest.unit(), null);
        return copy(by, newest.unit(), year, file, judged, new Origin(act, newest, from, changes));
    }

    /**
     * Judges the newest file again, read as its unit says, and keeps both, while its sender waits.
     *
     * @param by whose account it comes from
     * @param newest the newest file of the unit, of which no cell was changed
     * @param written what the unit says of how it is written
     * @return whether it was kept: not if another file came since
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from it so; it is then not kept
     * @throws org.hrbudget.desk.judging.Refused if the desk does not take it so; it is then not kept
     */
    boolean reread(String by, Upload newest, List<Receipt.Option> written) {
        Judge.UnitFile file = new Judge.UnitFile(newest.file().input(), written);
        Year year = years.asked(newest.year());
        Judge.Judged judged = judge.judge(year, file, newest.unit(), null);
        return copy(by, newest.unit(), year, file, judged, new Origin(Act.UPLOADED, newest, null, List.of()));
    }

    /** {@return how a file is read} */
    Budgets.Reading reading(Upload upload) {
        return judge.reading(years.asked(upload.year()), upload.file(), null);
    }

    private boolean copy(String by, String unit, Year year, Judge.UnitFile file, Judge.Judged judged, Origin origin) {
        try {
            Path incoming = files.newIncoming();
            try {
                try (InputStream in = file.input().open()) {
                    Files.copy(in, incoming, StandardCopyOption.REPLACE_EXISTING);
                }
                return keep(by, unit, year, file, incoming, judged, origin);
            } finally {
                Files.deleteIfExists(incoming);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Judges a file of the current year that came in, and keeps both.
     *
     * @param by whose account it comes from
     * @param written what the unit says of how it is written
     * @param incoming the file, which it leaves or moves to where it is kept
     * @param wanted asked once, when it is judged: whether it is still to be kept
     * @throws java.util.concurrent.CancellationException if it is not; it is then not kept
     */
    void add(
            String by,
            String unit,
            String name,
            List<Receipt.Option> written,
            Path incoming,
            Judge.Watch watch,
            BooleanSupplier wanted)
            throws IOException {
        Judge.UnitFile file = new Judge.UnitFile(Input.of(incoming).named(name), written);
        Year year = years.current();
        Judge.Judged judged = judge.judgeInTurn(year, file, unit, watch);
        if (!wanted.getAsBoolean()) {
            throw new CancellationException();
        }
        keep(by, unit, year, file, incoming, judged, Origin.UPLOADED);
    }

    /** No connection waits for the judge; and one file is kept at a time, so that none is taken away that another row needs. */
    private boolean keep(
            String by, String unit, Year year, Judge.UnitFile file, Path incoming, Judge.Judged judged, Origin origin)
            throws IOException {
        long size = Files.size(incoming);
        synchronized (files) {
            Upload seen = origin.newest();
            if (seen != null
                    && newest(unit, year.value())
                            .filter(last -> last.id() == seen.id())
                            .isEmpty()) {
                return false;
            }
            String sha256 = files.isInline(size) ? null : files.keep(incoming);
            try {
                byte[] bytes = sha256 == null ? Files.readAllBytes(incoming) : null;
                transaction.executeWithoutResult(
                        status -> keep(by, unit, year, file, size, bytes, sha256, judged, origin));
                return true;
            } finally {
                files.settle(this::isReferred);
            }
        }
    }

    /** {@return whether a row has the file of a digest} */
    boolean isReferred(String sha256) {
        return database.sql("select count(*) from upload where sha256 = :sha256")
                        .param("sha256", sha256)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void keep(
            String by,
            String unit,
            Year year,
            Judge.UnitFile file,
            long size,
            byte @Nullable [] bytes,
            @Nullable String sha256,
            Judge.Judged judged,
            Origin origin) {
        KeyHolder key = new GeneratedKeyHolder();
        database.sql("insert into upload (unit, fiscal_year, file_name, size, file, sha256, uploaded_at, uploaded_by,"
                        + " report_es, report_en, derived_from, written) values (:unit, :year, :name, :size, :file, :sha256, :at, :by, :es,"
                        + " :en, :from, :written)")
                .param("unit", unit)
                .param("year", year.value())
                .param("name", file.name())
                .param("size", size)
                .param("file", bytes, Types.BINARY)
                .param("sha256", sha256)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by)
                .param("es", Judge.bytes(out -> JsonReport.write(judged.es(), out)))
                .param("en", Judge.bytes(out -> JsonReport.write(judged.en(), out)))
                .param("from", origin.from(), Types.BIGINT)
                .param("written", Written.text(file.written()), Types.VARCHAR)
                .update(key, "id");
        keep(Objects.requireNonNull(key.getKey()).longValue(), origin.changes());
        audit.add(by, origin.act(), unit);
    }

    private void keep(long upload, List<Change> changes) {
        for (Change change : changes) {
            database.sql("insert into cell_change (upload, place, row_number, column_name, was, becomes)"
                            + " values (:upload, :place, :row, :column, :was, :becomes)")
                    .param("upload", upload)
                    .param("place", changes.indexOf(change))
                    .param("row", change.row())
                    .param("column", change.column())
                    .param("was", change.from())
                    .param("becomes", change.to())
                    .update();
        }
    }

    /** {@return the newest file of a unit for the current year, where there is one} */
    public Optional<Upload> newest(String unit) {
        return newest(unit, years.current().value());
    }

    /** {@return the first file of a unit for a year, where there is one} */
    Optional<Upload> first(String unit, int year) {
        return database.sql(OF_FILE + " where unit = :unit and fiscal_year = :year order by id limit 1")
                .param("unit", unit)
                .param("year", year)
                .query(this::upload)
                .optional();
    }

    /** {@return the newest file of a unit for a year, where there is one} */
    public Optional<Upload> newest(String unit, int year) {
        return database.sql(OF_FILE + " where unit = :unit and fiscal_year = :year order by id desc limit 1")
                .param("unit", unit)
                .param("year", year)
                .query(this::upload)
                .optional();
    }

    /** {@return the file of a number} */
    public Upload get(long id) {
        return database.sql(OF_FILE + " where id = :id")
                .param("id", id)
                .query(this::upload)
                .single();
    }

    /** {@return the report on a file, as it was when the file came; what is waived today of it is marked} */
    public ReportDocument report(Upload upload, Locale locale) {
        return Waivers.apply(
                waivers.of(upload.unit(), upload.year()),
                read.get("upload " + upload.id() + " " + column(locale), () -> blob(upload.id(), column(locale))),
                LocalDate.now(clock));
    }

    /** {@return the column that holds a report in a reader's language: Spanish or else English} */
    static String column(Locale locale) {
        return locale.getLanguage().equals("es") ? "report_es" : "report_en";
    }

    private Upload upload(ResultSet row, int number) throws SQLException {
        return new Upload(
                row.getLong("id"),
                row.getString("unit"),
                row.getInt("fiscal_year"),
                new Judge.UnitFile(
                        input(row.getLong("id"), row.getString("file_name"), row.getString("sha256")),
                        Written.of(row.getString("written"))),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("uploaded_by"),
                row.getObject("derived_from", Long.class));
    }

    /** Most pages name a file and do not read it. */
    private Input input(long id, String name, @Nullable String sha256) {
        return sha256 == null
                ? Input.of(name, () -> new ByteArrayInputStream(blob(id, "file")))
                : Input.of(files.of(sha256)).named(name);
    }

    private byte[] blob(long id, String column) {
        return database.sql("select " + column + " from upload where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }
}
