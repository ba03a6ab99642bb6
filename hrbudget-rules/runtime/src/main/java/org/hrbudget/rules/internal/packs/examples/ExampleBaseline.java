package org.hrbudget.rules.internal.packs.examples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.FiscalYear;

/**
 * What was funded last year as a cell of an example says it: {@code 01.01.01=500.00|01.01.02=30.00:reason}, or of a unit
 * {@code 11CD01/01.01.01=500.00}; and in the place of an action a word of {@link #SUMS}, as in {@code 11CD01/amount=900.00}, for
 * what last year's lines of the unit came to, or of all where no unit is named.
 *
 * @param actions the funded actions
 * @param sums what the lines of each unit came to by word, by the unit's code; under a blank code those of all
 */
public record ExampleBaseline(List<Baseline.FundedAction> actions, Map<String, Map<String, BigDecimal>> sums) {

    private static final Set<String> SUMS = Set.of("amount", "linked", "attributed", "exercised");
    private static final Pattern ENTRY =
            Pattern.compile("(?:([^=|:/]+)/)?([^=|:/]+)=([0-9]{1,15}(?:\\.[0-9]{1,2})?)(?::(.*))?");

    /**
     * {@return what a text of this form says; empty where it is not of this form, says something twice, or names the unit of
     * some actions alone}
     */
    public static Optional<ExampleBaseline> of(String text) {
        List<Baseline.FundedAction> actions = new ArrayList<>();
        Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
        Set<String> said = new HashSet<>();
        for (String entry : text.split("\\|", -1)) {
            Matcher matcher = ENTRY.matcher(entry.strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String unit = matcher.group(1) == null ? "" : matcher.group(1).strip();
            String word = matcher.group(2).strip();
            boolean sum = SUMS.contains(word);
            if (!said.add(unit + "/" + word) || (sum && matcher.group(4) != null)) {
                return Optional.empty();
            }
            BigDecimal amount = new BigDecimal(matcher.group(3));
            if (sum) {
                sums.computeIfAbsent(unit, code -> new TreeMap<>()).put(word, amount);
            } else {
                actions.add(new Baseline.FundedAction(unit, word, amount, matcher.group(4)));
            }
        }
        boolean mixed = actions.stream().anyMatch(action -> action.unitCode() == null)
                && actions.stream().anyMatch(action -> action.unitCode() != null);
        return mixed ? Optional.empty() : Optional.of(new ExampleBaseline(actions, sums));
    }

    /** {@return whether it tells units apart} */
    public boolean isByUnit() {
        return actions.stream().anyMatch(action -> action.unitCode() != null)
                || sums.keySet().stream().anyMatch(unit -> !unit.isEmpty());
    }

    /** {@return the baseline it says} */
    Baseline baseline(FiscalYear year) {
        Map<String, Baseline.Sums> ofUnits = new TreeMap<>();
        sums.forEach((unit, own) -> {
            if (!unit.isEmpty()) {
                ofUnits.put(unit, sums(own));
            }
        });
        return Baseline.ofBudget(year, actions, sums(sums.getOrDefault("", Map.of())), ofUnits);
    }

    private static Baseline.Sums sums(Map<String, BigDecimal> own) {
        return new Baseline.Sums(own.get("amount"), own.get("linked"), own.get("attributed"), own.get("exercised"));
    }
}
