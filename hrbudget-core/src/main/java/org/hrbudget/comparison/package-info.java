/** What changed from one budget to another, and what explains each change. */
@NullMarked
package org.hrbudget.comparison;

import org.jspecify.annotations.NullMarked;
