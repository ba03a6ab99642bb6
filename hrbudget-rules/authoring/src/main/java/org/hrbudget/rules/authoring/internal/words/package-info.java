/** Conditions of rules in words of the field, and when two say the same. Not for use from outside. */
@NullMarked
package org.hrbudget.rules.authoring.internal.words;

import org.jspecify.annotations.NullMarked;
