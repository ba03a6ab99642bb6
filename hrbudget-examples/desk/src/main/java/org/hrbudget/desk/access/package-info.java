/** Who may do what: accounts, log-in and the table of routes. */
@NullMarked
package org.hrbudget.desk.access;

import org.jspecify.annotations.NullMarked;
