package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a run is carried out: threads, time, folders, and the file that takes every finding. */
class RunSettingsTest {

    private static final int LINES = 5_000;

    @TempDir
    Path folder;

    private Path budget;

    @BeforeEach
    void writeBudget() throws IOException {
        StringBuilder text = new StringBuilder("id,unit_code,programme_code,object_code,approved,exercised\n");
        for (int i = 0; i < LINES; i++) {
            text.append(i).append(i == 0 ? ",12CD02" : ",11CD01").append(",E001,1131,-100.00,-100.00\n");
        }
        budget = Files.writeString(folder.resolve("budget.csv"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"findings.ndjson", "findings.jsonl", "findings.csv"})
    void everyFindingIsWrittenAndTheSameBytesWhateverTheThreads(String name) throws IOException {
        Path file = folder.resolve(name);
        List<byte[]> contents = new ArrayList<>();
        for (String threads : List.of("1", "2", "5")) {
            CommandRun run = validate("--findings-out", file.toString(), "--threads", threads, "--format", "json");
            assertThat(run.out()).contains("\"truncated\": true");
            contents.add(Files.readAllBytes(file));
        }
        assertThat(contents.get(1)).isEqualTo(contents.get(0));
        assertThat(contents.get(2)).isEqualTo(contents.get(0));
        assertThat(Files.readAllLines(file).stream().filter(line -> line.contains("negative")))
                .hasSizeGreaterThanOrEqualTo(LINES);
        assertThat(names()).containsExactlyInAnyOrder("budget.csv", name);
    }

    @Test
    void anotherEndingIsRefusedBeforeAnythingIsRead() throws IOException {
        CommandRun run =
                validate("--findings-out", folder.resolve("findings.xlsx").toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("findings.xlsx", ".ndjson", ".csv");
        assertThat(validate(
                                "--findings-out",
                                folder.resolve("none/findings.csv").toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(validate("--findings-out", budget.toString()).err()).contains("budget.csv");
        assertThat(names()).containsExactly("budget.csv");
    }

    @Test
    void aBudgetThatCannotBeReadLeavesNoFileOfFindings() throws IOException {
        Path file = folder.resolve("findings.csv");
        CommandRun run = CommandRun.of(
                "validate",
                folder.resolve("nowhere.csv").toString(),
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2011-12-31",
                "--findings-out",
                file.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(names()).containsExactly("budget.csv");
    }

    @Test
    void aFullDiskLeavesTheVerdictOpenAndSaysWhy() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "this system has no device that is always full");
        Path link = folder.resolve("full.csv");
        assumeTrue(linked(link, full), "this system makes no symbolic links");
        CommandRun run = validate("--findings-out", link.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("UNDETERMINED", "space left");
    }

    @Test
    void aFolderForTemporaryFilesHasToBeThere() {
        CommandRun run = validate("--work-folder", folder.resolve("none").toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("none");
        assertThat(validate("--work-folder", folder.toString()).exitCode()).isZero();
    }

    @Test
    void timeEnoughChangesNothing() {
        assertThat(validate("--time-limit", "3600").exitCode()).isZero();
        assertThat(validate("--time-limit", "soon").err()).contains("--time-limit");
    }

    /** The limit is in seconds, and the clock stands one second beyond a minute when it is asked again. */
    @Test
    void whatIsOverItsTimeAnswersWithTheVerdictOpen() {
        CommandRun over = validate(later(61), "--time-limit", "60");
        assertThat(over.out()).contains("VERDICT: UNDETERMINED").contains("time");
        assertThat(over.exitCode()).isEqualTo(3);
        assertThat(validate(later(61), "--time-limit", "62").exitCode()).isZero();
    }

    @Test
    void noMoreFindingsOfARuleAreKeptThanAskedFor() {
        CommandRun run = validate(InstantSource.system(), "--max-findings-per-rule", "3", "--format", "json");
        assertThat(run.out()).contains("\"truncated\": true", "\"violated\": " + LINES);
        assertThat(run.out().split("\"ruleId\": \"approved-negative\"", -1).length - 1)
                .as("three findings and the line of the ledger")
                .isEqualTo(3 + 1);
    }

    /** {@return a clock that is so many seconds late from its second answer on} */
    private static InstantSource later(int seconds) {
        AtomicBoolean asked = new AtomicBoolean();
        return () -> asked.getAndSet(true) ? Instant.EPOCH.plusSeconds(seconds) : Instant.EPOCH;
    }

    private CommandRun validate(String... more) {
        return validate(InstantSource.system(), more);
    }

    private CommandRun validate(InstantSource clock, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "validate", budget.toString(), "--rules", "mx-fed", "--fiscal-year", "2011", "--as-of", "2011-12-31"));
        arguments.addAll(List.of(more));
        return CommandRun.of(false, clock, arguments.toArray(String[]::new));
    }

    private static boolean linked(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
