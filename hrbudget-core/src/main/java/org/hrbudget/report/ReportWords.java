package org.hrbudget.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Rule;

/**
 * The words of the text report in one language, from {@code words.properties} or {@code words_es.properties}.
 *
 * @param locale the reader's locale
 */
record ReportWords(Locale locale) {

    /** An article cited by a number, such as {@code 4}, is shorter than a section cited by its name. */
    private static final int LONGEST_NUMBER = 4;

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

    /** {@return a law, manual or catalogue, with its article and the day it was published where they are known} */
    String instrument(Rule.LegalBasis basis) {
        StringBuilder citation = new StringBuilder(basis.instrument());
        String article = basis.article();
        if (article != null) {
            boolean number = article.chars().anyMatch(c -> c >= '0' && c <= '9') && article.length() <= LONGEST_NUMBER;
            citation.append(
                    number ? get("basis.article", "article", article) : get("basis.section", "section", article));
        }
        LocalDate published = basis.published();
        if (published != null) {
            citation.append(get("basis.published", "day", published.toString()));
        }
        return citation.toString();
    }

    /** {@return the same with how well it is attested} */
    String citation(Rule.LegalBasis basis) {
        return instrument(basis) + " [" + get("evidence." + basis.evidence()) + "]";
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
