/**
 * Budgets for the property tests of others, with jqwik: valid ones and damaged ones, of any bundled rule pack.
 *
 * <p>The packages of this artifact (the classifier {@code jqwik} of {@code hrbudget-rules}) are found by jqwik itself.
 *
 * <pre>{@code
 * @Property
 * void aValidBudgetIsAccepted(@ForAll @ValidBudget("mx-cmx/2011.1") Budget budget) { ... }
 *
 * @Property
 * void everyPlantedDefectIsShown(@ForAll @DamagedBudget("mx-cmx/2011.1") PlantedBudget budget) { ... }
 * }</pre>
 *
 * <p>Budgets of another pack come from {@link org.hrbudget.rules.testing.jqwik.BudgetArbitraries}.
 */
@NullMarked
package org.hrbudget.rules.testing.jqwik;

import org.jspecify.annotations.NullMarked;
