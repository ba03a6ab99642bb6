package org.hrbudget.io.internal;

import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/** Reading an input cannot go on. */
public final class ReadingStop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Bilingual text;

    /**
     * Makes a stop.
     *
     * @param text what happened and what to do
     * @param cause what went wrong below, if anything
     */
    public ReadingStop(Bilingual text, @Nullable Throwable cause) {
        super(text.en(), cause);
        this.text = text;
    }

    /** {@return what happened and what to do} */
    public Bilingual text() {
        return text;
    }
}
