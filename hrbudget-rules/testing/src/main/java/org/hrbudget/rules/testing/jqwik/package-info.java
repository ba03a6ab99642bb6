/**
 * Budgets for the property tests of others, with jqwik: valid ones and damaged ones, of any bundled rule pack. jqwik finds them by
 * itself; whoever does not use it needs nothing of it.
 *
 * <pre>{@code
 * @Property(tries = 20)
 * boolean aValidBudgetIsAccepted(@ForAll @ValidBudget("mx-cmx/2011.1") PlantedBudget budget) {
 *     RulePack pack = RulePacks.load("mx-cmx", "2011.1");
 *     return budget.validator(pack).build().validate(budget).verdict() == Verdict.COMPLIANT;
 * }
 * }</pre>
 *
 * <p>Budgets of another pack come from {@link org.hrbudget.rules.testing.jqwik.BudgetArbitraries}.
 */
@NullMarked
package org.hrbudget.rules.testing.jqwik;

import org.jspecify.annotations.NullMarked;
