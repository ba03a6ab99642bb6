package org.hrbudget.validation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.internal.RepetitionSearch;
import org.hrbudget.validation.RunOptions;
import org.jspecify.annotations.Nullable;

/**
 * Has the lines of one budget judged in chunks, by the caller's thread and by others beside it.
 *
 * <p>There is no thread that only reads: whoever is free takes the next rows off the source, which one at a time can, and then
 * makes lines of them, judges them and adds them up while the next one reads. So nothing is ever queued, a slow stage holds up
 * the others by itself, and each thread holds one chunk. Used once.
 */
public final class LineRoom {

    /** Small sessions are two to three times as fast as one large one, and keep memory flat (measured for Drools 10.2). */
    public static final int CHUNK = 2_000;

    /** Rows taken, not yet lines. */
    private record Taken(long number, LineReader.Batch rows) {}

    /** A thread beside the caller's, and what its lines come to. */
    private record Helper(Thread thread, FutureTask<Part> part) {}

    private final LineReader reader;
    private final Supplier<Part> parts;
    private final Supplier<RepetitionSearch.Collector> collectors;
    private final Delivery delivery;
    private final RunOptions options;
    private final int threads;
    private final Thread owner = Thread.currentThread();
    private final List<Helper> helpers = new ArrayList<>();
    private long taken;
    private long rows;
    private boolean ended;
    private @Nullable Bilingual stopped;

    /**
     * @param reader where lines come from
     * @param parts makes a part for each thread
     * @param collectors makes what looks for repeated keys among the lines of a thread
     * @param delivery takes what is found
     * @param options when to stop, and whom to tell of the progress
     * @param threads how many threads there may be, the caller's own among them
     */
    LineRoom(
            LineReader reader,
            Supplier<Part> parts,
            Supplier<RepetitionSearch.Collector> collectors,
            Delivery delivery,
            RunOptions options,
            int threads) {
        this.reader = reader;
        this.parts = parts;
        this.collectors = collectors;
        this.delivery = delivery;
        this.options = options;
        this.threads = threads;
    }

    /** {@return what all lines of the reader come to; no thread is left when it returns or throws} */
    Part run() {
        boolean interrupted = false;
        try {
            Part whole = work();
            for (Helper helper : helpersSoFar()) {
                Part part = null;
                while (part == null) {
                    try {
                        part = helper.part().get();
                    } catch (InterruptedException e) {
                        interrupted = true;
                        stop("stopped-interrupted");
                    } catch (ExecutionException e) {
                        throw asInOneThread(e);
                    }
                }
                whole.merge(part);
            }
            return whole;
        } finally {
            end();
            interrupted |= join();
            if (interrupted) {
                owner.interrupt();
            }
        }
    }

    /** {@return why not all lines were judged, if so and if the account of the reading does not tell} */
    synchronized Optional<Bilingual> stopped() {
        return Optional.ofNullable(stopped);
    }

    private Part work() {
        Part part = parts.get();
        RepetitionSearch.Collector collector = collectors.get();
        try {
            for (Taken next = take(); next != null; next = take()) {
                List<SpendingLine> lines = linesOf(next.rows());
                lines.forEach(collector::add);
                delivery.chunk(next.number(), part.judge(lines));
            }
            collector.finish();
            return part;
        } catch (RuntimeException | Error e) {
            end();
            throw e;
        }
    }

    /** The next rows, or {@code null} where there are none or it is time to stop. */
    private synchronized @Nullable Taken take() {
        if (!ended && owner.isInterrupted()) {
            stop("stopped-interrupted");
        } else if (!ended && options.isCancelled()) {
            stop("stopped-cancelled");
        } else if (!ended && options.isLate()) {
            stop("stopped-late");
        }
        if (ended) {
            return null;
        }
        LineReader.Batch batch = nextRows();
        if (batch == null) {
            ended = true;
            return null;
        }
        rows += batch.rows();
        options.progress()
                .ifPresent(listener ->
                        listener.accept(new RunOptions.Progress(rows, reader.bytesRead(), reader.bytesTotal())));
        // A budget of one chunk does not pay for a second thread.
        if (taken > 0 && helpers.size() + 1 < threads) {
            help();
        }
        return new Taken(taken++, batch);
    }

    private LineReader.@Nullable Batch nextRows() {
        try {
            return reader.nextBatch(CHUNK);
        } catch (BudgetReadException e) {
            stopped = e.text();
            return null;
        }
    }

    private List<SpendingLine> linesOf(LineReader.Batch batch) {
        try {
            return batch.lines();
        } catch (BudgetReadException e) {
            synchronized (this) {
                stopped = e.text();
                ended = true;
            }
            return List.of();
        }
    }

    private synchronized void stop(String why) {
        if (!ended) {
            ended = true;
            stopped = Texts.WORDING.of(why);
        }
    }

    private synchronized void end() {
        ended = true;
        delivery.stop();
    }

    private void help() {
        FutureTask<Part> part = new FutureTask<>(this::work);
        Thread thread = new Thread(part, "hrbudget-lines-" + (helpers.size() + 1));
        thread.setDaemon(true);
        thread.start();
        helpers.add(new Helper(thread, part));
    }

    private synchronized List<Helper> helpersSoFar() {
        return List.copyOf(helpers);
    }

    /** Waits for all threads to be gone. {@return whether the caller's was interrupted meanwhile} */
    private boolean join() {
        boolean interrupted = false;
        for (Helper helper : helpersSoFar()) {
            while (helper.thread().isAlive()) {
                try {
                    helper.thread().join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        return interrupted;
    }

    /** What failed, as the caller would have met it without other threads. */
    private static RuntimeException asInOneThread(ExecutionException failed) {
        if (failed.getCause() instanceof RuntimeException failure) {
            return failure;
        }
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("A thread of the validation failed: " + failed.getCause(), failed);
    }
}
