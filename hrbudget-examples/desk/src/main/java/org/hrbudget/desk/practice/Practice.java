package org.hrbudget.desk.practice;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.judging.Sheet;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.CellChanges;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ten broken budgets of the command line's course, and what repairs of them are worth: a budget is right when nothing is found in it
 * any more, every line that was handed out is still there, and every rule that could judge it then still can.
 */
@Component
class Practice {

    /** How many lessons there are. */
    static final int LESSONS = 10;

    /** How large a file may be: those of the course have 3 KB. */
    static final int MOST_BYTES = 1 << 20;

    /** The command line's course is judged by this law of this day, whatever year the desk is at. */
    private static final FiscalYear YEAR = FiscalYear.of(2011);

    private static final LocalDate DAY = LocalDate.of(2010, 11, 15);
    private static final String JURISDICTION = "mx-cmx";

    private static final ReadLimits LIMITS = ReadLimits.DEFAULT.withMaxUnpackedBytes(20L << 20);

    /** Tells the lines of a budget apart, whatever else is changed in them. */
    private static final String ENTRY = "entry";

    private static final int AT_ONCE = 2;

    private static final int MOST_SECONDS = 10;

    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final RulePack pack;
    private final BudgetValidator validator;
    private final List<String> rules;

    Practice() {
        this.pack = RulePacks.select(JURISDICTION, YEAR, DAY).orElseThrow();
        this.validator = BudgetValidator.builder()
                .packs(pack)
                .programme(given("programme.csv"))
                .itemCatalogue(given("items.csv"))
                .threads(1)
                .build();
        this.rules = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream("course.csv")), StandardCharsets.UTF_8))
                .lines()
                .skip(1)
                .map(row -> row.split(",", -1)[2])
                .toList();
    }

    /**
     * A budget with a defect.
     *
     * @param number its number, from 1
     * @param rule the id of the rule that finds the defect
     * @param title what that rule finds
     */
    record Lesson(int number, String rule, String title) {}

    /**
     * What somebody's repair is worth.
     *
     * @param file the repaired file
     * @param report the report on it
     * @param sheet the file with what was found beside its rows
     * @param lost the entries of lines that are gone
     * @param unjudged what can be judged no more that could
     */
    record Answer(Judge.UnitFile file, ReportDocument report, Sheet sheet, List<String> lost, List<String> unjudged) {

        /** {@return whether it is right} */
        public boolean isRight() {
            return report.verdict() == Verdict.COMPLIANT
                    && report.findings().isEmpty()
                    && report.problems().isEmpty()
                    && report.rejectedRows().isEmpty()
                    && lost.isEmpty()
                    && unjudged.isEmpty();
        }
    }

    /** {@return the lessons, in their order} */
    List<Lesson> lessons(Locale locale) {
        List<Lesson> lessons = new ArrayList<>();
        for (String rule : rules) {
            String title = pack.rules().stream()
                    .filter(each -> each.id().equals(rule))
                    .map(each -> each.title().in(locale))
                    .findFirst()
                    .orElse(rule);
            lessons.add(new Lesson(lessons.size() + 1, rule, title));
        }
        return lessons;
    }

    /** {@return the broken budget of a lesson} */
    static Judge.UnitFile broken(int lesson) {
        return new Judge.UnitFile(given(String.format(Locale.ROOT, "%02d.csv", lesson)));
    }

    /** {@return a file of the course} */
    static Input given(String name) {
        return Input.of(name, () -> Objects.requireNonNull(stream(name), name));
    }

    private static @Nullable InputStream stream(String name) {
        return Practice.class.getResourceAsStream(name);
    }

    /**
     * {@return what a repair of a lesson's budget is worth}
     *
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from it
     * @throws Refused if it is no table, or nobody has time to judge it
     */
    Answer judge(int lesson, Judge.UnitFile file, Locale locale) {
        try {
            if (!free.tryAcquire(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused("busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("busy");
        }
        try {
            return answer(broken(lesson), file, locale);
        } finally {
            free.release();
        }
    }

    private Answer answer(Judge.UnitFile broken, Judge.UnitFile file, Locale locale) {
        if (reading(file).found().headingRow() == 0) {
            throw new Refused("upload.no-table", file.name());
        }
        ReportDocument before = report(broken, locale);
        ReportDocument report = report(file, locale);
        Sheet sheet = Sheet.of(reading(file), report);
        Set<String> open = open(before).keySet();
        Map<String, String> unjudged = open(report);
        unjudged.keySet().removeAll(open);
        Map<String, Long> there = entries(sheet);
        List<String> lost = entries(Sheet.of(reading(broken), before)).entrySet().stream()
                .filter(entry -> there.getOrDefault(entry.getKey(), 0L) < entry.getValue())
                .map(Map.Entry::getKey)
                .toList();
        return new Answer(file, report, sheet, lost, List.copyOf(unjudged.values()));
    }

    private ReportDocument report(Judge.UnitFile file, Locale locale) {
        return ReportDocument.of(validator.validate(reading(file).source()), locale, Map.of());
    }

    private static Budgets.Reading reading(Judge.UnitFile file) {
        return Budgets.reading(file.input())
                .layout(Layout.named("hrbudget"))
                .assumedJurisdiction(JURISDICTION)
                .assumedFiscalYear(YEAR)
                .limits(LIMITS);
    }

    /** {@return the rules that could not judge, or not all, by their ids} */
    private static Map<String, String> open(ReportDocument report) {
        Map<String, String> open = new TreeMap<>();
        report.ledger().stream()
                .filter(rule -> rule.undetermined() > 0
                        || rule.outcome() == LedgerEntry.Outcome.UNDETERMINED
                        || rule.outcome() == LedgerEntry.Outcome.NOT_APPLICABLE)
                .forEach(rule -> open.put(rule.ruleId(), rule.title()));
        return open;
    }

    /** {@return how many rows there are of each entry; none where there is no such column} */
    private static Map<String, Long> entries(Sheet sheet) {
        int column = sheet.columns().indexOf(ENTRY);
        return column < 0
                ? Map.of()
                : sheet.rows().stream()
                        .map(row -> row.cells().get(column).text().strip())
                        .collect(Collectors.groupingBy(entry -> entry, TreeMap::new, Collectors.counting()));
    }

    /**
     * {@return a file with another text in one cell}
     *
     * @param answer the file as it was judged
     * @param row its row
     * @param column its heading
     * @param to the text
     * @throws org.hrbudget.io.BudgetReadException if there is no such cell, or the text can stand in none
     */
    static Judge.UnitFile changed(Answer answer, long row, String column, String to) {
        int at = answer.sheet().columns().indexOf(column);
        String from = answer.sheet().rows().stream()
                .filter(each -> at >= 0 && each.number() == row)
                .map(each -> each.cells().get(at).text())
                .findFirst()
                .orElseThrow(() -> new Refused("practice.no-cell", Long.toString(row), column));
        CellChanges change = CellChanges.of(Set.of(new CellChanges.Change(null, row, column, from, to)));
        byte[] bytes = Judge.bytes(out -> change.apply(reading(answer.file()), out));
        return new Judge.UnitFile(answer.file().name(), bytes);
    }
}
