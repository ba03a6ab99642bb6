package org.hrbudget.validation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.jspecify.annotations.Nullable;

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
 * @param file the name of the pack's file that holds it; in a workbook the sheet and the cell
 * @param condition its condition as the file states it
 * @param rows the dated rows of the pack that held when it was chosen: of its limits, then of its severity; empty where nothing that
 *     it rests on is dated
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
        Map<String, Finding.Detail.Type> details,
        Bilingual title,
        Bilingual message,
        Bilingual remedy,
        String file,
        String condition,
        List<DatedRow> rows)
        implements Serializable {

    /**
     * A rule that rests on no dated row.
     *
     * @param id the name of the defect
     * @param severity how much its findings weigh
     * @param duty whether it carries out what the instrument is for
     * @param legalBasis what it rests on
     * @param scope the room of facts it sees
     * @param subject the fact type its findings are about
     * @param needs the data it cannot do without
     * @param guards the properties of the subject that its condition requires to be given
     * @param details the kinds of the details its findings give, by name
     * @param title the defect in a few words
     * @param message what is wrong
     * @param remedy what to do
     * @param file the name of the pack's file that holds it; in a workbook the sheet and the cell
     * @param condition its condition as the file states it
     */
    public Rule(
            String id,
            Severity severity,
            boolean duty,
            LegalBasis legalBasis,
            Scope scope,
            String subject,
            Set<DataItem> needs,
            List<Guard> guards,
            Map<String, Finding.Detail.Type> details,
            Bilingual title,
            Bilingual message,
            Bilingual remedy,
            String file,
            String condition) {
        this(
                id,
                severity,
                duty,
                legalBasis,
                scope,
                subject,
                needs,
                guards,
                details,
                title,
                message,
                remedy,
                file,
                condition,
                List.of());
    }

    /**
     * A row of a table of the pack that held when the pack was chosen, and at another time would not. Both ends are inclusive.
     *
     * @param file the table, such as {@code parameters.csv}; in a workbook the cell in which the row begins, such as {@code limits!A3}
     * @param key what the row is about: the code of a limit, the id of a rule
     * @param value what it says, as the table writes it
     * @param basis what its ends count
     * @param from the first fiscal year or day, such as {@code 2012} or {@code 2012-07-01}, or {@code null} where it has no beginning
     * @param to the last fiscal year or day, or {@code null} where it has no end
     */
    public record DatedRow(
            String file,
            String key,
            String value,
            Basis basis,
            @Nullable String from,
            @Nullable String to) implements Serializable {

        /** What the ends of a row count. */
        public enum Basis {
            /** Fiscal years. */
            FISCAL_YEAR,
            /** Days of the law: the day whose law is asked for. */
            DAY_OF_LAW,
            /** Days of submission: the day the budget was sent in. */
            DAY_OF_SUBMISSION
        }
    }

    /**
     * A property of the subject that the rule's condition requires to be given.
     *
     * @param property the property's name
     * @param promised whether its absence leaves the rule undetermined for that fact; else the fact is just not examined
     */
    public record Guard(String property, boolean promised) implements Serializable {}

    /**
     * {@return this rule as dated rows have it}
     *
     * @param weight how much its findings weigh
     * @param obliges whether it carries out what the instrument is for
     * @param held the rows
     */
    public Rule with(Severity weight, boolean obliges, List<DatedRow> held) {
        return new Rule(
                id,
                weight,
                obliges,
                legalBasis,
                scope,
                subject,
                needs,
                guards,
                details,
                title,
                message,
                remedy,
                file,
                condition,
                held);
    }

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
                condition,
                rows);
    }

    /** Copies the collections. */
    public Rule {
        needs = Set.copyOf(needs);
        guards = List.copyOf(guards);
        rows = List.copyOf(rows);
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    /** The room of facts a rule sees, read off the fact types it names. */
    public enum Scope {
        /** Lines and their links, in chunks. */
        LINE,
        /** The summaries of units, beside those of the whole budget. */
        UNIT,
        /** The whole budget, its rights, its actions and its repeated keys. */
        BUDGET
    }

    /**
     * A limit that rules compare with.
     *
     * @param code its name, kebab-case
     * @param value its value
     * @param measure what it is measured in: {@code ratio}, {@code count}, {@code amount}, {@code quantity} or {@code fiscal-year}
     * @param legalBasis the key of what it rests on
     */
    public record Parameter(String code, BigDecimal value, String measure, String legalBasis) {}

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
}
