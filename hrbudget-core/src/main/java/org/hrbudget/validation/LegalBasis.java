package org.hrbudget.validation;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a rule rests on.
 *
 * @param key its key within the pack, such as {@code manual-2011:cross-cutting:human-rights}
 * @param instrument the law, manual or catalogue
 * @param article the article or section, or {@code null} where the source does not show it
 * @param published the day the instrument was published, or {@code null} where no source gives it
 * @param source where it was read
 * @param evidence how well it is attested
 */
public record LegalBasis(
        String key,
        String instrument,
        @Nullable String article,
        @Nullable LocalDate published,
        String source,
        Evidence evidence)
        implements Serializable {

    /** {@return this basis where the instrument does not govern: inferred at best} */
    LegalBasis extrapolated() {
        return evidence.supportsErrors()
                ? new LegalBasis(key, instrument, article, published, source, Evidence.DERIVED)
                : this;
    }

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
}
