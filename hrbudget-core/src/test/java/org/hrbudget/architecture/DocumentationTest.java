package org.hrbudget.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything a user of the library can see is explained. */
class DocumentationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../hrbudget-core",
                "../hrbudget-rules/runtime",
                "../hrbudget-rules/authoring",
                "../hrbudget-rules/testing"
            })
    void everythingPublicHasJavadoc(String module) throws IOException {
        List<String> missing = PublicSource.undocumented(Path.of(module, "src/main/java"));
        assertThat(missing)
                .as(
                        "Public or protected without javadoc. Say in its first sentence what it is: units and scale of amounts,"
                                + " the range of ratios, whether dates include their ends, the order of lists, thread-safety,"
                                + " what it throws. Or make it package-private, or move it to a package named internal.")
                .isEmpty();
    }

    @Test
    void theScanSeesWhatIsMissing(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("A.java"), """
                package a;

                public final class A {
                    /** Said. */
                    public int said() {
                        return 0;
                    }

                    @Override
                    public String toString() {
                        return "public int quoted() {";
                    }

                    @Deprecated
                    public <T> int unsaid(
                            T value) {
                        return 0;
                    }

                    public interface Inner {
                        int bare();
                    }
                }
                """);
        assertThat(PublicSource.undocumented(folder))
                .containsExactly("A.java:3 A", "A.java:14 unsaid", "A.java:20 Inner", "A.java:21 bare");
    }
}
