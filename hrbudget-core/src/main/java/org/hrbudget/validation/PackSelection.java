package org.hrbudget.validation;

import java.time.LocalDate;
import java.util.List;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule pack was chosen, or why none was.
 *
 * @param jurisdiction the jurisdiction asked for
 * @param version the version chosen, or {@code null} where none was
 * @param fiscalYear the fiscal year asked for
 * @param asOf the day whose law was asked for
 * @param reason why this version, or why none
 * @param rejected the other versions of the jurisdiction, in ascending order, with why not
 */
public record PackSelection(
        String jurisdiction,
        @Nullable String version,
        FiscalYear fiscalYear,
        LocalDate asOf,
        Reason reason,
        List<Rejected> rejected) {

    /**
     * A version that was not chosen.
     *
     * @param version the version
     * @param reason why not
     */
    public record Rejected(String version, Reason reason) {}

    /** Why a version was chosen or not. */
    public enum Reason {
        /** It governs the fiscal year, and was in force on the day where its dates are known. */
        GOVERNS,
        /**
         * No instrument of the fiscal year was seen and it is held up to it in its place: what it finds is a warning at most.
         */
        EXTRAPOLATED,
        /** There is no pack of this jurisdiction at all. */
        UNKNOWN_JURISDICTION,
        /** It does not govern this fiscal year. */
        OTHER_FISCAL_YEARS,
        /** It governs the fiscal year but was not published, or not in force, on the day. */
        NOT_YET_IN_FORCE,
        /** It governs the fiscal year but was no longer in force on the day. */
        ENDED,
        /** A version that amends it was chosen. */
        SUPERSEDED,
        /** Earlier and later fiscal years are governed, this one is not. */
        GAP
    }

    /** Copies the list. */
    public PackSelection {
        rejected = List.copyOf(rejected);
    }
}
