package org.hrbudget.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.LineReader;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/** A source that says on a terminal how far it is, once its reading has taken more than two seconds. */
final class Progress implements BudgetSource {

    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final long EVERY_NANOS = 500_000_000L;
    private static final int LINES_BETWEEN_LOOKS = 1_024;

    private final BudgetSource source;
    private final Words words;
    private final PrintStream err;
    private final LongSupplier nanos;

    /**
     * @param nanos the time that passes
     */
    Progress(BudgetSource source, Words words, PrintStream err, LongSupplier nanos) {
        this.source = source;
        this.words = words;
        this.err = err;
        this.nanos = nanos;
    }

    @Override
    public LineReader open() {
        return new Watched(source.open());
    }

    private final class Watched implements LineReader {

        private final LineReader reader;
        private final long start = nanos.getAsLong();
        private long lines;
        private long shownAt;
        private int width;

        Watched(LineReader reader) {
            this.reader = reader;
        }

        @Override
        public @Nullable SpendingLine next() {
            SpendingLine line = reader.next();
            lines++;
            if (lines % LINES_BETWEEN_LOOKS == 0 || line == null) {
                look(line == null);
            }
            return line;
        }

        private void look(boolean last) {
            long now = nanos.getAsLong();
            if (now - start > QUIET_NANOS && (last ? width > 0 : now - shownAt > EVERY_NANOS)) {
                String text = last
                        ? ""
                        : words.get(
                                "progress",
                                "lines",
                                Long.toString(lines),
                                "seconds",
                                Long.toString((now - start) / 1_000_000_000L));
                err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())) + (last ? "\r" : ""));
                err.flush();
                width = text.length();
                shownAt = now;
            }
        }

        @Override
        public BudgetHeader header() {
            return reader.header();
        }

        @Override
        public Set<DataItem> promises() {
            return reader.promises();
        }

        @Override
        public Map<DataItem, String> columns() {
            return reader.columns();
        }

        @Override
        public Optional<Baseline> baseline() {
            return reader.baseline();
        }

        @Override
        public ReadingAccount account() {
            return reader.account();
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
