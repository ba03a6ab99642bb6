package org.hrbudget.desk.ministry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.units.HandIns;
import org.hrbudget.desk.units.HandIns.HandIn;
import org.hrbudget.desk.units.Units;
import org.hrbudget.desk.units.Units.Unit;
import org.hrbudget.desk.units.Uploads;
import org.hrbudget.report.ReportDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the units stand, and what their newest versions come to as one budget. */
@Component
public class Board {

    private final Units units;
    private final HandIns handIns;
    private final Uploads uploads;
    private final Judge judge;
    private final JdbcClient database;

    /** The last consolidated budget: it stays true until another version is handed in or another unit is on the roster. */
    private @Nullable Whole last;

    /**
     * The newest versions of all units as one budget.
     *
     * @param uploads the numbers of their files
     * @param absent the codes of the units that are still to hand in
     * @param judged the report on it
     */
    public record Whole(List<Long> uploads, List<String> absent, Judge.Judged judged) {}

    Board(Units units, HandIns handIns, Uploads uploads, Judge judge, JdbcClient database) {
        this.units = units;
        this.handIns = handIns;
        this.uploads = uploads;
        this.judge = judge;
        this.database = database;
    }

    /** How a unit stands. */
    enum State {
        /** No file of it came. */
        OPEN,
        /** A file came, and none was handed in. */
        STARTED,
        /** Handed in, with errors. */
        WITH_ERRORS,
        /** Handed in, with something that could not be judged. */
        UNDETERMINED,
        /** Handed in, and nothing is to be mended. */
        HANDED_IN
    }

    /**
     * How a unit stands.
     *
     * @param unit the unit
     * @param state in a word
     * @param handIn its newest version, or {@code null}
     */
    record Row(Unit unit, State state, @Nullable HandIn handIn) {}

    /** {@return all units, in the order of their codes} */
    List<Row> rows() {
        List<String> started = database.sql("select distinct unit from upload")
                .query(String.class)
                .list();
        List<Row> rows = new ArrayList<>();
        for (Unit unit : units.all()) {
            HandIn handIn = handIns.newest(unit.code()).orElse(null);
            rows.add(new Row(unit, state(handIn, started.contains(unit.code())), handIn));
        }
        return rows;
    }

    private static State state(@Nullable HandIn handIn, boolean started) {
        if (handIn == null) {
            return started ? State.STARTED : State.OPEN;
        }
        return switch (handIn.verdict()) {
            case NOT_COMPLIANT -> State.WITH_ERRORS;
            case UNDETERMINED -> State.UNDETERMINED;
            case COMPLIANT -> State.HANDED_IN;
        };
    }

    /** {@return the report on the newest versions of all units as one budget; empty where nobody handed in} */
    Optional<ReportDocument> whole(Locale locale) {
        return whole().map(whole -> whole.judged().in(locale));
    }

    /** {@return the newest versions of all units as one budget; empty where nobody handed in} */
    public synchronized Optional<Whole> whole() {
        List<HandIn> newest = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        units.all()
                .forEach(unit ->
                        handIns.newest(unit.code()).ifPresentOrElse(newest::add, () -> absent.add(unit.code())));
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        List<Long> ids = newest.stream().map(HandIn::upload).toList();
        Whole whole = last;
        if (whole == null || !whole.uploads().equals(ids) || !whole.absent().equals(absent)) {
            List<Judge.UnitFile> files = newest.stream().map(this::file).toList();
            whole = new Whole(ids, absent, judge.judgeTogether(files, absent));
            last = whole;
        }
        return Optional.of(whole);
    }

    private Judge.UnitFile file(HandIn handIn) {
        Judge.UnitFile file = uploads.get(handIn.upload()).file();
        return new Judge.UnitFile(handIn.unit() + "/" + file.name(), file.bytes());
    }
}
