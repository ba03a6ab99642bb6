package org.hrbudget.rules.authoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hrbudget.io.InputAccount;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.validation.Effect;
import org.hrbudget.validation.Problem;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a reform changes for one budget.
 *
 * @param name what the budget is called
 * @param unread why nothing of it could be read, or {@code null} where it was
 * @param outcome what changes, or {@code null} where nothing could be read
 */
public record BudgetImpact(
        String name, @Nullable Bilingual unread, @Nullable Outcome outcome) {

    /**
     * What a reform changes for a budget that could be read.
     *
     * @param inputs the row account of each input; the same for both packs
     * @param currency the budget's currency
     * @param basis whose amount is told: proposed in a draft, else approved
     * @param amount the money of the whole budget
     * @param before the verdict with the pack before
     * @param after the verdict with the pack after
     * @param problems what could not be evaluated with one pack or the other, and why
     * @param effect the findings that change, with their lines and money, each line once
     * @param rules the rules that change: those of the pack after in the order of its law, then those that ended
     * @param units the units for which something changes, by code
     * @param withoutUnit what changes for lines that name no unit
     * @param rights the rights and population groups for which something changes, in the programme's order
     */
    public record Outcome(
            List<InputAccount> inputs,
            String currency,
            AmountKind basis,
            BigDecimal amount,
            Verdict before,
            Verdict after,
            List<Problem> problems,
            Effect effect,
            List<RuleImpact> rules,
            List<UnitImpact> units,
            Effect withoutUnit,
            List<RightImpact> rights) {

        /** Copies the lists. */
        public Outcome {
            inputs = List.copyOf(inputs);
            problems = List.copyOf(problems);
            rules = List.copyOf(rules);
            units = List.copyOf(units);
            rights = List.copyOf(rights);
        }

        /** {@return the lines read} */
        public long lines() {
            return inputs.stream().mapToLong(InputAccount::linesValidated).sum();
        }

        /** {@return the rows that could not become lines} */
        public long rowsRejected() {
            return inputs.stream().mapToLong(InputAccount::rowsRejected).sum();
        }

        /** {@return the units whose verdict changes, by code} */
        public List<UnitImpact> unitsThatChangeVerdict() {
            return units.stream().filter(UnitImpact::changesVerdict).toList();
        }

        /** {@return whether anything changes: the verdict, a finding, a unit, or what a rule could judge} */
        public boolean changed() {
            return before != after
                    || effect.findings() > 0
                    || !units.isEmpty()
                    || rules.stream().anyMatch(RuleImpact::matters);
        }
    }

    /** {@return what changes, if the budget could be read} */
    public Optional<Outcome> read() {
        return Optional.ofNullable(outcome);
    }

    /** {@return whether all of it was read and judged: no row was rejected, and nothing kept a rule or a file from its end} */
    public boolean whole() {
        return outcome != null
                && outcome.rowsRejected() == 0
                && outcome.problems().isEmpty();
    }
}
