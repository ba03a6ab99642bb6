package org.hrbudget.validation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * What a rule pack says of itself. A date that no source gives is {@code null}. Dates are inclusive.
 *
 * @param jurisdiction such as {@code mx-cmx}
 * @param binds the jurisdictions whose budgets it binds beside its own, as a treaty does; none where it binds its own alone
 * @param version numbers joined by dots, such as {@code 2011.2}, compared as numbers
 * @param amends the version it changes, or {@code null} for the first of a jurisdiction
 * @param title its title
 * @param instrument the manual or law it encodes
 * @param currency the ISO 4217 code of the currency that its amounts are in, or {@code null} where it says none
 * @param published the day that was published
 * @param inForceFrom the first day it is in force
 * @param inForceTo the last day it is in force
 * @param firstFiscalYear the first fiscal year it governs
 * @param lastFiscalYear the last fiscal year it governs, or {@code null} where it governs until amended
 * @param lastExtrapolatedYear the last of the fiscal years after those that it is held up to for want of an instrument of their
 *     own, or {@code null} where it is held up to none
 * @param sha256 the SHA-256 of each of its files and of those it amends, by path, in lower-case hexadecimal
 * @param selection how it was selected, or {@code null} where it was taken by its version
 */
public record PackManifest(
        String jurisdiction,
        Set<String> binds,
        String version,
        @Nullable String amends,
        Bilingual title,
        String instrument,
        @Nullable String currency,
        @Nullable LocalDate published,
        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        FiscalYear firstFiscalYear,
        @Nullable FiscalYear lastFiscalYear,
        @Nullable FiscalYear lastExtrapolatedYear,
        Map<String, String> sha256,
        @Nullable Selection selection) {

    /** Copies the collections. */
    public PackManifest {
        binds = Collections.unmodifiableSortedSet(new TreeSet<>(binds));
        sha256 = Map.copyOf(sha256);
    }

    /** {@return jurisdiction and version, such as {@code mx-cmx 2011.1}} */
    public String id() {
        return jurisdiction + " " + version;
    }

    /**
     * {@return whether budgets of a jurisdiction are judged by it}
     *
     * @param whose the jurisdiction, such as {@code mx-cmx}
     */
    public boolean bindsBudgetsOf(String whose) {
        return jurisdiction.equals(whose) || binds.contains(whose);
    }

    /**
     * {@return whether it governs this fiscal year, both ends included}
     *
     * @param year the fiscal year
     */
    public boolean governs(FiscalYear year) {
        return firstFiscalYear.compareTo(year) <= 0 && (lastFiscalYear == null || year.compareTo(lastFiscalYear) <= 0);
    }

    /**
     * {@return whether it is held up to this fiscal year, both ends included, though its instrument does not govern it and none that
     * does was seen}
     *
     * @param year the fiscal year
     */
    public boolean extrapolatesTo(FiscalYear year) {
        return lastFiscalYear != null
                && lastExtrapolatedYear != null
                && lastFiscalYear.compareTo(year) < 0
                && year.compareTo(lastExtrapolatedYear) <= 0;
    }

    /** {@return the fiscal years its instrument governs: {@code 2011}, {@code 2009-2010}, or {@code 2011-} where no last one is known} */
    public String fiscalYears() {
        if (lastFiscalYear == null) {
            return firstFiscalYear + "-";
        }
        return lastFiscalYear.equals(firstFiscalYear)
                ? firstFiscalYear.toString()
                : firstFiscalYear + "-" + lastFiscalYear;
    }

    /** {@return how it was selected, if it was} */
    public Optional<Selection> selected() {
        return Optional.ofNullable(selection);
    }

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
    public record Selection(
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
            GAP,
            /** It was asked for by its version, where the law of the day has another or none. */
            NAMED
        }

        /** Copies the list. */
        public Selection {
            rejected = List.copyOf(rejected);
        }
    }
}
