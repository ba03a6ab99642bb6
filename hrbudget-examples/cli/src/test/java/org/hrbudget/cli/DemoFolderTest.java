package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that {@code demo --out} writes, tried as its guide says. */
class DemoFolderTest {

    @TempDir
    private Path room;

    private Path folder;

    @BeforeEach
    void written() {
        folder = room.resolve("prueba");
        CommandRun run = CommandRun.of("demo", "--out", folder.toString(), "--lang", "es");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("prueba", "LEEME.txt");
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("budget.csv"), "mine");

        CommandRun run = CommandRun.of("demo", "--out", folder.toString(), "--lang", "es");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("budget.csv")).hasContent("mine");
    }

    @Test
    void theGuideNamesEveryFileAndTheSameCommandsInBothLanguages() throws IOException {
        String guide = Files.readString(folder.resolve("LEEME.txt"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(7)
                    .allMatch(name -> guide.contains(name) || name.equals("LEEME.txt"));
        }
        List<String> commands = commands();
        List<String> spanish = commands.stream()
                .filter(command -> command.endsWith(" --lang es") || command.contains(" --lang es "))
                .map(command -> command.replace(" --lang es", "").replace("informe.html", "report.html"))
                .toList();
        assertThat(spanish).hasSize(11).isEqualTo(commands.subList(11, 22));
    }

    /** None is refused; one verdict is open, as the guide says. The watch has no end, and its own test. */
    @Test
    @Tag("thorough")
    void everyCommandOfTheGuideIsAnswered() throws IOException {
        for (String command : commands()) {
            if (!command.contains("--watch")) {
                CommandRun run = CommandRun.of(inFolder(command));
                assertThat(run.err()).as(command).doesNotContain("hrbudget:");
                assertThat(run.exitCode())
                        .as(command)
                        .isIn(command.startsWith("hrbudget validate office.csv") ? Set.of(3) : Set.of(0, 1));
            }
        }
        assertThat(folder.resolve("informe.html")).isNotEmptyFile();
    }

    @Test
    void theEditThatTheGuideSuggestsIsAFaultSaidWithItsRemedy() throws IOException {
        Path limits = folder.resolve("reform/parameters.csv");
        assertThat(CommandRun.of("rules", "check", folder.resolve("reform").toString())
                        .exitCode())
                .isZero();
        Files.writeString(limits, Files.readString(limits).replace("0.80", "80"));

        CommandRun run =
                CommandRun.of("rules", "check", folder.resolve("reform").toString(), "--lang", "es");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("Si se trata de 80 %, escriba 0.8.", "1 falta en");
    }

    private List<String> commands() throws IOException {
        return Files.readString(folder.resolve("LEEME.txt"))
                .lines()
                .filter(line -> line.startsWith("hrbudget "))
                .toList();
    }

    /** {@return the arguments of a command that is typed in the folder} */
    private String[] inFolder(String command) {
        return Arrays.stream(command.split(" "))
                .skip(1)
                .map(word -> word.startsWith("html=")
                        ? "html=" + folder.resolve(word.substring("html=".length()))
                        : Files.exists(folder.resolve(word))
                                ? folder.resolve(word).toString()
                                : word)
                .toArray(String[]::new);
    }
}
