package org.hrbudget.validation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.summary.Summaries;
import org.hrbudget.summary.internal.RepetitionSearch;
import org.hrbudget.summary.spi.Repetitions;
import org.hrbudget.validation.ComparedReports;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.RunOptions;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.spi.PartialReport;

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
        Closing closing = new Closing(
                terms,
                whole,
                account.faults().isEmpty(),
                new Delivery(null, settings.packs().size()));
        closing.judge(() -> repetitions);
        return comparison(new Judged(terms, whole, closing.summaries(), account, closing.problems()))
                .report();
    }

    private Judged read(BudgetSource source, RunOptions options, List<DifferenceTally.Late> late) {
        Delivery delivery =
                new Delivery(options.findings().orElse(null), settings.packs().size());
        try (LineReader reader = source.open()) {
            return judge(reader, options, delivery, late);
        } catch (RuntimeException | Error e) {
            delivery.end(false);
            throw e;
        }
    }

    private Judged judge(LineReader reader, RunOptions options, Delivery delivery, List<DifferenceTally.Late> late) {
        Terms terms = Terms.of(settings, reader.outline());
        Supplier<Part> parts = () -> part(terms, late);
        boolean keys = parts.get().runs().stream()
                .anyMatch(run -> !run.aboutRepetitions().isEmpty());
        try (RepetitionSearch repetitions =
                new RepetitionSearch(options.workFolder().orElse(null), keys)) {
            LineRoom room = new LineRoom(reader, parts, repetitions, delivery, options, settings.threads());
            Part whole = room.run();
            ReadingAccount account = reader.account();
            boolean complete = account.faults().isEmpty() && room.stopped().isEmpty();
            Closing closing = new Closing(terms, whole, complete, delivery);
            room.stopped().ifPresent(closing::stopped);
            closing.judge(repetitions::found);
            closing.deliver();
            return new Judged(terms, whole, closing.summaries(), account, closing.problems());
        }
    }

    private Part part(Terms terms, List<DifferenceTally.Late> late) {
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
