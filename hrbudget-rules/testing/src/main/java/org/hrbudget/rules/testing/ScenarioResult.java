package org.hrbudget.rules.testing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.ValidationReport;

/**
 * What became of a scenario: where the report is not what was expected. Immutable.
 *
 * @param scenario the scenario's name
 * @param report the whole report
 * @param missing the findings expected that are not there, in the order of their table
 * @param unexpected the findings that are there and were not expected, in the order of the report
 * @param others what else differs, a line each: the verdict, what rules did, rejected rows, problems
 */
public record ScenarioResult(
        String scenario,
        ValidationReport report,
        List<ExpectedFinding> missing,
        List<Finding> unexpected,
        List<String> others) {

    /**
     * A row of the table of findings expected.
     *
     * @param row its number, as a spreadsheet shows it
     * @param words what it says, by column
     */
    public record ExpectedFinding(int row, Map<String, String> words) {

        /** Copies the map in its order. */
        public ExpectedFinding {
            words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        }
    }

    /** Copies the lists. */
    public ScenarioResult {
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
        others = List.copyOf(others);
    }

    static ScenarioResult of(
            String scenario, ValidationReport report, ExpectedFindings.Comparison findings, List<String> others) {
        return new ScenarioResult(scenario, report, findings.missing(), findings.unexpected(), others);
    }

    /** {@return whether the report is what was expected} */
    public boolean agrees() {
        return missing.isEmpty() && unexpected.isEmpty() && others.isEmpty();
    }

    /** {@return what differs, a line each and the same for the same files; empty where nothing does} */
    public String differences() {
        if (agrees()) {
            return "";
        }
        StringBuilder text = new StringBuilder("The scenario ").append(scenario).append(" differs:\n");
        missing.forEach(finding -> text.append("  missing (")
                .append(Scenario.FINDINGS)
                .append(':')
                .append(finding.row())
                .append("): ")
                .append(ExpectedFindings.line(finding.words()))
                .append('\n'));
        unexpected.forEach(finding -> text.append("  unexpected: ")
                .append(ExpectedFindings.line(finding))
                .append('\n'));
        others.forEach(other -> text.append("  ").append(other).append('\n'));
        return text.toString();
    }

    /**
     * Asserts that the report is what was expected.
     *
     * @return this
     * @throws AssertionError if it is not, with the differences
     */
    public ScenarioResult orThrow() {
        if (!agrees()) {
            throw new AssertionError(differences());
        }
        return this;
    }
}
