package org.hrbudget.validation.internal;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.summary.Summaries;
import org.hrbudget.summary.internal.UnitPortions;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.spi.PartialReport;
import org.jspecify.annotations.Nullable;

/** A part as each run of packs counts it. Not thread-safe. */
final class Part implements PartialReport {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Two packs whose findings are compared.
     *
     * @param before which of the runs is the first pack's
     * @param after which is the other's
     * @param tally what they raise differently
     */
    record Pair(int before, int after, DifferenceTally tally) {}

    private final ArrayList<PackTally> packs = new ArrayList<>();
    private final Summaries.Tally tally;
    /** The lines that some duty could not be judged of: by the validator's own packs, then with the second of each pair among them. */
    private final ArrayList<Summaries.Tally> unjudged = new ArrayList<>();

    /** What units' lines come to by activity and programme; none where no rule asks. */
    private final @Nullable UnitPortions portions;

    private final @Nullable FiscalYear fiscalYear;
    private final BudgetPhase phase;
    private long linesOfOtherYears;
    private long linesWithoutAmount;
    private @Nullable Position firstWithoutAmount;
    private final transient @Nullable List<PackRun> runs;
    private final transient @Nullable List<Pair> pairs;

    Part(Terms terms, List<RulePack> judges, List<Pair> pairs) {
        this.runs = judges.stream().map(pack -> new PackRun(pack, terms)).toList();
        runs.forEach(run -> packs.add(run.tally()));
        this.pairs = pairs;
        this.tally = Summaries.Tally.of(terms.header().phase(), terms.programme());
        for (int view = 0; view <= pairs.size(); view++) {
            unjudged.add(Summaries.Tally.of(terms.header().phase(), terms.programme()));
        }
        this.portions = runs.stream().allMatch(run -> run.asksForPortions().isEmpty()) ? null : new UnitPortions();
        this.fiscalYear = terms.header().fiscalYear();
        this.phase = terms.header().phase();
    }

    @Override
    public void add(List<SpendingLine> lines) {
        judge(lines);
    }

    /** Has lines judged and adds them up. {@return what each pack raises} */
    List<List<Raised>> judge(List<SpendingLine> lines) {
        for (SpendingLine line : lines) {
            tally.add(line);
            if (portions != null) {
                portions.add(line, line.amount(phase.basis()));
            }
            FiscalYear stated = line.fiscalYear();
            if (stated != null && fiscalYear != null && !stated.equals(fiscalYear)) {
                linesOfOtherYears++;
            }
            if (line.amount(phase.basis()) == null) {
                withoutAmount(1, line.position());
            }
        }
        List<List<Raised>> raised = new ArrayList<>();
        runs().forEach(run -> raised.add(run.lines(lines)));
        pairs().forEach(pair -> pair.tally().lines(lines, raised.get(pair.before()), raised.get(pair.after())));
        for (int view = 0; view < unjudged.size(); view++) {
            Set<SpendingLine> open = Collections.newSetFromMap(new IdentityHashMap<>());
            runs(view).forEach(run -> open.addAll(run.openLines()));
            // In the order of the lines: a set of identities has one of its own, and two attempts must leave the same
            // bytes.
            lines.stream().filter(open::contains).forEach(unjudged.get(view)::add);
        }
        return raised;
    }

    /**
     * {@return the runs of the packs that a report is by}
     *
     * @param view 0 for the validator's own, else the number of the pair the second of which takes the place of the first
     */
    List<PackRun> runs(int view) {
        List<PackRun> all = runs();
        List<PackRun> own = new ArrayList<>(all.subList(0, all.size() - pairs().size()));
        if (view > 0) {
            Pair pair = pairs().get(view - 1);
            own.set(pair.before(), all.get(pair.after()));
        }
        return own;
    }

    @Override
    public Part merge(PartialReport part) {
        if (!(part instanceof Part other)) {
            throw new IllegalArgumentException("A part of " + part.getClass().getName()
                    + " cannot be merged.\nMaybe make every part with BudgetValidator.part(outline).");
        }
        boolean alike = packs.size() == other.packs.size() && Objects.equals(fiscalYear, other.fiscalYear);
        for (int i = 0; alike && i < packs.size(); i++) {
            alike = packs.get(i).isLike(other.packs.get(i));
        }
        if (!alike) {
            throw new IllegalArgumentException("Parts of different validations cannot be merged: one by " + packs
                    + " for fiscal year " + fiscalYear + ", one by " + other.packs + " for " + other.fiscalYear
                    + ".\nMaybe make every part with one outline and validators built alike.");
        }
        take(other);
        return this;
    }

    /**
     * {@return whether the lines of another part count here as they are: they are judged by the same rules, with the same data at hand}
     * What the lines add up to may be judged otherwise, as of one unit and of all of them.
     */
    boolean judgesLinesLike(Part other) {
        boolean alike = phase == other.phase
                && Objects.equals(fiscalYear, other.fiscalYear)
                && runs().size() == other.runs().size();
        for (int i = 0; alike && i < packs.size(); i++) {
            alike = runs().get(i).judgesLinesLike(other.runs().get(i));
        }
        return alike;
    }

    /** Adds what the lines of another part came to, which judges lines like this one and has judged nothing else yet. */
    void takeLines(Part other) {
        take(other);
    }

    private void take(Part other) {
        tally.merge(other.tally);
        if (portions != null && other.portions != null) {
            portions.merge(other.portions);
        }
        // What was read back from bytes has no pairs, but what was sent had none either.
        for (int view = 0; view < unjudged.size(); view++) {
            unjudged.get(view).merge(other.unjudged.get(view));
        }
        linesOfOtherYears += other.linesOfOtherYears;
        withoutAmount(other.linesWithoutAmount, other.firstWithoutAmount);
        for (int i = 0; i < packs.size(); i++) {
            packs.get(i).merge(other.packs.get(i));
        }
        if (other.pairs != null) {
            List<Pair> own = pairs();
            for (int i = 0; i < own.size(); i++) {
                own.get(i).tally().merge(other.pairs.get(i).tally());
            }
        }
    }

    private void withoutAmount(long lines, @Nullable Position first) {
        linesWithoutAmount += lines;
        Position known = firstWithoutAmount;
        if (first != null && (known == null || first.compareTo(known) < 0)) {
            firstWithoutAmount = first;
        }
    }

    /** {@return what the lines add up to; of one unit, beside what that unit funded last year} */
    Summaries summaries(Terms terms) {
        Baseline baseline = terms.baseline();
        if (baseline != null && terms.header().scope() == BudgetHeader.Scope.UNIT) {
            baseline = baseline.isByUnit() ? baseline.ofUnits(tally.unitCodes()) : null;
        }
        return tally.summaries(
                terms.header().fiscalYear(), baseline, terms.documents().listedActions());
    }

    /**
     * {@return what the lines add up to that not every duty about lines could judge}
     *
     * @param view whose duties, see {@link #runs(int)}
     * @param summaries what all lines add up to
     */
    Summaries unjudged(int view, Summaries summaries) {
        return runs(view).stream().anyMatch(run -> run.leavesAllLinesOpen(summaries))
                ? summaries
                : unjudged.get(view).summaries(null);
    }

    /** Judges what the lines add up to; to be called once, when all parts are merged. {@return what each pack raises} */
    List<List<Raised>> judge(Summaries summaries, Documents documents) {
        List<List<Raised>> raised = new ArrayList<>();
        runs().forEach(run -> raised.add(run.summaries(summaries, portions, documents)));
        compare(raised);
        return raised;
    }

    /** Judges some of the repeated keys of the whole budget. {@return what each pack raises} */
    List<List<Raised>> judgeRepeated(List<RepeatedKey> keys) {
        List<List<Raised>> raised = new ArrayList<>();
        runs().forEach(run -> raised.add(run.repeatedKeys(keys)));
        compare(raised);
        return raised;
    }

    private void compare(List<List<Raised>> raised) {
        pairs().forEach(pair -> pair.tally().summaries(raised.get(pair.before()), raised.get(pair.after())));
    }

    /** {@return the lines that state another fiscal year than the budget's} */
    long linesOfOtherYears() {
        return linesOfOtherYears;
    }

    /** {@return the lines that lack the amount that stands for their money} */
    long linesWithoutAmount() {
        return linesWithoutAmount;
    }

    /** {@return the first of those, by its position} */
    Optional<Position> firstWithoutAmount() {
        return Optional.ofNullable(firstWithoutAmount);
    }

    List<PackRun> runs() {
        return present(runs);
    }

    List<Pair> pairs() {
        return present(pairs);
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        if (list == null) {
            throw new IllegalStateException("This part was read back from bytes, without its rules."
                    + "\nMaybe merge it into BudgetValidator.part(outline), and go on with that one.");
        }
        return list;
    }
}
