package org.hrbudget.summary;

import java.nio.file.Path;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines of a budget whose whole key, or whose identifier, stands on an earlier line too. Each thread that has lines
 * gives them to a {@link Collector} of its own; when all have finished, {@link #found()} answers, and the answer does not depend
 * on which collector took which lines in which order.
 *
 * <p>Safe for use by several threads; its collectors are not.
 */
public final class RepetitionSearch implements AutoCloseable {

    private final KeyIndex keys = new KeyIndex();
    private final KeyIndex identifiers = new KeyIndex();
    private int collecting;

    /**
     * Makes a search among no lines.
     *
     * @param workFolder an existing folder for temporary files, or {@code null} for the platform's own
     */
    public RepetitionSearch(@Nullable Path workFolder) {}

    /** {@return a new collector, for one thread} */
    public synchronized Collector collector() {
        collecting++;
        return new Collector();
    }

    /**
     * {@return the repetitions among all lines collected; they can be asked until this search is closed}
     *
     * @throws IllegalStateException if a collector has not finished
     * @throws java.io.UncheckedIOException if the temporary files could not be written or read
     */
    public synchronized Repetitions found() {
        if (collecting > 0) {
            throw new IllegalStateException(collecting
                    + " collectors have not finished.\nMaybe call finish() on each before asking what was found.");
        }
        return Repetitions.of(keys.repeated(), identifiers.repeated());
    }

    /** Ends the search and deletes its temporary files. Collectors that have not finished take no more lines. */
    @Override
    public void close() {}

    /** Takes the lines of one thread. Not safe for use by several. */
    public final class Collector {

        private final KeyIndex ownKeys = new KeyIndex();
        private final KeyIndex ownIdentifiers = new KeyIndex();
        private final KeyFingerprint fingerprint = new KeyFingerprint();
        private boolean finished;

        private Collector() {}

        /**
         * Takes a line.
         *
         * @param line the line; two lines of one budget have different positions
         * @throws IllegalStateException if this collector has finished
         */
        public void add(SpendingLine line) {
            if (finished) {
                throw new IllegalStateException(
                        "This collector has finished and takes no more lines.\nMaybe ask the search for another one.");
            }
            BudgetUnit unit = line.unit();
            String unitCode = unit == null ? null : unit.code();
            fingerprint.takeKey(line);
            ownKeys.add(fingerprint.high(), fingerprint.low(), line.position(), unitCode);
            if (fingerprint.takeIdentifier(line)) {
                ownIdentifiers.add(fingerprint.high(), fingerprint.low(), line.position(), unitCode);
            }
        }

        /** Says that no more lines come. Once is enough, and more do no harm. */
        public void finish() {
            synchronized (RepetitionSearch.this) {
                if (!finished) {
                    finished = true;
                    collecting--;
                    keys.merge(ownKeys);
                    identifiers.merge(ownIdentifiers);
                }
            }
        }
    }
}
