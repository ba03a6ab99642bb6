/** Made-up units and budgets to try the desk with. */
@NullMarked
package org.hrbudget.desk.sample;

import org.jspecify.annotations.NullMarked;
