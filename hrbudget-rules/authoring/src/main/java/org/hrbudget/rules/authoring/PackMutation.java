package org.hrbudget.rules.authoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.authoring.internal.mutation.RowTrial;
import org.hrbudget.rules.authoring.internal.mutation.RuleTrial;
import org.hrbudget.rules.authoring.internal.mutation.SeverityTrial;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;

/**
 * How much the examples of a pack hold fast: each rule is changed bit by bit, as a slip of the hand would, and its examples are run
 * on each changed rule. A change that no example notices could be made by mistake and nobody would be told.
 *
 * <p>Changed are: each limit, up and down by the smallest step of its unit (1, a year, a centavo, a unit of the last decimal and at
 * most a hundredth of a ratio), the 0 of a comparison likewise; each sign of comparison, to the two nearest and to the opposite; each
 * yes-or-no property, {@code matches} and {@code in}, to the opposite; {@code &&} and {@code ||}; each form of a code, by one element;
 * each quoted text; and each constraint, value of a list and term of a sum is left out. The day or year from which a rule weighs
 * otherwise, another row of a limit holds, or a code of a list of the pack's own does, is moved by one; and each code of such a list is
 * left out. What rules weigh else, legal bases and texts are not changed, because examples only say where a rule finds
 * a defect. Changes are made on the checked condition, never on the text.
 *
 * <p>Same pack, same answer. Immutable and safe to share between threads.
 */
public final class PackMutation {

    private final List<Mutant> mutants;
    private final List<FailingExample> failing;

    private PackMutation(List<Mutant> mutants, List<FailingExample> failing) {
        this.mutants = List.copyOf(mutants);
        this.failing = List.copyOf(failing);
    }

    /**
     * An example that fails on the rule as it stands; it cannot notice anything and is left out.
     *
     * @param rule the rule
     * @param example the name of the case
     */
    public record FailingExample(String rule, String example) {}

    /**
     * {@return what the examples of a pack notice}
     *
     * @param pack the pack, taken from {@code RulePacks} or a {@code PackLibrary}
     * @throws IllegalArgumentException if it was not loaded from files
     * @throws org.hrbudget.rules.RulePackException if a table of examples is at fault
     */
    public static PackMutation of(RulePack pack) {
        OpenPack open = OpenPack.of(pack);
        return of(open, open.conditions());
    }

    /**
     * {@return what the examples of one rule notice}
     *
     * @param pack the pack, taken from {@code RulePacks} or a {@code PackLibrary}
     * @param ruleId the rule
     * @throws IllegalArgumentException if the pack was not loaded from files, or has no such rule
     * @throws org.hrbudget.rules.RulePackException if the table of examples is at fault
     */
    public static PackMutation of(RulePack pack, String ruleId) {
        OpenPack open = OpenPack.of(pack);
        List<CheckedRule> chosen = open.conditions().stream()
                .filter(rule -> rule.id().equals(ruleId))
                .toList();
        if (chosen.isEmpty()) {
            List<String> ids = open.rules().stream().map(Rule::id).toList();
            List<String> near = Nearest.to(ruleId, ids);
            throw new IllegalArgumentException("The pack " + pack.manifest().id() + " has no rule \"" + ruleId
                    + "\".\nMaybe one of these was meant: " + String.join(", ", near.isEmpty() ? ids : near) + ".");
        }
        return of(open, chosen);
    }

    private static PackMutation of(OpenPack pack, List<CheckedRule> rules) {
        Examples examples = Examples.of(pack);
        List<Mutant> mutants = new ArrayList<>();
        List<FailingExample> failing = new ArrayList<>();
        for (CheckedRule rule : rules) {
            RuleTrial.Result trial = RuleTrial.of(pack, examples, rule);
            mutants.addAll(trial.mutants());
            Rule described = described(pack, rule);
            mutants.addAll(RowTrial.of(pack, examples, described, rule, trial.failing()));
            mutants.addAll(SeverityTrial.of(pack, examples, described, trial.failing()));
            trial.failing().forEach(example -> failing.add(new FailingExample(rule.id(), example)));
        }
        return new PackMutation(mutants, failing);
    }

    private static Rule described(OpenPack pack, CheckedRule rule) {
        return pack.rules().stream()
                .filter(each -> each.id().equals(rule.id()))
                .findFirst()
                .orElseThrow();
    }

    /** {@return the changes, in the order of the rules and of their conditions} */
    public List<Mutant> mutants() {
        return mutants;
    }

    /**
     * {@return the changes of which this came, in the same order}
     *
     * @param outcome what came of them
     */
    public List<Mutant> mutants(Mutant.Fate outcome) {
        return mutants.stream().filter(mutant -> mutant.outcome() == outcome).toList();
    }

    /** {@return the examples that fail on the rules as they stand; empty in a pack that is in order} */
    public List<FailingExample> failing() {
        return failing;
    }

    /**
     * {@return the part of the changes that could be noticed and were, from 0 to 1, rounded down to four decimals; empty where there
     * is none that could}
     */
    public Optional<BigDecimal> score() {
        int noticed = mutants(Mutant.Fate.NOTICED).size();
        int all = noticed + mutants(Mutant.Fate.UNNOTICED).size();
        return all == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(noticed).divide(BigDecimal.valueOf(all), 4, RoundingMode.DOWN));
    }

    /**
     * A rule with one thing changed that its author could have got wrong, and whether the examples notice.
     *
     * @param rule the rule
     * @param file the file that states it; in a workbook the sheet and the cell of what was changed, such as {@code reglas!G7}
     * @param line the line of what was changed, from 1; 0 in a workbook
     * @param column its column, from 1 and in characters; 0 in a workbook
     * @param change what was changed, such as {@code approved < 0} that became {@code approved <= 0}
     * @param outcome whether an example noticed
     * @param noticedBy the first case of the rule's examples that notices; empty where none does
     * @param remark where no example notices, the row that would; where none can, why; empty where one notices
     */
    public record Mutant(
            String rule,
            String file,
            int line,
            int column,
            Bilingual change,
            Fate outcome,
            String noticedBy,
            Bilingual remark) {

        /** What came of a change. */
        public enum Fate {
            /** An example expects something else than the changed rule says. */
            NOTICED,
            /** The changed rule says what every example expects. */
            UNNOTICED,
            /** A pack with it would be refused before any example is looked at. */
            REFUSED,
            /** The changed rule says the same of every budget, so that no example can tell. */
            EQUIVALENT
        }

        /** {@return the place, such as {@code mx-cmx/2011.1/links.drl:7:12}} */
        public String place() {
            return line == 0 ? file : file + ":" + line + ":" + column;
        }
    }
}
