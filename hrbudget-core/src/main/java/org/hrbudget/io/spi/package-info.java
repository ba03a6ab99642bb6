/** What sources of rows and readers of parts meet: rows, lines as they come, and where a part of a file is. */
@NullMarked
package org.hrbudget.io.spi;

import org.jspecify.annotations.NullMarked;
