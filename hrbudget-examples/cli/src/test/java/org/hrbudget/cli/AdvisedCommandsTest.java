package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program advises to type is copied out of what it says, and done: from a folder whose name has a blank, with packs given. */
class AdvisedCommandsTest {

    private static final Pattern COMMAND = Pattern.compile("hrbudget (?:[a-z]+ )?[a-z]+(?: .*)?");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    @TempDir
    private Path room;

    private Path first;

    @BeforeEach
    void aPackInAFolderWithABlank() throws IOException {
        first = room.resolve("mi norma");
        Files.createDirectories(first);
        Files.writeString(first.resolve("pack.properties"), """
                jurisdiction=mx-cmx
                version=2016.3
                amends=2016.2
                title=Reform
                title_es=Reforma
                instrument=Reforma
                fiscal-years=2016-
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void whatCheckAdvisesCanBeDone(String language) throws IOException {
        List<String> advised = advised(CommandRun.of("rules", "check", first.toString(), "--lang", language)
                .out());

        assertThat(advised).hasSize(3);
        // To change all rules of a pack takes time; below it is done.
        assertThat(advised.stream().filter(command -> !command.contains("mutate")))
                .hasSize(2)
                .allSatisfy(this::answers);
    }

    @ParameterizedTest
    @ValueSource(strings = "es")
    void whatNewAdvisesCanBeDoneWithThePackGiven(String language) throws IOException {
        CommandRun made = CommandRun.of(
                "rules",
                "new",
                "mx-cmx",
                "2016.4",
                "--amends",
                "2016.3",
                "--fiscal-years",
                "2016-",
                "--pack",
                first.toString(),
                "--into",
                room.toString(),
                "--lang",
                language);
        Path folder = room.resolve("mx-cmx-2016.4");
        Path header = folder.resolve("pack.properties");
        Path coverage = folder.resolve("coverage.csv");
        String blanks = "(?m)^(title|title_es|instrument|título-en-inglés|título|instrumento)=$";
        Files.writeString(header, Files.readString(header).replaceAll(blanks, "$1=Reforma"));
        Files.write(coverage, Files.readAllLines(coverage).subList(0, 1));

        List<String> check = advised(made.out());
        assertThat(check).singleElement().satisfies(this::answers);
        assertThat(advised(run(check.get(0)).out())).hasSize(3).allSatisfy(this::answers);
    }

    /** The comments of a new folder say how a rule is copied, in both languages. */
    @Test
    void theCommandInANewFolderCopiesARule() throws IOException {
        CommandRun.of(
                "rules",
                "new",
                "mx-cmx",
                "2016.5",
                "--amends",
                "2016.2",
                "--fiscal-years",
                "2016-",
                "--into",
                room.toString());
        List<String> copying = Files.readAllLines(room.resolve("mx-cmx-2016.5/pack.properties")).stream()
                .flatMap(line -> advised(line).stream())
                .toList();

        assertThat(copying).hasSize(2);
        for (String command : copying) {
            Path other = Files.createDirectory(room.resolve("copia " + copying.indexOf(command)));
            answers(command.replaceAll("FOLDER|CARPETA", Matcher.quoteReplacement("\"" + other + "\""))
                    .replaceAll("RULE-ID|ID-DE-LA-REGLA", "unit-kind-unknown"));
            assertThat(other.resolve("mx-cmx-2016.5/catalogues/unit-kinds.csv")).isRegularFile();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void whatIsAdvisedWhereARuleIsNotFoundCanBeDone(String language) {
        CommandRun run =
                CommandRun.of("rules", "show", "line-names-no-acton", "--pack", first.toString(), "--lang", language);

        assertThat(run.err()).contains("rules list --pack \"" + first + "\"");
        answers("hrbudget rules list --pack \"" + first + "\"");
    }

    @Test
    void whatTheDemonstrationAdvisesCanBeDone() {
        List<String> advised = advised(CommandRun.of("demo").out()).stream()
                .map(command -> command.replaceAll(" {2,}.*", ""))
                .map(command -> command.replace("DIR", "\"" + room.resolve("mi ejemplo") + "\""))
                .toList();

        assertThat(advised).hasSize(5).allSatisfy(this::answers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void whatTheCourseAdvisesCanBeDone(String language) {
        CommandRun made =
                CommandRun.of("course", "new", "--out", room.resolve("mi curso").toString(), "--lang", language);

        assertThat(advised(made.out()))
                .singleElement()
                .satisfies(command ->
                        assertThat(run(command).exitCode()).as(command).isLessThan(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void whatIsAdvisedForAFileWithoutALayoutCanBeDone(String language) throws IOException {
        Path file = room.resolve("mi archivo.csv");
        Files.writeString(file, "Unidad;Partida;Aprobado\n01CD01;1131;100.00\n", StandardCharsets.UTF_8);
        CommandRun misfit = CommandRun.of(
                "validate",
                file.toString(),
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2011-01-01",
                "--lang",
                language);
        assertThat(misfit.err()).contains("hrbudget layouts new \"" + file + "\"");

        Path layout = room.resolve("mi formato.json");
        CommandRun draft =
                CommandRun.of("layouts", "new", file.toString(), "--out", layout.toString(), "--lang", language);
        assertThat(advised(draft.err()))
                .singleElement()
                .satisfies(command ->
                        assertThat(run(command).exitCode()).as(command).isLessThan(2));
    }

    private static List<String> advised(String said) {
        return said.lines()
                .flatMap(line -> {
                    Matcher command = COMMAND.matcher(line);
                    return command.find() ? Stream.of(command.group()) : Stream.empty();
                })
                .toList();
    }

    private CommandRun run(String command) {
        try {
            Path budget = room.resolve("presupuesto del a\u00f1o.csv");
            Files.writeString(budget, "unit_code,fiscal_year,approved\n11CD01,2016,100.00\n08CD01,2016,1.00\n");
            String filled = command.replaceAll("(FILE|ARCHIVO)[.]{3}", Matcher.quoteReplacement("\"" + budget + "\""))
                    .replaceAll("\\b(YEAR|A\u00d1O)$", "2016");
            List<String> words = new ArrayList<>();
            Matcher word = WORD.matcher(filled);
            while (word.find()) {
                words.add(Stream.of(1, 2, 3)
                        .map(word::group)
                        .filter(text -> text != null)
                        .findFirst()
                        .orElseThrow());
            }
            return CommandRun.of(words.subList(1, words.size()).toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answers(String command) {
        CommandRun run = run(command);
        assertThat(run.err()).as(command).isEmpty();
        assertThat(run.exitCode()).as(command).isLessThan(2);
    }
}
