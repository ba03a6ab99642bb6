package org.hrbudget.rules.authoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrbudget.io.InputAccount;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRight;
import org.hrbudget.validation.Comparison;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Problem;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a reform changes for budgets, each of its own. Budgets that could not be read are among them, with the reason.
 *
 * @param before the pack before the reform
 * @param after the pack after it
 * @param fiscalYear the fiscal year of the budgets
 * @param budgets what changes for each, in the order given
 */
public record ImpactReport(PackManifest before, PackManifest after, FiscalYear fiscalYear, List<OfBudget> budgets) {

    /** Copies the list. */
    public ImpactReport {
        budgets = List.copyOf(budgets);
    }

    /**
     * {@return the report on budgets}
     *
     * @param impact what was asked
     * @param budgets the answer for each budget
     */
    public static ImpactReport of(PackImpact impact, List<OfBudget> budgets) {
        return new ImpactReport(impact.before().manifest(), impact.after().manifest(), impact.fiscalYear(), budgets);
    }

    /**
     * The sums over budgets of one currency whose money is told by one kind of amount.
     *
     * @param currency the currency
     * @param basis whose amount is told
     * @param budgets how many budgets there are
     * @param amount their money
     * @param effect the findings that change, with their lines and money
     * @param rights what changes for each right, by code
     */
    public record Sum(
            String currency,
            AmountKind basis,
            long budgets,
            BigDecimal amount,
            Comparison.Effect effect,
            List<OfRight> rights) {

        /** Copies the list. */
        public Sum {
            rights = List.copyOf(rights);
        }
    }

    private record Basis(String currency, AmountKind kind) {}

    /** {@return the packs that do not govern the fiscal year: what they say of its budgets is what they would say} */
    public List<PackManifest> notGoverning() {
        List<PackManifest> packs = new ArrayList<>();
        for (PackManifest pack : List.of(before, after)) {
            if (!pack.governs(fiscalYear)) {
                packs.add(pack);
            }
        }
        return packs;
    }

    /** {@return what changes for the budgets that could be read, in their order} */
    public List<OfBudget.Outcome> outcomes() {
        return budgets.stream().flatMap(budget -> budget.read().stream()).toList();
    }

    /** {@return the rules that change, over all budgets: each with the sums over those budgets where it does, in the order in which
     * they have them} */
    public List<RuleImpact> rules() {
        Map<String, RuleImpact> rules = new LinkedHashMap<>();
        outcomes()
                .forEach(
                        outcome -> outcome.rules().forEach(rule -> rules.merge(rule.ruleId(), rule, RuleImpact::plus)));
        return List.copyOf(rules.values());
    }

    /** {@return the sums, one for each currency and kind of amount, in the order in which budgets have them} */
    public List<Sum> sums() {
        Map<Basis, List<OfBudget.Outcome>> parts = new LinkedHashMap<>();
        for (OfBudget.Outcome outcome : outcomes()) {
            parts.computeIfAbsent(new Basis(outcome.currency(), outcome.basis()), basis -> new ArrayList<>())
                    .add(outcome);
        }
        List<Sum> sums = new ArrayList<>();
        parts.forEach((basis, outcomes) -> sums.add(sum(basis, outcomes)));
        return sums;
    }

    private static Sum sum(Basis basis, List<OfBudget.Outcome> outcomes) {
        Map<String, OfRight> rights = new LinkedHashMap<>();
        outcomes.forEach(outcome -> outcome.rights()
                .forEach(right -> rights.merge(
                        right.right().code(),
                        right,
                        (a, b) -> new OfRight(a.right(), a.effect().plus(b.effect())))));
        return new Sum(
                basis.currency(),
                basis.kind(),
                outcomes.size(),
                outcomes.stream()
                        .map(OfBudget.Outcome::amount)
                        .reduce(Comparison.Effect.NONE.amount(), BigDecimal::add),
                outcomes.stream().map(OfBudget.Outcome::effect).reduce(Comparison.Effect.NONE, Comparison.Effect::plus),
                rights.values().stream()
                        .sorted(Comparator.comparing(right -> right.right().code()))
                        .toList());
    }

    /** {@return whether anything changes for a budget that could be read} */
    public boolean changed() {
        return outcomes().stream().anyMatch(OfBudget.Outcome::changed);
    }

    /** {@return the first budget that could not be read and judged whole, if there is one} */
    public Optional<OfBudget> notWhole() {
        return budgets.stream().filter(budget -> !budget.whole()).findFirst();
    }

    /**
     * What a reform changes for one unit. A unit's verdict follows the budget's measure: {@code NOT_COMPLIANT} with an error among the
     * findings on its lines, its links or itself; else {@code UNDETERMINED} where promised data of it is missing to a rule, or a
     * rule failed; else {@code COMPLIANT}.
     *
     * @param unitCode the unit
     * @param unitName its name, where given
     * @param amount the money of all its lines
     * @param before how it stands with the pack before
     * @param after how it stands with the pack after
     * @param effect the findings that change, with their lines and money
     */
    public record OfUnit(
            String unitCode,
            @Nullable String unitName,
            BigDecimal amount,
            Comparison.UnitStanding before,
            Comparison.UnitStanding after,
            Comparison.Effect effect) {

        /** {@return whether its verdict changes} */
        public boolean changesVerdict() {
            return before.verdict() != after.verdict();
        }
    }

    /**
     * What a reform changes for one right or population group.
     *
     * @param right the right or group
     * @param effect the findings that change on lines that link an action of it, and on the right or an action of it themselves; a
     *     line counts whole for each right it links, so that the amounts of several rights may add up to more than the money there is
     */
    public record OfRight(HumanRight right, Comparison.Effect effect) {}

    /**
     * What a reform changes for one budget.
     *
     * @param name what the budget is called
     * @param unread why nothing of it could be read, or {@code null} where it was
     * @param outcome what changes, or {@code null} where nothing could be read
     */
    public record OfBudget(
            String name,
            @Nullable Bilingual unread,
            @Nullable Outcome outcome) {

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
                Comparison.Effect effect,
                List<RuleImpact> rules,
                List<ImpactReport.OfUnit> units,
                Comparison.Effect withoutUnit,
                List<ImpactReport.OfRight> rights) {

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
            public List<ImpactReport.OfUnit> unitsThatChangeVerdict() {
                return units.stream()
                        .filter(ImpactReport.OfUnit::changesVerdict)
                        .toList();
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
}
