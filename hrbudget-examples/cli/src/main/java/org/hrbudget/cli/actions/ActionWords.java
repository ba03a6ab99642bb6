package org.hrbudget.cli.actions;

import org.hrbudget.text.Wording;

/** The words in which what was found is told. */
public final class ActionWords {

    /** From {@code actions.properties} and {@code actions_es.properties}. */
    public static final Wording WORDING = Wording.beside(ActionWords.class, "actions");

    private ActionWords() {}
}
