/** The tables and texts of a pack. Not for use from outside. */
@NullMarked
package org.hrbudget.rules.internal.packs.tables;

import org.jspecify.annotations.NullMarked;
