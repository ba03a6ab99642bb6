package org.hrbudget.validation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hrbudget.io.BudgetDocument;
import org.hrbudget.io.BudgetOutline;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.LineReader;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.summary.RepetitionSearch;
import org.hrbudget.summary.Repetitions;
import org.hrbudget.summary.Summaries;
import org.hrbudget.validation.facts.FactContext;
import org.jspecify.annotations.Nullable;

/**
 * A budget read and judged: by the packs of a validator, and by others in the place of some of them.
 *
 * @param packs the validator's packs
 * @param others the packs that each take the place of one of those
 * @param programme the human-rights programme, if given
 * @param items the object items of the year, if given
 * @param baseline last year's funded actions, if given
 * @param documents the documents given beside the budget, by what they are
 * @param asked the fiscal year to check for whatever the packs govern, if given
 * @param threads how many threads check lines
 * @param keep how many findings of a rule are kept
 */
record Examination(
        List<RulePack> packs,
        List<RulePack> others,
        @Nullable HumanRightsProgramme programme,
        @Nullable Set<String> items,
        @Nullable Baseline baseline,
        Map<DataItem, BudgetDocument<?>> documents,
        @Nullable FiscalYear asked,
        int threads,
        int keep) {

    /** What was read and judged. */
    private record Judged(
            Terms terms, PartialReport whole, Summaries summaries, ReadingAccount account, List<Problem> problems) {}

    /** {@return what the packs say of a budget} */
    Comparison of(BudgetSource source, RunOptions options) {
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
    PartialReport part(BudgetOutline outline) {
        return new PartialReport(terms(outline), List.of());
    }

    /** {@return the report on a budget that was read and judged in parts} */
    ValidationReport conclude(
            BudgetOutline outline, PartialReport parts, ReadingAccount account, Repetitions repetitions) {
        Terms terms = terms(outline);
        PartialReport whole = new PartialReport(terms, List.of()).merge(parts);
        Closing closing = new Closing(terms, whole, account.faults().isEmpty(), new Delivery(null, packs.size()));
        closing.judge(() -> repetitions);
        return comparison(new Judged(terms, whole, closing.summaries(), account, closing.problems()))
                .report();
    }

    private Judged read(BudgetSource source, RunOptions options, List<DifferenceTally.Late> late) {
        Delivery delivery = new Delivery(options.findings().orElse(null), packs.size());
        try (LineReader reader = source.open()) {
            return judge(reader, options, delivery, late);
        } catch (RuntimeException | Error e) {
            delivery.end(false);
            throw e;
        }
    }

    private Judged judge(LineReader reader, RunOptions options, Delivery delivery, List<DifferenceTally.Late> late) {
        Terms terms = terms(reader.outline());
        Supplier<PartialReport> parts = () -> new PartialReport(terms, pairs(terms.header(), late));
        boolean keys = parts.get().runs().stream()
                .anyMatch(run -> !run.aboutRepetitions().isEmpty());
        try (RepetitionSearch repetitions =
                new RepetitionSearch(options.workFolder().orElse(null), keys)) {
            LineRoom room = new LineRoom(reader, parts, repetitions, delivery, options, threads);
            PartialReport whole = room.run();
            ReadingAccount account = reader.account();
            boolean complete = account.faults().isEmpty() && room.stopped().isEmpty();
            Closing closing = new Closing(terms, whole, complete, delivery);
            room.stopped().ifPresent(closing::stopped);
            closing.judge(repetitions::found);
            closing.deliver();
            return new Judged(terms, whole, closing.summaries(), account, closing.problems());
        }
    }

    private Terms terms(BudgetOutline outline) {
        Baseline compared = baseline != null ? baseline : outline.baseline();
        BudgetHeader header = withFiscalYear(outline.header());
        Documents filed = Documents.of(documents, header.fiscalYear());
        Availability availability = availability(outline, compared, filed);
        Map<String, Set<String>> lists = filed.listsByUnit(programme);
        Map<String, Map<String, String>> columns = new HashMap<>(filed.columns());
        columns.putAll(outline.columns());
        List<RulePack> all = new ArrayList<>(packs);
        all.addAll(others);
        List<PackRun.Setting> settings = all.stream()
                .map(pack -> new PackRun.Setting(
                        pack,
                        new FactContext(
                                header.fiscalYear(),
                                header.phase(),
                                pack.catalogues(),
                                programme,
                                items,
                                lists,
                                availability.items().contains(DataItem.NO_ACTION_REASON)),
                        availability,
                        columns,
                        keep))
                .toList();
        return new Terms(header, programme, compared, filed, availability, settings);
    }

    private List<PartialReport.Pair> pairs(BudgetHeader header, List<DifferenceTally.Late> late) {
        List<PartialReport.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            DifferenceTally tally = new DifferenceTally(header.phase(), programme, keep, late.get(i));
            pairs.add(new PartialReport.Pair(replacedBy(others.get(i)), packs.size() + i, tally));
        }
        return pairs;
    }

    /** {@return what must be known of lines before they are read once more; empty where once is enough} */
    private static List<DifferenceTally.Late> late(PartialReport whole) {
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
        for (int i = 0; i < packs.size(); i++) {
            if (packs.get(i).manifest().jurisdiction().equals(other.manifest().jurisdiction())) {
                return i;
            }
        }
        throw new IllegalArgumentException("The validator has no pack of "
                + other.manifest().jurisdiction() + " that " + other.manifest().id()
                + " could take the place of.\nMaybe compare versions of one jurisdiction.");
    }

    private Comparison comparison(Judged read) {
        Conclusion conclusion = new Conclusion(read.terms(), asked, read.summaries(), read.account(), read.problems());
        PartialReport whole = read.whole();
        List<PackRun> own = whole.runs().subList(0, packs.size());
        List<Comparison.Alternative> alternatives = new ArrayList<>();
        for (PartialReport.Pair pair : whole.pairs()) {
            PackRun before = own.get(pair.before());
            PackRun after = whole.runs().get(pair.after());
            List<PackRun> with = new ArrayList<>(own);
            with.set(pair.before(), after);
            alternatives.add(new Comparison.Alternative(
                    before.manifest(),
                    conclusion.report(with, whole),
                    before.standings(read.summaries()),
                    after.standings(read.summaries()),
                    pair.tally().difference(before.rules(), after.rules())));
        }
        return new Comparison(conclusion.report(own, whole), alternatives);
    }

    private Availability availability(BudgetOutline outline, @Nullable Baseline compared, Documents filed) {
        Set<DataItem> given = EnumSet.noneOf(DataItem.class);
        given.addAll(filed.items());
        if (programme != null) {
            given.add(DataItem.PROGRAMME);
        }
        if (items != null) {
            given.add(DataItem.ITEM_CATALOGUE);
        }
        return new Availability(outline.header(), outline.promises(), given, compared);
    }

    /** A source that states no fiscal year is taken to be of the year asked for, else of that its pack was selected for. */
    private BudgetHeader withFiscalYear(BudgetHeader header) {
        if (header.fiscalYear() != null) {
            return header;
        }
        FiscalYear selected = packs.stream()
                .flatMap(pack -> pack.manifest().selected().stream())
                .map(PackSelection::fiscalYear)
                .findFirst()
                .orElse(null);
        return new BudgetHeader(
                header.jurisdiction(),
                asked != null ? asked : selected,
                header.currency(),
                header.submitted(),
                header.phase(),
                header.scope());
    }
}
