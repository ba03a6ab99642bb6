/** What the finance ministry sees: the board and the consolidated budget. */
@NullMarked
package org.hrbudget.desk.ministry;

import org.jspecify.annotations.NullMarked;
