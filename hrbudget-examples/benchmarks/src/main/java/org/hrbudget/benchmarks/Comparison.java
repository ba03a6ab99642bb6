package org.hrbudget.benchmarks;

import java.io.IOException;
import java.util.List;

/** A comparison that can be asked for by name. */
interface Comparison {

    /** {@return its name on the command line} */
    String name();

    /** {@return what it compares, in a line} */
    String about();

    /** {@return its results} */
    List<Row> run(Settings settings) throws IOException;

    /** {@return all comparisons, in the order in which they are run} */
    static List<Comparison> all() {
        return List.of(
                new FileToReport(),
                new PeakHeap(),
                new FirstVerdict(),
                new SecondProgram(),
                new Growth(),
                new JoiningRules());
    }
}
