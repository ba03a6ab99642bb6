package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** No command writes over what it reads. The commands and their arguments are those there are, not a list of ours. */
class OverwritingTest {

    /** Whatever else an argument may be called; a new one belongs here or to {@link DistinctFiles#READ}. */
    private static final Set<String> NAMES_NO_INPUT = Set.of(
            "ENTRY",
            "WORD",
            "officer|citizen",
            "RIGHT",
            "UNIT",
            "JURISDICTION",
            "VERSION",
            "JURISDICTION/V",
            "RULE-ID",
            "ID",
            "N",
            "Y",
            "V",
            "Y[-[Y]]",
            "YYYY-MM-DD",
            "SECONDS",
            "PHASE",
            "en|es",
            "mx-fed|mx-cmx|icescr",
            "error|warning|never",
            "SCOPE",
            "SHEET",
            "CHARSET",
            "SIGN",
            "ROW",
            "CODE",
            "text|json[=PATH]",
            "text|json|html|csv[=PATH]",
            "right|unit|action|chapter",
            "KIND",
            "FORM[=PATH]",
            "DIR",
            "ZONE");

    private static final Set<String> PACKS = Set.of("DIR|ZIP|BOOK", "PACK", "A", "B");

    @TempDir
    private Path room;

    private Path pack;

    @BeforeEach
    void writePack() throws IOException {
        pack = Files.createDirectories(room.resolve("pack"));
        Files.createDirectories(pack.resolve("examples"));
        Files.writeString(pack.resolve("pack.properties"), "version=1\n");
        Files.writeString(pack.resolve("examples/rule.csv"), "expect\n");
        Files.writeString(room.resolve("input.csv"), "unit_code\n");
        Files.createSymbolicLink(room.resolve("link.csv"), room.resolve("input.csv"));
        Files.createLink(room.resolve("hard.csv"), room.resolve("input.csv"));
        Files.createSymbolicLink(room.resolve("other"), pack);
        Files.createLink(room.resolve("hard.properties"), pack.resolve("pack.properties"));
        Files.createSymbolicLink(room.resolve("link.properties"), pack.resolve("pack.properties"));
    }

    @Test
    void everyArgumentIsKnownToNameAnInputOrNone() {
        for (CommandSpec command : commands()) {
            for (ArgSpec argument : command.args()) {
                assertThat(Stream.concat(DistinctFiles.READ.stream(), NAMES_NO_INPUT.stream()))
                        .as("%s %s: DistinctFiles must know whether it is read", command.qualifiedName(), argument)
                        .contains(argument.arity().max() == 0 ? "N" : argument.paramLabel());
            }
        }
    }

    @Test
    void everyPlaceToWriteIsAskedAbout() {
        assertThat(commands().stream()
                        .flatMap(command -> command.options().stream())
                        .map(OptionSpec::longestName)
                        .filter(name -> name.endsWith("-out") || name.endsWith("folder") || name.equals("--into")))
                .isSubsetOf(DistinctFiles.WRITTEN)
                .isNotEmpty();
    }

    @Test
    void noCommandWritesOverAFileItReads() throws IOException {
        List<Path> spellings = List.of(
                room.resolve("input.csv"),
                room.resolve("pack/../input.csv"),
                room.resolve("link.csv"),
                room.resolve("hard.csv"));
        int refused = 0;
        for (CommandSpec command : commands()) {
            for (ArgSpec argument : read(command)) {
                for (String option : written(command, Set.of("--format", "--findings-out", "--out", "--receipt"))) {
                    for (Path output : spellings) {
                        requireRefused(command, argument, room.resolve("input.csv"), option, output);
                        refused++;
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void noCommandWritesIntoAPackItReads() throws IOException {
        List<Path> spellings = List.of(
                pack.resolve("pack.properties"),
                pack.resolve("new.csv"),
                pack.resolve("examples/new.csv"),
                pack.resolve("../pack/examples/../pack.properties"),
                room.resolve("other/pack.properties"),
                room.resolve("other/new.csv"),
                room.resolve("hard.properties"),
                room.resolve("link.properties"));
        int refused = 0;
        for (CommandSpec command : commands()) {
            for (ArgSpec argument : read(command)) {
                if (!PACKS.contains(argument.paramLabel())) {
                    continue;
                }
                for (String option : written(command, Set.of("--format", "--findings-out", "--out", "--receipt"))) {
                    for (Path output : spellings) {
                        requireRefused(command, argument, pack, option, output);
                        requireRefused(command, argument, room.resolve("other"), option, output);
                        refused++;
                    }
                }
                for (String option : written(command, Set.of("--into", "--work-folder"))) {
                    requireRefused(command, argument, pack, option, pack);
                    requireRefused(command, argument, pack, option, room.resolve("other/examples"));
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(20);
    }

    @Test
    void twoOutputsAreNotOneFileHoweverSpelled() {
        for (String second : List.of("report.json", "pack/../report.json", "REPORT.json", "other/../report.json")) {
            CommandRun run = CommandRun.of(
                    "validate",
                    room.resolve("input.csv").toString(),
                    "--rules",
                    "mx-fed",
                    "--fiscal-year",
                    "2011",
                    "--as-of",
                    "2011-01-01",
                    "--format",
                    "json=" + room.resolve("report.json"),
                    "--format",
                    "text=" + room.resolve(second));
            assertThat(run.exitCode()).as(second).isEqualTo(2);
            assertThat(run.err()).contains("Two reports would be written to");
        }
    }

    @Test
    void aFileBesideWhatIsReadIsWritten() {
        Path out = room.resolve("law.md");
        CommandRun run = CommandRun.of("rules", "docs", "mx-fed/2008.1", "--out", out.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(out).exists();
    }

    private void requireRefused(CommandSpec command, ArgSpec argument, Path input, String option, Path output)
            throws IOException {
        Map<String, String> before = content();
        List<String> args = line(command, argument, input, option);
        args.add(option);
        args.add(option.equals("--format") ? "json=" + output : output.toString());
        CommandRun run = CommandRun.of(args.toArray(String[]::new));
        assertThat(run.err()).as("%s", args).contains(output + " would change " + input);
        assertThat(run.exitCode()).as("%s", args).isEqualTo(2);
        assertThat(content()).as("%s", args).isEqualTo(before);
    }

    /** A command with what it requires, and the input as the value of an argument. */
    private static List<String> line(CommandSpec command, ArgSpec argument, Path input, String written) {
        List<String> args = new ArrayList<>(List.of(command.qualifiedName().split(" ")));
        args.remove(0);
        command.positionalParameters()
                .forEach(positional -> args.add(positional == argument ? input.toString() : "nothing"));
        for (OptionSpec option : command.options()) {
            if (option == argument) {
                args.add(option.longestName());
                args.add(input.toString());
            } else if (option.required() && !option.longestName().equals(written)) {
                args.add(option.longestName());
                args.add("2011");
            }
        }
        return args;
    }

    private static List<ArgSpec> read(CommandSpec command) {
        return command.args().stream().filter(DistinctFiles::isRead).toList();
    }

    private static List<String> written(CommandSpec command, Set<String> options) {
        return command.options().stream()
                .map(OptionSpec::longestName)
                .filter(options::contains)
                .toList();
    }

    private static List<CommandSpec> commands() {
        List<CommandSpec> all = new ArrayList<>();
        collect(Commands.in(new ProgramWords(Locale.ENGLISH)), all);
        return all;
    }

    private static void collect(CommandLine command, List<CommandSpec> all) {
        all.add(command.getCommandSpec());
        command.getSubcommands().values().forEach(sub -> collect(sub, all));
    }

    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(room)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(room.relativize(file).toString(), Files.readString(file));
            }
        }
        return new LinkedHashMap<>(content);
    }
}
