package org.hrbudget.validation;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;

/**
 * A rule of a pack: what it is called, what it weighs, what it rests on and what it needs. What it matches is the pack's own
 * business.
 *
 * @param id the name of the defect, kebab-case, never reused
 * @param severity how much its findings weigh
 * @param duty whether it carries out what the instrument is for, so that leaving it unjudged leaves the verdict open
 * @param legalBasis what it rests on
 * @param scope the room of facts it sees
 * @param subject the fact type its findings are about, such as {@code SpendingLine}
 * @param needs the data it cannot do without; where an item is not promised the rule does not apply
 * @param guards the properties of the subject that its condition requires to be given
 * @param details the kinds of the details its findings give, by name, in alphabetical order
 * @param title the defect in a few words
 * @param message what is wrong, with placeholders for the details and for {@code unit}, {@code file} and {@code row}
 * @param remedy what to do
 * @param file the name of the pack's file that holds it
 * @param condition its condition as the file states it
 */
public record Rule(
        String id,
        Severity severity,
        boolean duty,
        LegalBasis legalBasis,
        Scope scope,
        String subject,
        Set<DataItem> needs,
        List<Guard> guards,
        Map<String, Detail.Type> details,
        Bilingual title,
        Bilingual message,
        Bilingual remedy,
        String file,
        String condition)
        implements Serializable {

    /**
     * A property of the subject that the rule's condition requires to be given.
     *
     * @param property the property's name
     * @param promised whether its absence leaves the rule undetermined for that fact; else the fact is just not examined
     */
    public record Guard(String property, boolean promised) implements Serializable {}

    /**
     * {@return this rule where its instrument is held up to a fiscal year that it does not govern: its basis is inferred, and what it
     * finds is a warning at most}
     */
    public Rule extrapolated() {
        return new Rule(
                id,
                severity == Severity.ERROR ? Severity.WARNING : severity,
                duty,
                legalBasis.extrapolated(),
                scope,
                subject,
                needs,
                guards,
                details,
                title,
                message,
                remedy,
                file,
                condition);
    }

    /** Copies the collections. */
    public Rule {
        needs = Set.copyOf(needs);
        guards = List.copyOf(guards);
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    /** The room of facts a rule sees, read off the fact types it names. */
    public enum Scope {
        /** Lines and their links, in chunks. */
        LINE,
        /** The summaries of units. */
        UNIT,
        /** The whole budget, its rights, its actions and its repeated keys. */
        BUDGET
    }
}
