/** How documents become JSON, pages and tables, for every document of the library. */
@NullMarked
package org.hrbudget.report.internal;

import org.jspecify.annotations.NullMarked;
