package org.hrbudget.cli;

import java.util.Objects;

/** Tells what a reform of the rules changes for budgets. */
final class ImpactCommand {

    private final Arguments arguments;
    private final Words words;
    private final Screen screen;

    ImpactCommand(Arguments arguments, Words words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    ExitCode run() {
        // Not built yet.
        return Objects.hash(arguments, words, screen) == 0 ? ExitCode.WRONG_USAGE : ExitCode.INTERNAL;
    }
}
