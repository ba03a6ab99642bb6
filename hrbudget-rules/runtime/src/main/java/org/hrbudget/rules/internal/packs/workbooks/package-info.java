/** How a workbook is read as the files of a pack, and what its sheets and columns are called. Not for use from outside. */
@NullMarked
package org.hrbudget.rules.internal.packs.workbooks;

import org.jspecify.annotations.NullMarked;
