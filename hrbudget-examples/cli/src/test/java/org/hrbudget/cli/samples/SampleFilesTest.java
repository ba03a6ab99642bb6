package org.hrbudget.cli.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The committed files are what the generator writes; {@code -Dhrbudget.write=true} writes them. */
class SampleFilesTest {

    private static final String RESOURCES = "/org/hrbudget/cli/samples/mexico-city-2011/";
    private static final int LARGEST = 450 * 1024;

    @Test
    void committedFilesAreThoseGenerated() throws IOException {
        Map<String, String> files = SampleFiles.of(MexicoCity2011.withDefects());
        if (Boolean.getBoolean("hrbudget.write")) {
            write(files);
            return;
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(committed(file.getKey()).equals(file.getValue()))
                    .as(
                            "%s is what the generator writes. Otherwise run: mvn -pl hrbudget-examples/cli -am test"
                                    + " -Dtest=SampleFilesTest -Dhrbudget.write=true,"
                                    + " and commit what changed after looking at it",
                            file.getKey())
                    .isTrue();
        }
    }

    @Test
    void everyFileIsSmallEnoughToRead() {
        SampleFiles.of(MexicoCity2011.withDefects())
                .forEach((name, text) -> assertThat(text.getBytes(StandardCharsets.UTF_8).length)
                        .as(name)
                        .isLessThan(LARGEST));
    }

    @Test
    void budgetSaysOnEveryRowWithAUnitThatItIsSynthetic() {
        assertThat(SampleFiles.of(MexicoCity2011.withDefects())
                        .get(SampleFiles.BUDGET)
                        .lines()
                        .skip(1))
                .filteredOn(row -> !row.startsWith("2011,,"))
                .allMatch(row -> row.contains("(sintético)"));
    }

    @Test
    void programmeIsNumberedAsThePublishedCatalogue() {
        assertThat(SampleFiles.of(MexicoCity2011.withDefects())
                        .get(SampleFiles.PROGRAMME)
                        .lines())
                .hasSize(2_413)
                .anyMatch(row -> row.startsWith("01.01.01,1,"))
                .anyMatch(row -> row.startsWith("01.01.06,6,"))
                .anyMatch(row -> row.startsWith("01.02.01,7,"))
                .anyMatch(row -> row.startsWith("25.16.03,2412,"));
    }

    private static String committed(String name) throws IOException {
        try (InputStream in = SampleFilesTest.class.getResourceAsStream(RESOURCES + name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(Map<String, String> files) throws IOException {
        Path folder = Path.of(System.getProperty("basedir", ""), "src/main/resources" + RESOURCES);
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
    }
}
