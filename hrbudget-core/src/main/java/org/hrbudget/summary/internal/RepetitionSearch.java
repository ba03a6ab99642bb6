package org.hrbudget.summary.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.summary.spi.Repetitions;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines of a budget whose whole key, or whose identifier, is on an earlier line too. Each thread that has lines
 * gives them to a {@link Collector} of its own; when all have finished, {@link #found()} answers, and the answer does not depend
 * on which collector took which lines in which order.
 *
 * <p>What is said to repeat does, as surely as the fingerprints of {@link KeyFingerprint} tell keys apart, and nothing that
 * repeats is passed over. The memory it takes does not grow with the lines: at most some 25 MB, and one or two more for each
 * collector. It grows with the names of files and the codes of units. The first half
 * million of keys and identifiers stay in memory; the others take 32 bytes each in a temporary file, as much again above eight
 * million, and as much again for each line that repeats. The file holds fingerprints, rows and numbers, and no text of the
 * budget. It is gone when the search is closed.
 *
 * <p>Safe for use by several threads; its collectors are not.
 */
public final class RepetitionSearch implements AutoCloseable {

    private final boolean keysWanted;
    private final RecordSort.Workspace space;
    private final RecordSort keys;
    private final RecordSort identifiers;
    private final String place;
    private int collecting;
    private volatile @Nullable IOException fault;
    private @Nullable Repetitions found;

    /**
     * Makes a search among no lines.
     *
     * @param workFolder an existing folder for the temporary file, or {@code null} for the platform's own
     * @param keysWanted whether repeated keys are looked for; else identifiers alone, which costs less
     */
    public RepetitionSearch(@Nullable Path workFolder, boolean keysWanted) {
        this(
                SpillFile.in(workFolder),
                keysWanted,
                RecordSort.Limits.DEFAULT,
                workFolder == null ? "the platform's folder for temporary files" : workFolder.toString());
    }

    RepetitionSearch(SpillFile.Opener opener, boolean keysWanted, RecordSort.Limits limits, String place) {
        this.keysWanted = keysWanted;
        this.space = new RecordSort.Workspace(
                new KeyRecords(new Names(), new Names()), limits, new SpillFile(opener), new Semaphore(limits.held()));
        this.keys = new RecordSort(space);
        this.identifiers = new RecordSort(space);
        this.place = place;
    }

    /** {@return a new collector, for one thread} */
    public Collector collector() {
        return collector(null);
    }

    /**
     * {@return a new collector, for one thread}
     *
     * @param larger a search among these lines and others, which gets them too, and their fingerprints with them; or {@code null}
     */
    public Collector collector(@Nullable RepetitionSearch larger) {
        Collector beside = larger == null ? null : larger.collector(null);
        synchronized (this) {
            collecting++;
        }
        return new Collector(beside);
    }

    /**
     * {@return the repetitions among all lines collected, by position; they can be asked until this search is closed, and throw
     * what this method throws}
     *
     * @throws IllegalStateException if a collector has not finished
     * @throws UncheckedIOException if the temporary file cannot be used, or could not be while lines were collected: there is no
     *     such folder, it cannot be written, the disk is full, or the thread was interrupted
     */
    public synchronized Repetitions found() {
        if (collecting > 0) {
            throw new IllegalStateException(collecting
                    + " collectors have not finished.\nMaybe call finish() on each before asking what was found.");
        }
        Repetitions answer = found;
        if (answer == null) {
            try {
                IOException earlier = fault;
                if (earlier != null) {
                    throw earlier;
                }
                String[] files = space.format().files().sorted();
                answer = new Found(files, repeated(keys, files), repeated(identifiers, files));
                found = answer;
            } catch (IOException e) {
                fault = e;
                throw failed(e);
            }
        }
        return answer;
    }

    /**
     * Ends the search and deletes its temporary file. Collectors that have not finished take lines, and forget them.
     *
     * @throws UncheckedIOException if the platform cannot close the file
     */
    @Override
    public void close() {
        try {
            space.file().close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Puts what repeats in the order of places. */
    private RecordSort repeated(RecordSort all, String[] files) throws IOException {
        RepeatedRecords repeated =
                new RepeatedRecords(new RecordSort(space), space.format().files(), files);
        all.settle();
        all.forEach(repeated);
        all.clear();
        return repeated.sorted();
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException(
                "The search for repeated keys cannot use its temporary file in " + place + ": " + SpillFile.reason(e)
                        + ".\nMaybe give it a folder with room for 100 bytes a line.",
                e);
    }

    /** What was found, still in the workspace. */
    private final class Found implements Repetitions {

        private final String[] files;
        private final RecordSort ofKeys;
        private final RecordSort ofIdentifiers;

        Found(String[] files, RecordSort ofKeys, RecordSort ofIdentifiers) {
            this.files = files;
            this.ofKeys = ofKeys;
            this.ofIdentifiers = ofIdentifiers;
        }

        @Override
        public void forEachKey(Consumer<? super RepeatedKey> consumer) {
            forEach(ofKeys, consumer);
        }

        @Override
        public void forEachIdentifier(Consumer<? super RepeatedKey> consumer) {
            forEach(ofIdentifiers, consumer);
        }

        private void forEach(RecordSort repeated, Consumer<? super RepeatedKey> consumer) {
            try {
                repeated.forEach(
                        (records, at) -> consumer.accept(RepeatedRecords.read(records, at, space.format(), files)));
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }

    /** Takes the lines of one thread. Not safe for use by several. */
    public final class Collector {

        private final KeyFingerprint fingerprint = new KeyFingerprint();
        private final RecordBlock ownKeys = keys.newBlock();
        private final RecordBlock ownIdentifiers = identifiers.newBlock();
        private final @Nullable Collector beside;
        private boolean finished;

        private Collector(@Nullable Collector beside) {
            this.beside = beside;
        }

        /**
         * Takes a line. Where the temporary file cannot be used, {@link RepetitionSearch#found()} says so, and not this method:
         * whatever else is done with the lines can go on.
         *
         * @param line the line; two lines of one budget have different positions
         * @throws IllegalStateException if this collector has finished
         */
        public void add(SpendingLine line) {
            if (finished) {
                throw new IllegalStateException(
                        "This collector has finished and takes no more lines.\nMaybe ask the search for another one.");
            }
            boolean wanted = keysWanted || (beside != null && beside.wantsKeys());
            if (wanted) {
                fingerprint.take(line);
                add(fingerprint, line, true);
            }
            if (fingerprint.takeIdentifier(line)) {
                add(fingerprint, line, false);
            }
        }

        private boolean wantsKeys() {
            return keysWanted;
        }

        private void add(KeyFingerprint taken, SpendingLine line, boolean key) {
            if (fault == null && (keysWanted || !key)) {
                add(taken, line, key ? keys : identifiers, key ? ownKeys : ownIdentifiers);
            }
            if (beside != null) {
                beside.add(taken, line, key);
            }
        }

        /** Says that no more lines come. Once is enough, and more do no harm. */
        public void finish() {
            if (!finished) {
                finished = true;
                if (beside != null) {
                    beside.finish();
                }
                handOver(keys, ownKeys);
                handOver(identifiers, ownIdentifiers);
                synchronized (RepetitionSearch.this) {
                    collecting--;
                }
            }
        }

        private void add(KeyFingerprint taken, SpendingLine line, RecordSort all, RecordBlock own) {
            Position position = line.position();
            BudgetUnit unit = line.unit();
            own.add(
                    taken.high(),
                    taken.low(),
                    position.row(),
                    space.format().files().numberOf(position.file()),
                    space.format().units().numberOf(unit == null ? null : unit.code()));
            if (own.isFull()) {
                handOver(all, own);
            }
        }

        private void handOver(RecordSort all, RecordBlock own) {
            try {
                all.take(own);
            } catch (IOException e) {
                fault = e;
            }
        }
    }
}
