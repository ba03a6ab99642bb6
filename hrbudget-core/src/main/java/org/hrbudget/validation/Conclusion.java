package org.hrbudget.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.summary.Indicators;
import org.hrbudget.summary.Summaries;
import org.jspecify.annotations.Nullable;

/**
 * Draws the report from what was read and judged.
 *
 * @param terms what the validation rested on
 * @param asked the fiscal year checked for whatever the packs govern, if given
 * @param summaries what the lines add up to
 * @param account what became of the rows
 * @param met what went wrong on the way
 */
record Conclusion(
        Terms terms, @Nullable FiscalYear asked, Summaries summaries, ReadingAccount account, List<Problem> met) {

    /**
     * {@return the report on a budget whose parts are all merged and summed up}
     *
     * @param runs the packs it was checked against
     * @param linesOfOtherYears the lines that state another fiscal year than the budget's
     */
    ValidationReport report(List<PackRun> runs, long linesOfOtherYears) {
        Documents documents = terms.documents();
        List<LedgerEntry> ledger = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(ofInputs());
        problems.addAll(met);
        problems.addAll(documents.problems());
        problems.addAll(ofYears(linesOfOtherYears));
        for (PackRun run : runs) {
            List<LedgerEntry> entries = run.ledger();
            ledger.addAll(entries);
            findings.addAll(run.findings());
            problems.addAll(run.problems());
            problems.addAll(ofPack(run.manifest(), entries));
        }
        long violated = ledger.stream().mapToLong(LedgerEntry::violated).sum();
        return new ValidationReport(
                terms.header(),
                runs.stream().map(PackRun::manifest).toList(),
                Stream.concat(account.inputs().stream(), documents.inputs().stream())
                        .toList(),
                verdict(ledger, problems, account.rowsRejected()),
                ledger,
                findings,
                findings.size() < violated,
                account.rejected(),
                problems,
                summaries,
                Indicators.of(
                        summaries,
                        terms.header().currency(),
                        terms.availability().items()));
    }

    private List<Problem> ofInputs() {
        List<Problem> problems = new ArrayList<>();
        account.faults()
                .forEach(fault -> problems.add(
                        new Problem(Problem.Kind.INPUT, fault.position().toString(), fault.message())));
        if (summaries.budget().lines() == 0) {
            problems.add(new Problem(Problem.Kind.INPUT, account.inputs().get(0).name(), Texts.WORDING.of("no-lines")));
        }
        FiscalYear year = terms.header().fiscalYear();
        Baseline baseline = terms.baseline();
        HumanRightsProgramme programme = terms.programme();
        if (baseline != null && year != null && baseline.fiscalYear().value() != year.value() - 1) {
            problems.add(new Problem(
                    Problem.Kind.INPUT,
                    "baseline " + baseline.fiscalYear(),
                    Texts.WORDING.of(
                            "baseline-of-other-year",
                            "baseline",
                            baseline.fiscalYear().toString(),
                            "budget",
                            year.toString())));
        }
        if (programme != null && baseline != null) {
            List<String> strangers = baseline.actions().keySet().stream()
                    .filter(code -> programme.action(code).isEmpty())
                    .sorted()
                    .toList();
            if (!strangers.isEmpty()) {
                problems.add(new Problem(
                        Problem.Kind.INPUT,
                        "baseline " + baseline.fiscalYear(),
                        Texts.WORDING.of(
                                "baseline-unknown-actions",
                                "count",
                                Integer.toString(strangers.size()),
                                "first",
                                strangers.get(0))));
            }
        }
        return problems;
    }

    /** A line of another year is a finding; where all of them are, the budget was checked for the wrong year. */
    private List<Problem> ofYears(long linesOfOtherYears) {
        List<Problem> problems = new ArrayList<>();
        BudgetHeader header = terms.header();
        String year = Objects.toString(header.fiscalYear());
        if (asked != null && !asked.equals(header.fiscalYear())) {
            problems.add(new Problem(
                    Problem.Kind.INPUT,
                    header.jurisdiction(),
                    Texts.WORDING.of("other-year-asked", "asked", asked.toString(), "stated", year)));
        }
        long lines = summaries.budget().lines();
        if (lines > 0 && linesOfOtherYears == lines) {
            problems.add(new Problem(
                    Problem.Kind.INPUT, header.jurisdiction(), Texts.WORDING.of("no-line-of-year", "year", year)));
        }
        return problems;
    }

    /** {@return why a pack does not fit the budget, if it does not} */
    private List<Problem> ofPack(PackManifest pack, List<LedgerEntry> entries) {
        List<Problem> problems = new ArrayList<>();
        FiscalYear stated = terms.header().fiscalYear();
        FiscalYear selected = pack.selected().map(PackSelection::fiscalYear).orElse(null);
        // Where the year is asked for expressly, what a pack governs is known to the caller and no fault of the budget.
        if (asked == null && stated != null && (selected != null ? !selected.equals(stated) : !pack.governs(stated))) {
            String years = pack.firstFiscalYear() + "-" + Objects.toString(pack.lastFiscalYear(), "");
            problems.add(new Problem(
                    Problem.Kind.PACK,
                    pack.id(),
                    Texts.WORDING.of(
                            "other-fiscal-year",
                            "pack",
                            pack.id(),
                            "selected",
                            Objects.toString(selected, years),
                            "stated",
                            stated.toString())));
        }
        if (entries.stream().allMatch(entry -> entry.outcome() == RuleOutcome.NOT_APPLICABLE)) {
            problems.add(
                    new Problem(Problem.Kind.PACK, pack.id(), Texts.WORDING.of("nothing-applied", "pack", pack.id())));
        }
        return problems;
    }

    private static Verdict verdict(List<LedgerEntry> ledger, List<Problem> problems, long rowsRejected) {
        boolean error =
                ledger.stream().anyMatch(entry -> entry.rule().severity() == Severity.ERROR && entry.violated() > 0);
        if (error) {
            return Verdict.NOT_COMPLIANT;
        }
        boolean open = ledger.stream()
                .anyMatch(entry -> entry.outcome() == RuleOutcome.UNDETERMINED || entry.undetermined() > 0);
        return open || !problems.isEmpty() || rowsRejected > 0 ? Verdict.UNDETERMINED : Verdict.COMPLIANT;
    }
}
