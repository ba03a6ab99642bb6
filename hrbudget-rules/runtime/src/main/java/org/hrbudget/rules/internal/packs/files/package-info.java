/** How the folders and archives of packs are read, and bounded. Not for use from outside. */
@NullMarked
package org.hrbudget.rules.internal.packs.files;

import org.jspecify.annotations.NullMarked;
