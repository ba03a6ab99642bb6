package org.hrbudget.rules.internal.language;

/** Ends the reading of a part of a rule because of a fault that was told when it was found. Has no stack trace, as {@link Fault}. */
final class Told extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Told() {
        super(null, null, false, false);
    }
}
