package org.hrbudget.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The words of reports in one language, from {@code words.properties} or {@code words_es.properties}.
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

    /** {@return how many of the rules were judged, and what became of the others} */
    String judged(List<LedgerEntry.Outcome> outcomes) {
        long open = Collections.frequency(outcomes, LedgerEntry.Outcome.UNDETERMINED);
        long outside = Collections.frequency(outcomes, LedgerEntry.Outcome.NOT_APPLICABLE);
        return get("rules.judged", "judged", whole(outcomes.size() - open - outside), "rules", whole(outcomes.size()))
                + (open > 0 ? count("rules.undetermined", open) : "")
                + (outside > 0 ? count("rules.not-applicable", outside) : "")
                + ".";
    }

    /** {@return from when a coming law counts; {@code null} is what is not known or has passed} */
    String from(@Nullable Object year, @Nullable Object day) {
        if (year != null && day != null) {
            return get("preview.from-both", "year", year.toString(), "day", day.toString());
        }
        return year != null
                ? get("preview.from-year", "year", year.toString())
                : day != null ? get("preview.from-day", "day", day.toString()) : get("preview.from-unknown");
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
