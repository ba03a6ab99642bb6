package org.hrbudget.rules;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.model.Bilingual;
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
public record PackCoverage(String pack, List<Section> sections) {

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
    public Map<Section.Status, Long> counts() {
        Map<Section.Status, Long> counts = new EnumMap<>(Section.Status.class);
        for (Section.Status status : Section.Status.values()) {
            counts.put(
                    status,
                    sections.stream()
                            .filter(section -> section.status() == status)
                            .count());
        }
        return Collections.unmodifiableMap(counts);
    }

    /**
     * A section of the law that a source names, and what a rule pack encodes of it.
     *
     * @param key its key, such as {@code manual-2011:budget-key:functional}
     * @param title its title
     * @param status what the pack does with it
     * @param rules the ids of the rules that encode it
     * @param note what is left out, or why; empty texts where all is encoded
     * @param source where the section was read of
     * @param version the version of the pack whose table says so
     */
    public record Section(
            String key,
            Bilingual title,
            Status status,
            List<String> rules,
            Bilingual note,
            String source,
            String version) {

        /** Copies the list. */
        public Section {
            rules = List.copyOf(rules);
        }

        /** What a pack does with a section. */
        public enum Status {
            /** All of it that a source shows is in rules. */
            ENCODED,
            /** Some of it is in rules; the note says what is not. */
            PARTLY,
            /** It tells officials how to proceed; a budget cannot break it. */
            PROCEDURAL,
            /** Only a person can judge it; a rule may point to where. */
            NEEDS_A_PERSON,
            /** It could be in rules and is not, or nobody has looked. */
            OPEN;

            /** {@return the word for it in {@code coverage.csv}, such as {@code needs-a-person}} */
            public String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }
}
