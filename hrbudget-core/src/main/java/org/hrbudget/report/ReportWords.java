package org.hrbudget.report;

import java.math.BigDecimal;
import java.util.Locale;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Finding;

/**
 * The words of the text report in one language, from {@code words.properties} or {@code words_es.properties}.
 *
 * @param locale the reader's locale
 */
record ReportWords(Locale locale) {

    private static final Wording WORDING = Wording.beside(ReportWords.class, "words");

    /**
     * {@return the text of a key with its placeholders filled}
     *
     * @param key the key
     * @param namesAndValues the placeholders: a name, its value, and so on
     */
    String get(String key, String... namesAndValues) {
        return WORDING.of(key, namesAndValues).in(locale);
    }

    /** {@return a number of things: the text of {@code key.one} or {@code key.many}} */
    String count(String key, long count) {
        return get(key + (count == 1 ? ".one" : ".many"), "count", whole(count));
    }

    /** {@return what a layout calls a field, such as {@code unit_code}, in words; a heading of another table as it is} */
    String field(String word) {
        return WORDING.find("field." + word).map(text -> text.in(locale)).orElse(word);
    }

    /** {@return a whole number with its thousands separated} */
    static String whole(long count) {
        String grouped = Finding.Detail.grouped(BigDecimal.valueOf(count));
        return grouped.substring(0, grouped.indexOf('.'));
    }
}
