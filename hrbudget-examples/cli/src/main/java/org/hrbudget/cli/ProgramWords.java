package org.hrbudget.cli;

import java.util.Locale;
import org.hrbudget.text.Wording;

/**
 * The words of the program in one language, from {@code words.properties} or {@code words_es.properties}.
 *
 * @param locale the reader's locale
 */
record ProgramWords(Locale locale) {

    static final Locale SPANISH = Locale.forLanguageTag("es");

    private static final Wording WORDING = Wording.beside(ProgramWords.class, "words");

    /**
     * {@return the text of a key with its placeholders filled}
     *
     * @param key the key
     * @param namesAndValues the placeholders: a name, its value, and so on
     */
    String get(String key, String... namesAndValues) {
        return WORDING.of(key, namesAndValues).in(locale);
    }
}
