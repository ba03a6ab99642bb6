package org.hrbudget.io.internal;

import java.io.IOException;
import org.hrbudget.model.Bilingual;

/** A packed file unpacks to more than it may. */
final class LimitExceeded extends IOException {

    private static final long serialVersionUID = 1L;

    private final Bilingual text;

    LimitExceeded(Bilingual text) {
        super(text.en());
        this.text = text;
    }

    Bilingual text() {
        return text;
    }
}
