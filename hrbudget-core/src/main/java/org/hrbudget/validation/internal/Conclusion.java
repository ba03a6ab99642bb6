package org.hrbudget.validation.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.summary.Summaries;
import org.hrbudget.summary.UnitSummary;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;

/**
 * Draws the report from what was read and judged.
 *
 * @param terms what the validation rested on
 * @param summaries what the lines add up to
 * @param account what became of the rows
 * @param met what went wrong on the way
 */
record Conclusion(Terms terms, Summaries summaries, ReadingAccount account, List<ValidationReport.Problem> met) {

    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

    /** How many absent units a message names. */
    private static final int UNITS_NAMED = 10;

    /**
     * {@return the report on a budget whose parts are all merged and summed up}
     *
     * @param whole what all lines came to
     * @param view by which of its packs, see {@link Part#runs(int)}
     */
    ValidationReport report(Part whole, int view) {
        List<PackRun> runs = whole.runs(view);
        Documents documents = terms.documents();
        List<LedgerEntry> ledger = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<ValidationReport.Problem> problems = new ArrayList<>(ofInputs());
        problems.addAll(met);
        problems.addAll(documents.problems());
        problems.addAll(ofYears(whole.linesOfOtherYears(), runs));
        problems.addAll(ofAmounts(whole));
        problems.addAll(ofScope());
        problems.addAll(ofSpellings());
        for (PackRun run : runs) {
            List<LedgerEntry> entries = run.ledger(summaries);
            ledger.addAll(entries);
            findings.addAll(run.findings());
            problems.addAll(run.problems());
            problems.addAll(ofPack(run.manifest(), entries));
        }
        long violated = ledger.stream().mapToLong(LedgerEntry::violated).sum();
        return new ValidationReport(
                terms.header(),
                runs.stream().map(PackRun::manifest).toList(),
                Stream.of(account.inputs(), documents.inputs(), terms.settings().files())
                        .flatMap(List::stream)
                        .toList(),
                verdict(ledger, problems, account.rowsRejected()),
                ledger,
                findings,
                findings.size() < violated,
                account.rejected(),
                problems,
                summaries,
                summaries.indicators(
                        terms.header().currency(), terms.availability().items()),
                terms.availability().items(),
                units(runs, problems),
                whole.unjudged(view, summaries));
    }

    /** Where a pack does not fit the budget, or the run was stopped, that holds for each unit as for the whole. */
    private Map<String, ValidationReport.UnitStanding> units(
            List<PackRun> runs, List<ValidationReport.Problem> problems) {
        // A row that could not be read may be of any unit.
        boolean open = account.rowsRejected() > 0
                || problems.stream()
                        .anyMatch(problem -> problem.kind() == ValidationReport.Problem.ProblemKind.PACK
                                || problem.kind() == ValidationReport.Problem.ProblemKind.RUN);
        Map<String, ValidationReport.UnitStanding> units = new HashMap<>();
        for (PackRun run : runs) {
            run.standings(summaries).forEach((unit, standing) -> units.merge(unit, standing, Conclusion::both));
        }
        units.replaceAll((unit, standing) -> new ValidationReport.UnitStanding(
                standing.findings(), standing.undetermined(), standing.open() || open));
        return units;
    }

    private static ValidationReport.UnitStanding both(
            ValidationReport.UnitStanding one, ValidationReport.UnitStanding other) {
        Map<Severity, Long> findings = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            findings.put(severity, one.count(severity) + other.count(severity));
        }
        return new ValidationReport.UnitStanding(
                findings, one.undetermined() + other.undetermined(), one.open() || other.open());
    }

    private List<ValidationReport.Problem> ofInputs() {
        List<ValidationReport.Problem> problems = new ArrayList<>();
        account.faults()
                .forEach(fault -> problems.add(new ValidationReport.Problem(
                        ValidationReport.Problem.ProblemKind.INPUT,
                        fault.position().toString(),
                        fault.message())));
        if (summaries.budget().lines() == 0) {
            problems.add(new ValidationReport.Problem(
                    ValidationReport.Problem.ProblemKind.INPUT,
                    account.inputs().get(0).name(),
                    Texts.WORDING.of("no-lines")));
        }
        FiscalYear year = terms.header().fiscalYear();
        Baseline baseline = terms.baseline();
        HumanRightsProgramme programme = terms.programme();
        if (baseline != null && year != null && baseline.fiscalYear().value() != year.value() - 1) {
            problems.add(new ValidationReport.Problem(
                    ValidationReport.Problem.ProblemKind.INPUT,
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
                problems.add(new ValidationReport.Problem(
                        ValidationReport.Problem.ProblemKind.INPUT,
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

    /**
     * A line of another year is a finding where a rule asks; where none does, its money must not be taken for this year's unseen. Where all
     * lines are, the budget was checked for the wrong year.
     */
    private List<ValidationReport.Problem> ofYears(long linesOfOtherYears, List<PackRun> runs) {
        List<ValidationReport.Problem> problems = new ArrayList<>();
        BudgetHeader header = terms.header();
        FiscalYear asked = terms.settings().asked();
        String year = Objects.toString(header.fiscalYear());
        if (asked != null && !asked.equals(header.fiscalYear())) {
            problems.add(new ValidationReport.Problem(
                    ValidationReport.Problem.ProblemKind.INPUT,
                    header.jurisdiction(),
                    Texts.WORDING.of("other-year-asked", "asked", asked.toString(), "stated", year)));
        }
        long lines = summaries.budget().lines();
        if (lines > 0 && linesOfOtherYears == lines) {
            problems.add(new ValidationReport.Problem(
                    ValidationReport.Problem.ProblemKind.INPUT,
                    header.jurisdiction(),
                    Texts.WORDING.of("no-line-of-year", "year", year)));
        } else if (linesOfOtherYears > 0 && runs.stream().noneMatch(PackRun::asksForYears)) {
            problems.add(ofBudget(
                    "lines-of-other-years",
                    Map.of(
                            "count",
                            same(Long.toString(linesOfOtherYears)),
                            "lines",
                            same(Long.toString(lines)),
                            "year",
                            same(year))));
        }
        return problems;
    }

    /** Rules are not asked what a budget adds up to where its money is not there: it adds up to less than it is. */
    private List<ValidationReport.Problem> ofAmounts(Part whole) {
        AmountKind basis = terms.header().phase().basis();
        Bilingual item = Texts.WORDING.of("item." + DataItem.of(basis).word());
        long lines = summaries.budget().lines();
        if (lines > 0 && whole.linesWithoutAmount() == lines) {
            return List.of(new ValidationReport.Problem(
                    ValidationReport.Problem.ProblemKind.INPUT,
                    account.inputs().get(0).name(),
                    Texts.WORDING.of("no-amounts", Map.of("item", item))));
        }
        return whole
                .firstWithoutAmount()
                .map(first -> new ValidationReport.Problem(
                        ValidationReport.Problem.ProblemKind.INPUT,
                        first.toString(),
                        Texts.WORDING.of(
                                "lines-without-amount",
                                Map.of("item", item, "count", same(Long.toString(whole.linesWithoutAmount()))))))
                .stream()
                .toList();
    }

    private static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    /** {@return where the budget is not of the scope it is said to have} */
    private List<ValidationReport.Problem> ofScope() {
        BudgetHeader header = terms.header();
        List<String> units =
                summaries.units().stream().map(UnitSummary::unitCode).toList();
        List<ValidationReport.Problem> problems = new ArrayList<>();
        if (header.scope() == BudgetHeader.Scope.WHOLE && units.size() == 1) {
            problems.add(ofBudget("whole-of-one-unit", Map.of("unit", same(units.get(0)))));
        }
        if (header.scope() == BudgetHeader.Scope.UNIT && units.size() > 1) {
            problems.add(ofBudget(
                    "unit-of-several",
                    Map.of("count", same(Integer.toString(units.size())), "first", same(units.get(0)))));
        }
        Baseline baseline = terms.baseline();
        if (header.scope() == BudgetHeader.Scope.WHOLE && baseline != null && !units.isEmpty()) {
            List<String> absent = baseline.units().stream()
                    .filter(unit -> !units.contains(unit))
                    .toList();
            if (!absent.isEmpty()) {
                problems.add(ofBudget(
                        "baseline-units-absent",
                        Map.of(
                                "count",
                                same(Integer.toString(absent.size())),
                                "units",
                                same(String.join(", ", absent.subList(0, Math.min(absent.size(), UNITS_NAMED)))
                                        + (absent.size() > UNITS_NAMED ? ", …" : "")))));
            }
        }
        return problems;
    }

    /** {@return that a unit counts as several because its code is written with and without blanks, or in other letters} */
    private List<ValidationReport.Problem> ofSpellings() {
        Set<String> codes = new TreeSet<>(terms.documents().units());
        summaries.units().forEach(unit -> codes.add(unit.unitCode()));
        if (terms.baseline() != null) {
            codes.addAll(terms.baseline().units());
        }
        List<List<String>> doubled = codes.stream()
                .collect(Collectors.groupingBy(
                        code -> BLANKS.matcher(Spelling.folded(code)).replaceAll(""),
                        TreeMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .filter(spellings -> spellings.size() > 1)
                .toList();
        if (doubled.isEmpty()) {
            return List.of();
        }
        List<String> first = doubled.get(0);
        return List.of(ofBudget(
                "unit-spelt-twice",
                Map.of(
                        "count",
                        same(Integer.toString(doubled.size())),
                        "one",
                        same(first.get(0)),
                        "other",
                        same(first.get(1)))));
    }

    private ValidationReport.Problem ofBudget(String message, Map<String, Bilingual> values) {
        return new ValidationReport.Problem(
                ValidationReport.Problem.ProblemKind.INPUT,
                terms.header().jurisdiction(),
                Texts.WORDING.of(message, values));
    }

    /** {@return why a pack does not fit the budget, if it does not} */
    private List<ValidationReport.Problem> ofPack(PackManifest pack, List<LedgerEntry> entries) {
        List<ValidationReport.Problem> problems = new ArrayList<>();
        FiscalYear stated = terms.header().fiscalYear();
        FiscalYear selected =
                pack.selected().map(PackManifest.Selection::fiscalYear).orElse(null);
        // Where the year is asked for expressly, what a pack governs is known to the caller and no fault of the budget.
        if (terms.settings().asked() == null
                && stated != null
                && (selected != null ? !selected.equals(stated) : !pack.governs(stated))) {
            String years = pack.fiscalYears();
            problems.add(new ValidationReport.Problem(
                    ValidationReport.Problem.ProblemKind.PACK,
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
        BudgetHeader header = terms.header();
        if (!pack.bindsBudgetsOf(header.jurisdiction())) {
            problems.add(new ValidationReport.Problem(
                    ValidationReport.Problem.ProblemKind.PACK,
                    pack.id(),
                    Texts.WORDING.of(
                            "other-jurisdiction",
                            "pack",
                            pack.id(),
                            "whose",
                            Stream.concat(Stream.of(pack.jurisdiction()), pack.binds().stream())
                                    .collect(Collectors.joining(", ")),
                            "stated",
                            header.jurisdiction())));
        }
        String currency = pack.currency();
        if (currency != null && !currency.equals(header.currency())) {
            problems.add(new ValidationReport.Problem(
                    ValidationReport.Problem.ProblemKind.PACK,
                    pack.id(),
                    Texts.WORDING.of(
                            "other-currency", "pack", pack.id(), "currency", currency, "stated", header.currency())));
        }
        if (entries.stream().allMatch(Conclusion::judgedNothing)) {
            problems.add(new ValidationReport.Problem(
                    ValidationReport.Problem.ProblemKind.PACK,
                    pack.id(),
                    Texts.WORDING.of("nothing-applied", "pack", pack.id())));
        }
        return problems;
    }

    private static boolean judgedNothing(LedgerEntry entry) {
        return entry.examined() == 0 && entry.undetermined() == 0 && entry.violated() == 0;
    }

    /**
     * Duties alone decide between open and met. What is no duty may stay unjudged, else a budget that leaves a column out would fare
     * better than one that fills it in part.
     */
    private static Verdict verdict(
            List<LedgerEntry> ledger, List<ValidationReport.Problem> problems, long rowsRejected) {
        boolean error =
                ledger.stream().anyMatch(entry -> entry.rule().severity() == Severity.ERROR && entry.violated() > 0);
        if (error) {
            return Verdict.NOT_COMPLIANT;
        }
        boolean open = ledger.stream().anyMatch(LedgerEntry::isOpenDuty);
        return open || !problems.isEmpty() || rowsRejected > 0 ? Verdict.UNDETERMINED : Verdict.COMPLIANT;
    }
}
