package org.hrbudget.validation;

/** How well a legal basis is attested. A rule resting on {@link #DERIVED} or {@link #KNOWN} is at most a warning. */
public enum Evidence {
    /** In one of the two founding documents. */
    SEED,
    /** Read in a source that is named. */
    SOURCED,
    /** Inferred from attested facts. */
    DERIVED,
    /** General knowledge, no source opened. */
    KNOWN;

    /** {@return whether a rule that rests on this may be an error} */
    public boolean supportsErrors() {
        return this == SEED || this == SOURCED;
    }
}
