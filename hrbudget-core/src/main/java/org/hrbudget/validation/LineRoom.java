package org.hrbudget.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.hrbudget.io.LineReader;
import org.hrbudget.model.SpendingLine;

/** Reads lines in chunks and has them checked, by the caller's thread or by several others while the caller's reads on. */
final class LineRoom {

    /** Small sessions are two to three times as fast as one large one, and keep memory flat (measured for Drools 10.2). */
    static final int CHUNK = 2_000;

    /** How far the reader may run ahead, in pairs of chunks, however many threads there are. */
    private static final int MOST_AHEAD = 64;

    private final Supplier<Partial> parts;
    private final int threads;

    LineRoom(Supplier<Partial> parts, int threads) {
        this.parts = parts;
        this.threads = threads;
    }

    /** {@return what all lines of the reader come to} */
    Partial run(LineReader reader) {
        return threads == 1 ? alone(reader) : together(reader);
    }

    private Partial alone(LineReader reader) {
        Partial partial = parts.get();
        for (List<SpendingLine> chunk = read(reader); !chunk.isEmpty(); chunk = read(reader)) {
            partial.add(chunk);
        }
        return partial;
    }

    private Partial together(LineReader reader) {
        BlockingQueue<List<SpendingLine>> queue = new LinkedBlockingQueue<>(2 * Math.min(threads, MOST_AHEAD));
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Partial>> futures = new ArrayList<>();
            for (List<SpendingLine> chunk = read(reader); !chunk.isEmpty(); chunk = read(reader)) {
                // No more workers than chunks: a small budget does not pay for threads it cannot use.
                if (futures.size() < threads) {
                    futures.add(workers.submit(() -> work(queue)));
                }
                queue.put(chunk);
            }
            for (int i = 0; i < futures.size(); i++) {
                queue.put(List.of());
            }
            Partial whole = parts.get();
            for (Future<Partial> future : futures) {
                whole.merge(future.get());
            }
            return whole;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The validation was interrupted.\nMaybe run it again, or give it more time.", e);
        } catch (ExecutionException e) {
            throw asInOneThread(e);
        } finally {
            workers.shutdownNow();
        }
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

    /** Whatever fails, it goes on taking chunks up to the empty one, so that the reader is never left waiting. */
    private Partial work(BlockingQueue<List<SpendingLine>> queue) throws InterruptedException {
        try {
            Partial partial = parts.get();
            for (List<SpendingLine> chunk = queue.take(); !chunk.isEmpty(); chunk = queue.take()) {
                partial.add(chunk);
            }
            return partial;
        } catch (RuntimeException | Error e) {
            List<SpendingLine> unread = queue.take();
            while (!unread.isEmpty()) {
                unread = queue.take();
            }
            throw e;
        }
    }

    private static List<SpendingLine> read(LineReader reader) {
        List<SpendingLine> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK) {
            SpendingLine line = reader.next();
            if (line == null) {
                break;
            }
            chunk.add(line);
        }
        return chunk;
    }
}
