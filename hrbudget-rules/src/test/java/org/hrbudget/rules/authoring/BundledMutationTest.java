package org.hrbudget.rules.authoring;

import java.util.stream.Stream;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.PackManifest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledMutationTest {
    static Stream<PackManifest> packs() {
        return RulePacks.manifests().stream();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void show(PackManifest m) {
        long t = System.nanoTime();
        PackMutation x = PackMutation.of(RulePacks.load(m.jurisdiction(), m.version()));
        System.out.println("=== " + m.id() + " " + x.score() + " n="
                + x.mutants().size() + " failing " + x.failing() + " ms " + (System.nanoTime() - t) / 1000000);
        for (Mutant u : x.mutants()) {
            System.out.println(u.outcome() + " | " + u.rule() + " | "
                    + u.place().replaceAll(".*/", "") + " | " + u.change().en() + " | " + u.noticedBy() + " | "
                    + u.remark().en());
        }
    }
}
