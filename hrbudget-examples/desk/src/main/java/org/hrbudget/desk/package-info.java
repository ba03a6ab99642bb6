/** The budget desk: pages on which units prepare and hand in their budgets. */
@NullMarked
package org.hrbudget.desk;

import org.jspecify.annotations.NullMarked;
