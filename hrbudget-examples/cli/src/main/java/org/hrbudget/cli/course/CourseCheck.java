package org.hrbudget.cli.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Input;
import org.hrbudget.io.ItemCatalogues;
import org.hrbudget.io.Programmes;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.ValidationReport;

/**
 * What a learner's repairs are worth. A budget is right when nothing is found in it any more, every line that was handed out is still
 * there, and every rule that could judge it then still can.
 */
public final class CourseCheck {

    private static final Pattern ENDING = Pattern.compile("csv$");
    private static final int HINTS = 5;

    /**
     * What became of one budget.
     *
     * @param file the name of its file
     * @param faults what is still to be done, each in a sentence; none where it is right
     */
    public record Result(String file, List<String> faults) {

        /** {@return whether it is right} */
        public boolean isRight() {
            return faults.isEmpty();
        }
    }

    private final Path folder;
    private final Locale locale;
    private final Grading grading;
    private final List<CourseList> budgets;

    private CourseCheck(Path folder, Locale locale, Grading grading, List<CourseList> budgets) {
        this.folder = folder;
        this.locale = locale;
        this.grading = grading;
        this.budgets = budgets;
    }

    /**
     * {@return the results of a course, in its order}
     *
     * @param folder the folder of the course
     * @param locale the reader's
     * @throws IOException if the folder cannot be read
     * @throws IllegalArgumentException if it holds no course
     * @throws BudgetReadException if its programme or items cannot be read
     */
    public static List<Result> of(Path folder, Locale locale) throws IOException {
        Path list = folder.resolve(Course.LIST);
        if (!Files.isRegularFile(list)) {
            throw new IllegalArgumentException(list.toString());
        }
        List<CourseList> budgets = CourseList.of(Table.parse(Files.readAllBytes(list)));
        Grading grading = new Grading(
                Grading.pack(),
                Programmes.read(folder.resolve(Course.PROGRAMME)),
                ItemCatalogues.read(folder.resolve(Course.ITEMS)));
        CourseCheck check = new CourseCheck(folder, locale, grading, budgets);
        return check.budgets.stream().map(check::result).toList();
    }

    private Result result(CourseList budget) {
        Path csv = folder.resolve(budget.file());
        String workbook = ENDING.matcher(budget.file()).replaceFirst("xlsx");
        Path file = Files.isRegularFile(csv) || !Files.isRegularFile(folder.resolve(workbook))
                ? csv
                : folder.resolve(workbook);
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            return new Result(name, List.of(get("gone", "file", name, "workbook", workbook)));
        }
        try {
            Input input = Input.of(file);
            return new Result(name, faults(budget, grading.judge(input), grading.entries(input)));
        } catch (BudgetReadException e) {
            return new Result(name, List.of(e.message(locale)));
        }
    }

    private List<String> faults(CourseList budget, ValidationReport report, Map<String, Integer> entries) {
        List<String> faults = new ArrayList<>();
        Set<String> lost = new TreeSet<>();
        budget.entries().forEach((entry, count) -> {
            if (entries.getOrDefault(entry, 0) < count) {
                lost.add(entry);
            }
        });
        if (!lost.isEmpty()) {
            faults.add(get("lost", "entries", String.join(", ", lost)));
        }
        Set<String> told = new HashSet<>();
        for (Finding finding : report.findings()) {
            if (told.size() < HINTS && told.add(finding.ruleId() + finding.position())) {
                faults.add(found(budget, finding));
            }
        }
        int more = report.findings().size() - told.size();
        if (more > 0 && told.size() == HINTS) {
            faults.add(get("more", "count", Integer.toString(more)));
        }
        for (ReadingAccount.RejectedRow row : report.rejectedRows()) {
            faults.add(get(
                    "rejected",
                    "row",
                    Long.toString(row.position().row()),
                    "why",
                    row.reason().in(locale)));
        }
        report.problems().forEach(problem -> faults.add(problem.message().in(locale)));
        Set<String> open = Grading.open(report);
        open.removeAll(budget.open());
        if (!open.isEmpty()) {
            faults.add(get("not-judged", "rules", String.join(", ", open)));
        }
        return faults;
    }

    private String found(CourseList budget, Finding finding) {
        boolean planted = budget.rules().contains(finding.ruleId());
        boolean taught = finding.ruleId().equals(budget.lesson());
        String hint = taught && budget.audience() == Course.Audience.CITIZEN
                ? CourseGuide.lesson(budget.lesson(), budget.audience(), locale)
                : finding.remedy(locale);
        String where = finding.position() == null
                ? get("whole")
                : get("row", "row", Long.toString(finding.position().row()));
        return get(planted ? "still" : "new", "where", where, "title", finding.title(locale), "hint", hint);
    }

    private String get(String key, String... values) {
        return CourseGuide.get(locale, "check." + key, values);
    }
}
