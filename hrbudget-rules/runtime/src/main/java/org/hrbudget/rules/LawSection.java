package org.hrbudget.rules;

import java.util.List;
import java.util.Locale;
import org.hrbudget.model.Bilingual;

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
public record LawSection(
        String key, Bilingual title, Status status, List<String> rules, Bilingual note, String source, String version) {

    /** Copies the list. */
    public LawSection {
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
