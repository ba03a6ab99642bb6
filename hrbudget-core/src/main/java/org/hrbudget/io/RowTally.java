package org.hrbudget.io;

import java.util.ArrayList;
import java.util.List;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.model.Position;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the rows of one input. */
final class RowTally {

    private final String file;
    private final String layout;
    private final int mostKept;
    private final List<RejectedRow> kept = new ArrayList<>();
    private long lines;
    private long rejected;
    private long skipped;
    private @Nullable String sha256;

    RowTally(String file, String layout, int mostKept) {
        this.file = file;
        this.layout = layout;
        this.mostKept = mostKept;
    }

    void line() {
        lines++;
    }

    void skip() {
        skipped++;
    }

    void reject(long row, CellProblem problem) {
        rejected++;
        if (kept.size() < mostKept) {
            kept.add(new RejectedRow(new Position(file, row), problem.column(), problem.value(), problem.reason()));
        }
    }

    void hash(String value) {
        sha256 = value;
    }

    List<RejectedRow> kept() {
        return kept;
    }

    InputAccount account() {
        return new InputAccount(file, sha256, layout, lines + rejected + skipped, lines, rejected, skipped);
    }
}
