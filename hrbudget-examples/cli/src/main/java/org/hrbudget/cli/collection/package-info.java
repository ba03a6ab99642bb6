/** Many units hand in a budget each: who did, in which version, in time or not, and how each stands. */
@org.jspecify.annotations.NullMarked
package org.hrbudget.cli.collection;
