package org.hrbudget.io.internal;

import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/** A row cannot be read: which column, which text, and why. Has no stack trace, because a file may be full of them. */
public final class CellProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String column;
    private final @Nullable String value;
    private final Bilingual reason;

    /**
     * Makes a problem.
     *
     * @param column the heading of the column, or {@code null} where the whole row is at fault
     * @param value the offending text, if there is one
     * @param reason what is wrong and what to do
     */
    public CellProblem(@Nullable String column, @Nullable String value, Bilingual reason) {
        super(reason.en(), null, false, false);
        this.column = column;
        this.value = value == null ? null : Excerpt.of(value);
        this.reason = reason;
    }

    /** {@return the heading of the column, or {@code null} where the whole row is at fault} */
    public @Nullable String column() {
        return column;
    }

    /** {@return the offending text, at most 80 characters, if there is one} */
    public @Nullable String value() {
        return value;
    }

    /** {@return what is wrong and what to do} */
    public Bilingual reason() {
        return reason;
    }
}
