package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.authoring.PackMutation.Mutant.Fate;
import org.hrbudget.validation.PackManifest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the bundled packs hold their rules fast: at least 95 % of the changes are noticed, and each of the others is in a
 * table with the reason. Takes about a second for each of the larger packs.
 */
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class BundledMutationTest {

    private static final String TABLE = "unnoticed-changes.csv";

    private final Map<String, PackMutation> mutations = new TreeMap<>();

    private PackMutation mutation(PackManifest manifest) {
        return mutations.computeIfAbsent(
                manifest.id(), id -> PackMutation.of(RulePacks.load(manifest.jurisdiction(), manifest.version())));
    }

    static Stream<PackManifest> packs() {
        return RulePacks.manifests().stream();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void theExamplesNoticeAtLeast95PercentOfTheChanges(PackManifest manifest) throws IOException {
        PackMutation mutation = mutation(manifest);

        assertThat(mutation.failing()).isEmpty();
        assertThat(mutation.score().orElseThrow())
                .as("Add the rows that hrbudget rules mutate %s names.", manifest.id())
                .isGreaterThanOrEqualTo(new BigDecimal("0.95"));
        assertThat(known())
                .as("Add an example that notices, or say in %s why there is none.", TABLE)
                .containsAll(unnoticed(mutation));
    }

    @Test
    void everyReasonIsOfAChangeThatIsStillUnnoticed() throws IOException {
        Set<String> unnoticed = new TreeSet<>();
        packs().forEach(manifest -> unnoticed.addAll(unnoticed(mutation(manifest))));

        assertThat(unnoticed)
                .as("Take out of %s what examples notice by now.", TABLE)
                .containsAll(known());
    }

    @Test
    void theSamePackGivesTheSameAnswer() {
        List<PackMutation.Mutant> first =
                PackMutation.of(RulePacks.load("mx-fed", "2011.1")).mutants();

        assertThat(PackMutation.of(RulePacks.load("mx-fed", "2011.1")).mutants())
                .isEqualTo(first)
                .hasSizeGreaterThan(100);
    }

    private static Set<String> unnoticed(PackMutation mutation) {
        return mutation.mutants(Fate.UNNOTICED).stream()
                .map(mutant -> mutant.rule() + "," + mutant.change().en())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return rule and change of each row of the table, which must give a reason} */
    private static Set<String> known() throws IOException {
        try (InputStream table = Objects.requireNonNull(BundledMutationTest.class.getResourceAsStream(TABLE))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.lastIndexOf(",\"")))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
