package org.hrbudget.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrbudget.io.Input;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.authoring.ImpactReport;
import org.hrbudget.rules.authoring.PackImpact;
import org.hrbudget.validation.RulePack;

/** Tells what a reform of the rules changes for budgets, each file being one. */
final class ImpactCommand {

    private static final int PACKS = 2;

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;

    ImpactCommand(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    ExitCode run() throws IOException {
        RunNotes notes = new RunNotes();
        FiscalYear year = arguments.fiscalYear("--fiscal-year");
        RunSettings settings = new RunSettings(arguments, words, screen);
        int threads = settings.threads();
        List<ReportFormat> formats = ReportFormat.of(arguments, words, ReportFormat.TEXT_AND_JSON);
        List<String> positionals = arguments.positionals();
        List<Path> files = positionals.subList(PACKS, positionals.size()).stream()
                .map(file -> arguments.path(file, "FILE"))
                .toList();
        DistinctFiles.requireOnce(files, words);
        if (files.size() > 1) {
            EachBudget.refuseWhatIsOfOne(arguments, words);
        }
        List<RulePack> packs = packs(positionals);
        HeadStart.of(packs);
        PackImpact.Builder builder =
                PackImpact.of(packs.get(0), packs.get(1), year).threads(threads).options(settings.start());
        ReadingOptions reading = new ReadingOptions(arguments, words);
        arguments.text("--as-of").ifPresent(text -> builder.asOf(arguments.date("--as-of")));
        reading.programme().ifPresent(builder::programme);
        builder.with(validator -> {
            reading.give(validator, packs.get(1));
            UnitDocuments.give(arguments, validator);
        });
        ImpactReport report = report(builder.build(), files, reading, packs.get(1));
        settings.done();
        Map<String, String> run = notes.taken(threads);
        List<Refusal> lost = new ArrayList<>();
        for (ReportFormat format : formats) {
            format.write(
                            out -> new ImpactText(report, words, out).write(),
                            (form, out) -> report.write(out, run),
                            words,
                            screen)
                    .ifPresent(lost::add);
        }
        Refusal.of(lost);
        return exitCode(report);
    }

    private List<RulePack> packs(List<String> positionals) {
        PackArguments packs = new PackArguments(arguments);
        RulePack before = packs.pack(positionals.get(0), "A");
        RulePack after = packs.pack(positionals.get(1), "B");
        if (!before.manifest().jurisdiction().equals(after.manifest().jurisdiction())) {
            throw Refusal.wrongUsage(words.get(
                    "impact.jurisdictions",
                    "before",
                    before.manifest().id(),
                    "after",
                    after.manifest().id()));
        }
        return List.of(before, after);
    }

    private static ImpactReport report(PackImpact impact, List<Path> files, ReadingOptions reading, RulePack pack) {
        // One after the other: each is read by all threads.
        List<ImpactReport.OfBudget> budgets = EachBudget.judge(
                files,
                1,
                file -> impact.on(EachBudget.name(file, files), reading.source(List.of(Input.of(file)), pack)));
        return ImpactReport.of(impact, budgets);
    }

    /** What could not be read might have changed: that comes first. */
    private ExitCode exitCode(ImpactReport report) {
        if (report.notWhole().isPresent()) {
            return ExitCode.NOT_EVALUATED;
        }
        return report.changed() && arguments.given("--fail-on-change")
                ? ExitCode.THRESHOLD_REACHED
                : ExitCode.BELOW_THRESHOLD;
    }
}
