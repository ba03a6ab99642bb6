package org.hrbudget.cli;

import java.util.Objects;

/** Writes the consolidated law of a version. */
final class DocsCommand {

    private final Arguments arguments;
    private final Words words;
    private final Screen screen;

    DocsCommand(Arguments arguments, Words words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    ExitCode run() {
        // Not built yet.
        return Objects.hash(arguments, words, screen) == 0 ? ExitCode.WRONG_USAGE : ExitCode.INTERNAL;
    }
}
