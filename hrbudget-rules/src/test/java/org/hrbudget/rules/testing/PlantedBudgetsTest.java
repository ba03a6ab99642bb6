package org.hrbudget.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlantedBudgetsTest {

    static Stream<PackManifest> packs() {
        return RulePacks.manifests().stream();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void try1(PackManifest manifest) {
        RulePack pack = RulePacks.load(manifest.jurisdiction(), manifest.version());
        long t0 = System.nanoTime();
        PlantedBudgets planted = PlantedBudgets.of(pack);
        System.err.println(manifest.id() + " prepared in " + (System.nanoTime() - t0) / 1000000 + " ms");
        System.err.println(planted.examplesLeftOut());
        PlantedBudget valid = planted.validBudget(1, 500);
        ValidationReport report = valid.validator(pack).build().validate(valid);
        System.err.println(
                report.verdict() + " " + report.rejectedRows().stream().limit(3).toList());
        report.ledger().stream()
                .filter(e -> e.outcome() != org.hrbudget.validation.RuleOutcome.SATISFIED)
                .forEach(e -> System.err.println(e.rule().id() + " " + e.outcome() + " " + e.examined() + " "
                        + e.undetermined() + " " + e.reason()));
        System.err.println(report.problems());
        report.findings().stream().limit(5).forEach(System.err::println);
        PlantedBudget budget = planted.budget(42, 3000);
        Detection detection = budget.detectedBy(pack);
        System.err.println(detection);
        assertThat(detection.isPerfect()).isTrue();
    }
}
