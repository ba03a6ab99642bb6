/** Static pages for the public out of reports: what a budget pays for each right, group and unit, and what nobody could judge. */
@org.jspecify.annotations.NullMarked
package org.hrbudget.cli.publish;
