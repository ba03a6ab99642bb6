/**
 * For those who test rules, or a system that asks them: checks of one rule, folders of budgets with the findings expected of
 * them, and budgets of any size with defects planted in known places. Free of any test framework: what disagrees is an
 * {@link java.lang.AssertionError} or a text.
 *
 * <p><b>One rule.</b> {@link org.hrbudget.rules.testing.RuleVerifier}:
 *
 * <pre>{@code
 * RuleVerifier manual = RuleVerifier.of(RulePacks.load("mx-cmx", "2011.1"));
 * manual.verify("linked-amounts-above-line")
 *         .given("approved=100.00", "action_1=01.01.01", "action_1_amount=100.00")
 *         .findsNothing();
 * manual.verify("linked-amounts-above-line")
 *         .given("approved=100.00", "action_1=01.01.01", "action_1_amount=100.01")
 *         .finds(1);
 * }</pre>
 *
 * <p><b>Whole budgets.</b> {@link org.hrbudget.rules.testing.Scenarios}: a folder with a budget and a table of findings.
 *
 * <pre>{@code
 * for (Scenario scenario : Scenarios.in(Path.of("scenarios"))) {
 *     scenario.run().orThrow();
 * }
 * }</pre>
 *
 * <p><b>Budgets made to order.</b> {@link org.hrbudget.rules.testing.PlantedBudgets}:
 *
 * <pre>{@code
 * PlantedBudget budget = PlantedBudgets.of(RulePacks.load("mx-cmx", "2011.1")).budget(42, 10_000);
 * Detection detection = budget.detectedBy(RulePacks.load("mx-cmx", "2011.1"));
 * System.out.println(detection);
 * }</pre>
 */
@NullMarked
package org.hrbudget.rules.testing;

import org.jspecify.annotations.NullMarked;
