package org.hrbudget.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What a report says of the run that made it: when it started, how long it took, and on what. */
final class RunNotes {

    private static final int MILLIS = 3;

    private final Instant started = Instant.now();
    private final long start = System.nanoTime();

    Map<String, String> taken(int threads) {
        BigDecimal seconds = BigDecimal.valueOf(System.nanoTime() - start, 9).setScale(MILLIS, RoundingMode.HALF_UP);
        return Map.of(
                "startedAt", started.truncatedTo(ChronoUnit.SECONDS).toString(),
                "seconds", seconds.toPlainString(),
                "threads", Integer.toString(threads),
                "java", Runtime.version().toString());
    }
}
