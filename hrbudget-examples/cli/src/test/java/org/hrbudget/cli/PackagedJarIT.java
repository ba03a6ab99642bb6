package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The program as people start it: the packaged jar in a process of its own, and what it tells the one that called it. */
@EnabledIfSystemProperty(
        named = "hrbudget.jar",
        matches = ".+",
        disabledReason = "the build starts it with the jar, after packaging: mvn verify")
class PackagedJarIT {

    private static final String HEAD = "unit_code,object_code,programme_code,approved,exercised\n";
    private static final String FINE = "11CD01,1131,E001,100.00,100.00\n12CD02,1131,E001,100.00,100.00\n";

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    @Test
    void aBudgetWithoutErrorsEndsWith0() throws Exception {
        Ended ended = validate(HEAD + FINE);

        assertThat(ended.out()).contains("VERDICT: COMPLIANT");
        assertThat(ended.code()).isZero();
    }

    @Test
    void anErrorEndsWith1() throws Exception {
        Ended ended = validate(HEAD + FINE + ",1131,E001,1.00,1.00\n");

        assertThat(ended.out()).contains("VERDICT: NOT COMPLIANT");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void aWarningEndsWith1WhereWarningsAreTheThreshold() throws Exception {
        Ended ended = validate(HEAD + FINE + "13CD01,1131,E001,-1.00,-1.00\n", "--fail-on", "warning");

        assertThat(ended.out()).contains("VERDICT: COMPLIANT");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void whatIsBelowTheThresholdEndsWith0() throws Exception {
        assertThat(validate(HEAD + FINE + ",1131,E001,1.00,1.00\n", "--fail-on", "never")
                        .code())
                .isZero();
    }

    @Test
    void wrongUseEndsWith2AndSaysWhatIsWrong() throws Exception {
        Ended ended = validate(HEAD + FINE, "--threads", "none");

        assertThat(ended.err()).contains("--threads");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.code()).isEqualTo(2);
        assertThat(start("no-such-command").code()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNotThereEndsWith3() throws Exception {
        Ended ended = start(
                "validate",
                folder.resolve("nowhere.csv").toString(),
                "--rules",
                "mx-fed",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2012-01-01");

        assertThat(ended.err()).contains("nowhere.csv");
        assertThat(ended.code()).isEqualTo(3);
    }

    @Test
    void anUndeterminedVerdictEndsWith3() throws Exception {
        Ended ended = validate(HEAD + FINE + "13CD01,1131,E001,much,1.00\n");

        assertThat(ended.out()).contains("VERDICT: UNDETERMINED");
        assertThat(ended.code()).isEqualTo(3);
    }

    @Test
    void noPackInForceEndsWith3() throws Exception {
        Ended ended = start(
                "validate",
                budget(HEAD + FINE).toString(),
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "1999",
                "--as-of",
                "1999-06-30");

        assertThat(ended.err()).isNotBlank();
        assertThat(ended.code()).isEqualTo(3);
    }

    @Test
    void theVersionEndsWith0() throws Exception {
        assertThat(start("--version").code()).isZero();
    }

    @Test
    void aWatchEndsFromOutsideWithTheCodeOfItsLastAnswer() throws Exception {
        Path pack = folder.resolve("mx-cmx-2030.1");
        assertThat(start(
                                "rules",
                                "new",
                                "mx-cmx",
                                "2030.1",
                                "--amends",
                                CommandRun.newest(),
                                "--fiscal-years",
                                "2030",
                                "--into",
                                folder.toString())
                        .code())
                .isZero();
        Path out = folder.resolve("watch.txt");
        Process watch = new ProcessBuilder(command(List.of(), "rules", "check", pack.toString(), "--watch"))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();

        for (int i = 0; i < 600 && !Files.readString(out).contains("Ctrl-C"); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        watch.destroy();

        assertThat(watch.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(out)).contains("pack.properties");
        assertThat(watch.exitValue()).isEqualTo(1);
    }

    @Test
    void whatFindsActionsIsInTheJarAndNoOtherCommandLoadsIt() throws Exception {
        Ended found = start("actions", "find", "derechos", "niñas", "salud", "--limit", "1");

        assertThat(found.out()).contains("\"salud\" is \"Salud\" in the right or group");
        assertThat(found.code()).isZero();
        assertThat(loaded("actions", "find", "salud")).anyMatch(line -> line.contains("org.apache.lucene"));
        assertThat(loaded("rules", "list"))
                .anyMatch(line -> line.contains("org.hrbudget.cli.RulesCommand"))
                .noneMatch(line -> line.contains("org.apache.lucene"));
    }

    private List<String> loaded(String... arguments) throws Exception {
        Path log = folder.resolve("classes.log");
        List<String> options = List.of("-Xlog:class+load:file=" + log);
        assertThat(start(options, arguments).code()).isZero();
        return Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    }

    private Ended validate(String text, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "validate",
                budget(text).toString(),
                "--rules",
                "mx-fed",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2012-01-01",
                "--lang",
                "en"));
        arguments.addAll(List.of(options));
        return start(arguments.toArray(String[]::new));
    }

    private Path budget(String text) throws IOException {
        return Files.writeString(folder.resolve("budget.csv"), text);
    }

    private Ended start(String... arguments) throws Exception {
        return start(List.of(), arguments);
    }

    private static List<String> command(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-jar", System.getProperty("hrbudget.jar")));
        command.addAll(List.of(arguments));
        return command;
    }

    private Ended start(List<String> options, String... arguments) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command(options, arguments))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the program ends").isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
