package org.hrbudget.cli;

import java.util.Objects;
import org.hrbudget.report.TextPage;

/** Makes the folder of a reform. */
final class NewCommand {

    private final Arguments arguments;
    private final Words words;
    private final TextPage page;

    NewCommand(Arguments arguments, Words words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
    }

    ExitCode run() {
        // Not built yet.
        return Objects.hash(arguments, words, page) == 0 ? ExitCode.WRONG_USAGE : ExitCode.INTERNAL;
    }
}
