/** Practice: short budgets with planted defects to repair, a guide to them, and what a learner's repairs are worth. */
@org.jspecify.annotations.NullMarked
package org.hrbudget.cli.course;
