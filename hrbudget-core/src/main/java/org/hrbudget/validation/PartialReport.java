package org.hrbudget.validation;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetScope;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.summary.Summaries;
import org.hrbudget.summary.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a budget has come to: what the rules over lines found, and sums. The lines of a budget may be split among parts
 * in any way and order, and the parts merged in any way and order; {@link BudgetValidator#conclude} then gives the report that
 * {@link BudgetValidator#validate(org.hrbudget.io.BudgetSource)} gives on one machine. Parts do not look for repeated keys, which
 * only all lines together show.
 *
 * <p>Its size depends on the rules, the findings kept, the units and the actions, not on the lines. A serialised part leaves the
 * rules behind: what is read back can be merged into a part that a validator made, but takes no lines itself. Not safe for use by
 * several threads: give each its own, and merge.
 */
public final class PartialReport implements Serializable {

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
    private final Tally tally;
    private final @Nullable FiscalYear fiscalYear;
    private final BudgetPhase phase;
    private long linesOfOtherYears;
    private long linesWithoutAmount;
    private @Nullable Position firstWithoutAmount;
    private final transient @Nullable List<PackRun> runs;
    private final transient @Nullable List<Pair> pairs;

    PartialReport(Terms terms, List<Pair> pairs) {
        this.runs = terms.settings().stream().map(PackRun::new).toList();
        runs.forEach(run -> packs.add(run.tally()));
        this.pairs = pairs;
        this.tally = Tally.of(terms.header().phase(), terms.programme());
        this.fiscalYear = terms.header().fiscalYear();
        this.phase = terms.header().phase();
    }

    /**
     * Has lines judged and adds them up. Some hundred to some thousand at a time are judged fastest.
     *
     * @param lines lines of this part
     * @throws IllegalStateException if this part was read back from bytes
     */
    public void add(List<SpendingLine> lines) {
        judge(lines);
    }

    /** Has lines judged and adds them up. {@return what each pack raises} */
    List<List<Raised>> judge(List<SpendingLine> lines) {
        for (SpendingLine line : lines) {
            tally.add(line);
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
        return raised;
    }

    /**
     * Adds what another part has come to and leaves the other as it is.
     *
     * @param other a part of other lines of the same budget, by the same packs
     * @return this part
     * @throws IllegalArgumentException if the other is this one, or was made by other packs, for another fiscal year, phase or
     *     programme, or with other data at hand
     */
    public PartialReport merge(PartialReport other) {
        boolean alike = packs.size() == other.packs.size() && Objects.equals(fiscalYear, other.fiscalYear);
        for (int i = 0; alike && i < packs.size(); i++) {
            alike = packs.get(i).isLike(other.packs.get(i));
        }
        if (!alike) {
            throw new IllegalArgumentException("Parts of different validations cannot be merged: one by " + packs
                    + " for fiscal year " + fiscalYear + ", one by " + other.packs + " for " + other.fiscalYear
                    + ".\nMaybe make every part with one outline and validators built alike.");
        }
        tally.merge(other.tally);
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
        return this;
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
        if (baseline != null && terms.header().scope() == BudgetScope.UNIT) {
            baseline = baseline.isByUnit() ? baseline.ofUnits(tally.unitCodes()) : null;
        }
        return tally.summaries(baseline, terms.documents().listedActions());
    }

    /** Judges what the lines add up to; to be called once, when all parts are merged. {@return what each pack raises} */
    List<List<Raised>> judge(Summaries summaries, Documents documents) {
        List<List<Raised>> raised = new ArrayList<>();
        runs().forEach(run -> raised.add(run.summaries(summaries, documents)));
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
