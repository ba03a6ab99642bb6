package org.hrbudget.cli;

/** What a command tells the program that called it. */
enum ExitCode {
    /** Evaluated, and below the threshold. */
    BELOW_THRESHOLD(0),
    /** Evaluated, and the threshold was reached. */
    THRESHOLD_REACHED(1),
    /** The command was used wrongly. */
    WRONG_USAGE(2),
    /**
     * It could not be evaluated: no pack in force, an input that cannot be read, or the verdict UNDETERMINED; or what was found could
     * not be written where it was asked for.
     */
    NOT_EVALUATED(3),
    /** The program itself is at fault, or had too little memory. */
    INTERNAL(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
