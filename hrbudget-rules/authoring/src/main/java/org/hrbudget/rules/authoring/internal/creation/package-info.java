/** The folder of a reform, made ready to be written in. Not for use from outside. */
@NullMarked
package org.hrbudget.rules.authoring.internal.creation;

import org.jspecify.annotations.NullMarked;
