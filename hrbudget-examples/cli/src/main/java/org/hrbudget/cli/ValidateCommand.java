package org.hrbudget.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Input;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.TextReport;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;

/** Checks the files of one budget. */
final class ValidateCommand {

    private static final int FINDINGS_PER_RULE = 1_000;

    /** The gravest defects that leave the exit code at zero are those below it. */
    private enum Threshold {
        ERROR,
        WARNING,
        NEVER
    }

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;

    ValidateCommand(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    ExitCode run() throws IOException {
        RunNotes notes = new RunNotes();
        FiscalYear year = arguments.fiscalYear("--fiscal-year");
        LocalDate asOf = arguments.date("--as-of");
        Threshold threshold = arguments.choice("--fail-on", Threshold.class).orElse(Threshold.ERROR);
        RunSettings settings = new RunSettings(arguments, words, screen);
        int threads = settings.threads();
        BudgetValidator.Builder validator = BudgetValidator.builder()
                .threads(threads)
                .maxFindingsPerRule(arguments.number("--max-findings-per-rule", FINDINGS_PER_RULE));
        List<ReportFormat> formats = ReportFormat.of(arguments, words, ReportFormat.names());
        settings.requireFindingsFile();
        PackChoices choices = new PackChoices(arguments, words);
        List<RulePack> packs = choices.select(year, asOf);
        HeadStart.of(packs);
        validator.packs(packs.toArray(RulePack[]::new));
        boolean preview = arguments.given("--preview-next");
        List<RulePack> coming = preview ? coming(packs, choices) : List.of();
        BudgetValidator.Forecast forecast;
        try (GivenFiles files = GivenFiles.of(arguments, words, screen)) {
            forecast = validate(files.inputs(), validator, packs.get(0), coming, settings);
        }
        List<Refusal> lost = new ArrayList<>();
        settings.findingsLost().ifPresent(lost::add);
        write(forecast, preview, formats, notes.taken(threads)).forEach(lost::add);
        Refusal.of(lost);
        return exitCode(forecast.report(), threshold);
    }

    /** {@return what is to be said of the files that could not be written} */
    private List<Refusal> write(
            BudgetValidator.Forecast forecast, boolean preview, List<ReportFormat> formats, Map<String, String> run)
            throws IOException {
        List<Refusal> lost = new ArrayList<>();
        ValidationReport report = forecast.report();
        for (ReportFormat format : formats) {
            Optional<Refusal> fault = preview
                    ? format.write(
                            out -> TextReport.write(forecast, words.locale(), out),
                            (form, out) -> form.write(ReportDocument.of(forecast, words.locale(), run), out),
                            words,
                            screen)
                    : format.write(
                            out -> TextReport.write(report, words.locale(), out),
                            (form, out) -> form.write(ReportDocument.of(report, words.locale(), run), out),
                            words,
                            screen);
            fault.ifPresent(lost::add);
        }
        return lost;
    }

    private static List<RulePack> coming(List<RulePack> packs, PackChoices choices) {
        return packs.stream()
                .flatMap(pack -> pack.manifest().selected().stream())
                .flatMap(selection -> choices.library().upcoming(selection).stream())
                .toList();
    }

    private BudgetValidator.Forecast validate(
            List<Input> files,
            BudgetValidator.Builder validator,
            RulePack first,
            List<RulePack> coming,
            RunSettings settings)
            throws IOException {
        ReadingOptions reading = new ReadingOptions(arguments);
        reading.programme().ifPresent(validator::programme);
        reading.baseline().ifPresent(validator::baseline);
        reading.itemCatalogue().ifPresent(validator::itemCatalogue);
        UnitDocuments.give(arguments, validator);
        BudgetValidator ready = validator.build();
        try {
            return ready.forecast(reading.source(files, first), coming, settings.start());
        } catch (BudgetReadException e) {
            throw LayoutChoice.misfit(e, files, reading.layout(), words);
        } finally {
            settings.done();
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
