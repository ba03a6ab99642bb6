/**
 * For those who test rules, or a system that asks them: checks of one rule, folders of budgets with the findings expected of
 * them, and budgets of any size with defects planted in known places. Free of any test framework: what disagrees is an
 * {@link java.lang.AssertionError} or a text. Silence is not compliance here either: a rule that did not look does not pass.
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
 * <p><b>Whole budgets.</b> {@link org.hrbudget.rules.testing.Scenarios}: folders with a budget and a table of findings, here with
 * JUnit:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> scenarios() {
 *     return Scenarios.in(Path.of("src/test/scenarios")).stream()
 *             .map(scenario -> DynamicTest.dynamicTest(
 *                     scenario.name(), () -> scenario.run().orThrow()));
 * }
 * }</pre>
 *
 * <p><b>Budgets made to order.</b> {@link org.hrbudget.rules.testing.PlantedBudgets}:
 *
 * <pre>{@code
 * RulePack pack = RulePacks.load("mx-cmx", "2011.1");
 * PlantedBudget budget = PlantedBudgets.of(pack).budget(42, 10_000);
 * PlantedBudget.Detection detection = budget.detectedBy(pack);
 * if (!detection.isPerfect()) {
 *     throw new AssertionError(detection);
 * }
 * }</pre>
 *
 * <p>For property tests with jqwik, the artifact of the classifier {@code jqwik} provides such budgets.
 */
@NullMarked
package org.hrbudget.rules.testing;

import org.jspecify.annotations.NullMarked;
