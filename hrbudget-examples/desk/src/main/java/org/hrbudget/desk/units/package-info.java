/** What an officer does: uploads, lines with findings, hand-ins and receipts. */
@NullMarked
package org.hrbudget.desk.units;

import org.jspecify.annotations.NullMarked;
