package org.hrbudget.validation.internal.facts;

import java.util.Optional;
import org.hrbudget.model.Bilingual;
import org.hrbudget.text.Wording;

/** What facts and their properties are, in the words of {@code Words.properties} and {@code Words_es.properties}. */
public final class FactWords {

    private static final Wording WORDING = Wording.beside(FactWords.class, "Words");
    private static final String ABSENT = ".absent";

    private FactWords() {}

    /**
     * {@return what facts of a kind are}
     *
     * @param fact the kind
     */
    public static Bilingual of(FactType fact) {
        return WORDING.of(fact.word());
    }

    /**
     * {@return what a property is}
     *
     * @param fact the kind of fact that has it
     * @param property the property
     */
    public static Bilingual of(FactType fact, Property property) {
        return WORDING.of(key(fact, property));
    }

    /**
     * {@return when a property is absent, where that is more than that its data is missing}
     *
     * @param fact the kind of fact that has it
     * @param property the property
     */
    public static Optional<Bilingual> absent(FactType fact, Property property) {
        String key = key(fact, property) + ABSENT;
        return WORDING.find(key).map(text -> WORDING.of(key));
    }

    private static String key(FactType fact, Property property) {
        return fact.word() + "." + property.name();
    }
}
