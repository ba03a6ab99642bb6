package org.hrbudget.cli;

import java.util.Objects;
import org.hrbudget.report.TextPage;

/** Changes a pack of rules bit by bit and tells which changes no example notices. */
final class MutateCommand {

    private final Arguments arguments;
    private final Words words;
    private final TextPage page;

    MutateCommand(Arguments arguments, Words words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
    }

    ExitCode run() {
        // Not built yet.
        return Objects.hash(arguments, words, page) == 0 ? ExitCode.WRONG_USAGE : ExitCode.INTERNAL;
    }
}
