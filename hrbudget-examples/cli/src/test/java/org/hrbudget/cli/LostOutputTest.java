package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hrbudget.report.FindingsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asked for a file and did not get it is told so, by its name. */
class LostOutputTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path room;

    private Path budget;

    @BeforeEach
    void writeBudget() throws IOException {
        budget = Files.writeString(
                room.resolve("b.csv"), "fiscal_year,unit_code,approved,action_1\n2011,11CD01,1.00,=1+1\n");
    }

    @ParameterizedTest
    @CsvSource({
        "en, could not be written, there is no room left on the disk",
        "es, No se pudo escribir, no queda espacio en el disco"
    })
    void aFullDiskUnderTheFindingsIsSaidAndIsNoSuccess(String language, String lost, String reason) throws IOException {
        requireFull();
        Path full = Files.createSymbolicLink(room.resolve("full.csv"), FULL);
        CommandRun run = validate("--lang", language, "--findings-out", full.toString(), "--fail-on", "never");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains(full.toString()).contains(lost, reason);
        assertThat(run.out()).as("the report is there").containsPattern("VERDICT|DICTAMEN");
    }

    @ParameterizedTest
    @CsvSource({"json", "text"})
    void aFullDiskUnderAReportIsSaidAndTheOthersAreWritten(String form) throws IOException {
        requireFull();
        CommandRun run = validate("--format", form + "=" + FULL, "--format", "json=" + room.resolve("r.json"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("/dev/full could not be written: there is no room left on the disk");
        assertThat(room.resolve("r.json")).isNotEmptyFile();
    }

    @Test
    void aFileThatWasNotWrittenAnewIsSaidToBeTheOlderOne() throws IOException {
        Path file = Files.writeString(room.resolve("f.csv"), "before");
        CommandRun run = stopped("--findings-out", file.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("The findings were not written to " + file)
                .contains("What " + file + " holds is an older file");
        assertThat(file).hasContent("before");
    }

    /** As {@code head} does. */
    @Test
    void whoReadsNoFurtherIsToldNothing() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream pipe = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        new Program(new Screen(InputStream.nullInputStream(), pipe, err, false, Instant::now)).run("rules", "list");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNoOlderOne() {
        CommandRun run = stopped("--findings-out", room.resolve("f.csv").toString(), "--lang", "es");
        assertThat(run.err())
                .contains("Los hallazgos no se escribieron en " + room.resolve("f.csv"))
                .doesNotContain("anterior");
    }

    @Test
    void aFolderThatVanishedIsSaid() throws IOException {
        Path folder = Files.createDirectory(room.resolve("gone"));
        Path file = folder.resolve("r.json");
        assertThatThrownBy(() -> WholeOutput.write(file, new ProgramWords(Locale.ENGLISH), out -> deleteAll(folder)))
                .hasMessageContaining(file + " could not be written: its folder is not there any more");
        Path findings = Files.createDirectory(folder).resolve("f.csv");
        FindingsOutput output =
                FindingsOutput.open(findings, FindingsFile.Form.CSV, new ProgramWords(ProgramWords.SPANISH));
        deleteAll(folder);
        assertThatThrownBy(output::complete).isInstanceOf(IOException.class);
        output.abandon();
        assertThat(output.lost())
                .hasValueSatisfying(lost -> assertThat(lost)
                        .hasMessageContaining("No se pudo escribir " + findings + ": su carpeta ya no está"));
    }

    @Test
    void aFileThatWasWrittenIsNotSpokenOf() throws IOException {
        CommandRun run = validate("--findings-out", room.resolve("f.csv").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        try (Stream<Path> files = Files.list(room)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("b.csv", "f.csv");
        }
    }

    private static void requireFull() {
        assumeTrue(Files.isWritable(FULL), "this system has no device that is always full");
    }

    private CommandRun validate(String... more) {
        return CommandRun.of(arguments(more));
    }

    /** {@return a run whose time is over before it reads a line} */
    private CommandRun stopped(String... more) {
        Instant[] now = {Instant.EPOCH};
        return CommandRun.of(
                false,
                () -> {
                    now[0] = now[0].plusSeconds(3600);
                    return now[0];
                },
                arguments(Stream.concat(Stream.of("--time-limit", "1"), Stream.of(more))
                        .toArray(String[]::new)));
    }

    private String[] arguments(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "validate", budget.toString(), "--rules", "mx-cmx", "--fiscal-year", "2011", "--as-of", "2010-11-15"));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
