/** What the desk asks of hrbudget. */
@NullMarked
package org.hrbudget.desk.judging;

import org.jspecify.annotations.NullMarked;
