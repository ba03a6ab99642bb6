package org.hrbudget.cli;

import java.util.function.Supplier;

/**
 * Gives the program an exit code of its own where somebody ends it from outside, as Ctrl-C does, while a command runs that ends in no
 * other way.
 */
final class Ending {

    private final Thread hook;

    private Ending(Thread hook) {
        this.hook = hook;
    }

    static Ending with(Supplier<ExitCode> code) {
        Thread hook = new Thread(() -> Runtime.getRuntime().halt(code.get().code()), "end with an exit code");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Ending(hook);
    }

    /** Leaves the exit code to the command again. */
    void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is ending.
        }
    }
}
