package org.hrbudget.rules.testing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.PackSelection;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;

/**
 * Checks the rules of a pack one at a time: this line is a defect, that one is none.
 *
 * <pre>{@code
 * RuleVerifier.of(pack)
 *         .withProgramme(programme)
 *         .verify("action-unknown")
 *         .given("unit_code=11CD01", "action_1=01.01.99")
 *         .finds(1);
 * }</pre>
 *
 * <p>What is given goes the way of every budget, through the reader and the validator. Immutable and safe to share between
 * threads.
 */
public final class RuleVerifier {

    private final RulePack pack;
    private final FiscalYear fiscalYear;
    private final @Nullable BudgetPhase phase;
    private final @Nullable HumanRightsProgramme programme;
    private final @Nullable Baseline baseline;
    private final @Nullable Set<String> items;
    private final UnaryOperator<BudgetValidator.Builder> more;

    private RuleVerifier(
            RulePack pack,
            FiscalYear fiscalYear,
            @Nullable BudgetPhase phase,
            @Nullable HumanRightsProgramme programme,
            @Nullable Baseline baseline,
            @Nullable Set<String> items,
            UnaryOperator<BudgetValidator.Builder> more) {
        this.pack = pack;
        this.fiscalYear = fiscalYear;
        this.phase = phase;
        this.programme = programme;
        this.baseline = baseline;
        this.items = items;
        this.more = more;
    }

    /**
     * {@return a verifier of a pack's rules} Its budgets are of the fiscal year the pack was selected for, else of the first it
     * governs; nothing else is given: no programme, no baseline, no items.
     *
     * @param pack the pack
     */
    public static RuleVerifier of(RulePack pack) {
        FiscalYear year = pack.manifest()
                .selected()
                .map(PackSelection::fiscalYear)
                .orElse(pack.manifest().firstFiscalYear());
        return new RuleVerifier(pack, year, null, null, null, null, UnaryOperator.identity());
    }

    /**
     * {@return this verifier with budgets of another fiscal year}
     *
     * @param value the year
     */
    public RuleVerifier withFiscalYear(FiscalYear value) {
        return new RuleVerifier(pack, value, phase, programme, baseline, items, more);
    }

    /**
     * {@return this verifier with budgets that report no phase after this one}; without it, the phase of a budget is that of
     * the last amount given
     *
     * @param value the phase
     */
    public RuleVerifier withPhase(BudgetPhase value) {
        return new RuleVerifier(pack, fiscalYear, value, programme, baseline, items, more);
    }

    /**
     * {@return this verifier with a human-rights programme}
     *
     * @param value the programme
     */
    public RuleVerifier withProgramme(HumanRightsProgramme value) {
        return new RuleVerifier(pack, fiscalYear, phase, value, baseline, items, more);
    }

    /**
     * {@return this verifier with last year's funded actions}
     *
     * @param value the baseline
     */
    public RuleVerifier withBaseline(Baseline value) {
        return new RuleVerifier(pack, fiscalYear, phase, programme, value, items, more);
    }

    /**
     * {@return this verifier with a catalogue of object items}
     *
     * @param codes the codes of the items
     */
    public RuleVerifier withItemCatalogue(Collection<String> codes) {
        return new RuleVerifier(pack, fiscalYear, phase, programme, baseline, Set.copyOf(codes), more);
    }

    /**
     * {@return this verifier with what else a validator can be given, such as the documents of units}
     *
     * @param giver such as {@code validator -> validator.documents(goals)}; called for each check, and so to be without side effects
     */
    public RuleVerifier with(UnaryOperator<BudgetValidator.Builder> giver) {
        UnaryOperator<BudgetValidator.Builder> before = more;
        return new RuleVerifier(
                pack, fiscalYear, phase, programme, baseline, items, builder -> giver.apply(before.apply(builder)));
    }

    /**
     * {@return a check of one rule, to which nothing is given yet}
     *
     * @param ruleId the rule's id
     * @throws IllegalArgumentException if the pack has no such rule
     */
    public RuleVerification verify(String ruleId) {
        List<String> ids = pack.rules().stream().map(Rule::id).toList();
        if (!ids.contains(ruleId)) {
            List<String> near = Nearest.to(ruleId, ids);
            throw new IllegalArgumentException("The pack " + pack.manifest().id() + " has no rule \"" + ruleId
                    + "\".\nMaybe " + (near.isEmpty() ? "one of these" : "\"" + near.get(0) + "\"") + " was meant"
                    + (near.isEmpty() ? ": " + String.join(", ", ids) : "") + ".");
        }
        return new RuleVerification(this, ruleId, new Given.Nothing());
    }

    RulePack pack() {
        return pack;
    }

    FiscalYear fiscalYear() {
        return fiscalYear;
    }

    @Nullable
    BudgetPhase phase() {
        return phase;
    }

    BudgetValidator.Builder validator() {
        return more.apply(BudgetValidator.builder().packs(pack).programme(programme));
    }

    @Nullable
    Baseline baseline() {
        return baseline;
    }

    @Nullable
    Set<String> items() {
        return items;
    }
}
