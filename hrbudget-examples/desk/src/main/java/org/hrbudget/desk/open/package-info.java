/** What everybody may read: published budgets, and comments on drafts. */
@NullMarked
package org.hrbudget.desk.open;

import org.jspecify.annotations.NullMarked;
