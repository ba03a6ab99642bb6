package org.hrbudget.report;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a text report tells.
 *
 * @param placesPerRule how many places of each rule are cited, the first ones; 0 cites none
 * @param sections the parts it has, after the verdict, which it always has
 */
public record TextOptions(int placesPerRule, Set<Section> sections) {

    private static final int PLACES = 5;

    /** A part of a text report, in the order they come in. */
    public enum Section {
        /** The packs, and why they were chosen. */
        LAW,
        /** The row account of each input. */
        INPUT,
        /** What could not be evaluated. */
        PROBLEMS,
        /** A line for each rule that found something: how many, and how well its legal basis is attested. */
        FINDING_COUNTS,
        /** The findings, by rule, with what each rests on, what to do, and the first places. */
        FINDINGS,
        /** The rules that are undetermined in whole or part. */
        UNDETERMINED,
        /** The rules that did not apply, by reason. */
        NOT_APPLICABLE,
        /** The first rejected rows. */
        REJECTED_ROWS,
        /** What the budget adds up to. */
        TOTALS,
        /** The indicators of the whole budget. */
        INDICATORS,
        /** What it adds up to for each right and population group. */
        RIGHTS
    }

    /**
     * Copies the set.
     *
     * @throws IllegalArgumentException if the number of places is negative
     */
    public TextOptions {
        if (placesPerRule < 0) {
            throw new IllegalArgumentException(
                    "placesPerRule is " + placesPerRule + ".\nMaybe give 0 to cite no places at all.");
        }
        EnumSet<Section> copy = EnumSet.noneOf(Section.class);
        copy.addAll(sections);
        sections = Collections.unmodifiableSet(copy);
    }

    /** {@return options for a whole report, citing the first five places of each rule} */
    public static TextOptions whole() {
        return new TextOptions(PLACES, EnumSet.complementOf(EnumSet.of(Section.FINDING_COUNTS)));
    }

    /** {@return options for a short one: the verdict, the law, the row accounts, and a line for each rule with findings} */
    public static TextOptions brief() {
        return new TextOptions(0, EnumSet.of(Section.LAW, Section.INPUT, Section.PROBLEMS, Section.FINDING_COUNTS));
    }
}
