package org.hrbudget.rules.authoring.internal.page;

import java.time.LocalDate;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.authoring.LawPage;
import org.hrbudget.text.Wording;
import org.jspecify.annotations.Nullable;

/** The words of the consolidated law, from {@code law.properties} and {@code law_es.properties}. */
public final class LawWords {

    private static final Wording WORDING = Wording.beside(LawPage.class, "law");

    private LawWords() {}

    public static Bilingual of(String key, String... namesAndValues) {
        return WORDING.of(key, namesAndValues);
    }

    /** {@return a text in English and in Spanish, once where it is the same} */
    public static String both(String key, String... namesAndValues) {
        return both(of(key, namesAndValues));
    }

    /** {@return a text in English and in Spanish, once where it is the same} */
    public static String both(Bilingual text) {
        return text.en().equals(text.es()) ? text.en() : text.en() + " · " + text.es();
    }

    public static String day(@Nullable LocalDate day) {
        return day == null ? both("no-day") : day.toString();
    }

    /** {@return the mark of a rule that a version brought or changed} */
    public static String mark(boolean fresh) {
        return "*" + of(fresh ? "new" : "changed").en() + "*";
    }
}
