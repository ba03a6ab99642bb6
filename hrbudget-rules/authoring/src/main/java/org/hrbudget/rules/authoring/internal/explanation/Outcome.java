package org.hrbudget.rules.authoring.internal.explanation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.model.Position;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RunOptions;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/**
 * What a validation came to, as far as a change of one line can change it: all counts, the findings of the line, and those of units
 * and of the budget as a whole.
 *
 * @param report the report
 * @param findings those findings, in the order in which they came
 */
record Outcome(ValidationReport report, List<Finding> findings) {

    /**
     * {@return the outcome of a validation}
     *
     * @param isLine whether a position is that of the line
     */
    static Outcome of(BudgetValidator validator, BudgetSource source, Predicate<@Nullable Position> isLine) {
        List<Finding> kept = new ArrayList<>();
        RunOptions options = RunOptions.builder()
                .findings(new RunOptions.FindingSink() {
                    @Override
                    public void accept(Finding finding) {
                        if (finding.rule().scope() != Rule.Scope.LINE || isOfLine(finding, isLine)) {
                            kept.add(finding);
                        }
                    }

                    @Override
                    public void complete() {
                        // All are in the list.
                    }

                    @Override
                    public void abandon() {
                        // The report has a problem then, and a budget with another problem is not repaired.
                    }
                })
                .build();
        return new Outcome(validator.validate(source, options), kept);
    }

    static boolean isOfLine(Finding finding, Predicate<@Nullable Position> isLine) {
        Finding.Line line = finding.line();
        return line != null && isLine.test(line.position());
    }

    /**
     * What tells a finding from others, but not the line's key, which a repair may change.
     *
     * @param rule the rule
     * @param place the line; the row, unit or code that it is about otherwise
     */
    record Place(String rule, String place) {

        static Place of(Finding finding) {
            Finding.Line line = finding.line();
            if (line != null) {
                return new Place(rule(finding), line.position().toString());
            }
            Finding.Detail code = finding.details().get("code");
            return new Place(
                    rule(finding),
                    finding.position() + " " + finding.unitCode() + " " + (code == null ? "" : code.text()));
        }

        private static String rule(Finding finding) {
            return finding.pack() + " " + finding.ruleId();
        }
    }

    private Map<Place, Long> places() {
        Map<Place, Long> places = new LinkedHashMap<>();
        findings.forEach(finding -> places.merge(Place.of(finding), 1L, Long::sum));
        return places;
    }

    /** {@return whether none of these findings is there any more} */
    boolean lacks(Set<Place> gone) {
        return places().keySet().stream().noneMatch(gone::contains);
    }

    /**
     * {@return the ids of rules that find more than before, or that leave something unjudged that they judged before; what is just told,
     * such as that an action is funded for the first time, is no worse}
     */
    Set<String> worseThan(Outcome before) {
        Set<String> worse = new LinkedHashSet<>();
        Map<Place, Long> earlier = before.places();
        for (Finding finding : findings) {
            Place place = Place.of(finding);
            if (finding.rule().severity() != Severity.INFO
                    && places().getOrDefault(place, 0L) > earlier.getOrDefault(place, 0L)) {
                worse.add(finding.ruleId());
            }
        }
        Map<String, LedgerEntry> entries = before.ledger();
        ledger().forEach((key, entry) -> {
            LedgerEntry was = entries.get(key);
            if (was != null && entry.rule().severity() != Severity.INFO && isWorse(was, entry)) {
                worse.add(entry.rule().id());
            }
        });
        return worse;
    }

    /** {@return whether there is a problem that there was not before} */
    boolean hasNewProblem(Outcome before) {
        return !new HashSet<>(before.report.problems()).containsAll(report.problems());
    }

    private static boolean isWorse(LedgerEntry was, LedgerEntry now) {
        return now.violated() > was.violated()
                || now.undetermined() > was.undetermined()
                || (now.outcome() == LedgerEntry.Outcome.UNDETERMINED && now.examined() == 0 && was.examined() > 0);
    }

    private Map<String, LedgerEntry> ledger() {
        Map<String, LedgerEntry> entries = new TreeMap<>();
        report.ledger().stream()
                .filter(WatchedPack::isOfLaw)
                .forEach(entry -> entries.put(entry.pack() + " " + entry.rule().id(), entry));
        return entries;
    }
}
