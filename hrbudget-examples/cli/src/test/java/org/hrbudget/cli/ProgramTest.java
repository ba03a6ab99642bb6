package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hrbudget.report.JsonReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

class ProgramTest {

    @Test
    void theDemoShowsThePublishedOutcomeBesideTheComputedOne() {
        CommandRun run = CommandRun.of("demo");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("SYNTHETIC")
                .containsPattern("\\(I01\\) +75 % +75 %\n")
                .containsPattern("\\(I02\\) +75 % +75 %\n")
                .containsPattern("\\(I05\\) +52 +52\n")
                .containsPattern("equality \\(I06\\) +157 +157\n")
                .containsPattern("environment \\(I06\\) +52 +52\n")
                .containsPattern("health \\(I06\\) +49 +49\n")
                .containsPattern("education \\(I06\\) +45 +45\n")
                .containsPattern("place 1 +DIF +DIF")
                .containsPattern("place 2 +Desarrollo Social +.*Desarrollo Social")
                .containsPattern("place 3 +Contraloría General +Contraloría General")
                .contains("VERDICT: NOT COMPLIANT");
    }

    @Test
    void theDemoSpeaksSpanish() {
        assertThat(CommandRun.of("demo", "--lang", "es").out())
                .startsWith("SINTÉTICO")
                .contains("DICTAMEN: NO CUMPLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "actions", "course", "rules", "layouts", "schema"})
    void aCommandThatIsNotWholeShowsItsHelpOnStandardError(String command) {
        CommandRun run = command.isEmpty() ? CommandRun.of() : CommandRun.of(command);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Usage: hrbudget " + command);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "validate",
                "compare",
                "actions find",
                "course new",
                "course check",
                "publish",
                "rules list",
                "rules show",
                "rules words",
                "layouts list",
                "layouts new",
                "layouts check",
                "layouts docs",
                "schema report",
                "schema layout"
            })
    void everyCommandHasHelpInBothLanguages(String command) {
        assertThat(CommandRun.of((command + " --help").split(" ")).out()).startsWith("Usage: hrbudget " + command);
        CommandRun spanish = CommandRun.of((command + " --help --lang es").split(" "));
        assertThat(spanish.out()).startsWith("Uso: hrbudget " + command);
        assertThat(spanish.exitCode()).isZero();
    }

    /** What usages call a value is said in words of each language: no FILE in Spanish. */
    @Test
    void everyWordForAValueIsTranslated() throws IOException {
        Properties labels = new Properties();
        try (InputStream english = Program.class.getResourceAsStream("words.properties")) {
            labels.load(english);
        }
        List<String> without = new ArrayList<>();
        List<CommandSpec> commands = new ArrayList<>(
                List.of(Commands.in(new ProgramWords(Locale.ENGLISH)).getCommandSpec()));
        for (int i = 0; i < commands.size(); i++) {
            commands.get(i).subcommands().values().forEach(sub -> commands.add(sub.getCommandSpec()));
            commands.get(i).args().stream()
                    .filter(argument -> argument.arity().max() > 0)
                    .flatMap(argument -> Pattern.compile("[A-Z]+(?:-[A-Z]+)*")
                            .matcher(argument.paramLabel())
                            .results())
                    .map(word -> "label." + word.group())
                    .filter(key -> !labels.containsKey(key))
                    .forEach(without::add);
        }

        assertThat(without)
                .as("add these to words.properties and words_es.properties")
                .isEmpty();
        assertThat(CommandRun.of("rules", "new", "--help", "--lang", "es").out())
                .contains("--amends=VERSIÓN", "--into=CARPETA", "--published=AAAA-MM-DD")
                // Where lines break depends on the order of options, which the parser sorts by the locale.
                .containsPattern("\\[JURISDICCIÓN\\]\\s+\\[VERSIÓN\\]")
                .doesNotContain("DIR", "YYYY", "RULE");
    }

    @Test
    void anUnknownCommandOrOptionNamesTheNearest() {
        assertThat(CommandRun.of("validat").err()).contains("\"validat\"").contains("validate");
        CommandRun run = CommandRun.of("rules", "list", "--ruls", "mx-fed");
        assertThat(run.err()).contains("--ruls").contains("--rules");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "rules show, RULE-ID",
        "rules show --lang es, REGLA",
        "rules new --lang es mx-cmx, VERSIÓN",
        "validate --rules mx-fed --fiscal-year 2011 --as-of 2011-12-31, FILE"
    })
    void whatIsMissingIsNamed(String command, String missing) {
        CommandRun run = CommandRun.of(command.split(" "));
        assertThat(run.err()).contains(": " + missing);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aStrayWordIsNotTakenForAnOptionOfOneLetter() {
        assertThat(CommandRun.of("demo", "x").err()).contains("\"x\"").doesNotContain("Maybe");
    }

    @Test
    void theVersionIsTheLibrarys() {
        assertThat(CommandRun.of("--version").out()).matches("hrbudget \\S+\n");
    }

    @Test
    void theSchemaIsThatOfTheLibrary() {
        assertThat(CommandRun.of("schema", "report").out()).isEqualTo(JsonReport.schema());
    }

    @Test
    void theLayoutsAreListed() {
        assertThat(CommandRun.of("layouts", "list").out()).contains("hrbudget — ", "cdmx-egresos — ");
    }

    @Test
    void aLayoutIsShownWithTheHeadingsItReads() {
        assertThat(CommandRun.of("layouts", "show", "mx-federal-cuenta-publica", "--lang", "es")
                        .out())
                .contains("mx-federal-cuenta-publica — ", "windows-1252", "«,»", "exercised")
                .contains("id_ramo + id_ur");
        assertThat(CommandRun.of("layouts", "show", "hrbudget").out()).contains("action_{n}", "unit_code");
        assertThat(CommandRun.of("layouts", "show", "mx-federal-cuenta").err()).contains("mx-federal-cuenta-publica");
    }

    @Test
    void rulesAreListedByPackAndCanBeFiltered() {
        assertThat(CommandRun.of("rules", "list").out()).contains("mx-cmx 2011.2 — ", "mx-fed 2008.1 — ");
        assertThat(CommandRun.of("rules", "list", "--rules", "mx-fed").out()).doesNotContain("mx-cmx");
    }

    @Test
    void aRuleIsShownOnceForEachWordingWithItsVersions() {
        CommandRun run = CommandRun.of("rules", "show", "line-names-no-action");
        assertThat(run.out())
                // Its source was read, so nothing is said of sources that were not.
                .containsPattern("In +mx-cmx 2010.1\n +Severity +WARNING: a recommendation is not met\n")
                .containsPattern("In +mx-cmx 2011.1, mx-cmx 2011.2[^A-Z]+Severity +ERROR")
                .doesNotContain("namesActionsOrReason");
        assertThat(CommandRun.of("rules", "show", "line-names-no-action", "--drl")
                        .out())
                .contains("namesActionsOrReason == false");
        assertThat(CommandRun.of("rules", "show", "object-concept-unknown").out())
                .containsPattern("WARNING: a recommendation is not met, or a\\s+duty\\s+whose\\s+source\\s+has\\s+not");
    }

    @Test
    void aRuleIsShownInPlainWordsWithTheLimitOfEachVersion() {
        assertThat(CommandRun.of("rules", "show", "unit-linking-rate-below-reference", "--lang", "es")
                        .out())
                .containsPattern("El defecto +Un presupuesto en el que la proporción de unidades vinculadas")
                .contains("reference-unit-linking-rate (75 %).");
    }

    @Test
    void anUnknownRuleNamesTheNearest() {
        CommandRun run = CommandRun.of("rules", "show", "line-names-no-acton", "--lang", "es");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("«line-names-no-acton»").contains("Quizá quiso decir line-names-no-action.");
    }

    @Test
    void aFullDiskIsSaidAndIsNotSuccess() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertThat(new Program(new Screen(InputStream.nullInputStream(), full, err, false, InstantSource.system()))
                        .run("layouts", "list"))
                .isEqualTo(ExitCode.NOT_EVALUATED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no space left");
    }

    @Test
    void exhaustedMemoryEndsWithFourAndSaysHowToGiveMore() {
        CommandRun run = broken(() -> new OutOfMemoryError("Java heap space"));
        assertThat(run.err()).contains("not enough memory", "-Xmx").doesNotContain("report it");
        assertThat(run.exitCode()).isEqualTo(4);
    }

    @Test
    void memoryThatWasShortSomewhereBelowIsNoFaultOfTheProgram() {
        CommandRun run = broken(() -> new ExceptionInInitializerError(new OutOfMemoryError("Java heap space")));
        assertThat(run.err()).contains("not enough memory", "-Xmx").doesNotContain("report it");
        assertThat(run.exitCode()).isEqualTo(4);
    }

    @Test
    void aFaultOfTheProgramIsReportedWithoutAStackTraceUnlessAsked() {
        Supplier<Error> bug = () -> new AssertionError("a bug");
        assertThat(broken(bug).err()).contains("a bug").contains("report it").doesNotContain("\tat ");
        assertThat(broken(bug).exitCode()).isEqualTo(4);
        assertThat(broken(bug, "--debug").err()).contains("\tat ");
    }

    /** A stream with a fault that no program foresees. */
    private static CommandRun broken(Supplier<Error> fault, String... more) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream broken = new OutputStream() {
            private boolean thrown;

            @Override
            public void write(int b) {
                if (!thrown) {
                    thrown = true;
                    throw fault.get();
                }
            }
        };
        String[] args = Stream.concat(Stream.of("demo"), Stream.of(more)).toArray(String[]::new);
        ExitCode code = new Program(
                        new Screen(InputStream.nullInputStream(), broken, err, false, InstantSource.system()))
                .run(args);
        return new CommandRun(code.code(), "", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatFailsHalfWayIsNotLeftBehind(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("r.json");
        assertThatThrownBy(() -> WholeOutput.write(file, new ProgramWords(Locale.ENGLISH), out -> {
                    out.write('{');
                    throw new IOException("half way");
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll(file.toString(), "half way");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void progressIsSilentForTwoSecondsAndCleansUpBehindItself() {
        assertThat(progress(1_000_000, OptionalLong.of(400))).isEmpty();
        assertThat(progress(2_100_000_000, OptionalLong.empty()))
                .contains("\r1024 lines read, 2 s")
                .endsWith("\r");
        assertThat(progress(2_100_000_000, OptionalLong.of(400)))
                .contains("\r[#####...............] 25 %, 1024 of about 4096 rows, 2 s")
                .endsWith("\r");
    }

    private static String progress(long nanosForEachLook, OptionalLong bytes) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        AtomicLong time = new AtomicLong();
        Progress progress = new Progress(
                new ProgramWords(Locale.ENGLISH),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> time.getAndAdd(nanosForEachLook));
        progress.accept(new org.hrbudget.validation.RunOptions.Progress(1024, 100, bytes));
        progress.done();
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(keys("words.properties")).isEqualTo(keys("words_es.properties"));
    }

    private static Set<String> keys(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = ProgramWords.class.getResourceAsStream(name)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties.stringPropertyNames();
    }

    @ParameterizedTest
    @CsvSource({
        "2011.1, line-names-no-action",
        "line-names-no-action, 2011.1",
        "mx-cmx/2011.1, line-names-no-action",
        "line-names-no-action, mx-cmx/2011.1"
    })
    void aRuleIsShownAsAVersionHasIt(String first, String second) {
        CommandRun run = CommandRun.of("rules", "show", first, second);

        assertThat(run.out()).containsPattern("In +mx-cmx 2011\\.1\n").doesNotContain("2010.1", "2014.1");
    }

    @Test
    void aVersionThatThereIsNoneOfIsRefusedWithThoseThereAre() {
        assertThat(CommandRun.of("rules", "show", "2011.9", "line-names-no-action")
                        .err())
                .contains("PACK cannot be \"2011.9\"", "2011.1");
    }
}
