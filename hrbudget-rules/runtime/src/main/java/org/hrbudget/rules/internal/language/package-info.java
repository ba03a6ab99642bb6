/** The language of rule files: what may be said, and that what is said can match. Knows no rule engine. */
@NullMarked
package org.hrbudget.rules.internal.language;

import org.jspecify.annotations.NullMarked;
