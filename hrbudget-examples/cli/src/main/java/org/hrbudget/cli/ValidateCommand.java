package org.hrbudget.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hrbudget.io.Budgets;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.TextReport;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.Verdict;

/** Checks the files of one budget. */
final class ValidateCommand {

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
        Threshold threshold = arguments.choice("--fail-on", Threshold.class).orElse(Threshold.ERROR);
        Validation validation = new Validation(arguments, words, screen);
        List<ReportFormat> formats = ReportFormat.of(arguments, words, ReportFormat.names());
        Optional<ReceiptFile> receipt = ReceiptFile.of(arguments, words);
        TextReport.Options told = told(formats);
        Optional<ReportDocument> earlier = earlier();
        try (GivenFiles files = GivenFiles.of(arguments, words, screen)) {
            BudgetValidator.Forecast forecast = validation.forecast(files.inputs());
            List<Refusal> lost = new ArrayList<>();
            validation.settings().findingsLost().ifPresent(lost::add);
            ReportDocument alone = validation.document(forecast, words.locale(), notes.taken(validation.threads()));
            ReportDocument document =
                    earlier.map(before -> since(alone, before)).orElse(alone);
            write(document, validation.reading(), formats, told).forEach(lost::add);
            if (receipt.isPresent()) {
                receipt.get().write(alone, files.inputs()).ifPresent(lost::add);
            }
            Refusal.of(lost);
            return exitCode(document, threshold);
        }
    }

    /** {@return what is to be said of the files that could not be written} */
    private List<Refusal> write(
            ReportDocument document, Budgets.Reading reading, List<ReportFormat> formats, TextReport.Options told)
            throws IOException {
        List<Refusal> lost = new ArrayList<>();
        for (ReportFormat format : formats) {
            format.write(
                            out -> TextReport.write(document, out, told),
                            (form, out) -> form.write(document, reading, out),
                            words,
                            screen)
                    .ifPresent(lost::add);
        }
        return lost;
    }

    /** {@return what the text tells, and how} */
    private TextReport.Options told(List<ReportFormat> formats) {
        for (String option : List.of("--full", "--plain")) {
            if (arguments.given(option) && formats.stream().noneMatch(format -> format.form() == null)) {
                throw Refusal.wrongUsage(words.get("format.no-text", "option", option));
            }
        }
        TextReport.Options told = ReportFormat.told(arguments);
        return arguments.given("--plain") ? told.inLists() : told;
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

    private static ExitCode exitCode(ReportDocument document, Threshold threshold) {
        if (document.verdict() == Verdict.UNDETERMINED) {
            return ExitCode.NOT_EVALUATED;
        }
        boolean errors = standing(document, Severity.ERROR) > 0;
        boolean reached = switch (threshold) {
            case ERROR -> errors;
            case WARNING -> errors || standing(document, Severity.WARNING) > 0;
            case NEVER -> false;
        };
        return reached ? ExitCode.THRESHOLD_REACHED : ExitCode.BELOW_THRESHOLD;
    }

    /** {@return how many defects of a severity no waiver lets stand, those that the document does not hold among them} */
    private static long standing(ReportDocument document, Severity severity) {
        long all = document.ledger().stream()
                .filter(rule -> rule.severity() == severity)
                .mapToLong(ReportDocument.RuleAccount::violated)
                .sum();
        return all
                - document.findings().stream()
                        .filter(finding -> finding.severity() == severity && finding.waiver() != null)
                        .count();
    }
}
