/** Finds actions of a human-rights programme by words. Here alone is anything of Lucene. */
@org.jspecify.annotations.NullMarked
package org.hrbudget.cli.actions;
