package org.hrbudget.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.PackCoverage;
import org.hrbudget.validation.RulePack;

/** Lists which sections of the law a pack of rules encodes: the list first, the numbers second. */
final class CoverageCommand {

    private final Arguments arguments;
    private final ProgramWords words;
    private final TextPage page;

    CoverageCommand(Arguments arguments, ProgramWords words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
    }

    ExitCode run() throws IOException {
        RulePack pack =
                new PackArguments(arguments).pack(arguments.positionals().get(0), "PACK");
        PackCoverage coverage = PackCoverage.of(pack);
        page.paragraph(0, pack.manifest().id() + " — " + pack.manifest().title().in(words.locale()));
        if (coverage.sections().isEmpty()) {
            page.paragraph(0, words.get("coverage.none"));
            return ExitCode.BELOW_THRESHOLD;
        }
        for (PackCoverage.Section section : coverage.sections()) {
            page.blank();
            section(section);
        }
        page.blank();
        page.paragraph(
                0,
                words.get(
                        "coverage.sections",
                        "count",
                        Integer.toString(coverage.sections().size())));
        List<List<String>> counts = new ArrayList<>();
        for (Map.Entry<PackCoverage.Section.Status, Long> count :
                coverage.counts().entrySet()) {
            counts.add(List.of(
                    count.getValue().toString(),
                    words.get("coverage." + count.getKey().word()),
                    words.get("coverage." + count.getKey().word() + ".meaning")));
        }
        page.table(2, "rlw", counts);
        page.paragraph(0, words.get("coverage.limits"));
        return ExitCode.BELOW_THRESHOLD;
    }

    private void section(PackCoverage.Section section) throws IOException {
        page.paragraph(
                0,
                words.get("coverage." + section.status().word()) + ": "
                        + section.title().in(words.locale()));
        if (!section.rules().isEmpty()) {
            page.paragraph(4, words.get("coverage.rules", "rules", String.join(", ", section.rules())));
        }
        String note = section.note().in(words.locale());
        if (!note.isEmpty()) {
            page.paragraph(4, note);
        }
        page.paragraph(
                4,
                words.get(
                        "coverage.source",
                        "section",
                        section.key(),
                        "source",
                        section.source(),
                        "version",
                        section.version()));
    }
}
