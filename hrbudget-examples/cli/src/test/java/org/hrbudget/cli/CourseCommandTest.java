package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hrbudget.cli.course.Course;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The course as a trainer makes it and as learners give it back. */
@Tag("thorough")
class CourseCommandTest {

    private static final List<String> LESSONS = List.of(
            "line-names-no-action",
            "reason-says-nothing",
            "action-code-malformed",
            "action-unknown",
            "action-sequence-disagrees",
            "linked-amounts-above-line",
            "unit-code-malformed",
            "object-concept-unknown",
            "modified-disagrees",
            "paid-above-exercised");

    private static Map<String, byte[]> course;

    @TempDir
    private Path room;

    private Path folder;

    @BeforeAll
    static void make() {
        course = Course.files(Course.Audience.CITIZEN, 7);
    }

    @BeforeEach
    void handOut() throws IOException {
        folder = room.resolve("curso");
        for (Map.Entry<String, byte[]> file : course.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private CommandRun check(String... more) {
        return CommandRun.of(Stream.concat(Stream.of("course", "check", folder.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private void solve(int number) throws IOException {
        String name = name(number);
        Files.write(
                folder.resolve(name),
                Files.readAllBytes(folder.resolve("solutions").resolve(name)));
    }

    private static String name(int number) {
        return (number < 10 ? "0" : "") + number + ".csv";
    }

    private void edit(int number, String from, String to) throws IOException {
        Path file = folder.resolve(name(number));
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to), StandardCharsets.UTF_8);
    }

    @Test
    void asHandedOutNoBudgetIsRightAndEachHasItsOwnDefect() {
        CommandRun run = check();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("Right: 0 of 10.");
        List<String> list = text("course.csv").lines().skip(1).toList();
        assertThat(list).hasSize(10);
        for (int i = 0; i < list.size(); i++) {
            assertThat(list.get(i)).startsWith(name(i + 1) + ",CITIZEN," + LESSONS.get(i) + ",");
            assertThat(run.out()).contains(name(i + 1) + "  not yet");
        }
    }

    @Test
    void everySolutionIsRight() throws IOException {
        for (int number = 1; number <= 10; number++) {
            solve(number);
        }
        CommandRun run = check("--lang", "es");
        assertThat(run.out()).contains("Correctos: 10 de 10.").doesNotContain("aún no");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aLineThatIsDeletedIsNoRepair() throws IOException {
        List<String> lines = text("10.csv").lines().toList();
        List<String> solved = text("solutions/10.csv").lines().toList();
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            kept.append(lines.get(i).equals(solved.get(i)) ? lines.get(i) + "\n" : "");
        }
        Files.writeString(folder.resolve("10.csv"), kept, StandardCharsets.UTF_8);
        CommandRun run = check();
        assertThat(run.out())
                .contains("10.csv  not yet")
                .contains("Lines are missing, or their number in the column entry was changed")
                .contains("Right: 0 of 10.");
    }

    @Test
    void aColumnThatIsTakenOutIsNoRepair() throws IOException {
        edit(10, ",paid,", ",was_paid,");
        assertThat(check().out().replaceAll("\\s+", " "))
                .contains("10.csv not yet")
                .contains("cannot be judged any more: paid-above-exercised, paid-negative");
    }

    @Test
    void aRepairThatBreaksSomethingElseIsNotRight() throws IOException {
        solve(1);
        assertThat(check().out()).contains("01.csv  right");
        edit(1, "\n2011,", "\n2012,");
        assertThat(check().out()).contains("01.csv  not yet").contains("new, it was not in the budget");
    }

    @Test
    void hintsAreInTheWordsOfTheGuide() throws IOException {
        assertThat(check("--lang", "es").out().replaceAll("\\s+", " "))
                .contains("Pregunte: ¿para qué son estos recursos?");
        assertThat(text("guia.md")).contains("¿para qué son estos recursos?", "**SINTÉTICO:");
        assertThat(text("guide.md")).contains("what is this money for?", "**SYNTHETIC:");
        Files.writeString(
                folder.resolve("course.csv"), text("course.csv").replace("CITIZEN", "OFFICER"), StandardCharsets.UTF_8);
        assertThat(check("--lang", "es").out()).doesNotContain("Pregunte:");
    }

    @Test
    void everyLineSaysThatItIsSynthetic() {
        for (int number = 1; number <= 10; number++) {
            List<String> lines = text(name(number)).lines().toList();
            assertThat(lines).hasSize(13);
            assertThat(lines.subList(1, 13)).allMatch(line -> line.contains("SINTÉTICO - SYNTHETIC"));
        }
        assertThat(text("programme.csv").lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.contains("(título sintético)"));
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOthers() throws IOException {
        Path out = room.resolve("again");
        CommandRun run = CommandRun.of("course", "new", "--out", out.toString(), "--wording", "citizen", "--seed", "7");
        assertThat(run.exitCode()).as(run.err()).isZero();
        Map<String, byte[]> made = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                made.put(out.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        assertThat(made).containsExactlyInAnyOrderEntriesOf(course);
        Map<String, byte[]> other = Course.files(Course.Audience.CITIZEN, 8);
        assertThat(other.get("01.csv")).isNotEqualTo(course.get("01.csv"));
        try (Stream<Path> left = Files.list(room)) {
            assertThat(left).containsExactlyInAnyOrder(out, folder);
        }
    }

    @Test
    void nothingIsWrittenOverAndNoFolderIsTakenForACourse() throws IOException {
        CommandRun run = CommandRun.of("course", "new", "--out", folder.toString());
        assertThat(run.err()).contains(folder + " is there already and is not empty.");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("course", "new", "--out", room.resolve("a/b").toString())
                        .exitCode())
                .isEqualTo(2);
        CommandRun none = CommandRun.of("course", "check", room.toString());
        assertThat(none.err()).contains("holds no course");
        assertThat(none.exitCode()).isEqualTo(3);
        Files.writeString(
                folder.resolve("course.csv"),
                text("course.csv").replace("\n01.csv", "\n../01.csv"),
                StandardCharsets.UTF_8);
        assertThat(check().exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000\u0001",
                "file,wording\na,b,c,d\n",
                "\"",
                "file,wording,lesson,rules,entries,not_judged\n"
            })
    void aListThatIsNoneIsSaidAndIsNoFaultOfTheProgram(String text) throws IOException {
        Files.writeString(folder.resolve("course.csv"), text, StandardCharsets.UTF_8);
        CommandRun run = check();
        assertThat(run.err()).contains("holds no course");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void aFileThatIsGoneOrUnreadableStopsNoOther() throws IOException {
        solve(3);
        Files.delete(folder.resolve("01.csv"));
        Files.writeString(folder.resolve("02.csv"), "a,b\n1,2\n", StandardCharsets.UTF_8);
        assertThat(check().out())
                .contains("01.csv is not there.", "02.csv  not yet", "03.csv  right", "Right: 1 of 10.");
    }

    private static String text(String name) {
        return new String(course.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }
}
