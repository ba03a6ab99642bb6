package org.hrbudget.comparison;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.hrbudget.comparison.BudgetComparison.Dimension;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.internal.JsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one budget to another, as its JSON has it, component for key. Immutable.
 *
 * <p>Amounts and ratios are decimal strings without an exponent; amounts are exact but for those that an index gave, which are rounded half
 * up to the cent; ratios and amounts per person are rounded half up to ten decimals. What each part of a change is, says
 * {@link BudgetComparison}. Words are in one language.
 *
 * @param schemaVersion the version of this shape: {@value #SCHEMA_VERSION}
 * @param tool what made it
 * @param language the language of its words: {@code en} or {@code es}
 * @param currency the currency of all amounts, by its ISO 4217 code
 * @param before the budget that changes are counted from
 * @param after the budget that they lead to
 * @param likeWithLike whether the amounts of both sides are of one kind
 * @param deflator the index that what is real rests on; {@code null} where none was given, and then nothing here is real
 * @param otherDeflators the other indices given
 * @param population the population that amounts are shared among, or {@code null}
 * @param tables the groups of each dimension, in the order of {@link Dimension}
 * @param actions what became of actions; {@code null} where the groups by action were not asked for
 * @param warnings where another index turns the sign of a real change, and what could not be read
 * @param notes what cannot be compared, or not as it seems, and why
 */
public record ComparisonDocument(
        String schemaVersion,
        ReportDocument.Tool tool,
        String language,
        String currency,
        Side before,
        Side after,
        boolean likeWithLike,
        @Nullable Series deflator,
        List<Series> otherDeflators,
        @Nullable Series population,
        List<Table> tables,
        @Nullable Actions actions,
        List<String> warnings,
        List<String> notes) {

    /** The version of the shape this library writes. */
    public static final String SCHEMA_VERSION = "1.0";

    /** Copies the lists. */
    public ComparisonDocument {
        otherDeflators = List.copyOf(otherDeflators);
        tables = List.copyOf(tables);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }

    /** A form in which a document is written, in its language: UTF-8, lines ended by LF, the same bytes for the same document. */
    public enum Form {
        /** Plain text of at most 60 lines: of each dimension the largest changes, and how many more there are. */
        TEXT,
        /** Plain text with every group. */
        WHOLE_TEXT,
        /** All of it. */
        JSON,
        /** One page that opens from a disk, without a network and without scripts; of each dimension at most 200 groups. */
        HTML,
        /**
         * A row for each group of each dimension, and for each total; with a byte order mark, and safe against formulas. It has no place
         * for warnings and notes.
         */
        CSV;

        /**
         * {@return the policy of content under which a browser shows what {@link #HTML} writes and runs nothing that a budget may have brought: a
         * value of the header {@code Content-Security-Policy}, which names the digest of the page's own style}
         */
        public static String contentPolicy() {
            return ComparisonPage.policy();
        }
    }

    /**
     * One of the two budgets.
     *
     * @param jurisdiction whose budget it is
     * @param fiscalYear its year, or {@code null} where nothing says it
     * @param phase the last stage it reports
     * @param amount the kind of amount that is compared
     * @param total what its lines come to
     * @param lines its lines
     * @param linesWithoutAmount those of them without that amount, which count as zero
     * @param inputs what was read
     * @param faults what kept an input from being read to its end; empty where everything was read
     */
    public record Side(
            String jurisdiction,
            @Nullable Integer fiscalYear,
            BudgetPhase phase,
            AmountKind amount,
            String total,
            long lines,
            long linesWithoutAmount,
            List<Input> inputs,
            List<String> faults) {

        /** Copies the lists. */
        public Side {
            inputs = List.copyOf(inputs);
            faults = List.copyOf(faults);
        }
    }

    /**
     * What became of the rows of one input.
     *
     * @param name its name
     * @param sha256 the SHA-256 of its bytes as stored, or {@code null} where there are none or they were not read to the end
     * @param layout the name of the layout it was read with, or {@code null}
     * @param rowsRead the rows below the headings
     * @param lines the rows that became lines
     * @param rowsRejected the rows that could not, and are in no number here
     * @param rowsSkipped the rows that the layout passes over
     */
    public record Input(
            String name,
            @Nullable String sha256,
            @Nullable String layout,
            long rowsRead,
            long lines,
            long rowsRejected,
            long rowsSkipped) {}

    /**
     * A series of numbers by year, and its numbers for the years of the two budgets.
     *
     * @param name its name
     * @param source what is said of where it is from, or {@code null}
     * @param sha256 the SHA-256 of its file, or {@code null} where it has none
     * @param before its number for the year before
     * @param after its number for the year after
     * @param baseYear the year in whose prices real amounts are; {@code null} for a population
     * @param base its number for that year, or {@code null} for a population
     */
    public record Series(
            String name,
            @Nullable String source,
            @Nullable String sha256,
            String before,
            String after,
            @Nullable Integer baseYear,
            @Nullable String base) {}

    /**
     * The groups of one dimension.
     *
     * @param by what they are made by
     * @param total all of them together; each part is the sum of its groups, so that the table adds up down as well as across
     * @param groups the groups, by code, then the money under no code, then what is to be taken off because it counts under several
     */
    public record Table(Dimension by, Group total, List<Group> groups) {

        /** Copies the list. */
        public Table {
            groups = List.copyOf(groups);
        }
    }

    /** What a row of a table is. */
    public enum GroupKind {
        /** Money under one code. */
        GROUP,
        /** Money under no code: no unit, no object, no action. */
        NONE,
        /** What is to be taken off, because lines give it to several actions, and it was counted under each. */
        OVERLAP,
        /** All of them together. */
        TOTAL
    }

    /** Which of the budgets have lines in a group. */
    public enum Presence {
        /** Both. */
        BOTH,
        /** The one before alone. */
        BEFORE_ONLY,
        /** The one after alone. */
        AFTER_ONLY
    }

    /**
     * A group, and what changed in it.
     *
     * @param kind what it is
     * @param code its code; empty where it has none
     * @param name its name, where one is known
     * @param presence which of the budgets have lines in it
     * @param linesBefore how often lines before give to it
     * @param linesAfter how often lines after do
     * @param nominal its money in the prices of each year
     * @param rate the nominal change as a fraction of the money before; {@code null} where that is not above zero
     * @param real its money in the prices of the base year; {@code null} without a deflator
     * @param realRate the real change as a fraction of the real money before; {@code null} where that is not above zero
     * @param perPerson its nominal money per person of its year; {@code null} without a population
     * @param share its part of the total of its side; {@code null} where a total is not above zero
     * @param explained what the nominal change is made of
     * @param turnedBy the other indices by which the real change has the other sign
     */
    public record Group(
            GroupKind kind,
            String code,
            @Nullable String name,
            Presence presence,
            long linesBefore,
            long linesAfter,
            Change nominal,
            @Nullable String rate,
            @Nullable Change real,
            @Nullable String realRate,
            @Nullable Change perPerson,
            @Nullable Change share,
            Explained explained,
            List<String> turnedBy) {

        /** Copies the list. */
        public Group {
            turnedBy = List.copyOf(turnedBy);
        }
    }

    /**
     * Two numbers, and the second less the first.
     *
     * @param before the number on the one side
     * @param after that on the other
     * @param change what lies between them
     */
    public record Change(String before, String after, String change) {}

    /**
     * The parts of a nominal change, which add up to it exactly.
     *
     * @param prices what prices did; {@code null} without a deflator
     * @param moved what lines carried from other groups, less what they carried off
     * @param coverage what one of the budgets does not have at all
     * @param growth the rest: real growth where there is a deflator, else other change, not adjusted for prices
     */
    public record Explained(@Nullable String prices, String moved, String coverage, String growth) {}

    /**
     * What became of the actions that lines are linked to.
     *
     * @param added how many have lines after alone
     * @param kept how many have lines in both
     * @param dropped how many have lines before alone
     */
    public record Actions(long added, long kept, long dropped) {}

    /**
     * Writes the document.
     *
     * @param form in which form
     * @param out where to; flushed and left open
     * @throws IOException if the stream cannot take it
     */
    public void write(Form form, OutputStream out) throws IOException {
        switch (form) {
            case TEXT -> ComparisonText.write(this, false, out);
            case WHOLE_TEXT -> ComparisonText.write(this, true, out);
            case JSON -> JsonDocument.write(this, out);
            case HTML -> ComparisonPage.write(this, out);
            case CSV -> ComparisonCsv.write(this, out);
        }
    }
}
