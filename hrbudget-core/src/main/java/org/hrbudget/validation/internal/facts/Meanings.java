package org.hrbudget.validation.internal.facts;

import java.util.Locale;
import java.util.Optional;
import org.hrbudget.model.Bilingual;
import org.hrbudget.text.Wording;

/**
 * What each kind of fact and each of its properties is, in both languages, for those who write rules: from {@code meanings.properties}
 * and {@code meanings_es.properties}, loaded when first asked.
 */
public final class Meanings {

    private static final Wording WORDING = Wording.beside(Meanings.class, "meanings");

    private Meanings() {}

    /** {@return what the facts of a kind are} */
    public static Bilingual of(FactType type) {
        return text(type.word());
    }

    /** {@return what a property of a kind of fact is} */
    public static Bilingual of(FactType type, Property property) {
        return text(key(type, property));
    }

    /** {@return what a property is measured in} */
    public static Bilingual unit(Property property) {
        return text("unit." + property.type());
    }

    /** {@return when a fact lacks a property; empty where it cannot} */
    public static Optional<Bilingual> absent(FactType type, Property property) {
        return property.absence() == Property.Absence.NEVER
                ? Optional.empty()
                : Optional.of(WORDING.find(key(type, property) + ".absent")
                        .orElseGet(() ->
                                text("absent." + property.absence().name().toLowerCase(Locale.ROOT))));
    }

    private static String key(FactType type, Property property) {
        return type.word() + "." + property.name();
    }

    private static Bilingual text(String key) {
        return WORDING.of(key);
    }
}
