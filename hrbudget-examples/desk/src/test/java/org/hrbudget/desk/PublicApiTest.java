package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The desk is the model of how a system embeds the library. */
class PublicApiTest {

    @Test
    void nothingInternalOfTheLibraryIsUsed() throws IOException {
        List<Path> sources;
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            sources = all.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertThat(sources)
                .hasSizeGreaterThan(20)
                .allSatisfy(source -> assertThat(Files.readString(source))
                        .as("What is needed beyond the public API belongs into it.")
                        .doesNotContainPattern("org\\.hrbudget\\.[a-z.]*internal"));
    }
}
