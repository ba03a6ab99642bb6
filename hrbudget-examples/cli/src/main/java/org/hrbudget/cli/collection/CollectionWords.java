package org.hrbudget.cli.collection;

import java.util.Locale;
import org.hrbudget.model.Bilingual;
import org.hrbudget.text.Wording;

/**
 * The words of a collection in one language, from {@code words.properties} or {@code words_es.properties}.
 *
 * @param locale the reader's locale
 */
record CollectionWords(Locale locale) {

    private static final Wording WORDING = Wording.beside(CollectionWords.class, "words");

    /** {@return the text of a key in both languages, its placeholders filled: a name, its value, and so on} */
    static Bilingual both(String key, String... namesAndValues) {
        return WORDING.of(key, namesAndValues);
    }

    /** {@return the text of a key, its placeholders filled: a name, its value, and so on} */
    String get(String key, String... namesAndValues) {
        return WORDING.of(key, namesAndValues).in(locale);
    }
}
