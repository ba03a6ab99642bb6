package org.hrbudget.cli.collection;

import java.math.BigDecimal;
import java.util.Locale;
import org.hrbudget.model.Bilingual;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Finding;

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

    /** {@return a number of things, with its thousands separated} */
    String count(String key, long count) {
        return get(key, "count", whole(count));
    }

    /** {@return a whole number with its thousands separated} */
    static String whole(long number) {
        String grouped = Finding.Detail.grouped(BigDecimal.valueOf(number));
        return grouped.substring(0, grouped.indexOf('.'));
    }

    /** {@return the text of a key, its placeholders filled: a name, its value, and so on} */
    String get(String key, String... namesAndValues) {
        return WORDING.of(key, namesAndValues).in(locale);
    }
}
