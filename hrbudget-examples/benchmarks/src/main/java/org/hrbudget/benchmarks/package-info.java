/** What hrbudget costs beside other ways to the same answer: comparisons, and the processes they are run in. */
@NullMarked
package org.hrbudget.benchmarks;

import org.jspecify.annotations.NullMarked;
