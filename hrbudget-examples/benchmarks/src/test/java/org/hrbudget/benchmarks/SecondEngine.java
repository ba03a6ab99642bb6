package org.hrbudget.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/** Stands for another engine, as a process of its own. */
public final class SecondEngine {

    private SecondEngine() {}

    /**
     * Prints what another engine would.
     *
     * @param arguments the budget's file, its items and its year
     */
    public static void main(String[] arguments) {
        boolean complete = Files.exists(Path.of(arguments[0])) && Files.exists(Path.of(arguments[1]));
        System.out.println(complete && arguments[2].equals("2011") ? "validated-milliseconds=250" : "incomplete");
    }
}
