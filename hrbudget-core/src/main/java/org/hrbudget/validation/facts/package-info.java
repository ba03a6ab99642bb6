/**
 * What rules see: facts with their codes resolved, and the vocabulary that names their properties.
 *
 * <p>Of interest to those who write a rule engine for this library or read its rule files; others never meet these types.
 */
@NullMarked
package org.hrbudget.validation.facts;

import org.jspecify.annotations.NullMarked;
