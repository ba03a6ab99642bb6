/** The page of a law. Not for use from outside. */
@NullMarked
package org.hrbudget.rules.authoring.internal.page;

import org.jspecify.annotations.NullMarked;
