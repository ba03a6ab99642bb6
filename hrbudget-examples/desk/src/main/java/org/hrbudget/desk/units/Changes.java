package org.hrbudget.desk.units;

import java.io.Serial;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.judging.Sheet;
import org.hrbudget.desk.units.Uploads.Upload;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.CellChanges;
import org.hrbudget.io.CellChanges.Change;
import org.hrbudget.io.CellChanges.Mismatch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Changes of cells that are made on the page. Each makes another file of the one before, and both are kept; all of them together are a list
 * that the file which was uploaded takes.
 */
@Component
class Changes {

    private static final int MOST_TRIES = 3;

    /** From the file that was uploaded to the one that is asked for. */
    private static final String CHAIN =
            "with recursive chain (id, derived_from) as (select id, derived_from from upload"
                    + " where id = :id union all select u.id, u.derived_from from upload u, chain c where u.id = c.derived_from)";

    private final JdbcClient database;
    private final Uploads uploads;

    Changes(JdbcClient database, Uploads uploads) {
        this.database = database;
        this.uploads = uploads;
    }

    /**
     * A change that was made.
     *
     * @param upload the file that came of it
     * @param by by whose account
     * @param at when
     * @param change the change
     */
    record Made(long upload, String by, Instant at, Change change) {}

    /** What was made of a file. */
    record Outcome(int cells, List<Made> meanwhile) {}

    /** Somebody was faster: what stands in the cells is not what was seen. */
    static final class Overtaken extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Upload newest;
        private final transient List<Change> wanted;
        private final transient List<Mismatch> wrong;

        Overtaken(Upload newest, List<Change> wanted, List<Mismatch> wrong) {
            super("overtaken");
            this.newest = newest;
            this.wanted = wanted;
            this.wrong = wrong;
        }

        List<Change> wanted() {
            return wanted;
        }

        Upload newest() {
            return newest;
        }

        List<Mismatch> wrong() {
            return wrong;
        }
    }

    /** {@return the changes between the file that was uploaded and another, in their order} */
    List<Made> of(Upload upload) {
        return database.sql(
                        CHAIN + " select c.upload, u.uploaded_by, u.uploaded_at, c.row_number, c.column_name, c.was,"
                                + " c.becomes from chain, cell_change c, upload u where c.upload = chain.id and u.id = chain.id"
                                + " order by c.upload, c.place")
                .param("id", upload.id())
                .query((row, number) -> new Made(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        new Change(null, row.getLong(4), row.getString(5), row.getString(6), row.getString(7))))
                .list();
    }

    /** {@return the list that the file which was uploaded takes to become another} */
    static CellChanges together(List<Made> made) {
        CellChanges all = CellChanges.of(List.of());
        for (Made each : made) {
            all = all.with(each.change());
        }
        return all;
    }

    private List<Long> chain(Upload upload) {
        return database.sql(CHAIN + " select id from chain order by id")
                .param("id", upload.id())
                .query(Long.class)
                .list();
    }

    /**
     * Makes changes in the newest file of a unit.
     *
     * @param by by whose account
     * @param seen the file that they saw
     * @param asked the changes
     * @return how many cells were changed, and what others had changed meanwhile
     * @throws Overtaken if a cell holds something else, since another file came or somebody changed it
     * @throws Refused if the desk would not take such a file
     * @throws org.hrbudget.io.BudgetReadException if the changes cannot be made, or nothing could be read any more
     */
    Outcome make(String by, String unit, long seen, List<Change> asked) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Upload newest = uploads.newest(unit).orElseThrow(UnitPages::notThere);
            List<Long> chain = chain(newest);
            // Rows of another file may be others, even where a cell holds the same.
            List<Mismatch> wrong = new ArrayList<>(wrong(newest, asked));
            List<Change> changes = new ArrayList<>(asked);
            // Somebody else has made the same change.
            wrong.removeIf(each -> each.change().to().equals(each.found()) && changes.remove(each.change()));
            boolean sameFile = chain.contains(seen);
            wrong.stream()
                    .filter(each -> sameFile && each.found() == null)
                    .findFirst()
                    .ifPresent(each -> {
                        // Nobody was faster: such a text cannot stand in this file.
                        throw new BudgetReadException(each.text(), null);
                    });
            if (!wrong.isEmpty() || !sameFile) {
                throw new Overtaken(newest, changes, wrong);
            }
            if (changes.isEmpty()) {
                return new Outcome(0, List.of());
            }
            List<Made> before = of(newest);
            CellChanges all = together(before);
            for (Change change : changes) {
                all = all.with(change);
            }
            Upload first = uploads.get(chain.get(0));
            if (uploads.derive(by, AuditLog.Act.CHANGED, newest, newest.id(), file(first, all), changes)) {
                return new Outcome(
                        changes.size(),
                        before.stream().filter(made -> made.upload() > seen).toList());
            }
        }
        throw new Refused("busy");
    }

    private List<Mismatch> wrong(Upload newest, List<Change> changes) {
        List<String> columns = Sheet.columns(uploads.reading(newest));
        for (Change change : changes) {
            if (!columns.contains(change.column())) {
                throw new Refused("change.no-column", change.column());
            }
        }
        return CellChanges.of(changes).mismatches(uploads.reading(newest));
    }

    private byte[] file(Upload first, CellChanges all) {
        return all.changes().isEmpty()
                ? first.file().bytes()
                : Judge.bytes(out -> all.apply(uploads.reading(first), out));
    }

    /** {@return the file before the last changes, where the newest came of some} */
    Optional<Upload> before(Upload newest) {
        return Optional.ofNullable(newest.derivedFrom()).map(uploads::get);
    }

    /**
     * Takes the last changes back.
     *
     * @param seen the file that they saw
     * @return whether they were: not if another file came since, or none were made
     */
    boolean undo(String by, String unit, long seen) {
        Upload newest = uploads.newest(unit).orElseThrow(UnitPages::notThere);
        Upload before = before(newest).orElse(null);
        if (newest.id() != seen || before == null) {
            return false;
        }
        List<Change> last = of(before).stream()
                .filter(made -> made.upload() == before.id())
                .map(Made::change)
                .toList();
        return uploads.derive(
                by,
                AuditLog.Act.UNDONE,
                newest,
                before.derivedFrom(),
                before.file().bytes(),
                last);
    }

    /** {@return who changed a cell last, where somebody did} */
    static @Nullable Made last(List<Made> made, Change of) {
        Made last = null;
        for (Made each : made) {
            boolean same =
                    each.change().row() == of.row() && each.change().column().equals(of.column());
            last = same ? each : last;
        }
        return last;
    }
}
