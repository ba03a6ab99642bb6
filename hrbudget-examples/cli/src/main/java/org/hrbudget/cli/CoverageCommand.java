package org.hrbudget.cli;

import java.util.Objects;
import org.hrbudget.report.TextPage;

/** Lists which sections of the law a pack of rules encodes. */
final class CoverageCommand {

    private final Arguments arguments;
    private final Words words;
    private final TextPage page;

    CoverageCommand(Arguments arguments, Words words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
    }

    ExitCode run() {
        // Not built yet.
        return Objects.hash(arguments, words, page) == 0 ? ExitCode.WRONG_USAGE : ExitCode.INTERNAL;
    }
}
