package org.hrbudget.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.hrbudget.model.Budget;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.testing.jqwik.DamagedBudget;
import org.hrbudget.rules.testing.jqwik.ValidBudget;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Verdict;

/** The budgets that others' property tests get, as they get them. */
@Tag("long")
class JqwikBudgetsProperties {

    private static final RulePack MANUAL = RulePacks.load("mx-cmx", "2011.1");
    private static final RulePack FEDERAL = RulePacks.load("mx-fed", "2011.1");

    @Property(tries = 60)
    void aValidBudgetHasNoDefectAndNothingIsLeftOpen(@ForAll @ValidBudget("mx-cmx/2011.1") PlantedBudget budget) {
        assertThat(budget.defects()).isEmpty();
        assertThat(budget.validator(MANUAL).build().validate(budget).verdict()).isEqualTo(Verdict.COMPLIANT);
    }

    @Property(tries = 60)
    void everyDefectOfADamagedBudgetIsFoundAndNoOther(
            @ForAll @DamagedBudget(value = "mx-cmx/2011.1", maxLines = 60) PlantedBudget budget) {
        assertThat(budget.defects()).isNotEmpty();
        assertThat(budget.detectedBy(MANUAL).isPerfect())
                .as("%s:%n%s", budget, budget.detectedBy(MANUAL))
                .isTrue();
    }

    @Property(tries = 20)
    void aBudgetInMemoryIsGivenToo(
            @ForAll @ValidBudget(value = "mx-fed/2011.1", maxLines = 5) Budget valid,
            @ForAll @DamagedBudget(value = "mx-fed/2011.1", maxLines = 30) Budget damaged) {
        assertThat(valid.lines()).hasSizeBetween(2, 5);
        assertThat(RuleVerifier.of(FEDERAL)
                        .verify("line-without-unit")
                        .given(valid)
                        .report()
                        .findings())
                .isEmpty();
        assertThat(RuleVerifier.of(FEDERAL)
                        .verify("line-without-unit")
                        .given(damaged)
                        .report()
                        .findings())
                .isNotEmpty();
    }
}
