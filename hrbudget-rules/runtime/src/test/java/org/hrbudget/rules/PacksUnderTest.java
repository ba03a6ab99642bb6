package org.hrbudget.rules;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.validation.PackManifest;

/**
 * The packs that a test of every rule goes through. A released pack never changes, which its hash holds; so an everyday build takes
 * those that no other amends, the last of each line, and {@code -Pall} takes all.
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
            return versions.stream().filter(pack -> ALL || !amended.contains(pack.version()));
        });
    }
}
