package org.hrbudget.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shown here is what anyone can write. */
class PublicApiTest {

    @Test
    void onlyThePublicPackagesOfTheLibraryAreUsed() throws IOException {
        List<String> imports = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("import org.hrbudget."))
                        .forEach(imports::add);
            }
        }

        assertThat(imports).isNotEmpty().noneMatch(line -> line.contains(".internal."));
    }
}
