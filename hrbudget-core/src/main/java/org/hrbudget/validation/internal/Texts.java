package org.hrbudget.validation.internal;

import org.hrbudget.text.Wording;
import org.hrbudget.validation.BudgetValidator;

/** The words of this package, loaded when first needed. */
final class Texts {

    /** From {@code messages.properties} and {@code messages_es.properties}. */
    static final Wording WORDING = Wording.beside(BudgetValidator.class, "messages");

    private Texts() {}
}
