package org.hrbudget.rules.internal.packs;

import java.util.Collection;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.Advice;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.FaultWords;

/** What is said of faults in tables, texts and examples. */
public final class PackWords {

    private static final FaultWords WORDS = FaultWords.beside(PackWords.class);

    private PackWords() {}

    /** {@return what is said of a fault} The values are names and their texts in turn, as {@link FaultWords#of} takes them. */
    public static FaultText of(String kind, Object... namesAndValues) {
        return WORDS.of(kind, namesAndValues);
    }

    /** {@return what is said of a word that is not known, with the nearest one that is, or else all of them, as advice} */
    public static FaultText near(String kind, String written, Collection<String> known, Object... namesAndValues) {
        return WORDS.of(kind, namesAndValues).advising(Advice.on(written, known));
    }

    /** {@return the same of a word that may be written in Spanish too, advised in the language of what was written} */
    public static FaultText near(
            String kind, String written, Collection<String> known, Aliases aliases, Object... namesAndValues) {
        return WORDS.of(kind, namesAndValues).advising(Advice.on(written, known, aliases));
    }

    /** {@return a text that is part of others} */
    public static Bilingual text(String key, Object... namesAndValues) {
        return WORDS.text(key, namesAndValues);
    }
}
