/** What is kept, and how it is saved and brought back. */
@NullMarked
package org.hrbudget.desk.keeping;

import org.jspecify.annotations.NullMarked;
