/** The examples of a rule, and what they are judged by. Not for use from outside. */
@NullMarked
package org.hrbudget.rules.internal.packs.examples;

import org.jspecify.annotations.NullMarked;
