package org.hrbudget.cli;

/** What a command tells the program that called it. */
enum ExitCode {
    /** Evaluated, and below the threshold. */
    BELOW_THRESHOLD,
    /** Evaluated, and the threshold was reached. */
    THRESHOLD_REACHED,
    /** The command was used wrongly. */
    WRONG_USAGE,
    /** It could not be evaluated: no pack in force, an input that cannot be read, or the verdict UNDETERMINED. */
    NOT_EVALUATED,
    /** The program itself is at fault. */
    INTERNAL;

    int code() {
        return ordinal();
    }
}
