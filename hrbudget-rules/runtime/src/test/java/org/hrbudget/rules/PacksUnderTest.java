package org.hrbudget.rules;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;

/**
 * The packs that a test of every rule goes through. A released pack never changes, which its hash holds; so an everyday build takes
 * those that no other amends, the last of each line, but for one all of whose rules a later one has too, and {@code -Pall} takes all.
 */
public final class PacksUnderTest {

    private static final boolean ALL = "all".equals(System.getProperty("hrbudget.test.packs"));

    private PacksUnderTest() {}

    public static Stream<PackManifest> manifests() {
        return RulePacks.jurisdictions().stream().flatMap(jurisdiction -> {
            List<PackManifest> versions = RulePacks.versions(jurisdiction);
            Set<String> amended = versions.stream()
                    .map(PackManifest::amends)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            List<PackManifest> last = versions.stream()
                    .filter(pack -> !amended.contains(pack.version()))
                    .toList();
            return ALL ? versions.stream() : last.stream().filter(pack -> bringsMoreThan(pack, last));
        });
    }

    /** {@return whether a pack has a rule that no later one of these has as well} */
    private static boolean bringsMoreThan(PackManifest pack, List<PackManifest> others) {
        return others.stream()
                .filter(other -> other.firstFiscalYear().compareTo(pack.firstFiscalYear()) > 0)
                .noneMatch(later -> rules(later).containsAll(rules(pack)));
    }

    private static Set<String> rules(PackManifest pack) {
        return RulePacks.load(pack.jurisdiction(), pack.version()).rules().stream()
                .map(Rule::id)
                .collect(Collectors.toSet());
    }
}
