package org.hrbudget.io.internal;

import org.hrbudget.io.BudgetSource;
import org.hrbudget.model.Bilingual;
import org.hrbudget.text.Wording;

/** What reading has to say, from {@code org/hrbudget/io/texts.properties} and {@code texts_es.properties}. */
public final class Texts {

    private static final Wording WORDING = Wording.beside(BudgetSource.class, "texts");

    private Texts() {}

    /**
     * {@return the text of a key with its names filled in}
     *
     * @param key the key
     * @param namesAndValues a name and its value, in turn
     */
    public static Bilingual of(String key, String... namesAndValues) {
        return WORDING.of(key, namesAndValues);
    }

    /**
     * {@return a place and what is wrong there, as one text}
     *
     * @param place the place, ending in a colon
     * @param reason what is wrong and what to do
     */
    public static Bilingual joined(Bilingual place, Bilingual reason) {
        return new Bilingual(place.en() + " " + reason.en(), place.es() + " " + reason.es());
    }
}
