package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that a fuzzer made are read, or refused in words. The corpus is read with each build; from it Jazzer goes on, led by what code an input reaches, in the long run, for
 * {@code -Dhrbudget.fuzz.seconds=} each (5, always the same inputs; 0 leaves it out). It runs in a JVM of its own: its agent changes classes, and no other test shall see those. What it finds
 * belongs into the folder of the target, under a name that says what it is.
 */
class FuzzTest {

    private static final int SECONDS = Integer.getInteger("hrbudget.fuzz.seconds", 5);
    private static final String SEED = System.getProperty("hrbudget.fuzz.seconds") == null ? "-seed=1" : "-seed=0";

    @TempDir
    private Path room;

    private static Path corpus(FuzzTarget target) throws URISyntaxException {
        String name = "/org/hrbudget/io/fuzz/" + target.name().toLowerCase(Locale.ROOT);
        return Path.of(
                Objects.requireNonNull(FuzzTest.class.getResource(name), name).toURI());
    }

    static Stream<Arguments> corpus() throws IOException, URISyntaxException {
        Stream.Builder<Arguments> all = Stream.builder();
        for (FuzzTarget target : FuzzTarget.values()) {
            try (Stream<Path> files = Files.list(corpus(target))) {
                files.sorted().forEach(file -> all.add(Arguments.of(target, String.valueOf(file.getFileName()), file)));
            }
        }
        return all.build();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("corpus")
    @Timeout(30)
    void isReadOrRefused(FuzzTarget target, String name, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        assertThatCode(() -> target.takeOrRefuse(bytes)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void nothingElseIsFound(FuzzTarget target) throws IOException, InterruptedException, URISyntaxException {
        assumeTrue(SECONDS > 0, "fuzzing is left out here: -Dhrbudget.fuzz.seconds=0");
        Path found = Files.createDirectory(room.resolve("found"));
        Path said = room.resolve("said.txt");
        Process run = new ProcessBuilder(command(target, found))
                .directory(room.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(run.waitFor(SECONDS + 300L, TimeUnit.SECONDS)).isTrue();
        } finally {
            run.destroyForcibly();
        }
        String text = Files.readString(said);
        assertThat(run.exitValue()).as(text).isZero();
        assertThat(text).containsPattern("number_of_executed_units: [1-9]");
    }

    private static List<String> command(FuzzTarget target, Path found) throws URISyntaxException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "-Dhrbudget.fuzz=" + target,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzEntry.class.getName(),
                "--instrumentation_includes=" + target.instrumented(),
                // Comparisons of texts are not watched: it makes each run ten times slower.
                "--trace=cov:gep:div:indir",
                "-max_total_time=" + SECONDS,
                "-timeout=300",
                // The same inputs each time, unless somebody asks for more: a build that fails by chance is mended by
                // nobody.
                SEED,
                "-rss_limit_mb=0",
                "-print_final_stats=1",
                found.toString(),
                corpus(target).toString());
    }
}
