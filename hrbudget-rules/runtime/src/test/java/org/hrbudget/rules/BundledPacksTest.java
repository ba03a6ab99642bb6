package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("thorough")
class BundledPacksTest {

    private static final Path PACKS = Path.of("../law");
    private static final Path FROZEN = Path.of("src/test/resources/org/hrbudget/rules/frozen-packs.txt");

    /** Adds new packs to the list of frozen ones, as a release does. */
    private static final boolean WRITE = Boolean.getBoolean("hrbudget.write");

    private static final String HOW_TO_WRITE =
            "A release freezes its packs: mvn -pl hrbudget-rules/runtime -am test -Dtest=BundledPacksTest -Dhrbudget.write=true";

    static Stream<PackManifest> packs() {
        return RulePacks.manifests().stream();
    }

    @ParameterizedTest
    @MethodSource("org.hrbudget.rules.PacksUnderTest#manifests")
    void everyPackCompiles(PackManifest manifest) {
        RulePack pack = RulePacks.load(manifest.jurisdiction(), manifest.version());

        for (Rule.Scope scope : Rule.Scope.values()) {
            assertThat(pack.evaluate(scope, List.of(new Fact() {})).failures()).isEmpty();
        }
        assertThat(pack.rules()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyFileOfAPackIsInItsManifest(PackManifest manifest) {
        Map<String, String> checksums = RulePacks.load(manifest.jurisdiction(), manifest.version())
                .manifest()
                .sha256();

        assertThat(checksums.keySet()).containsAll(files(manifest.jurisdiction() + "/" + manifest.version() + "/"));
    }

    @Test
    void theIndexListsEveryFileOfTheTree() throws IOException {
        try (InputStream index = Objects.requireNonNull(RulePacks.class.getResourceAsStream("packs/index.txt"))) {
            assertThat(new String(index.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .as("The build makes the index of packs: run mvn process-resources after adding a file")
                    .containsExactlyInAnyOrderElementsOf(files(""));
        }
    }

    @Test
    void aReleasedPackNeverChanges() throws IOException {
        Map<String, String> frozen = new TreeMap<>();
        for (String line : Files.readAllLines(FROZEN)) {
            frozen.put(line.substring(66), line.substring(0, 64));
        }
        if (WRITE) {
            packs().map(BundledPacksTest::checksums).forEach(files -> files.forEach(frozen::putIfAbsent));
            Files.writeString(
                    FROZEN,
                    frozen.entrySet().stream()
                            .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
                            .collect(Collectors.joining()));
        }
        Map<String, String> now = new TreeMap<>();
        packs().filter(pack -> frozen.keySet().stream().anyMatch(path -> path.startsWith(folder(pack))))
                .map(BundledPacksTest::checksums)
                .forEach(now::putAll);

        assertThat(now)
                .as(
                        "A pack differs from its released text. Put the change into a new version that amends it; while a pack is"
                                + " not released yet, take its lines out of %s. %s",
                        FROZEN, HOW_TO_WRITE)
                .isEqualTo(frozen);
    }

    private static String folder(PackManifest pack) {
        return pack.jurisdiction() + "/" + pack.version() + "/";
    }

    /** {@return the checksum of each file in the folder of a pack, as the loaded pack states it} */
    private static Map<String, String> checksums(PackManifest pack) {
        Map<String, String> all =
                RulePacks.load(pack.jurisdiction(), pack.version()).manifest().sha256();
        return files(folder(pack)).stream()
                .collect(Collectors.toMap(path -> path, path -> Objects.requireNonNull(all.get(path), path)));
    }

    /** What is beside the folders of versions is for people who write law. */
    private static List<String> files(String prefix) {
        try (Stream<Path> walk = Files.walk(PACKS)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> PACKS.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.startsWith(prefix) && path.indexOf('/') != path.lastIndexOf('/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
