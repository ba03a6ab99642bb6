/**
 * What rules see: facts with their codes resolved, and the vocabulary that names their properties. Not for use from outside, though
 * the engine has to be let in: it reads facts by classes that it makes itself, in no module.
 */
@NullMarked
package org.hrbudget.validation.internal.facts;

import org.jspecify.annotations.NullMarked;
