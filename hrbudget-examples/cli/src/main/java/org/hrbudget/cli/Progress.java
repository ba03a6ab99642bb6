package org.hrbudget.cli;

import java.io.PrintStream;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.hrbudget.validation.RunOptions;

/** Says on a terminal how far a validation is, once it has taken more than two seconds. */
final class Progress implements Consumer<RunOptions.Progress> {

    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final long EVERY_NANOS = 500_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int BAR = 20;

    private final ProgramWords words;
    private final PrintStream err;
    private final LongSupplier nanos;
    private final long start;
    private long shownAt;
    private int width;

    /**
     * @param nanos the time that passes
     */
    Progress(ProgramWords words, PrintStream err, LongSupplier nanos) {
        this.words = words;
        this.err = err;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.shownAt = start;
    }

    @Override
    public void accept(org.hrbudget.validation.RunOptions.Progress progress) {
        long now = nanos.getAsLong();
        if (now - start > QUIET_NANOS && now - shownAt > EVERY_NANOS) {
            shownAt = now;
            show(text(progress, (now - start) / SECOND_NANOS));
        }
    }

    /** Leaves nothing behind on the line. */
    void done() {
        if (width > 0) {
            show("");
            err.print("\r");
            err.flush();
        }
    }

    private String text(org.hrbudget.validation.RunOptions.Progress progress, long seconds) {
        String rows = Long.toString(progress.rows());
        OptionalLong total = progress.bytesTotal();
        if (total.isEmpty() || total.getAsLong() == 0) {
            return words.get("progress", "lines", rows, "seconds", Long.toString(seconds));
        }
        long part = Math.min(progress.bytesRead(), total.getAsLong());
        int filled = (int) (part * BAR / total.getAsLong());
        return words.get(
                "progress.bar",
                "bar",
                "#".repeat(filled) + ".".repeat(BAR - filled),
                "percent",
                Long.toString(part * 100 / total.getAsLong()),
                "lines",
                rows,
                "estimate",
                Long.toString(progress.estimatedRows().orElse(progress.rows())),
                "seconds",
                Long.toString(seconds));
    }

    private void show(String text) {
        err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        err.flush();
        width = text.length();
    }
}
