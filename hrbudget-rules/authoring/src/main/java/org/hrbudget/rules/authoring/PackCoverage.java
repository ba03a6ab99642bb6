package org.hrbudget.rules.authoring;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.rules.LawSection;
import org.hrbudget.rules.internal.packs.CoverageTable;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.RulePack;

/**
 * The sections of the law that sources name, and what a pack encodes of each. A list first and a number second: a share of
 * sections says little where one section is a definition and the next a chapter. Immutable.
 *
 * @param pack jurisdiction and version
 * @param sections the sections, in the order in which the law came; empty where the pack has no {@code coverage.csv}
 */
public record PackCoverage(String pack, List<LawSection> sections) {

    /** Copies the list. */
    public PackCoverage {
        sections = List.copyOf(sections);
    }

    /**
     * {@return the coverage of a pack, that of the versions it amends included}
     *
     * @param pack a pack that was loaded from files
     * @throws IllegalArgumentException if it was not
     */
    public static PackCoverage of(RulePack pack) {
        return new PackCoverage(pack.manifest().id(), CoverageTable.of(OpenPack.of(pack)));
    }

    /** {@return how many sections there are of each status, all statuses among them and in their order} */
    public Map<LawSection.Status, Long> counts() {
        Map<LawSection.Status, Long> counts = new EnumMap<>(LawSection.Status.class);
        for (LawSection.Status status : LawSection.Status.values()) {
            counts.put(
                    status,
                    sections.stream()
                            .filter(section -> section.status() == status)
                            .count());
        }
        return Collections.unmodifiableMap(counts);
    }
}
