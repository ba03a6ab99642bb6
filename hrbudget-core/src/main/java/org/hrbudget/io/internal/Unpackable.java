package org.hrbudget.io.internal;

import java.io.IOException;
import org.hrbudget.model.Bilingual;

/** A packed file that is not unpacked any further, and why. */
final class Unpackable extends IOException {

    private static final long serialVersionUID = 1L;

    private final Bilingual text;

    Unpackable(Bilingual text) {
        super(text.en());
        this.text = text;
    }

    Bilingual text() {
        return text;
    }
}
