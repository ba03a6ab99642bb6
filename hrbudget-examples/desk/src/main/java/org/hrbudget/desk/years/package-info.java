/** The fiscal years: whose law is asked, when units hand in, and which one is prepared now. */
@NullMarked
package org.hrbudget.desk.years;

import org.jspecify.annotations.NullMarked;
