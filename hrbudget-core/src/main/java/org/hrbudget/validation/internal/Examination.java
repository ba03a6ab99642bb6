package org.hrbudget.validation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Bilingual;
import org.hrbudget.summary.Summaries;
import org.hrbudget.summary.internal.RepetitionSearch;
import org.hrbudget.summary.spi.Repetitions;
import org.hrbudget.validation.ComparedReports;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.RunOptions;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.spi.PartialReport;
import org.jspecify.annotations.Nullable;

/**
 * A budget read and judged: by the packs of a validator, and by others in the place of some of them.
 *
 * @param settings what the validator was built with
 * @param others the packs that each take the place of one of its packs
 */
public record Examination(Settings settings, List<RulePack> others) {

    /** What was read and judged. */
    private record Judged(
            Terms terms,
            Part whole,
            Summaries summaries,
            ReadingAccount account,
            List<ValidationReport.Problem> problems) {}

    /** {@return what the packs say of a budget} */
    public ComparedReports of(BudgetSource source, RunOptions options) {
        Judged judged = read(
                source,
                options,
                others.stream().map(other -> DifferenceTally.Late.UNKNOWN).toList());
        List<DifferenceTally.Late> late = late(judged.whole());
        if (!late.isEmpty()) {
            judged = read(source, options.withoutFindings(), late);
        }
        return comparison(judged);
    }

    /** {@return a part of a budget, without lines} */
    public PartialReport part(LineReader.Outline outline) {
        return part(Terms.of(settings, outline), List.of());
    }

    /** {@return the report on a budget that was read and judged in parts} */
    public ValidationReport conclude(
            LineReader.Outline outline, PartialReport parts, ReadingAccount account, Repetitions repetitions) {
        Terms terms = Terms.of(settings, outline);
        Part whole = part(terms, List.of()).merge(parts);
        return conclude(terms, whole, account, List.of(), () -> repetitions);
    }

    /**
     * {@return what the packs say of a budget that is part of a larger one; its lines are handed on to that}
     *
     * @param larger the larger budget
     */
    ValidationReport of(BudgetSource source, Gathering.Larger larger) {
        try (LineReader reader = source.open()) {
            return comparison(judge(reader, RunOptions.none(), nobody(), List.of(), larger))
                    .report();
        }
    }

    /** {@return what lines come to by the terms of the budget that they are to be counted in} */
    Part lines(BudgetSource source, Terms terms) {
        try (LineReader reader = source.open();
                RepetitionSearch known = new RepetitionSearch(null, false)) {
            Supplier<Part> parts = () -> part(terms, List.of());
            return new LineRoom(
                            reader, parts, () -> known.collector(null), nobody(), RunOptions.none(), settings.threads())
                    .run();
        }
    }

    /** {@return the report on lines that were judged, as one budget} */
    ValidationReport conclude(
            Terms terms, Part whole, ReadingAccount account, List<Bilingual> stopped, Supplier<Repetitions> found) {
        Closing closing = new Closing(terms, whole, account.faults().isEmpty() && stopped.isEmpty(), nobody());
        stopped.forEach(closing::stopped);
        closing.judge(found);
        return comparison(new Judged(terms, whole, closing.summaries(), account, closing.problems()))
                .report();
    }

    /** {@return the terms of a budget of which this is known before its first line} */
    Terms terms(LineReader.Outline outline) {
        return Terms.of(settings, outline);
    }

    /** {@return whether a rule is about repeated keys, whether it applies or not} */
    boolean looksForRepeatedKeys() {
        return settings.looksForRepeatedKeys();
    }

    private Delivery nobody() {
        return new Delivery(null, settings.packs().size());
    }

    private Judged read(BudgetSource source, RunOptions options, List<DifferenceTally.Late> late) {
        Delivery delivery =
                new Delivery(options.findings().orElse(null), settings.packs().size());
        try (LineReader reader = source.open()) {
            return judge(reader, options, delivery, late, null);
        } catch (RuntimeException | Error e) {
            delivery.end(false);
            throw e;
        }
    }

    private Judged judge(
            LineReader reader,
            RunOptions options,
            Delivery delivery,
            List<DifferenceTally.Late> late,
            Gathering.@Nullable Larger larger) {
        Terms terms = Terms.of(settings, reader.outline());
        Supplier<Part> parts = () -> part(terms, late);
        boolean keys = parts.get().runs().stream()
                .anyMatch(run -> !run.aboutRepetitions().isEmpty());
        try (RepetitionSearch repetitions =
                new RepetitionSearch(options.workFolder().orElse(null), keys)) {
            Supplier<RepetitionSearch.Collector> collectors =
                    () -> repetitions.collector(larger == null ? null : larger.repetitions());
            LineRoom room = new LineRoom(reader, parts, collectors, delivery, options, settings.threads());
            Part whole = room.run();
            ReadingAccount account = reader.account();
            if (larger != null) {
                larger.taker()
                        .take(reader.outline(), whole, account, room.stopped().orElse(null));
            }
            boolean complete = account.faults().isEmpty() && room.stopped().isEmpty();
            Closing closing = new Closing(terms, whole, complete, delivery);
            room.stopped().ifPresent(closing::stopped);
            closing.judge(repetitions::found);
            closing.deliver();
            return new Judged(terms, whole, closing.summaries(), account, closing.problems());
        }
    }

    Part part(Terms terms, List<DifferenceTally.Late> late) {
        List<RulePack> all = new ArrayList<>(settings.packs());
        List<Part.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < late.size(); i++) {
            RulePack other = others.get(i);
            pairs.add(new Part.Pair(replacedBy(other), all.size(), new DifferenceTally(terms, late.get(i))));
            all.add(other);
        }
        return new Part(terms, all, pairs);
    }

    /** {@return what must be known of lines before they are read once more; empty where once is enough} */
    private static List<DifferenceTally.Late> late(Part whole) {
        List<Optional<DifferenceTally.Late>> found =
                whole.pairs().stream().map(pair -> pair.tally().lateFound()).toList();
        return found.stream().allMatch(Optional::isEmpty)
                ? List.of()
                : found.stream()
                        .map(late -> late.orElse(DifferenceTally.Late.UNKNOWN))
                        .toList();
    }

    /** {@return which of the packs another takes the place of: the one of its jurisdiction} */
    private int replacedBy(RulePack other) {
        for (int i = 0; i < settings.packs().size(); i++) {
            if (settings.packs()
                    .get(i)
                    .manifest()
                    .jurisdiction()
                    .equals(other.manifest().jurisdiction())) {
                return i;
            }
        }
        throw new IllegalArgumentException("The validator has no pack of "
                + other.manifest().jurisdiction() + " that " + other.manifest().id()
                + " could take the place of.\nMaybe compare versions of one jurisdiction.");
    }

    private ComparedReports comparison(Judged read) {
        Conclusion conclusion = new Conclusion(read.terms(), read.summaries(), read.account(), read.problems());
        Part whole = read.whole();
        List<ComparedReports.Alternative> alternatives = new ArrayList<>();
        for (Part.Pair pair : whole.pairs()) {
            PackRun before = whole.runs().get(pair.before());
            PackRun after = whole.runs().get(pair.after());
            alternatives.add(new ComparedReports.Alternative(
                    before.manifest(),
                    conclusion.report(whole, alternatives.size() + 1),
                    before.standings(read.summaries()),
                    after.standings(read.summaries()),
                    pair.tally().difference(before.rules(), after.rules())));
        }
        return new ComparedReports(conclusion.report(whole, 0), alternatives);
    }
}
