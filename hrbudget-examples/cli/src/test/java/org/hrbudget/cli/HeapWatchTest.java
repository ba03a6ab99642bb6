package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that is short of memory says so, and soon. */
class HeapWatchTest {

    @TempDir
    private Path room;

    @ParameterizedTest
    @CsvSource({"0, 1000, 60, -1", "690, 1000, 60, -1", "700, 1000, 60, 15", "1400, 2000, 60, 15", "999, 1000, 15, -1"})
    void aQuarterOfAMinuteOfLittleElseThanCollectingIsTooMuch(
            long collectedMillis, long millis, int looks, int starvedAt) {
        HeapWatch watch = new HeapWatch();
        int first = -1;
        for (int look = 0; look < looks && first < 0; look++) {
            first = watch.isStarved(look * millis * 1_000_000L, look * collectedMillis) ? look : -1;
        }
        assertThat(first).isEqualTo(starvedAt);
    }

    @Test
    void whatWasLongAgoDoesNotCount() {
        HeapWatch watch = new HeapWatch();
        for (int look = 0; look < 100; look++) {
            // Ten seconds of collecting alone, and ten of none, in turn.
            long collected = look / 20 * 10_000L + Math.min(look % 20, 10) * 1000L;
            assertThat(watch.isStarved(look * 1_000_000_000L, collected)).isFalse();
        }
    }

    @Test
    @Tag("long")
    void aHeapThatIsTooSmallEndsTheProgramWithFourAndASentence() throws Exception {
        Path budget = manyUnits();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "validate",
                budget.toString()));
        command.addAll(List.of("--rules", "mx-cmx", "--fiscal-year", "2011", "--as-of", "2010-11-15"));
        Path err = room.resolve("err");
        Process run = new ProcessBuilder(command)
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(run.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(4);
        assertThat(err)
                .content(StandardCharsets.UTF_8)
                .contains("not enough memory", "-Xmx")
                .hasLineCount(2);
    }

    private Path manyUnits() throws IOException {
        Path file = room.resolve("b.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("fiscal_year,unit_code,unit_name,approved\n");
            for (int i = 0; i < 500_000; i++) {
                out.write("2011,U" + i + ",Unidad " + i + ",1.00\n");
            }
        }
        return file;
    }
}
