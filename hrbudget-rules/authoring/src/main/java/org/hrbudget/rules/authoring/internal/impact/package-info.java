/** What a reform does to a budget. Not for use from outside. */
@NullMarked
package org.hrbudget.rules.authoring.internal.impact;

import org.jspecify.annotations.NullMarked;
