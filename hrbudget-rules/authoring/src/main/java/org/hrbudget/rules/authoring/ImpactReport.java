package org.hrbudget.rules.authoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.Effect;
import org.hrbudget.validation.PackManifest;

/**
 * What a reform changes for budgets, each of its own. Budgets that could not be read are among them, with the reason.
 *
 * @param before the pack before the reform
 * @param after the pack after it
 * @param fiscalYear the fiscal year of the budgets
 * @param budgets what changes for each, in the order given
 */
public record ImpactReport(PackManifest before, PackManifest after, FiscalYear fiscalYear, List<BudgetImpact> budgets) {

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
    public static ImpactReport of(PackImpact impact, List<BudgetImpact> budgets) {
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
            Effect effect,
            List<RightImpact> rights) {

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
    public List<BudgetImpact.Outcome> outcomes() {
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
        Map<Basis, List<BudgetImpact.Outcome>> parts = new LinkedHashMap<>();
        for (BudgetImpact.Outcome outcome : outcomes()) {
            parts.computeIfAbsent(new Basis(outcome.currency(), outcome.basis()), basis -> new ArrayList<>())
                    .add(outcome);
        }
        List<Sum> sums = new ArrayList<>();
        parts.forEach((basis, outcomes) -> sums.add(sum(basis, outcomes)));
        return sums;
    }

    private static Sum sum(Basis basis, List<BudgetImpact.Outcome> outcomes) {
        Map<String, RightImpact> rights = new LinkedHashMap<>();
        outcomes.forEach(outcome -> outcome.rights()
                .forEach(right -> rights.merge(
                        right.right().code(),
                        right,
                        (a, b) -> new RightImpact(a.right(), a.effect().plus(b.effect())))));
        return new Sum(
                basis.currency(),
                basis.kind(),
                outcomes.size(),
                outcomes.stream().map(BudgetImpact.Outcome::amount).reduce(Effect.NONE.amount(), BigDecimal::add),
                outcomes.stream().map(BudgetImpact.Outcome::effect).reduce(Effect.NONE, Effect::plus),
                rights.values().stream()
                        .sorted(Comparator.comparing(right -> right.right().code()))
                        .toList());
    }

    /** {@return whether anything changes for a budget that could be read} */
    public boolean changed() {
        return outcomes().stream().anyMatch(BudgetImpact.Outcome::changed);
    }

    /** {@return the first budget that could not be read and judged whole, if there is one} */
    public Optional<BudgetImpact> notWhole() {
        return budgets.stream().filter(budget -> !budget.whole()).findFirst();
    }
}
