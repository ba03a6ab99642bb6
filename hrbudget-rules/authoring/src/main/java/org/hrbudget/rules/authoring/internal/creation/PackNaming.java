package org.hrbudget.rules.authoring.internal.creation;

import java.util.List;
import java.util.Locale;
import org.hrbudget.rules.internal.language.Aliases;

/**
 * The names by which a new pack calls things.
 *
 * @param spanish whether they are Spanish; else they are those that all readers of packs know
 */
public record PackNaming(boolean spanish) {

    /** {@return the names in the language of a locale} */
    public static PackNaming in(Locale locale) {
        return new PackNaming(locale.getLanguage().equals("es"));
    }

    /** {@return the name of a word, see {@link Aliases#of}} */
    String name(String of, String word) {
        return spanish ? Aliases.of(of).name(word) : word;
    }

    /** {@return the names of words, in their order} */
    public List<String> names(String of, List<String> words) {
        return spanish ? Aliases.of(of).names(words) : words;
    }

    /** {@return the first line of a table} */
    String header(String of, String... columns) {
        return String.join(",", names(of, List.of(columns))) + "\n";
    }
}
