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
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.jspecify.annotations.Nullable;

/**
 * What was funded last year as a cell of an example says it: {@code 01.01.01=500.00|01.01.02=30.00:reason}, or of a unit
 * {@code 11CD01/01.01.01=500.00}; and in the place of an action one of {@link #WORDS}, as in {@code 11CD01/amount=900.00}, for
 * what last year's lines of the unit came to, or of all where no unit is named. These words may be in Spanish, and as rules name
 * what they give: {@code linkedAmount}, {@code montoVinculado}, {@code linkedAmountLastYear}.
 *
 * @param actions the funded actions
 * @param sums what the lines of each unit came to by word, by the unit's code; under a blank code those of all
 */
public record ExampleBaseline(List<Baseline.FundedAction> actions, Map<String, Map<String, BigDecimal>> sums) {

    /** What is said of sums, as rules name it. */
    static final List<String> WORDS = List.of("amount", "linkedAmount", "attributedAmount", "exercised");

    private static final String PROPERTIES_OF = "UnitSummary";
    /** The words by all their names, as these are compared. */
    private static final Map<String, String> SUMS = new TreeMap<>();

    static {
        for (String word : WORDS) {
            Aliases names = Aliases.of(PROPERTIES_OF);
            for (String name : names.andAll(List.of(word, word.replace("Amount", ""), word + "LastYear"))) {
                SUMS.put(loose(name), word);
            }
        }
    }

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
            String sum = SUMS.get(loose(word));
            if (!said.add(unit + "/" + (sum == null ? word : sum)) || (sum != null && matcher.group(4) != null)) {
                return Optional.empty();
            }
            BigDecimal amount = new BigDecimal(matcher.group(3));
            if (sum != null) {
                sums.computeIfAbsent(unit, code -> new TreeMap<>()).put(sum, amount);
            } else {
                actions.add(new Baseline.FundedAction(unit, word, amount, matcher.group(4)));
            }
        }
        boolean mixed = actions.stream().anyMatch(action -> action.unitCode() == null)
                && actions.stream().anyMatch(action -> action.unitCode() != null);
        return mixed ? Optional.empty() : Optional.of(new ExampleBaseline(actions, sums));
    }

    /** {@return whether it tells units apart, or says what the lines of last year came to} */
    public boolean hasMoreThanActions() {
        return actions.stream().anyMatch(action -> action.unitCode() != null) || !sums.isEmpty();
    }

    /**
     * Says what is neither an action nor a sum, or whose unit is none.
     *
     * @param example the case that says it
     * @param programme the programme of the case, if there is one
     * @throws Fault if there is such a part
     */
    void refuseUnknown(Examples.Case example, @Nullable HumanRightsProgramme programme) {
        Table.Cell cell = example.rows().get(0).cell("baseline");
        for (Baseline.FundedAction action : actions) {
            String code = action.actionCode();
            if (!Examples.isAction(code, programme)) {
                throw cell.fault(
                        PackWords.near("baseline-word", code, WORDS, Aliases.of(PROPERTIES_OF), "value", code));
            }
            if (action.unitCode() != null) {
                example.refuseNoUnit(cell, action.unitCode());
            }
        }
        sums.keySet().stream().filter(unit -> !unit.isEmpty()).forEach(unit -> example.refuseNoUnit(cell, unit));
    }

    /** Names of properties differ from headings by low lines alone. */
    private static String loose(String name) {
        return Spelling.loose(name).replace("_", "");
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
        return new Baseline.Sums(
                own.get("amount"), own.get("linkedAmount"), own.get("attributedAmount"), own.get("exercised"));
    }
}
