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
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
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
    private final Years years;
    private final JdbcClient database;

    /** The last consolidated budget: it stays true until another version is handed in, another unit is on the roster, or the year changes. */
    private @Nullable Whole last;

    /**
     * The newest versions of all units as one budget.
     *
     * @param year the year
     * @param uploads the numbers of their files
     * @param absent the codes of the units that are still to hand in
     * @param judged the report on it
     */
    public record Whole(Year year, List<Long> uploads, List<String> absent, Judge.Judged judged) {}

    Board(Units units, HandIns handIns, Uploads uploads, Judge judge, Years years, JdbcClient database) {
        this.units = units;
        this.handIns = handIns;
        this.uploads = uploads;
        this.judge = judge;
        this.years = years;
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
     * @param late whether that came after the last day
     */
    record Row(Unit unit, State state, @Nullable HandIn handIn, boolean late) {}

    /** {@return how all units stand in a year, in the order of their codes} */
    List<Row> rows(Year year) {
        List<String> started = database.sql("select distinct unit from upload where fiscal_year = :year")
                .param("year", year.value())
                .query(String.class)
                .list();
        List<Row> rows = new ArrayList<>();
        for (Unit unit : units.all()) {
            HandIn handIn = handIns.newest(unit.code(), year.value()).orElse(null);
            boolean late = handIn != null && years.isLate(year, handIn.at());
            rows.add(new Row(unit, state(handIn, started.contains(unit.code())), handIn, late));
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

    /** {@return the report on the newest versions of all units for a year as one budget; empty where nobody handed in} */
    Optional<ReportDocument> whole(Year year, Locale locale) {
        return whole(year).map(whole -> whole.judged().in(locale));
    }

    /** {@return the newest versions of all units for a year as one budget; empty where nobody handed in} */
    public synchronized Optional<Whole> whole(Year year) {
        List<HandIn> newest = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        units.all()
                .forEach(unit -> handIns.newest(unit.code(), year.value())
                        .ifPresentOrElse(newest::add, () -> absent.add(unit.code())));
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        List<Long> ids = newest.stream().map(HandIn::upload).toList();
        Whole whole = last;
        if (whole == null
                || !whole.year().equals(year)
                || !whole.uploads().equals(ids)
                || !whole.absent().equals(absent)) {
            List<Judge.UnitFile> files = newest.stream().map(this::file).toList();
            whole = new Whole(year, ids, absent, judge.judgeTogether(year, files, absent));
            last = whole;
        }
        return Optional.of(whole);
    }

    private Judge.UnitFile file(HandIn handIn) {
        Judge.UnitFile file = uploads.get(handIn.upload()).file();
        return new Judge.UnitFile(handIn.unit() + "/" + file.name(), file.bytes());
    }
}
