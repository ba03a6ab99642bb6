/** Runs checked rules with Drools, which no other package of the library knows. */
@NullMarked
package org.hrbudget.rules.internal.engine;

import org.jspecify.annotations.NullMarked;
