package org.hrbudget.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.Position;
import org.jspecify.annotations.Nullable;

/**
 * Counts what becomes of the rows of one input, and keeps the first rejected ones, in whatever order they come. Safe for use by
 * several threads.
 */
final class RowTally {

    private static final Comparator<ReadingAccount.RejectedRow> BY_ROW =
            Comparator.comparingLong(rejected -> rejected.position().row());

    private final String file;
    private final String layout;
    private final int mostKept;
    private final PriorityQueue<ReadingAccount.RejectedRow> kept = new PriorityQueue<>(BY_ROW.reversed());
    private long lines;
    private long rejected;
    private long skipped;
    private long joined;
    private @Nullable String sha256;
    private Input.Account.@Nullable Columns columns;
    private List<Bilingual> assumed = List.of();

    RowTally(String file, String layout, int mostKept) {
        this.file = file;
        this.layout = layout;
        this.mostKept = mostKept;
    }

    void line() {
        add(1, 0);
    }

    void skip() {
        add(0, 1);
    }

    /** Adds rows that became lines, and rows that were skipped. */
    synchronized void add(long moreLines, long moreSkipped) {
        lines += moreLines;
        skipped += moreSkipped;
    }

    /** Adds rows that became part of the line or the rejected row of another. */
    synchronized void join(long moreJoined) {
        joined += moreJoined;
    }

    synchronized void reject(long row, CellProblem problem) {
        rejected++;
        ReadingAccount.RejectedRow last = kept.peek();
        if (kept.size() < mostKept || (last != null && row < last.position().row())) {
            kept.add(new ReadingAccount.RejectedRow(
                    new Position(file, row), problem.column(), problem.value(), problem.reason()));
            if (kept.size() > mostKept) {
                kept.poll();
            }
        }
    }

    synchronized void columns(Input.Account.Columns value) {
        columns = value;
    }

    synchronized void assumed(List<Bilingual> texts) {
        assumed = texts;
    }

    synchronized void hash(@Nullable String value) {
        sha256 = value;
    }

    /** {@return the first rejected rows, in their order} */
    synchronized List<ReadingAccount.RejectedRow> kept() {
        List<ReadingAccount.RejectedRow> sorted = new ArrayList<>(kept);
        sorted.sort(BY_ROW);
        return sorted;
    }

    synchronized Input.Account account() {
        return new Input.Account(
                file, sha256, layout, lines + rejected + skipped + joined, lines, rejected, skipped, columns, assumed);
    }
}
