package org.hrbudget.cli.course;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;

/** Judges the budgets of the course by the manual for 2011, as it stood when the anteproyecto was due. */
final class Grading {

    static final FiscalYear YEAR = FiscalYear.of(2011);
    static final LocalDate DAY = LocalDate.of(2010, 11, 15);
    static final String JURISDICTION = "mx-cmx";

    private final RulePack pack;
    private final HumanRightsProgramme programme;
    private final BudgetValidator validator;

    Grading(RulePack pack, HumanRightsProgramme programme, Collection<String> items) {
        this.pack = pack;
        this.programme = programme;
        this.validator = BudgetValidator.builder()
                .packs(pack)
                .programme(programme)
                .itemCatalogue(items)
                .threads(1)
                .build();
    }

    static RulePack pack() {
        return RulePacks.select(JURISDICTION, YEAR, DAY).orElseThrow();
    }

    HumanRightsProgramme programme() {
        return programme;
    }

    ValidationReport judge(Input file) {
        return validator.validate(source(file));
    }

    /** {@return how many lines of a file have each entry; of none where they have no such column} */
    Map<String, Integer> entries(Input file) {
        Map<String, Integer> entries = new TreeMap<>();
        try (LineReader reader = source(file).open()) {
            for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                String entry = line.passThrough().get(Exercise.ENTRY);
                if (entry != null) {
                    entries.merge(entry.strip(), 1, Integer::sum);
                }
            }
        }
        return entries;
    }

    private BudgetSource source(Input file) {
        return Budgets.reading(file)
                .layout(Layout.named("hrbudget"))
                .assumedJurisdiction(pack.manifest().jurisdiction())
                .assumedFiscalYear(YEAR)
                .source();
    }

    /** {@return whether nothing is found, and nothing kept anything from being found} */
    static boolean isSound(ValidationReport report) {
        return report.findings().isEmpty()
                && report.rejectedRows().isEmpty()
                && report.problems().isEmpty()
                && report.verdict() == Verdict.COMPLIANT;
    }

    /**
     * {@return the ids of the rules that could not judge, or not all, for want of a column or a document} A budget without a column for
     * what was paid is taken for one of an earlier stage, and what is asked of a paid one does not apply.
     */
    static Set<String> open(ValidationReport report) {
        return report.ledger().stream()
                .filter(entry -> entry.undetermined() > 0
                        || entry.outcome() == LedgerEntry.Outcome.UNDETERMINED
                        || entry.outcome() == LedgerEntry.Outcome.NOT_APPLICABLE)
                .map(entry -> entry.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
