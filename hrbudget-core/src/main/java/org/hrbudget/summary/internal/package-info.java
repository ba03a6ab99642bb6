/**
 * The search for repeated keys: fingerprints, sorted in memory and in a temporary file; and the money of links. Not for use from
 * outside.
 */
@NullMarked
package org.hrbudget.summary.internal;

import org.jspecify.annotations.NullMarked;
