package org.hrbudget.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hrbudget.cli.collection.Board;
import org.hrbudget.cli.collection.HandIns;
import org.hrbudget.cli.collection.Mistakes;
import org.hrbudget.cli.collection.Places;
import org.hrbudget.cli.collection.Roster;
import org.hrbudget.cli.collection.UnitNote;
import org.hrbudget.cli.collection.UnitStates;
import org.hrbudget.io.BudgetDocument;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Input;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Consolidation;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/** Judges what units handed in, each by itself and all together, and writes what is to be said to each. */
final class UnitReviews {

    private static final int FINDINGS_PER_RULE = 1_000;

    /** What came of a unit. The report itself is written and let go: eighty of them would be much to hold. */
    private record Reviewed(
            HandIns.OfUnit of,
            Board.UnitState state,
            List<Mistakes.Made> mistakes,
            @Nullable String sha256) {}

    private final Arguments arguments;
    private final ProgramWords words;
    private final List<RulePack> packs;
    private final Places places;
    private final Path out;
    private final ReadingOptions reading;
    private final int threads;
    private final BudgetValidator.Builder validator;
    private final List<BudgetDocument<?>> documents;

    /**
     * @param packs the packs that budgets are checked with
     * @param places where results are, in the folder
     * @param out the folder
     */
    UnitReviews(Arguments arguments, ProgramWords words, List<RulePack> packs, Places places, Path out) {
        this.arguments = arguments;
        this.words = words;
        this.packs = packs;
        this.places = places;
        this.out = out;
        this.reading = new ReadingOptions(arguments, words);
        this.threads = arguments.number("--threads", Runtime.getRuntime().availableProcessors());
        this.validator = BudgetValidator.builder()
                .packs(packs.toArray(RulePack[]::new))
                .maxFindingsPerRule(arguments.number("--max-findings-per-rule", FINDINGS_PER_RULE));
        reading.give(validator, packs.get(0));
        this.documents = UnitDocuments.read(arguments);
    }

    /** {@return how all units stand; reports and notes are written by then} */
    Board board(
            HandIns handIns,
            FiscalYear year,
            @Nullable LocalDate due,
            @Nullable LocalDate repairBy,
            ZoneId zone,
            RunNotes notes) {
        UnitStates states = new UnitStates(words.locale(), due, arguments.given("--received"));
        UnitNote note = new UnitNote(words.locale(), year.value(), text(due), text(repairBy));
        List<Reviewed> reviewed;
        Board.Whole whole;
        try (Together together = together(handIns)) {
            reviewed = EachBudget.judge(
                    handIns.units(), threads, of -> review(of, together, states, note, notes.taken(1)));
            whole = whole(reviewed, together, notes);
        }
        List<Board.StrayFile> strays = new ArrayList<>();
        handIns.strays()
                .forEach(stray ->
                        strays.add(new Board.StrayFile(stray.name(), stray.why().in(words.locale()))));
        strays.addAll(same(reviewed));
        return new Board(
                words.locale().getLanguage(),
                packs.get(0).manifest().jurisdiction(),
                year.value(),
                text(due),
                zone.getId(),
                reviewed.stream().map(Reviewed::state).toList(),
                whole,
                Mistakes.shared(reviewed.stream().map(Reviewed::mistakes).toList(), words.locale()),
                strays);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /**
     * All files as one budget, whose lines are judged with their units.
     *
     * @param lines takes the lines; {@code null} where there are none, or they are read again
     */
    private record Together(@Nullable Consolidation lines) implements AutoCloseable {

        @Override
        public void close() {
            if (lines != null) {
                lines.close();
            }
        }
    }

    /** A unit is judged beside its own rows of documents alone, and its lines must then be judged again with those of all. */
    private Together together(HandIns handIns) {
        List<Input> inputs = handIns.units().stream()
                .flatMap(of -> Stream.ofNullable(of.taken()))
                .map(UnitReviews::input)
                .toList();
        return new Together(
                !documents.isEmpty() || inputs.isEmpty()
                        ? null
                        : built(List.of(), 1).consolidation(source(inputs, BudgetHeader.Scope.WHOLE)));
    }

    private BudgetSource source(List<Input> inputs, BudgetHeader.Scope scope) {
        return reading.source(inputs, packs.get(0), scope);
    }

    private static Input input(HandIns.HandIn file) {
        return Input.of(file.path()).named(file.name());
    }

    private String message(BudgetReadException e) {
        return e.message(words.locale()).replace('\n', ' ');
    }

    private Reviewed review(
            HandIns.OfUnit of, Together together, UnitStates states, UnitNote note, Map<String, String> run) {
        Roster.Unit unit = of.unit();
        String noteLink = places.of(unit, ".txt");
        HandIns.HandIn taken = of.taken();
        if (taken == null) {
            Board.UnitState state = states.unread(of, null, noteLink);
            write(note, state, null);
            return new Reviewed(of, state, List.of(), null);
        }
        try {
            // The time of a file says when it was copied; only a list says when it was handed in.
            LocalDate submitted = taken.listed() ? taken.received().day() : null;
            BudgetSource source = reading.ofUnit(input(taken), packs.get(0), submitted);
            Consolidation lines = together.lines();
            ValidationReport report = lines == null ? validator(unit).validate(source) : lines.add(source);
            ReportDocument document = ReportDocument.of(report, words.locale(), run);
            Board.UnitState state =
                    states.judged(of, report, places.of(unit, ".html"), places.of(unit, ".json"), noteLink);
            write(document, places.of(unit, ""));
            write(note, state, document);
            return new Reviewed(
                    of,
                    state,
                    Mistakes.of(unit, report.ledger()),
                    report.inputs().get(0).sha256());
        } catch (BudgetReadException e) {
            Board.UnitState state = states.unread(of, message(e), noteLink);
            write(note, state, null);
            return new Reviewed(of, state, List.of(), null);
        }
    }

    /** {@return the validator of a unit, which sees its own rows of documents that are of all units} */
    private BudgetValidator validator(Roster.Unit unit) {
        List<BudgetDocument<?>> own = new ArrayList<>();
        documents.forEach(document -> own.add(UnitDocuments.of(document, unit::is)));
        return built(own, 1);
    }

    /** What is read beside budgets is read once; the documents of one unit take the place of those of another. */
    private synchronized BudgetValidator built(List<BudgetDocument<?>> beside, int onThreads) {
        beside.forEach(validator::documents);
        return validator.threads(onThreads).build();
    }

    private Board.Whole whole(List<Reviewed> reviewed, Together together, RunNotes notes) {
        List<Reviewed> read =
                reviewed.stream().filter(each -> each.state().amount() != null).toList();
        List<String> absent = reviewed.stream()
                .filter(each -> each.state().amount() == null)
                .map(each -> each.state().code())
                .toList();
        BigDecimal amount = read.stream()
                .map(each -> new BigDecimal(String.valueOf(each.state().amount())))
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        long lines = read.stream().mapToLong(each -> each.state().lines()).sum();
        if (read.isEmpty()) {
            return none(absent, null);
        }
        Consolidation judged = together.lines();
        try {
            ValidationReport report = judged != null ? judged.whole() : again(read);
            ValidationReport said = UnitStates.lacking(report, absent);
            write(ReportDocument.of(said, words.locale(), notes.taken(threads)), Places.WHOLE);
            return new Board.Whole(
                    read.size(),
                    absent,
                    said.verdict(),
                    report.violations(Severity.ERROR),
                    report.violations(Severity.WARNING),
                    report.violations(Severity.REVIEW),
                    report.summaries().budget().lines(),
                    report.summaries().budget().amount().toPlainString(),
                    report.header().currency(),
                    amount.toPlainString(),
                    lines,
                    Places.WHOLE + ".html",
                    Places.WHOLE + ".json",
                    null);
        } catch (BudgetReadException e) {
            return none(absent, message(e));
        }
    }

    private ValidationReport again(List<Reviewed> read) {
        List<Input> inputs = read.stream()
                .map(each -> input(Objects.requireNonNull(each.of().taken())))
                .toList();
        return built(documents, threads).validate(source(inputs, BudgetHeader.Scope.WHOLE));
    }

    private static Board.Whole none(List<String> absent, @Nullable String refused) {
        return new Board.Whole(0, absent, null, 0, 0, 0, 0, null, null, "0.00", 0, null, null, refused);
    }

    /** {@return what is said of files that are the same, byte for byte, though of different units} */
    private List<Board.StrayFile> same(List<Reviewed> reviewed) {
        List<Board.StrayFile> same = new ArrayList<>();
        for (int i = 0; i < reviewed.size(); i++) {
            Reviewed one = reviewed.get(i);
            reviewed.subList(0, i).stream()
                    .filter(other -> one.sha256() != null && one.sha256().equals(other.sha256()))
                    .findFirst()
                    .ifPresent(other -> same.add(new Board.StrayFile(
                            String.valueOf(one.state().file()),
                            words.get(
                                    "collect.same",
                                    "unit",
                                    other.state().code(),
                                    "file",
                                    String.valueOf(other.state().file())))));
        }
        return same;
    }

    private void write(ReportDocument document, String place) {
        Stream.of(ReportDocument.Form.JSON, ReportDocument.Form.HTML)
                .forEach(form -> WholeOutput.write(
                        out.resolve(place + (form == ReportDocument.Form.JSON ? ".json" : ".html")),
                        words,
                        stream -> form.write(document, stream)));
    }

    private void write(UnitNote note, Board.UnitState state, @Nullable ReportDocument document) {
        StringBuilder text = new StringBuilder();
        try {
            note.write(state, document, text);
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot be written to.", e);
        }
        WholeOutput.write(
                out.resolve(state.note()),
                words,
                stream -> stream.write(text.toString().getBytes(UTF_8)));
    }
}
