package org.hrbudget.rules;

import java.util.List;
import java.util.stream.Stream;
import org.hrbudget.validation.PackManifest;

/**
 * The packs that a test of every rule goes through. A released pack never changes, which its hash holds; so an everyday build takes the
 * newest of each jurisdiction, and {@code -Pall} takes all.
 */
public final class PacksUnderTest {

    private static final boolean ALL = "all".equals(System.getProperty("hrbudget.test.packs"));

    private PacksUnderTest() {}

    public static Stream<PackManifest> manifests() {
        return RulePacks.jurisdictions().stream().flatMap(jurisdiction -> {
            List<PackManifest> versions = RulePacks.versions(jurisdiction);
            return ALL ? versions.stream() : Stream.of(versions.get(versions.size() - 1));
        });
    }
}
