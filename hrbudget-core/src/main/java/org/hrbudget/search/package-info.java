/** Finds the action of a programme that a line pays for. */
@NullMarked
package org.hrbudget.search;

import org.jspecify.annotations.NullMarked;
