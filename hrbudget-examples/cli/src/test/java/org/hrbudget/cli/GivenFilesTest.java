package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Budgets in folders, on standard input, and in files of which one cannot be read. */
class GivenFilesTest {

    private static final String LINES = "unit_code,object_code,approved,action_1\nU1,1131,10,01.01.01\n";

    @TempDir
    private Path folder;

    private static String[] of(String... files) {
        return Stream.concat(
                        Stream.of(
                                "validate",
                                "--rules",
                                "mx-cmx",
                                "--fiscal-year",
                                "2011",
                                "--as-of",
                                "2010-11-15",
                                "--format",
                                "json"),
                        Stream.of(files))
                .toArray(String[]::new);
    }

    private static List<String> inputs(CommandRun run) {
        List<String> names = new ArrayList<>();
        JsonNode report = new JsonMapper().readTree(run.out());
        report.get("input")
                .forEach(input -> names.add(input.get("name").asString() + " "
                        + input.get("linesValidated").asInt()));
        return names;
    }

    private static JsonNode withoutRun(CommandRun run) {
        return ((ObjectNode) new JsonMapper().readTree(run.out())).without("run");
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aFolderStandsForTheFilesInIt() throws IOException {
        file("b.csv", LINES);
        file("a/south.csv", LINES);
        file("a/leame.pdf", "%PDF-1.4");
        file(".hidden.csv", LINES);
        file("~$b.xlsx", "lock");

        CommandRun run = CommandRun.of(of(folder.toString()));

        assertThat(inputs(run)).containsExactly("south.csv 1", "b.csv 1");
        assertThat(run.err())
                .contains("3 files were passed over", Path.of("a", "leame.pdf").toString());
    }

    @Test
    void aFolderOfNothingThatIsReadIsRefused() throws IOException {
        file("leame.pdf", "%PDF-1.4");

        CommandRun run = CommandRun.of(of(folder.toString()));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("holds no file that is read (.csv, .tsv,");
    }

    @Test
    void oneFileThatCannotBeReadLeavesTheVerdictOpenAndTheOthersRead() throws IOException {
        CommandRun run = CommandRun.of(of(
                file("a.csv", LINES).toString(),
                file("b.csv", "a;b\n1;2\n").toString(),
                folder.resolve("none.csv").toString()));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(inputs(run)).containsExactly("a.csv 1", "b.csv 0", "none.csv 0");
        List<String> problems = new ArrayList<>();
        JsonNode report = new JsonMapper().readTree(run.out());
        report.get("problems")
                .forEach(problem -> problems.add(problem.get("message").asString()));
        assertThat(problems)
                .anyMatch(text -> text.contains("b.csv"))
                .anyMatch(text -> text.contains("none.csv does not exist"));
    }

    @Test
    void standardInputIsReadAsAFileIs() throws IOException {
        byte[] bytes = LINES.getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("stdin"), bytes);

        CommandRun run = CommandRun.fed(bytes, of("-", "--work-folder", folder.toString()));

        assertThat(run.err()).isEmpty();
        assertThat(withoutRun(run)).isEqualTo(withoutRun(CommandRun.of(of(file.toString()))));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
        assertThat(CommandRun.fed(bytes, of("-", "-")).err()).contains("- is given twice");
    }

    @Test
    void whatIsFoundIsOverruledByOptions() throws IOException {
        String file = file(
                        "b.csv",
                        "unit_code,approved\nunit_code;object_code;approved;action_1\nU1;1131;1.005;01.01.01\n")
                .toString();

        CommandRun run = CommandRun.of(
                of(file, "--separator", ";", "--decimal", ",", "--heading-row", "2", "--charset", "ISO-8859-1"));

        assertThat(inputs(run)).containsExactly("b.csv 1");
        assertThat(run.out()).contains("1005.00");
        assertThat(CommandRun.of(of(file, "--separator", "x")).err()).contains("cannot be \"x\"", ", ; | tab :");
        assertThat(CommandRun.of(of(file, "--decimal", ";")).err()).contains("cannot be \";\"", ". ,");
        assertThat(CommandRun.of(of(file, "--charset", "utf 8")).err()).contains("cannot be \"utf 8\"");
        assertThat(CommandRun.of(of(file, "--heading-row", "0")).err()).contains("cannot be \"0\"");
    }
}
