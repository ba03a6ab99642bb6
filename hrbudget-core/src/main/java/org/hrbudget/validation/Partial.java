package org.hrbudget.validation;

import java.util.List;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.Summaries;
import org.hrbudget.summary.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a budget has come to: findings and sums. Merging is associative and commutative, so that partitions, threads
 * and their order make no difference. Not thread-safe.
 */
final class Partial {

    private final List<PackRun> runs;
    private final Tally tally;
    private final @Nullable FiscalYear fiscalYear;
    private long linesOfOtherYears;

    Partial(List<PackRun.Setting> settings, BudgetHeader header, @Nullable HumanRightsProgramme programme) {
        this.runs = settings.stream().map(PackRun::new).toList();
        this.tally = Tally.of(header.phase(), programme);
        this.fiscalYear = header.fiscalYear();
    }

    void add(List<SpendingLine> lines) {
        for (SpendingLine line : lines) {
            tally.add(line);
            FiscalYear stated = line.fiscalYear();
            if (stated != null && fiscalYear != null && !stated.equals(fiscalYear)) {
                linesOfOtherYears++;
            }
        }
        runs.forEach(run -> run.lines(lines));
    }

    Partial merge(Partial other) {
        tally.merge(other.tally);
        linesOfOtherYears += other.linesOfOtherYears;
        for (int i = 0; i < runs.size(); i++) {
            runs.get(i).merge(other.runs.get(i));
        }
        return this;
    }

    /** Judges what the lines add up to; to be called once, when all parts are merged. */
    Summaries summarise(@Nullable Baseline baseline, Documents documents) {
        Summaries summaries = tally.summaries(baseline, documents.listedActions());
        runs.forEach(run -> run.summaries(summaries, documents));
        return summaries;
    }

    /** {@return the lines that state another fiscal year than the budget's} */
    long linesOfOtherYears() {
        return linesOfOtherYears;
    }

    List<PackRun> runs() {
        return runs;
    }
}
