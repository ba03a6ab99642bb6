package org.hrbudget.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the comparisons and runs them. */
@Command(
        name = "hrbudget-benchmarks",
        mixinStandardHelpOptions = true,
        subcommands = {Main.ListCommand.class, Main.RunCommand.class},
        description = "What hrbudget costs beside other ways to the same answer.")
public final class Main {

    private Main() {}

    /**
     * Runs a command.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** {@return the exit code of a command} */
    static int run(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        return new CommandLine(new Main(), new Factory(out)).execute(arguments);
    }

    private record Factory(PrintStream out) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == ListCommand.class) {
                return type.cast(new ListCommand(out));
            }
            return type == RunCommand.class
                    ? type.cast(new RunCommand(out))
                    : CommandLine.defaultFactory().create(type);
        }
    }

    /** Lists the comparisons. */
    @Command(name = "list", description = "Lists the comparisons.")
    static final class ListCommand implements Runnable {

        private final PrintStream out;

        ListCommand(PrintStream out) {
            this.out = out;
        }

        @Override
        public void run() {
            Comparison.all().forEach(comparison -> out.println(comparison.name() + "\t" + comparison.about()));
        }
    }

    /** Runs comparisons. */
    @Command(name = "run", description = "Runs one comparison, or all.", showDefaultValues = true)
    static final class RunCommand implements Callable<Integer> {

        private final PrintStream out;

        @Parameters(paramLabel = "NAME", description = "A comparison of `list`, or all.")
        private String name = "all";

        @Option(
                names = "--work-folder",
                required = true,
                description = "Where budgets are made; used again when it has them.")
        private Path workFolder = Path.of("");

        @Option(names = "--out", description = "The file of the results, in Markdown.")
        private @Nullable Path results;

        @Option(
                names = "--lines",
                split = ",",
                defaultValue = "10000,1000000,10000000",
                description = "Sizes of planted budgets.")
        private List<Long> lines = List.of();

        @Option(
                names = "--engine-lines",
                defaultValue = "1000000",
                description = "The most lines for engines that are compared.")
        private long engineLines;

        @Option(names = "--account", description = "Cuenta_Publica_2010.csv.gz, to be repeated.")
        private @Nullable Path account;

        @Option(
                names = "--account-rows",
                defaultValue = "5000000",
                description = "How many rows the repeated account has.")
        private long accountRows;

        @Option(names = "--rounds", defaultValue = "5", description = "How often each program is started.")
        private int rounds;

        @Option(names = "--warm-up", defaultValue = "PT5S", description = "How long a program runs before it counts.")
        private Duration warmUp = Duration.ZERO;

        @Option(names = "--threads", defaultValue = "2", description = "Threads of programs that have several.")
        private int threads;

        @Option(names = "--precision", defaultValue = "0.05", description = "How close the least heap is found.")
        private double precision;

        @Option(
                names = "--growth",
                split = ",",
                defaultValue = "1,2,4,8,16,32,64",
                description = "How many rules, packs, languages.")
        private List<Integer> growth = List.of();

        @Option(
                names = "--peer",
                description = "Command of a second program; {file}, {items} and {year} are filled in.")
        private @Nullable String peer;

        @Option(names = "--demo", description = "hrbudget.jar, to time its demo.")
        private @Nullable Path demo;

        @Option(names = "--jvm-flag", description = "A flag of every JVM that is started; may be given again.")
        private List<String> flags = List.of();

        RunCommand(PrintStream out) {
            this.out = out;
        }

        @Override
        public Integer call() throws IOException {
            List<Comparison> chosen = Comparison.all().stream()
                    .filter(comparison -> name.equals("all") || name.equals(comparison.name()))
                    .toList();
            if (chosen.isEmpty()) {
                out.println("No comparison is called " + name + ".\nMaybe one of `list` was meant.");
                return 2;
            }
            Settings settings = settings();
            List<String> page = new ArrayList<>(heading());
            boolean failed = false;
            for (Comparison comparison : chosen) {
                for (Row row : rows(comparison, settings)) {
                    out.println(row.markdown());
                    page.add(row.markdown());
                    failed |= row.isFailed();
                }
                write(page);
            }
            return failed ? 1 : 0;
        }

        /** {@return the rows of a comparison; that it failed is one too, so that the others are still made} */
        private static List<Row> rows(Comparison comparison, Settings settings) {
            try {
                return comparison.run(settings);
            } catch (IOException e) {
                settings.say(String.valueOf(e.getMessage()));
                return List.of(Row.failed(comparison.name(), e));
            }
        }

        private Settings settings() throws IOException {
            return new Settings(
                    WorkFolder.at(workFolder),
                    lines,
                    engineLines,
                    account,
                    accountRows,
                    rounds,
                    warmUp.toMillis(),
                    threads,
                    precision,
                    growth,
                    peer,
                    demo,
                    flags,
                    text -> System.err.println("... " + text));
        }

        /** Written after each comparison, so that a run that is broken off leaves what it has. */
        private void write(List<String> page) throws IOException {
            if (results != null) {
                Files.writeString(results, String.join("\n", page) + "\n");
            }
        }

        private List<String> heading() {
            return List.of(
                    "# What was measured",
                    "",
                    "Written by the program itself; `README.md` says what is compared and how.",
                    "",
                    "- Machine: " + Machine.described(),
                    "- Command: `" + command() + "`",
                    Row.number(
                            "- Each program is started %d times, in turn with the others; median (least-most) of these, each ratio"
                                    + " of two programs of one round.",
                            rounds),
                    "",
                    "| compared | aim | measured median (min-max) | met? | figures |",
                    "| --- | --- | --- | --- | --- |");
        }

        /** {@return the command with nothing of where things are on this machine} */
        private String command() {
            List<String> words = new ArrayList<>(List.of("java -jar target/hrbudget-benchmarks.jar run " + name));
            words.add("--work-folder DIR");
            words.add("--lines "
                    + String.join(",", lines.stream().map(String::valueOf).toList()));
            words.add("--engine-lines " + engineLines);
            words.add("--rounds " + rounds);
            words.add("--warm-up " + warmUp);
            words.add("--threads " + threads);
            words.add("--precision " + precision);
            words.add("--growth "
                    + String.join(",", growth.stream().map(String::valueOf).toList()));
            if (account != null) {
                words.add("--account " + account.getFileName() + " --account-rows " + accountRows);
            }
            flags.forEach(flag -> words.add("--jvm-flag=" + flag));
            if (demo != null) {
                words.add("--demo " + demo.getFileName());
            }
            if (peer != null) {
                words.add("--peer '" + SecondProgram.named(peer) + "'");
            }
            return String.join(" ", words);
        }
    }
}
