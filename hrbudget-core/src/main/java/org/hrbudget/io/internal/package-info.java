/** From bytes to rows of cells: unpacking, decoding, splitting. Knows nothing of budgets; not for use from outside. */
@NullMarked
package org.hrbudget.io.internal;

import org.jspecify.annotations.NullMarked;
