package org.hrbudget.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.TextReport;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;

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
        Optional<ReportDocument> earlier = earlier();
        PackChoices choices = new PackChoices(arguments, words);
        List<RulePack> packs = choices.select(year, asOf);
        HeadStart.of(packs);
        validator.packs(packs.toArray(RulePack[]::new));
        boolean preview = arguments.given("--preview-next");
        List<RulePack> coming = preview ? coming(packs, choices) : List.of();
        BudgetValidator.Forecast forecast;
        List<Refusal> lost = new ArrayList<>();
        try (GivenFiles files = GivenFiles.of(arguments, words, screen)) {
            ReadingOptions options = new ReadingOptions(arguments);
            Budgets.Reading reading = options.reading(files.inputs(), packs.get(0));
            forecast = validate(reading, files.inputs(), validator, coming, options, settings);
            settings.findingsLost().ifPresent(lost::add);
            write(forecast, reading, preview, earlier, formats, notes.taken(threads))
                    .forEach(lost::add);
        }
        Refusal.of(lost);
        return exitCode(forecast.report(), threshold);
    }

    /** {@return what is to be said of the files that could not be written} */
    private List<Refusal> write(
            BudgetValidator.Forecast forecast,
            Budgets.Reading reading,
            boolean preview,
            Optional<ReportDocument> earlier,
            List<ReportFormat> formats,
            Map<String, String> run)
            throws IOException {
        Supplier<ReportDocument> document = () -> {
            ReportDocument alone = preview
                    ? ReportDocument.of(forecast, words.locale(), run)
                    : ReportDocument.of(forecast.report(), words.locale(), run);
            return earlier.map(before -> since(alone, before)).orElse(alone);
        };
        List<Refusal> lost = new ArrayList<>();
        for (ReportFormat format : formats) {
            format.write(
                            out -> text(forecast, preview, earlier.isEmpty() ? null : document.get(), out),
                            (form, out) -> form.write(document.get(), reading, out),
                            words,
                            screen)
                    .ifPresent(lost::add);
        }
        return lost;
    }

    private void text(
            BudgetValidator.Forecast forecast, boolean preview, @Nullable ReportDocument document, Appendable out)
            throws IOException {
        if (preview) {
            TextReport.write(forecast, words.locale(), out);
        } else {
            TextReport.write(forecast.report(), words.locale(), out);
        }
        ReportDocument.Changes changes = document == null ? null : document.changes();
        if (changes != null) {
            out.append('\n')
                    .append(words.get(
                            changes.partial() ? "since.partial" : "since",
                            "added",
                            Long.toString(changes.added()),
                            "kept",
                            Long.toString(changes.kept()),
                            "gone",
                            Long.toString(changes.gone())))
                    .append('\n');
        }
    }

    private ReportDocument since(ReportDocument document, ReportDocument before) {
        String jurisdiction = before.budget().jurisdiction();
        if (!jurisdiction.equals(document.budget().jurisdiction())) {
            throw Refusal.notEvaluated(words.get(
                    "baseline-report.other",
                    "before",
                    jurisdiction,
                    "now",
                    document.budget().jurisdiction()));
        }
        return document.since(before);
    }

    /** {@return the report that this one is held beside, read before anything else is done} */
    private Optional<ReportDocument> earlier() throws IOException {
        Path file = arguments.path("--baseline-report").orElse(null);
        if (file == null) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw Refusal.notEvaluated(words.get("baseline-report.missing", "file", file.toString()));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(JsonReport.read(in));
        } catch (IllegalArgumentException e) {
            throw Refusal.notEvaluated(words.get("baseline-report.none", "file", file.toString()));
        }
    }

    private static List<RulePack> coming(List<RulePack> packs, PackChoices choices) {
        return packs.stream()
                .flatMap(pack -> pack.manifest().selected().stream())
                .flatMap(selection -> choices.library().upcoming(selection).stream())
                .toList();
    }

    private BudgetValidator.Forecast validate(
            Budgets.Reading reading,
            List<Input> files,
            BudgetValidator.Builder validator,
            List<RulePack> coming,
            ReadingOptions options,
            RunSettings settings)
            throws IOException {
        options.programme().ifPresent(validator::programme);
        options.baseline().ifPresent(validator::baseline);
        options.itemCatalogue().ifPresent(validator::itemCatalogue);
        UnitDocuments.give(arguments, validator);
        BudgetValidator ready = validator.build();
        try {
            return ready.forecast(reading.source(), coming, settings.start());
        } catch (BudgetReadException e) {
            throw LayoutChoice.misfit(e, files, options.layout(), words);
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
