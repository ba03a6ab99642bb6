package org.hrbudget.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hrbudget.report.FindingsFile;
import org.hrbudget.validation.RunOptions;
import org.jspecify.annotations.Nullable;

/** The options that say how a run is carried out: on how many threads, for how long, and where its findings go. */
final class RunSettings {

    private static final String FINDINGS = "--findings-out";

    private final Arguments arguments;
    private final ProgramWords words;
    private final InstantSource clock;
    private final @Nullable Progress progress;
    private @Nullable FindingsOutput findingsOutput;

    RunSettings(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.clock = screen.clock();
        this.progress = screen.terminal() ? new Progress(words, screen.err(), System::nanoTime) : null;
    }

    /** {@return how many threads there may be: as many as the machine has cores unless told otherwise} */
    int threads() {
        return arguments.number("--threads", Runtime.getRuntime().availableProcessors());
    }

    /** Refuses a file for all findings that has no form or no folder, before the work is done that it is meant for. */
    void requireFindingsFile() {
        arguments.path(FINDINGS).ifPresent(file -> {
            form(file);
            WholeOutput.requireFolder(file, words);
        });
    }

    /** {@return the options of the run, which starts now; the file of findings is opened} */
    RunOptions start() throws IOException {
        RunOptions.Builder options = RunOptions.builder();
        if (progress != null) {
            options.progress(progress);
        }
        if (arguments.text("--time-limit").isPresent()) {
            Duration limit = Duration.ofSeconds(arguments.number("--time-limit", 1));
            options.deadline(clock.instant().plus(limit), clock);
        }
        Optional<Path> folder = arguments.path("--work-folder");
        if (folder.isPresent()) {
            if (!Files.isDirectory(folder.get())) {
                throw Refusal.wrongUsage(
                        words.get("work-folder.none", "path", folder.get().toString()));
            }
            options.workFolder(folder.get());
        }
        requireFindingsFile();
        Optional<Path> findings = arguments.path(FINDINGS);
        if (findings.isPresent()) {
            findingsOutput = FindingsOutput.open(findings.get(), form(findings.get()), words);
            options.findings(findingsOutput);
        }
        return options.build();
    }

    /** {@return what is to be said of the file of findings where it was asked for and is not there} */
    Optional<Refusal> findingsLost() {
        return findingsOutput == null ? Optional.empty() : findingsOutput.lost();
    }

    /** Leaves nothing of the progress on the terminal. */
    void done() {
        if (progress != null) {
            progress.done();
        }
    }

    private FindingsFile.Form form(Path file) {
        return FindingsFile.Form.of(file)
                .orElseThrow(() -> arguments.refused(
                        FINDINGS,
                        file.toString(),
                        words.get(
                                "findings-out.form",
                                "endings",
                                String.join(", ", List.of(".ndjson", ".jsonl", ".csv")))));
    }
}
