package org.hrbudget.validation;

import java.util.ArrayList;
import java.util.List;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.summary.RepetitionSearch;
import org.hrbudget.summary.Summaries;
import org.hrbudget.summary.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a budget has come to: findings and sums. Merging is associative and commutative, so that partitions, threads
 * and their order make no difference. Not thread-safe.
 */
final class Partial {

    /**
     * Two packs whose findings are compared.
     *
     * @param before which of the runs is the first pack's
     * @param after which is the other's
     * @param tally what they raise differently
     */
    record Pair(int before, int after, DifferenceTally tally) {}

    private final List<PackRun> runs;
    private final List<Pair> pairs;
    private final Tally tally;
    private final @Nullable FiscalYear fiscalYear;
    private final RepetitionSearch.Collector repetitions;
    private long linesOfOtherYears;

    Partial(
            List<PackRun.Setting> settings,
            List<Pair> pairs,
            BudgetHeader header,
            @Nullable HumanRightsProgramme programme,
            RepetitionSearch.Collector repetitions) {
        this.repetitions = repetitions;
        this.runs = settings.stream().map(PackRun::new).toList();
        this.pairs = pairs;
        this.tally = Tally.of(header.phase(), programme);
        this.fiscalYear = header.fiscalYear();
    }

    void add(List<SpendingLine> lines) {
        for (SpendingLine line : lines) {
            tally.add(line);
            repetitions.add(line);
            FiscalYear stated = line.fiscalYear();
            if (stated != null && fiscalYear != null && !stated.equals(fiscalYear)) {
                linesOfOtherYears++;
            }
        }
        List<List<Raised>> raised = new ArrayList<>();
        runs.forEach(run -> raised.add(run.lines(lines)));
        pairs.forEach(pair -> pair.tally().lines(lines, raised.get(pair.before()), raised.get(pair.after())));
    }

    Partial merge(Partial other) {
        tally.merge(other.tally);
        other.repetitions.finish();
        linesOfOtherYears += other.linesOfOtherYears;
        for (int i = 0; i < runs.size(); i++) {
            runs.get(i).merge(other.runs.get(i));
        }
        for (int i = 0; i < pairs.size(); i++) {
            pairs.get(i).tally().merge(other.pairs.get(i).tally());
        }
        return this;
    }

    /** Judges what the lines add up to; to be called once, when all parts are merged. */
    Summaries summarise(@Nullable Baseline baseline, Documents documents, RepetitionSearch search) {
        repetitions.finish();
        List<RepeatedKey> repeated = new ArrayList<>();
        search.found().forEachKey(repeated::add);
        Summaries summaries = tally.summaries(baseline, documents.listedActions());
        List<List<Raised>> raised = new ArrayList<>();
        runs.forEach(run -> raised.add(run.summaries(summaries, repeated, documents)));
        pairs.forEach(pair -> pair.tally().summaries(raised.get(pair.before()), raised.get(pair.after())));
        return summaries;
    }

    /** {@return the lines that state another fiscal year than the budget's} */
    long linesOfOtherYears() {
        return linesOfOtherYears;
    }

    List<PackRun> runs() {
        return runs;
    }

    List<Pair> pairs() {
        return pairs;
    }
}
