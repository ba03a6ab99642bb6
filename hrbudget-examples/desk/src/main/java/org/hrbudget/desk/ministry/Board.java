package org.hrbudget.desk.ministry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.units.HandIns;
import org.hrbudget.desk.units.HandIns.HandIn;
import org.hrbudget.desk.units.Returns;
import org.hrbudget.desk.units.Units;
import org.hrbudget.desk.units.Units.Unit;
import org.hrbudget.desk.units.Uploads;
import org.hrbudget.desk.units.Waivers;
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
    private final Returns returns;
    private final Waivers waivers;
    private final Clock clock;
    private final JdbcClient database;

    /** The last consolidated budget: true until another version is handed in, a unit is added, or the year changes. */
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

    Board(
            Units units,
            HandIns handIns,
            Uploads uploads,
            Judge judge,
            Years years,
            Returns returns,
            Waivers waivers,
            Clock clock,
            JdbcClient database) {
        this.units = units;
        this.handIns = handIns;
        this.uploads = uploads;
        this.judge = judge;
        this.years = years;
        this.returns = returns;
        this.waivers = waivers;
        this.clock = clock;
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
        /** Handed in, with errors that are all waived. */
        WAIVED,
        /** Handed in and sent back. */
        RETURNED,
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
     * @param late whether that came after the last day, or has not come though it has passed
     * @param waived how many of its errors are waived
     */
    record Row(Unit unit, State state, @Nullable HandIn handIn, boolean late, long waived) {

        /** {@return whether it is among those that are asked for} */
        boolean is(@Nullable Filter filter, String text) {
            String all = unit.code() + " " + unit.name();
            return (filter == null || filter.isOf(this))
                    && all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
        }
    }

    /** Units that somebody looks for. */
    enum Filter {
        /** Handed in by the last day. */
        ON_TIME(row -> row.handIn() != null && !row.late()),
        /** After it, or not yet though it has passed. */
        LATE(Row::late),
        /** No file came. */
        OPEN(row -> row.state() == State.OPEN),
        /** Not handed in. */
        STARTED(row -> row.state() == State.STARTED),
        /** Handed in with errors, waived or not. */
        WITH_ERRORS(row -> row.handIn() != null && row.handIn().errors() > 0),
        /** Handed in with something that could not be judged. */
        UNDETERMINED(row -> row.state() == State.UNDETERMINED),
        /** Handed in, and nothing is to be mended. */
        HANDED_IN(row -> row.state() == State.HANDED_IN),
        /** Sent back, and not handed in again. */
        RETURNED(row -> row.state() == State.RETURNED);

        @SuppressWarnings("ImmutableEnumChecker") // Each is a question, which holds nothing.
        private final Predicate<Row> question;

        Filter(Predicate<Row> question) {
            this.question = question;
        }

        boolean isOf(Row row) {
            return question.test(row);
        }
    }

    /** {@return how all units stand in a year, in the order of their codes} */
    List<Row> rows(Year year) {
        List<String> started = database.sql("select distinct unit from upload where fiscal_year = :year")
                .param("year", year.value())
                .query(String.class)
                .list();
        Set<String> waiving =
                waivers.of(year.value()).stream().map(Waivers.Given::unit).collect(Collectors.toSet());
        List<Row> rows = new ArrayList<>();
        for (Unit unit : units.all()) {
            HandIn handIn = handIns.newest(unit.code(), year.value()).orElse(null);
            boolean late = years.isLate(year, handIn == null ? clock.instant() : handIn.at());
            long waived = handIn != null && waiving.contains(unit.code())
                    ? HandIns.waivedErrors(handIns.report(handIn, Locale.ENGLISH))
                    : 0;
            rows.add(new Row(unit, state(handIn, started.contains(unit.code()), waived), handIn, late, waived));
        }
        return rows;
    }

    private State state(@Nullable HandIn handIn, boolean started, long waived) {
        if (handIn == null) {
            return started ? State.STARTED : State.OPEN;
        }
        if (returns.find(handIn.unit(), handIn.version()).isPresent()) {
            return State.RETURNED;
        }
        if (waived > 0 && waived == handIn.errors()) {
            return State.WAIVED;
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
        List<Waivers.Given> given = waivers.of(year.value());
        LocalDate today = LocalDate.now(clock);
        return Optional.of(new Whole(
                year,
                ids,
                absent,
                new Judge.Judged(
                        Waivers.apply(given, whole.judged().es(), today),
                        Waivers.apply(given, whole.judged().en(), today))));
    }

    /** {@return the newest versions of all units for a year, in the order of their codes} */
    List<Judge.UnitFile> files(Year year) {
        return units.all().stream()
                .flatMap(unit -> handIns.newest(unit.code(), year.value()).stream())
                .map(this::file)
                .toList();
    }

    private Judge.UnitFile file(HandIn handIn) {
        Judge.UnitFile file = uploads.get(handIn.upload()).file();
        return file.named(handIn.unit() + "/" + file.name());
    }
}
