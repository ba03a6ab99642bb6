package org.hrbudget.rules.authoring;

import java.time.LocalDate;
import org.hrbudget.model.Bilingual;
import org.hrbudget.text.Wording;
import org.jspecify.annotations.Nullable;

/** The words of the consolidated law, from {@code law.properties} and {@code law_es.properties}. */
final class LawWords {

    private static final Wording WORDING = Wording.beside(LawWords.class, "law");

    private LawWords() {}

    static Bilingual of(String key, String... namesAndValues) {
        return WORDING.of(key, namesAndValues);
    }

    /** {@return a text in English and in Spanish, once where it is the same} */
    static String both(String key, String... namesAndValues) {
        return both(of(key, namesAndValues));
    }

    /** {@return a text in English and in Spanish, once where it is the same} */
    static String both(Bilingual text) {
        return text.en().equals(text.es()) ? text.en() : text.en() + " · " + text.es();
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? both("no-day") : day.toString();
    }

    /** {@return the mark of a rule that a version brought or changed} */
    static String mark(boolean fresh) {
        return "*" + of(fresh ? "new" : "changed").en() + "*";
    }
}
