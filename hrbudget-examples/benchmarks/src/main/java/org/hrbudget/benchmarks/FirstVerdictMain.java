package org.hrbudget.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** One program, cold, on one budget. It does nothing else, since whoever starts it measures the whole process. */
public final class FirstVerdictMain {

    private FirstVerdictMain() {}

    /**
     * Prints the verdict or, where the program gives none, the number of findings.
     *
     * @param arguments the program, the planted budget and its items
     * @throws IOException if the budget cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path items = Path.of(arguments[2]);
        GivenBudget budget = new GivenBudget(GivenBudget.Kind.PLANTED, Path.of(arguments[1]), items);
        try (Program.Ready ready = Program.valueOf(arguments[0]).ready(budget, 1)) {
            Outcome outcome = ready.run(budget);
            System.out.println("@first " + outcome.verdict() + " " + outcome.findings());
        }
    }
}
