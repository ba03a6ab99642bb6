package org.hrbudget.rules.testing;

import java.util.Collection;
import java.util.List;
import org.hrbudget.text.Nearest;

/** Says that the files of a scenario cannot be used: a fault of the test, never of the budget or of a rule. */
public final class ScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;

    /**
     * Says what is wrong with a scenario.
     *
     * @param place the file and, where there is one, the line and the cell, such as {@code expected-findings.csv:3 (B3)}
     * @param problem what is wrong
     * @param advice what to do
     */
    public ScenarioException(String place, String problem, String advice) {
        super(place + ": " + problem + "\n" + advice);
        this.place = place;
    }

    /** {@return the file and, where there is one, the line and the cell} */
    public String place() {
        return place;
    }

    /** {@return advice to write a known word instead of this one} */
    static String maybe(String word, Collection<String> known) {
        List<String> near = Nearest.to(word, known);
        return near.isEmpty()
                ? "Maybe one of these was meant: " + String.join(", ", known) + "."
                : "Maybe \"" + near.get(0) + "\" was meant.";
    }
}
