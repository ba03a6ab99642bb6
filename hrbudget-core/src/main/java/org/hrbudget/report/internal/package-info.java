/** How records become JSON, for every document of the library. */
@NullMarked
package org.hrbudget.report.internal;

import org.jspecify.annotations.NullMarked;
