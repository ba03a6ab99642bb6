package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.validation.PackManifest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reforms as legal staff would make them, each a folder of text and tables that this test knows nothing about. */
@Tag("long")
class ReformsTest {

    static final Path REFORMS =
            Path.of(System.getProperty("basedir", ""), "src/test/resources/org/hrbudget/cli/reforms");
    private static final boolean WRITE = Boolean.getBoolean("hrbudget.write");

    static List<Path> reforms() throws IOException {
        try (Stream<Path> folders = Files.list(REFORMS)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("reforms")
    void isWellFormedAndDoesWhatItsExamplesSay(Path reform) {
        CommandRun check = CommandRun.of("rules", "check", pack(reform));

        assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
    }

    @ParameterizedTest
    @MethodSource("reforms")
    void changesWhatTheDifferenceTells(Path reform) throws IOException {
        PackManifest law =
                PackLibrary.bundled().and(reform.resolve("pack")).given().get(0).manifest();
        for (String language : List.of("en", "es")) {
            CommandRun diff = CommandRun.of(
                    "rules", "diff", law.jurisdiction() + "/" + law.amends(), pack(reform), "--lang", language);
            Path expected = reform.resolve("diff_" + language + ".txt");
            if (WRITE) {
                Files.writeString(expected, diff.out());
            }
            assertThat(diff.err()).isEmpty();
            assertThat(diff.out())
                    .as("Read it, and if it is what the reform means, run this test with -Dhrbudget.write=true.")
                    .isEqualTo(Files.readString(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("reforms")
    void governsFromItsDayAndInItsYears(Path reform) throws IOException {
        PackLibrary law = PackLibrary.bundled().and(reform.resolve("pack"));
        List<String> rows = Files.readAllLines(reform.resolve("selection.csv"));

        assertThat(rows).hasSizeGreaterThan(1);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            assertThat(law.select("mx-cmx", FiscalYear.parse(cells[0]), LocalDate.parse(cells[1]))
                            .selection()
                            .version())
                    .as(row)
                    .isEqualTo(cells[2]);
        }
    }

    @ParameterizedTest
    @MethodSource("reforms")
    void holdsNoJava(Path reform) {
        try (Stream<Path> files = Files.walk(reform)) {
            assertThat(files.filter(Files::isRegularFile).map(Path::toString).toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).matches(".*\\.(properties|csv|drl|txt)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pack(Path reform) {
        return reform.resolve("pack").toString();
    }
}
