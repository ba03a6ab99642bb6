package org.hrbudget.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * The 17 checks in plain Java over this library's reader: what somebody would write who has no rule files, no ledger and no
 * indicators to care for. It sums up by unit, finds repeated keys in a map, counts defects, keeps the first thousand of each kind
 * and gives a verdict.
 */
final class HandwrittenProgram implements Program.Ready {

    private static final int ROWS_AT_A_TIME = 2_000;

    private final int year;
    private final @Nullable Set<String> items;
    private final int threads;

    private HandwrittenProgram(int year, @Nullable Set<String> items, int threads) {
        this.year = year;
        this.items = items;
        this.threads = threads;
    }

    static HandwrittenProgram of(GivenBudget like, int threads) {
        return new HandwrittenProgram(like.kind().fiscalYear().value(), like.itemCodes(), threads);
    }

    @Override
    public Outcome run(GivenBudget budget) {
        try (LineReader reader = budget.source().open()) {
            HandwrittenChecks checks = threads == 1 ? alone(reader) : together(reader);
            return new Outcome(
                    reader.account().inputs().get(0).rowsRead(),
                    checks.counts(),
                    checks.verdict(reader.account().rowsRejected()));
        }
    }

    private HandwrittenChecks alone(LineReader reader) {
        HandwrittenChecks checks = new HandwrittenChecks(year, items, reader.promises(), new HashMap<>());
        for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
            checks.check(line);
        }
        return checks;
    }

    private HandwrittenChecks together(LineReader reader) {
        Map<String, Long> keys = new ConcurrentHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<HandwrittenChecks>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(() -> share(reader, keys)));
            }
            HandwrittenChecks whole = new HandwrittenChecks(year, items, reader.promises(), keys);
            for (Future<HandwrittenChecks> part : parts) {
                whole.add(part.get());
            }
            return whole;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("A part of the budget was not checked.", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private HandwrittenChecks share(LineReader reader, Map<String, Long> keys) {
        HandwrittenChecks checks = new HandwrittenChecks(year, items, reader.promises(), keys);
        for (LineReader.Batch batch = next(reader); batch != null; batch = next(reader)) {
            batch.lines().forEach(checks::check);
        }
        return checks;
    }

    private static LineReader.@Nullable Batch next(LineReader reader) {
        synchronized (reader) {
            return reader.nextBatch(ROWS_AT_A_TIME);
        }
    }
}
