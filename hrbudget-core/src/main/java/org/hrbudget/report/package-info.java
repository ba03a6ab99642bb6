/**
 * How the answer goes out: {@link org.hrbudget.report.JsonReport} for programs, {@link org.hrbudget.report.TextReport} for
 * people, and {@link org.hrbudget.report.ReportDocument.Form} for code scanning, test reports, spreadsheets and comments.
 *
 * <p>Equal validation reports give equal bytes, but for the {@code run} part of the JSON, which says how it came about.
 */
@NullMarked
package org.hrbudget.report;

import org.jspecify.annotations.NullMarked;
