/** The command line: reads arguments, asks the library, writes the answer to standard output and all else to standard error. */
@NullMarked
package org.hrbudget.cli;

import org.jspecify.annotations.NullMarked;
