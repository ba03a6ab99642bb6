package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.internal.packs.Examples.Case;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of every bundled pack says what its examples expect, and the examples say enough. */
class ExamplesTest {

    static Stream<PackManifest> packs() {
        return RulePacks.manifests().stream();
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

    @ParameterizedTest
    @MethodSource("packs")
    void everyRuleHasAnExampleOfAFindingAndOneOfSilence(PackManifest manifest) {
        eachRule(
                manifest,
                (rule, cases) -> assertThat(cases.stream().flatMap(example -> example.expected().stream()))
                        .as("Write examples/%s.csv with a finding and a silence.", rule.id())
                        .contains(true, false));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void aRuleWithALimitHasExamplesBelowAtAndAboveIt(PackManifest manifest) {
        eachRule(manifest, (rule, cases) -> {
            if (rule.condition().contains("<") || rule.condition().contains(">")) {
                for (String place : List.of("below", "at", "above")) {
                    assertThat(cases)
                            .as("Name a case of examples/%s.csv that lies \"%s\" the limit.", rule.id(), place)
                            .anyMatch(example ->
                                    List.of(example.name().split(" ", -1)).contains(place));
                }
            }
        });
    }

    private interface Check {
        void of(Rule rule, List<Case> cases);
    }

    private static void eachRule(PackManifest manifest, Check check) {
        RulePack pack = RulePacks.load(manifest.jurisdiction(), manifest.version());
        Examples examples = Examples.of(OpenPack.of(pack));
        assertThat(pack.rules()).isNotEmpty().allSatisfy(rule -> check.of(rule, examples.cases(rule)));
    }
}
