package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hrbudget.rules.PackCoverage;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundled pack says which sections of its law it encodes. */
class PackCoverageTest {

    static Stream<PackManifest> packs() {
        return RulePacks.manifests().stream();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyRuleIsInASectionAndTheCountsAddUp(PackManifest manifest) {
        PackCoverage coverage = PackCoverage.of(RulePacks.load(manifest.jurisdiction(), manifest.version()));

        assertThat(coverage.sections().stream().flatMap(section -> section.rules().stream()))
                .containsAll(RulePacks.load(manifest.jurisdiction(), manifest.version()).rules().stream()
                        .map(Rule::id)
                        .toList());
        assertThat(coverage.counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(coverage.sections().size());
        assertThat(coverage.counts()).containsOnlyKeys(PackCoverage.Section.Status.values());
    }

    /** A section without a source would be invented law. */
    @ParameterizedTest
    @MethodSource("packs")
    void everySectionNamesASourceOfTheRegister(PackManifest manifest) {
        assertThat(PackCoverage.of(RulePacks.load(manifest.jurisdiction(), manifest.version()))
                        .sections())
                .allSatisfy(section -> assertThat(section.source()).containsPattern("^(S[0-9]{2}|SEED-[AB]) "));
    }
}
