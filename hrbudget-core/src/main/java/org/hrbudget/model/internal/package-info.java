/** How codes and texts are spelled, and the columns a line passes through. Not for use from outside. */
@NullMarked
package org.hrbudget.model.internal;

import org.jspecify.annotations.NullMarked;
