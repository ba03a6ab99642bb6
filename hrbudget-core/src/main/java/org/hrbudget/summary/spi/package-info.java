/** What those meet who look for repeated keys elsewhere, such as on a cluster. */
@NullMarked
package org.hrbudget.summary.spi;

import org.jspecify.annotations.NullMarked;
