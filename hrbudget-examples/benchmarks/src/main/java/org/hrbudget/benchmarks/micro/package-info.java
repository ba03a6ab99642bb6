/** JMH benchmarks of the paths that a line takes. */
@NullMarked
package org.hrbudget.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
