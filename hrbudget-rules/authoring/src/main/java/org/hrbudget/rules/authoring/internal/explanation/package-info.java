/** How an explanation is found: what the engine says of each condition, and which change of a line is a repair. */
@NullMarked
package org.hrbudget.rules.authoring.internal.explanation;

import org.jspecify.annotations.NullMarked;
