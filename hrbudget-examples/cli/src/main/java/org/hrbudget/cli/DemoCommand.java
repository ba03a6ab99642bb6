package org.hrbudget.cli;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hrbudget.io.Baselines;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.TextPage;
import org.hrbudget.report.TextReport;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.summary.Indicator;
import org.hrbudget.summary.RightSummary;
import org.hrbudget.summary.UnitSummary;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/** Checks the synthetic budget that comes along, and sets the published outcome of 2011 beside what it adds up to. */
final class DemoCommand {

    private static final String FOLDER = "samples/mexico-city-2011/";

    /** When the anteproyecto of 2011 was judged; the law of the programme, of 2011-05-30, did not exist. */
    private static final LocalDate ANTEPROYECTO_DUE = LocalDate.of(2010, 11, 15);

    /** As the source names them. */
    private static final List<String> PUBLISHED_AHEAD = List.of("DIF", "Desarrollo Social", "Contraloría General");

    private final Arguments arguments;
    private final TextReport.Options told;
    private final ProgramWords words;
    private final Screen screen;
    private final TextPage page;

    DemoCommand(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.told = ReportFormat.told(arguments);
        this.words = words;
        this.screen = screen;
        this.page = new TextPage(screen.text());
    }

    ExitCode run() throws IOException {
        Optional<Path> folder = arguments.path("--out");
        if (folder.isPresent()) {
            DemoFolder.write(folder.get(), words);
            page.paragraph(0, words.get("demo.written", "path", folder.get().toString(), "guide", DemoFolder.GUIDE));
            return ExitCode.BELOW_THRESHOLD;
        }
        page.paragraph(0, words.get("demo.synthetic"));
        // What follows takes most of a second; the warning need not wait for it.
        screen.flush();
        ValidationReport report = validate();
        outcome(report);
        page.blank();
        TextReport.write(ReportDocument.of(report, words.locale(), Map.of()), screen.text(), told);
        page.heading(words.get("demo.next"));
        page.paragraph(2, words.get("demo.steps"));
        return ExitCode.BELOW_THRESHOLD;
    }

    private static ValidationReport validate() {
        RulePack manual = RulePacks.select("mx-cmx", FiscalYear.of(2011), ANTEPROYECTO_DUE)
                .orElseThrow();
        HeadStart.of(List.of(manual));
        return BudgetValidator.builder()
                .packs(manual)
                .programme(Programmes.read(sample("programme.csv")))
                .baseline(Baselines.read(sample("baseline.csv")))
                .build()
                .validate(Budgets.reading(sample("budget.csv")).source());
    }

    /** {@return a file of the synthetic budget} */
    static Input sample(String name) {
        return Input.of(name, () -> {
            InputStream stream = DemoCommand.class.getResourceAsStream(FOLDER + name);
            if (stream == null) {
                throw new NoSuchFileException(FOLDER + name);
            }
            return stream;
        });
    }

    private void outcome(ValidationReport report) throws IOException {
        page.heading(words.get("demo.outcome"));
        page.paragraph(2, words.get("demo.source"));
        page.blank();
        List<String> headings = List.of("", words.get("demo.published"), words.get("demo.computed"));
        page.table(
                2,
                "wrr",
                List.of(
                        headings,
                        List.of(words.get("demo.units-linked"), "75 %", percent(report, "I01")),
                        List.of(words.get("demo.budget-tied"), "75 %", percent(report, "I02")),
                        List.of(words.get("demo.budget-weighted"), "—", percent(report, "I03")),
                        List.of(words.get("demo.new-actions"), "52", count(report, "I05")),
                        List.of(words.get("demo.equality"), "157", right(report, "Equality and non-discrimination")),
                        List.of(words.get("demo.environment"), "52", right(report, "Healthy environment")),
                        List.of(words.get("demo.health"), "49", right(report, "Health")),
                        List.of(words.get("demo.education"), "45", right(report, "Education"))));
        page.blank();
        List<UnitSummary> ahead = ahead(report);
        List<List<String>> rows = new ArrayList<>();
        rows.add(headings);
        for (int i = 0; i < PUBLISHED_AHEAD.size(); i++) {
            rows.add(List.of(
                    words.get("demo.ahead", "place", Integer.toString(i + 1)),
                    PUBLISHED_AHEAD.get(i),
                    shown(ahead.get(i))));
        }
        page.table(2, "llw", rows);
        page.blank();
        page.paragraph(2, words.get("demo.proves"));
    }

    private static String percent(ValidationReport report, String id) {
        BigDecimal value = whole(report, id);
        return value == null ? "—" : Finding.Detail.percent(value);
    }

    private static String count(ValidationReport report, String id) {
        return Objects.toString(whole(report, id), "—");
    }

    private static @Nullable BigDecimal whole(ValidationReport report, String id) {
        return report.indicators().stream()
                .filter(indicator ->
                        indicator.id().equals(id) && indicator.dimensions().isEmpty())
                .map(Indicator::value)
                .findFirst()
                .orElse(null);
    }

    private static String right(ValidationReport report, String name) {
        return report.summaries().rights().stream()
                .filter(right -> right.right().nameEn().equals(name))
                .map(RightSummary::fundedActions)
                .findFirst()
                .map(String::valueOf)
                .orElse("—");
    }

    /** {@return the units that fund the most new actions, as many as are published} */
    private static List<UnitSummary> ahead(ValidationReport report) {
        return report.summaries().units().stream()
                .sorted(Comparator.comparingInt(DemoCommand::newActions)
                        .reversed()
                        .thenComparing(UnitSummary::unitCode))
                .limit(PUBLISHED_AHEAD.size())
                .toList();
    }

    private static String shown(UnitSummary unit) {
        return Objects.toString(unit.unitName(), unit.unitCode()) + ": " + newActions(unit);
    }

    private static int newActions(UnitSummary unit) {
        return Objects.requireNonNullElse(unit.newActions(), 0);
    }
}
