/**
 * What a budget adds up to: a mergeable {@link org.hrbudget.summary.Summaries.Tally}, the summaries drawn from it, and the indicators.
 */
@NullMarked
package org.hrbudget.summary;

import org.jspecify.annotations.NullMarked;
