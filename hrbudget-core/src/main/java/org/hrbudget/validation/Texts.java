package org.hrbudget.validation;

import org.hrbudget.text.Wording;

/** The words of this package, loaded when first needed. */
final class Texts {

    /** From {@code messages.properties} and {@code messages_es.properties}. */
    static final Wording WORDING = Wording.beside(Texts.class, "messages");

    private Texts() {}
}
