package org.hrbudget.rules.internal.language;

import org.hrbudget.model.Bilingual;

/** The words of this package for faults. */
final class RuleWords {

    private static final FaultWords WORDS = FaultWords.beside(RuleWords.class);

    private RuleWords() {}

    /** {@return what is said of a fault, its placeholders filled with the values named in turn} */
    public static FaultText of(String kind, Object... namesAndValues) {
        return WORDS.of(kind, namesAndValues);
    }

    /** {@return a text, its placeholders filled with the values named in turn} */
    public static Bilingual text(String key, Object... namesAndValues) {
        return WORDS.text(key, namesAndValues);
    }
}
