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
     * {@return that a table has no row of headings}
     *
     * @param file its name
     * @param row the row that was given for them, from 1; 1 or less where none was
     */
    static Bilingual noHeadings(String file, int row) {
        return row > 1
                ? of("header.row-beyond", "file", file, "row", Integer.toString(row))
                : of("file.empty", "file", file);
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
