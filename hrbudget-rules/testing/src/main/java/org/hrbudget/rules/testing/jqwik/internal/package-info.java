/** What jqwik finds by itself. Not for use from outside. */
@NullMarked
package org.hrbudget.rules.testing.jqwik.internal;

import org.jspecify.annotations.NullMarked;
