/**
 * How a budget comes in: files of any publisher, read in one pass through a layout, every row accounted for.
 *
 * <p>Start at {@link org.hrbudget.io.Budgets}.
 */
@NullMarked
package org.hrbudget.io;

import org.jspecify.annotations.NullMarked;
