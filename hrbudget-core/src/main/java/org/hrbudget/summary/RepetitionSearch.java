package org.hrbudget.summary;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * Looks for lines of a budget that repeat the whole key or the identifier of an earlier line, in memory that does not grow with
 * the lines.
 *
 * <p>Each collector holds some {@value #IN_MEMORY} fingerprints of 32 bytes; what is more is sorted and written to temporary files,
 * 32 bytes a line for its key and as many for its identifier, which are merged at the end. A budget that fits in memory never
 * touches a disk. Fingerprints have 128 bits, see {@link KeyFingerprint}: two different keys are taken for one with a probability
 * below 10<sup>-20</sup>, and short identifiers never are.
 *
 * <p>What is found, and its order, do not depend on the number of collectors, nor on the order in which lines are added. Safe for
 * use by several threads, each with a collector of its own. To be closed, which deletes the files.
 */
public final class RepetitionSearch implements AutoCloseable {

    /** How many fingerprints of a kind a collector holds before it writes them out. */
    static final int IN_MEMORY = 1 << 17;

    /** Opens a temporary file for writing. */
    @FunctionalInterface
    interface Disk {
        OutputStream open(Path file) throws IOException;
    }

    private final SpillFolder folder;
    private final int inMemory;
    private final boolean keysWanted;
    private final FingerprintRuns keys;
    private final FingerprintRuns identifiers;
    private volatile @Nullable IOException failure;

    /**
     * Makes a search.
     *
     * @param workFolder an existing folder of the platform's file system for temporary files, or {@code null} for the platform's
     *     own
     * @param keysWanted whether repeated keys are looked for; else identifiers alone, which costs less
     */
    public RepetitionSearch(@Nullable Path workFolder, boolean keysWanted) {
        this(new SpillFolder(workFolder, SpillFolder.DISK), keysWanted, IN_MEMORY);
    }

    RepetitionSearch(SpillFolder folder, boolean keysWanted, int inMemory) {
        this.folder = folder;
        this.inMemory = inMemory;
        this.keysWanted = keysWanted;
        PlaceNames names = new PlaceNames();
        this.keys = new FingerprintRuns(folder, names);
        this.identifiers = new FingerprintRuns(folder, names);
    }

    /** {@return a new collector, for one thread} */
    public Collector collector() {
        return new Collector();
    }

    /**
     * {@return the repetitions among all lines added; to be asked once, when all collectors have finished}
     *
     * <p>Handing them over reads the temporary files, and throws {@link UncheckedIOException} if that fails.
     *
     * @throws UncheckedIOException if fingerprints could not be written out
     */
    public Repetitions found() {
        IOException failed = failure;
        if (failed != null) {
            throw new UncheckedIOException(failed.getMessage(), failed);
        }
        return new Repetitions() {
            @Override
            public void forEachKey(Consumer<? super RepeatedKey> consumer) {
                keys.forEachRepeated(consumer);
            }

            @Override
            public void forEachIdentifier(Consumer<? super RepeatedKey> consumer) {
                identifiers.forEachRepeated(consumer);
            }
        };
    }

    /** Deletes the temporary files. */
    @Override
    public void close() {
        folder.delete();
    }

    /** Takes lines, for one thread. */
    public final class Collector {

        private final KeyFingerprint fingerprint = new KeyFingerprint();
        private final Fingerprints ofKeys = new Fingerprints(inMemory);
        private final Fingerprints ofIdentifiers = new Fingerprints(inMemory);

        private Collector() {}

        /**
         * Takes a line. Where its fingerprint cannot be written out, {@link RepetitionSearch#found()} tells.
         *
         * @param line the line; two lines of one budget have different positions
         */
        public void add(SpendingLine line) {
            if (failure != null) {
                return;
            }
            if (keysWanted) {
                fingerprint.take(line);
                put(ofKeys, keys, line);
            }
            if (fingerprint.takeIdentifier(line)) {
                put(ofIdentifiers, identifiers, line);
            }
        }

        /** Hands over what was collected; the collector takes no more lines. */
        public void finish() {
            keys.keep(ofKeys);
            identifiers.keep(ofIdentifiers);
        }

        private void put(Fingerprints own, FingerprintRuns runs, SpendingLine line) {
            Position position = line.position();
            BudgetUnit unit = line.unit();
            own.add(
                    fingerprint.high(),
                    fingerprint.low(),
                    runs.names().numberOf(position.file()),
                    position.row(),
                    unit == null ? 0 : runs.names().numberOf(unit.code()));
            if (own.isFull()) {
                try {
                    runs.spill(own);
                } catch (IOException e) {
                    failure = e;
                }
            }
        }
    }
}
