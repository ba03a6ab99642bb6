/** Rules changed by one step, and whether examples notice. Not for use from outside. */
@NullMarked
package org.hrbudget.rules.authoring.internal.mutation;

import org.jspecify.annotations.NullMarked;
