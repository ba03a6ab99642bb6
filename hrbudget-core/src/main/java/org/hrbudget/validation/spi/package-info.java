/**
 * What those meet who judge by an engine of their own, or in parts: code lists, what an engine answers, and the part of a report.
 */
@NullMarked
package org.hrbudget.validation.spi;

import org.jspecify.annotations.NullMarked;
