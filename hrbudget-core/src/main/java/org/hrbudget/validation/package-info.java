/**
 * What it means to check a budget: the validator, the rule packs it takes, findings, the ledger and the report.
 *
 * <p>Start at {@link org.hrbudget.validation.BudgetValidator}. The package knows no rule engine: a
 * {@link org.hrbudget.validation.RulePack} brings its own.
 */
@NullMarked
package org.hrbudget.validation;

import org.jspecify.annotations.NullMarked;
