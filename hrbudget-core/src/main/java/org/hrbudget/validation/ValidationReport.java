package org.hrbudget.validation;

import java.util.List;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
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
        List<Indicator> indicators) {

    /** Copies the lists. */
    public ValidationReport {
        packs = List.copyOf(packs);
        inputs = List.copyOf(inputs);
        ledger = List.copyOf(ledger);
        findings = List.copyOf(findings);
        rejectedRows = List.copyOf(rejectedRows);
        problems = List.copyOf(problems);
        indicators = List.copyOf(indicators);
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
