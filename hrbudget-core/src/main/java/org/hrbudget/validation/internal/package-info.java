/** How a budget is judged: lines in chunks, then what they add up to. Not for use from outside. */
@NullMarked
package org.hrbudget.validation.internal;

import org.jspecify.annotations.NullMarked;
