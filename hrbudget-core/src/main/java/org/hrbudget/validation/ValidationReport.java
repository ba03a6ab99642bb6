package org.hrbudget.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.DataItem;
import org.hrbudget.summary.Indicator;
import org.hrbudget.summary.Summaries;

/**
 * The answer of a validation. Equal inputs give equal reports, whatever the number of threads. Immutable.
 *
 * @param header what holds for the budget as a whole, with the fiscal year it was validated for
 * @param packs the packs it was validated against, in the order given to the validator
 * @param inputs the row account of each input: the files of the budget first, then the documents given beside it,
 *     then what the validator itself read: baseline, items, programme
 * @param verdict the verdict over all packs
 * @param ledger what each rule did, in the order of the packs and of their law
 * @param findings the defects found, in the order of the ledger, of one rule those that touch the most money first; at most so many
 *     for each rule as the validator keeps
 * @param truncated whether there are more defects than {@code findings} holds; the ledger has the exact numbers
 * @param rejectedRows the first rows that could not become lines; the inputs have the exact numbers
 * @param problems what could not be evaluated, and why
 * @param summaries what the budget adds up to
 * @param indicators the indicators, in the order of their ids
 * @param data the data that could be counted on: what the source promises, and what was given beside it. Where links or the programme
 *     are not among it, what {@code summaries} has for rights and actions is unknown and not zero
 * @param units how each unit stands over all packs, by its code: each that has lines, and each that findings alone name
 * @param unjudged what those lines add up to that not every duty about lines or links could judge: one of them needs data that the line
 *     or a link of it lacks, or could not be judged at all, which leaves all lines. A line is in it once, however many duties are
 *     open; its money is what stands on unfinished checks, and what {@code summaries} has beyond it was judged by every duty. Duties
 *     about units, documents and the whole budget do not count here: they are not about the money of a line, and one missing document
 *     would leave no difference between rights
 */
public record ValidationReport(
        BudgetHeader header,
        List<PackManifest> packs,
        List<Input.Account> inputs,
        Verdict verdict,
        List<LedgerEntry> ledger,
        List<Finding> findings,
        boolean truncated,
        List<ReadingAccount.RejectedRow> rejectedRows,
        List<Problem> problems,
        Summaries summaries,
        List<Indicator> indicators,
        Set<DataItem> data,
        Map<String, UnitStanding> units,
        Summaries unjudged) {

    /** Copies the lists, the set and the map. */
    public ValidationReport {
        packs = List.copyOf(packs);
        inputs = List.copyOf(inputs);
        ledger = List.copyOf(ledger);
        findings = List.copyOf(findings);
        rejectedRows = List.copyOf(rejectedRows);
        problems = List.copyOf(problems);
        indicators = List.copyOf(indicators);
        data = Set.copyOf(data);
        units = Collections.unmodifiableMap(new TreeMap<>(units));
    }

    /**
     * {@return this report with one problem more, which leaves a verdict of compliance open; such as that a unit of the budget has not
     * handed in}
     *
     * @param problem what the caller knows and the validator could not
     */
    public ValidationReport leftOpenBy(Problem problem) {
        List<Problem> more = new ArrayList<>(problems);
        more.add(problem);
        return new ValidationReport(
                header,
                packs,
                inputs,
                verdict == Verdict.COMPLIANT ? Verdict.UNDETERMINED : verdict,
                ledger,
                findings,
                truncated,
                rejectedRows,
                more,
                summaries,
                indicators,
                data,
                units,
                unjudged);
    }

    /**
     * {@return whether it is known which actions lines name: the source promises links, and a programme was given to look them up in}
     */
    public boolean linksKnown() {
        return data.contains(DataItem.LINKS) && data.contains(DataItem.PROGRAMME);
    }

    /**
     * {@return the duties that could not be judged, or not on everything, in the order of the ledger: each leaves the verdict open and
     * says what would let it be judged}
     */
    public List<LedgerEntry> openDuties() {
        return ledger.stream().filter(LedgerEntry::isOpenDuty).toList();
    }

    /**
     * {@return the number of defects of this severity, counted in the ledger and so exact}
     *
     * @param severity the severity
     */
    public long violations(Severity severity) {
        return ledger.stream()
                .filter(entry -> entry.rule().severity() == severity)
                .mapToLong(LedgerEntry::violated)
                .sum();
    }

    /**
     * How one unit stands: what the findings on its lines, its links, its documents and itself come to, all counted, however many a
     * report keeps. What is found of the budget as a whole, of a right or an action, or of a line of no unit is no unit's, nor are rows
     * that could not be read and problems of the files: these leave the verdict of the whole open alone.
     *
     * @param findings the findings of each severity; a severity without any is left out
     * @param undetermined the facts of the unit, such as lines, that a duty could not be judged of because they lack promised data, once
     *     for each such duty
     * @param open whether it is not known what would have been found of this unit: a duty about lines or units could not be judged at
     *     all, such a rule failed, or not all lines were read
     */
    public record UnitStanding(Map<Severity, Long> findings, long undetermined, boolean open) {

        /** Copies the map. */
        public UnitStanding {
            Map<Severity, Long> copy = new EnumMap<>(Severity.class);
            findings.forEach((severity, count) -> {
                if (count > 0) {
                    copy.put(severity, count);
                }
            });
            findings = Collections.unmodifiableMap(copy);
        }

        /**
         * {@return the unit's verdict, by the measure of the budget's: {@code NOT_COMPLIANT} with an error, else
         * {@code UNDETERMINED} where something of it could not be judged, else {@code COMPLIANT}}
         */
        public Verdict verdict() {
            if (findings.containsKey(Severity.ERROR)) {
                return Verdict.NOT_COMPLIANT;
            }
            return undetermined > 0 || open ? Verdict.UNDETERMINED : Verdict.COMPLIANT;
        }

        /**
         * {@return how many findings of a severity there are}
         *
         * @param severity the severity
         */
        public long count(Severity severity) {
            return findings.getOrDefault(severity, 0L);
        }

        /** {@return the gravest severity among the findings, if there are any} */
        public Optional<Severity> gravest() {
            return findings.keySet().stream().findFirst();
        }
    }

    /**
     * A fault of an input, a rule or the call, never of the budget: something could not be evaluated.
     *
     * @param kind what is at fault
     * @param subject the file, the rule or the pack
     * @param message what happened and what to do
     */
    public record Problem(ProblemKind kind, String subject, Bilingual message) {

        /** What is at fault. */
        public enum ProblemKind {
            /** A file could not be read to its end, or held nothing. */
            INPUT,
            /** A rule failed. */
            RULE,
            /** The pack does not fit the budget. */
            PACK,
            /** The validation was stopped, or what it needs beside the input failed it: a folder, a file it writes. */
            RUN
        }
    }
}
