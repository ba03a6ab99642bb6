/** How two packs differ. Not for use from outside. */
@NullMarked
package org.hrbudget.rules.authoring.internal.diff;

import org.jspecify.annotations.NullMarked;
