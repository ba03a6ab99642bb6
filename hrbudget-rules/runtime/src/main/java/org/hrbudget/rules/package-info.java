/**
 * Finds, checks and loads rule packs: the law of a jurisdiction and fiscal year, as text.
 *
 * <p>Start at {@link org.hrbudget.rules.RulePacks}. The rule engine behind it is nobody else's business: no type of it appears
 * here.
 */
@NullMarked
package org.hrbudget.rules;

import org.jspecify.annotations.NullMarked;
