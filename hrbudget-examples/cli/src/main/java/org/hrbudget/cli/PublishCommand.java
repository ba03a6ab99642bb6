package org.hrbudget.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.cli.publish.Site;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;

/** Makes a folder of pages for the public out of reports. */
final class PublishCommand {

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;

    PublishCommand(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    ExitCode run() throws IOException {
        Path out = arguments.path("--out").orElseThrow();
        List<Path> files = arguments.positionals().stream()
                .map(file -> arguments.path(file, "FILE"))
                .toList();
        DistinctFiles.requireOnce(files, words);
        WholeFolder.requireNew(out, words);
        Map<Path, ReportDocument> reports = new LinkedHashMap<>();
        for (Path file : files) {
            reports.put(file, read(file));
        }
        try {
            WholeFolder.write(out, words, folder -> Site.write(reports, words.locale(), folder));
        } catch (Site.Clash e) {
            throw Refusal.notEvaluated(words.get("publish.clash." + e.key(), "files", String.valueOf(e.getMessage())));
        }
        screen.say(words.get("publish.made", "path", out.resolve("index.html").toString()));
        return ExitCode.BELOW_THRESHOLD;
    }

    private ReportDocument read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Refusal.notEvaluated(words.get("publish.missing", "file", file.toString()));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return JsonReport.read(in);
        } catch (IllegalArgumentException e) {
            throw Refusal.notEvaluated(words.get("baseline-report.none", "file", file.toString()));
        }
    }
}
