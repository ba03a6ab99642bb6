package org.hrbudget.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every comparison small, in processes of their own. Each fails by itself where programs do not come to the same; times are
 * not asserted, since a build is no place to measure.
 */
@Tag("once")
class SmokeTest {

    @TempDir
    private static Path folder;

    @Test
    void fileToReport() throws IOException {
        List<String> rows = run("file-to-report", "--lines", "2000");

        assertThat(rows).hasSize(10);
        assertThat(rows).anyMatch(row -> row.contains("hrbudget, 1 thread / plain Drools"));
        assertThat(rows).anyMatch(row -> row.contains("| skipped |") && row.contains("--account"));
    }

    @Test
    void peakHeap() throws IOException {
        List<String> rows = run("peak-heap", "--lines", "1000,2000", "--precision", "0.9");

        assertThat(rows).hasSize(5);
        assertThat(rows).anyMatch(row -> row.contains("same bytes, all rows"));
    }

    @Test
    void firstVerdict() throws IOException {
        List<String> rows = run("first-verdict", "--lines", "2000");

        assertThat(rows).anyMatch(row -> row.contains("as it comes, hrbudget / plain Drools"));
    }

    @Test
    void secondProgram() throws IOException {
        Path classes = Path.of("target", "test-classes");
        String peer = String.join(
                " ", Fork.java(), "-cp", classes.toString(), SecondEngine.class.getName(), "{file} {items} {year}");

        assertThat(run("second-program", "--lines", "2000", "--peer", peer))
                .singleElement()
                .asString()
                .contains("250 (250-250) /");
    }

    @Test
    void growth() throws IOException {
        List<String> rows = run("growth", "--lines", "2000", "--growth", "1,2");

        assertThat(rows).hasSize(4).allMatch(row -> row.contains("| linear |"));
    }

    @Test
    void joiningRules() throws IOException {
        List<String> rows = run("joining-rules", "--lines", "2000", "--growth", "1,2");

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).containsPattern("[1-9]\\d* findings of the one, [1-9]\\d* of the other");
    }

    @Test
    void theListNamesEveryComparison() {
        assertThat(Comparison.all()).extracting(Comparison::name).doesNotHaveDuplicates();
        assertThat(Main.run("list")).isZero();
        assertThat(Main.run("run", "none-of-them", "--work-folder", folder.toString()))
                .isEqualTo(2);
    }

    /** {@return the rows of the table} */
    private static List<String> run(String name, String... options) throws IOException {
        Path results = folder.resolve(name + ".md");
        List<String> arguments = new ArrayList<>(List.of("run", name, "--work-folder", folder.toString()));
        arguments.addAll(List.of("--out", results.toString(), "--rounds", "1", "--warm-up", "PT0S"));
        arguments.addAll(List.of(options));
        flags().forEach(flag -> arguments.add("--jvm-flag=" + flag));

        assertThat(Main.run(arguments.toArray(String[]::new))).isZero();

        List<String> lines = Files.readAllLines(results);
        return lines.subList(lines.indexOf("| --- | --- | --- | --- | --- |") + 1, lines.size());
    }

    /** The locale, charset and zone that this JVM was told, since the programs must not depend on them; and a quick start. */
    private static List<String> flags() {
        List<String> flags = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-Duser.") || flag.startsWith("-Dfile.encoding"))
                .toList());
        flags.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        return flags;
    }
}
