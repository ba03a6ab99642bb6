package org.hrbudget.rules.authoring.internal.creation;

import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.authoring.NewPack;
import org.hrbudget.text.Wording;

/** What is said when a folder is made. */
public final class CreationWords {

    private static final Wording WORDING = Wording.beside(NewPack.class, "new-pack");

    private CreationWords() {}

    static Bilingual of(String key, String... namesAndValues) {
        return WORDING.of(key, namesAndValues);
    }

    /** {@return why no folder is made} */
    public static RulePackException refused(String key, String... namesAndValues) {
        return new RulePackException(of("refused." + key, namesAndValues));
    }
}
