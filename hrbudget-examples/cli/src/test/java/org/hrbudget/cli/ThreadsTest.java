package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As many threads judge lines as were asked for: whoever takes the next lines looks at the clock. */
class ThreadsTest {

    /** Some thirty times what a thread takes at once, so that no thread comes too late to take any. */
    private static final int LINES = 60_000;

    @TempDir
    Path folder;

    private Path budget;

    @BeforeEach
    void writeBudget() throws IOException {
        StringBuilder text = new StringBuilder("id,unit_code,object_code,approved\n");
        for (int i = 0; i < LINES; i++) {
            text.append(i).append(i == 0 ? ",12CD02" : ",11CD01").append(",1131,100.00\n");
        }
        budget = Files.writeString(folder.resolve("budget.csv"), text);
    }

    @Test
    void oneThreadIsTheCallersOwn() {
        assertThat(threadsOf("1")).containsExactly(Thread.currentThread().getName());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void moreThanOneJudgesWhereMoreAreAskedForAndNoMoreThanThose(int threads) {
        assertThat(threadsOf(Integer.toString(threads)))
                .contains(Thread.currentThread().getName())
                .hasSizeBetween(2, threads);
    }

    private Set<String> threadsOf(String number) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        InstantSource clock = () -> {
            seen.add(Thread.currentThread().getName());
            return Instant.EPOCH;
        };
        CommandRun run = CommandRun.of(
                false,
                clock,
                "validate",
                budget.toString(),
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2009",
                "--as-of",
                "2009-06-30",
                "--time-limit",
                "600",
                "--threads",
                number);
        assertThat(run.exitCode()).as(run.err()).isNotEqualTo(ExitCode.WRONG_USAGE.code());
        return seen;
    }
}
