package org.hrbudget.cli;

import java.util.Objects;
import org.hrbudget.report.TextPage;

/** Says everything that is wrong with a pack of rules. */
final class CheckCommand {

    private final Arguments arguments;
    private final Words words;
    private final TextPage page;

    CheckCommand(Arguments arguments, Words words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
    }

    ExitCode run() {
        // Not built yet.
        return Objects.hash(arguments, words, page) == 0 ? ExitCode.WRONG_USAGE : ExitCode.INTERNAL;
    }
}
