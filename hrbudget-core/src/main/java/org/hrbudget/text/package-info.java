/**
 * How the library speaks: its words in two languages, and the nearest known word to a misspelled one. Of interest to modules that
 * speak to the same readers; a system that embeds the library needs none of it.
 */
@NullMarked
package org.hrbudget.text;

import org.jspecify.annotations.NullMarked;
