package org.hrbudget.io;

import java.util.Locale;
import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/** Nothing can be read from a file: it is missing, unsafe, or not what its layout describes. */
public final class BudgetReadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Bilingual text;

    /**
     * Makes an exception.
     *
     * @param text what is wrong, in which file, and what to do
     * @param cause what went wrong below, if anything
     */
    public BudgetReadException(Bilingual text, @Nullable Throwable cause) {
        super(text.en(), cause);
        this.text = text;
    }

    /**
     * {@return the message in the reader's language}
     *
     * @param locale the reader's locale
     */
    public String message(Locale locale) {
        return text.in(locale);
    }

    /** {@return the message in both languages} */
    public Bilingual text() {
        return text;
    }
}
