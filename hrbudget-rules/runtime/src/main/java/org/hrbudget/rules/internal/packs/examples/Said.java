package org.hrbudget.rules.internal.packs.examples;

import java.util.Locale;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.packs.PackWords;

/**
 * What the reading of budgets says of an example. Its texts end with a sentence that says what to do.
 *
 * @param problem all sentences but the last
 * @param advice the last sentence
 */
record Said(Bilingual problem, Bilingual advice) {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    static Said by(BudgetReadException refusal) {
        return by(new Bilingual(refusal.message(Locale.ENGLISH), refusal.message(SPANISH)));
    }

    static Said by(Bilingual text) {
        return new Said(
                new Bilingual(
                        text.en().substring(0, cut(text.en())).strip(),
                        text.es().substring(0, cut(text.es())).strip()),
                new Bilingual(
                        text.en().substring(cut(text.en())).strip(),
                        text.es().substring(cut(text.es())).strip()));
    }

    private static int cut(String text) {
        int end = text.lastIndexOf(". ", text.length() - 2);
        return end < 0 ? text.length() : end + 1;
    }

    /** {@return a fault that says it} */
    FaultText fault(String kind) {
        return PackWords.of(kind, "said", problem).advising(advice.en().isEmpty() ? PackWords.text("as-said") : advice);
    }
}
