package org.hrbudget.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hrbudget.io.Baselines;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.ItemCatalogues;
import org.hrbudget.io.Layout;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;

/** Checks the files of one budget. */
final class ValidateCommand {

    private static final int FINDINGS_PER_RULE = 1_000;
    private static final int MILLIS = 3;

    /** The gravest defects that leave the exit code at zero are those below it. */
    private enum Threshold {
        ERROR,
        WARNING,
        NEVER
    }

    private final Arguments arguments;
    private final Words words;
    private final Screen screen;

    ValidateCommand(Arguments arguments, Words words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    ExitCode run() throws IOException {
        Instant started = Instant.now();
        long start = System.nanoTime();
        FiscalYear year = arguments.fiscalYear("--fiscal-year");
        LocalDate asOf = arguments.date("--as-of");
        Threshold threshold = arguments.choice("--fail-on", Threshold.class).orElse(Threshold.ERROR);
        int threads = arguments.number("--threads", 1);
        BudgetValidator.Builder validator = BudgetValidator.builder()
                .threads(threads)
                .maxFindingsPerRule(arguments.number("--max-findings-per-rule", FINDINGS_PER_RULE));
        List<ReportFormat> formats = ReportFormat.of(arguments, words);
        List<Path> files = arguments.positionals().stream()
                .map(file -> arguments.path(file, "FILE"))
                .toList();
        DistinctFiles.require(arguments, files, formats, words);
        List<RulePack> packs = new PackChoices(arguments, words).select(year, asOf);
        HeadStart.of(packs);
        validator.packs(packs.toArray(RulePack[]::new));
        ValidationReport report = validate(files, validator);
        BigDecimal seconds = BigDecimal.valueOf(System.nanoTime() - start, 9).setScale(MILLIS, RoundingMode.HALF_UP);
        Map<String, String> run = Map.of(
                "startedAt", started.truncatedTo(ChronoUnit.SECONDS).toString(),
                "seconds", seconds.toPlainString(),
                "threads", Integer.toString(threads),
                "java", Runtime.version().toString());
        for (ReportFormat format : formats) {
            format.write(report, words, run, screen);
        }
        return exitCode(report, threshold);
    }

    private ValidationReport validate(List<Path> files, BudgetValidator.Builder validator) {
        Layout layout = LayoutChoice.of(arguments);
        Budgets.Reading reading = Budgets.reading(files).layout(layout);
        arguments.path("--links").ifPresent(reading::links);
        arguments.choice("--phase", BudgetPhase.class).ifPresent(reading::phase);
        arguments.path("--programme").ifPresent(file -> validator.programme(Programmes.read(file)));
        arguments.path("--baseline").ifPresent(file -> validator.baseline(Baselines.read(file)));
        arguments.path("--item-catalogue").ifPresent(file -> validator.itemCatalogue(ItemCatalogues.read(file)));
        UnitDocuments.give(arguments, validator);
        BudgetSource source = reading.source();
        if (screen.terminal()) {
            source = new Progress(source, words, screen.err(), System::nanoTime);
        }
        BudgetValidator ready = validator.build();
        try {
            return ready.validate(source);
        } catch (BudgetReadException e) {
            throw LayoutChoice.misfit(e, files, layout, words);
        }
    }

    private static ExitCode exitCode(ValidationReport report, Threshold threshold) {
        boolean errors = report.violations(Severity.ERROR) > 0;
        boolean warnings = report.violations(Severity.WARNING) > 0;
        if (report.verdict() == Verdict.UNDETERMINED) {
            return ExitCode.NOT_EVALUATED;
        }
        boolean reached = switch (threshold) {
            case ERROR -> errors;
            case WARNING -> errors || warnings;
            case NEVER -> false;
        };
        return reached ? ExitCode.THRESHOLD_REACHED : ExitCode.BELOW_THRESHOLD;
    }
}
