package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hrbudget.rules.PacksUnderTest;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of every bundled pack says what its examples expect, and the examples say enough. */
@Tag("thorough")
class ExamplesTest {

    static Stream<PackManifest> packs() {
        return PacksUnderTest.manifests();
    }

    @TestFactory
    Stream<DynamicNode> everyRuleSaysWhatItsExamplesExpect() {
        return packs().map(manifest -> {
            RulePack pack = RulePacks.load(manifest.jurisdiction(), manifest.version());
            Examples examples = Examples.of(OpenPack.of(pack));
            return DynamicContainer.dynamicContainer(
                    manifest.id(), pack.rules().stream().map(rule -> ofRule(examples, rule)));
        });
    }

    private static DynamicNode ofRule(Examples examples, Rule rule) {
        return DynamicContainer.dynamicContainer(
                rule.id(),
                examples.cases(rule).stream()
                        .map(example -> DynamicTest.dynamicTest(
                                example.name(),
                                () -> assertThat(examples.differences(example)).isEmpty())));
    }

    /** Of each silence it can be said why: which condition fails, or what the rule lacks. */
    @ParameterizedTest
    @MethodSource("packs")
    void ofEverySilenceItIsSaidWhy(PackManifest manifest) {
        RulePack pack = RulePacks.load(manifest.jurisdiction(), manifest.version());
        Examples examples = Examples.of(OpenPack.of(pack));
        for (Rule rule : pack.rules()) {
            for (Examples.Case example : examples.cases(rule)) {
                if (!example.expected().contains(true)) {
                    assertThat(examples.differences(expectingFindings(example)))
                            .as("%s, %s", rule.id(), example.name())
                            .isNotEmpty()
                            .allSatisfy(
                                    fault -> assertThat(fault.fault().problem().es())
                                            .containsPattern("calla\\. (No se |No hay |Hay |La |El |Faltan )"));
                }
            }
        }
    }

    private static Examples.Case expectingFindings(Examples.Case example) {
        return new Examples.Case(
                example.rule(),
                example.name(),
                example.file(),
                example.columns(),
                example.rows().stream()
                        .map(row -> row.reading("expect", "finding"))
                        .toList());
    }

    /** Each rule has a finding and a silence, and each limit an example at it and on both sides. */
    @ParameterizedTest
    @MethodSource("packs")
    void theExamplesSayEnough(PackManifest manifest) {
        OpenPack pack = OpenPack.of(RulePacks.load(manifest.jurisdiction(), manifest.version()));

        OpenPack.Reviewed reviewed = pack.reviewed();

        assertThat(reviewed.faults()).isEmpty();
        assertThat(reviewed.cases()).isGreaterThan(pack.rules().size());
    }
}
