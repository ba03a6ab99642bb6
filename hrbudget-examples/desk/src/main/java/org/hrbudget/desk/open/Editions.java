package org.hrbudget.desk.open;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.ministry.Board;
import org.hrbudget.desk.units.Uploads;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Consolidated budgets as the ministry certified them, each with all that is published of it, so that what people see of one never
 * changes. To certify and to publish are two acts.
 */
@Component
public class Editions {

    private static final String ALL = "select id, fiscal_year, stage, note, signer, post, certified_at, certified_by,"
            + " published_at from edition";

    private static final int SHORT = 100;

    private static final int LONG = 4000;

    private static final int MOST_REPORTS = 8;

    private static final float LOAD = 0.75f;

    private final JdbcClient database;
    private final JdbcTemplate rows;
    private final TransactionTemplate transaction;
    private final Years years;
    private final Board board;
    private final Uploads uploads;
    private final Judge judge;
    private final OpenData data;
    private final AuditLog audit;
    private final Clock clock;

    private final Map<InLanguage, ReportDocument> reports = Collections.synchronizedMap(new Newest());

    Editions(
            JdbcTemplate rows,
            PlatformTransactionManager transactions,
            Years years,
            Board board,
            Uploads uploads,
            Judge judge,
            OpenData data,
            AuditLog audit,
            Clock clock) {
        this.database = JdbcClient.create(rows);
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.years = years;
        this.board = board;
        this.uploads = uploads;
        this.judge = judge;
        this.data = data;
        this.audit = audit;
        this.clock = clock;
    }

    private record InLanguage(long edition, String language) {}

    private static final class Newest extends LinkedHashMap<InLanguage, ReportDocument> {

        @Serial
        private static final long serialVersionUID = 1L;

        Newest() {
            super(MOST_REPORTS, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<InLanguage, ReportDocument> eldest) {
            return size() > MOST_REPORTS;
        }
    }

    /** How far a budget is. */
    public enum Stage {
        /** People are asked what they think of it. */
        DRAFT,
        /** Formulation is over. */
        FINAL
    }

    /**
     * A consolidated budget as it was certified.
     *
     * @param id its number
     * @param fiscalYear its year
     * @param stage how far it is
     * @param note what its readers are told; or empty
     * @param signer who answers for it
     * @param post their post
     * @param certifiedAt when it was certified
     * @param certifiedBy from whose account
     * @param publishedAt since when it is public, or {@code null} where it is not
     */
    public record Edition(
            long id,
            int fiscalYear,
            Stage stage,
            String note,
            String signer,
            String post,
            Instant certifiedAt,
            String certifiedBy,
            @Nullable Instant publishedAt) {}

    /**
     * What a budget gives to an action of the programme, as that was.
     *
     * @param code its code
     * @param right the code of its right or population group
     * @param title its title
     * @param executors who is to carry it out; or empty
     * @param lines the lines that name it
     * @param amount what they give to it
     */
    public record Action(String code, String right, String title, String executors, long lines, BigDecimal amount) {

        /** {@return whether it is given money} */
        public boolean isFunded() {
            return amount.signum() > 0;
        }
    }

    /**
     * A file to download.
     *
     * @param name its name
     * @param sha256 its SHA-256
     * @param size its bytes
     */
    public record File(String name, String sha256, long size) {}

    /**
     * Certifies the newest versions of all units as one budget: all of it or, where anything fails, nothing. It is not public by that. It
     * is a draft as long as units hand in, and final when the year is closed.
     *
     * @param by from whose account
     * @param year the year
     * @param note what its readers are told; or empty
     * @param signer who answers for it
     * @param post their post
     * @return its number
     * @throws Refused if nobody handed in, or nobody has time to judge
     * @throws org.hrbudget.io.BudgetReadException if what units handed in contradicts itself
     */
    public long certify(String by, Year year, String note, String signer, String post) {
        Board.Whole whole = board.whole(year).orElseThrow(() -> new Refused("edition.none"));
        Judge.Attributed attributed = judge.attributed(
                year, whole.uploads().stream().map(id -> uploads.get(id).file()).toList());
        List<OpenData.Download> files = data.files(whole.judged(), attributed);
        // No connection waits for the judge, or for files being written.
        return Objects.requireNonNull(transaction.execute(status -> {
            Stage stage = year.closed() ? Stage.FINAL : Stage.DRAFT;
            long edition = insert(year.value(), stage, note, signer, post, by);
            keep(edition, whole.uploads());
            keep(edition, attributed);
            files.forEach(file -> keep(edition, file));
            audit.add(by, AuditLog.Act.CERTIFIED, year.value() + " " + stage + " " + edition);
            return edition;
        }));
    }

    private long insert(int year, Stage stage, String note, String signer, String post, String by) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        database.sql("insert into edition (fiscal_year, stage, note, signer, post, certified_at, certified_by)"
                        + " values (:year, :stage, :note, :signer, :post, :at, :by)")
                .param("year", year)
                .param("stage", stage.name())
                .param("note", note)
                .param("signer", signer)
                .param("post", post)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private void keep(long edition, List<Long> uploaded) {
        rows.batchUpdate(
                "insert into edition_upload (edition, upload) values (?, ?)",
                uploaded.stream().map(upload -> new Object[] {edition, upload}).toList());
    }

    private void keep(long edition, Judge.Attributed attributed) {
        AtomicInteger ordinal = new AtomicInteger();
        rows.batchUpdate(
                "insert into edition_action (edition, ordinal, code, right_code, title, executors, line_count, amount)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                attributed.actions().stream()
                        .map(action -> new Object[] {
                            edition,
                            ordinal.incrementAndGet(),
                            action.code(),
                            action.rightCode(),
                            atMost(LONG, action.title()),
                            atMost(LONG, String.join("; ", action.action().executors())),
                            action.lines(),
                            action.amount().toPlainString()
                        })
                        .toList());
        rows.batchUpdate(
                "insert into edition_share (edition, ordinal, unit, file_row, object_code, action, amount)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                attributed.shares().stream()
                        .map(share -> new Object[] {
                            edition,
                            ordinal.incrementAndGet(),
                            atMost(SHORT, share.unit()),
                            share.row(),
                            atMost(SHORT, share.objectCode()),
                            share.action(),
                            share.amount().toPlainString()
                        })
                        .toList());
    }

    private void keep(long edition, OpenData.Download file) {
        database.sql("insert into edition_file (edition, language, name, sha256, size, content)"
                        + " values (:edition, :language, :name, :sha256, :size, :content)")
                .param("edition", edition)
                .param("language", file.language())
                .param("name", file.name())
                .param("sha256", file.sha256())
                .param("size", file.content().length)
                .param("content", file.content())
                .update();
    }

    /** What comes from a file can be of any length. */
    private static String atMost(int signs, String text) {
        return text.length() <= signs ? text : text.substring(0, signs - 1) + "…";
    }

    /**
     * Makes a certified budget public.
     *
     * @throws Refused if it is public already, older than what is public of its year, or a draft of a year that is closed
     */
    @Transactional
    public void publish(String by, long id) {
        Edition edition = find(id).orElseThrow(() -> new Refused("edition.gone"));
        if (edition.stage() == Stage.DRAFT && isClosed(edition.fiscalYear())) {
            throw new Refused("edition.over");
        }
        boolean newest =
                published(edition.fiscalYear()).filter(last -> last.id() >= id).isEmpty();
        int changed = newest
                ? database.sql("update edition set published_at = :at, published_by = :by"
                                + " where id = :id and published_at is null")
                        .param("at", OffsetDateTime.now(clock))
                        .param("by", by)
                        .param("id", id)
                        .update()
                : 0;
        if (changed == 0) {
            throw new Refused("edition.gone");
        }
        audit.add(by, AuditLog.Act.PUBLISHED, edition.fiscalYear() + " " + edition.stage() + " " + id);
    }

    /** {@return all that was certified, the newest first} */
    public List<Edition> all() {
        return database.sql(ALL + " order by id desc").query(Editions::edition).list();
    }

    /** {@return the edition of a number, public or not} */
    public Optional<Edition> find(long id) {
        return all().stream().filter(edition -> edition.id() == id).findFirst();
    }

    /** {@return what is public: of each year what was published last, the newest year first} */
    public List<Edition> published() {
        Map<Integer, Edition> years = new TreeMap<>(Comparator.reverseOrder());
        all().stream()
                .filter(edition -> edition.publishedAt() != null)
                .forEach(edition -> years.putIfAbsent(edition.fiscalYear(), edition));
        return List.copyOf(years.values());
    }

    /** {@return what is public of a year} */
    public Optional<Edition> published(int year) {
        return published().stream()
                .filter(edition -> edition.fiscalYear() == year)
                .findFirst();
    }

    /** {@return whether people may say what they think of a year's budget: a draft of it is public, and units still hand in} */
    public boolean isOpenForComments(int year) {
        return !isClosed(year)
                && published(year)
                        .filter(edition -> edition.stage() == Stage.DRAFT)
                        .isPresent();
    }

    private boolean isClosed(int year) {
        return years.find(year).filter(Year::closed).isPresent();
    }

    /** {@return the report on an edition, as it was certified} */
    public ReportDocument report(long edition, Locale locale) {
        // It never changes, and everybody asks for it.
        return reports.computeIfAbsent(new InLanguage(edition, language(locale)), this::read);
    }

    private ReportDocument read(InLanguage which) {
        byte[] json =
                content(which.edition(), which.language(), OpenData.REPORT).orElseThrow();
        try {
            return JsonReport.read(new ByteArrayInputStream(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what an edition gives to the actions of the programme, in its order} */
    public List<Action> actions(long edition) {
        return database.sql("select code, right_code, title, executors, line_count, amount from edition_action"
                        + " where edition = :edition order by ordinal")
                .param("edition", edition)
                .query((row, number) -> new Action(
                        row.getString("code"),
                        row.getString("right_code"),
                        row.getString("title"),
                        row.getString("executors"),
                        row.getLong("line_count"),
                        new BigDecimal(row.getString("amount"))))
                .list();
    }

    /** {@return what lines give to the actions of a right, in the order of units and rows; at most some} */
    public List<Judge.Share> shares(long edition, String right, int most) {
        return database.sql("select s.unit, s.file_row, s.object_code, s.action, s.amount from edition_share s"
                        + " join edition_action a on a.edition = s.edition and a.code = s.action"
                        + " where s.edition = :edition and a.right_code = :right order by s.ordinal limit :most")
                .param("edition", edition)
                .param("right", right)
                .param("most", most)
                .query((row, number) -> new Judge.Share(
                        row.getString("unit"),
                        row.getLong("file_row"),
                        row.getString("object_code"),
                        row.getString("action"),
                        new BigDecimal(row.getString("amount"))))
                .list();
    }

    /** {@return the files to download of an edition in a language, in the order of their names} */
    public List<File> files(long edition, Locale locale) {
        return database.sql("select name, sha256, size from edition_file"
                        + " where edition = :edition and language = :language order by name")
                .param("edition", edition)
                .param("language", language(locale))
                .query(File.class)
                .list();
    }

    /** {@return a file to download} */
    public Optional<byte[]> content(long edition, String language, String name) {
        return database.sql("select content from edition_file"
                        + " where edition = :edition and language = :language and name = :name")
                .param("edition", edition)
                .param("language", language)
                .param("name", name)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** {@return a reader's language: Spanish or else English} */
    static String language(Locale locale) {
        return locale.getLanguage().equals("es") ? "es" : "en";
    }

    private static Edition edition(ResultSet row, int number) throws SQLException {
        OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
        return new Edition(
                row.getLong("id"),
                row.getInt("fiscal_year"),
                Stage.valueOf(row.getString("stage")),
                row.getString("note"),
                row.getString("signer"),
                row.getString("post"),
                row.getObject("certified_at", OffsetDateTime.class).toInstant(),
                row.getString("certified_by"),
                published == null ? null : published.toInstant());
    }
}
