/**
 * What a budget is: units, spending lines, the human-rights programme and its actions.
 *
 * <p>Every type is immutable and safe to share between threads. The package depends on the JDK alone. Codes are text, exactly
 * as published; amounts are {@link java.math.BigDecimal} of scale 2 in the one currency of the budget; an absent value is
 * {@code null} and never zero.
 */
@NullMarked
package org.hrbudget.model;

import org.jspecify.annotations.NullMarked;
