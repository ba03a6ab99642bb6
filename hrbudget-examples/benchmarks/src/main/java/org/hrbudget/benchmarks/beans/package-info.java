/** Lines as beans, the way users of Drools and Evrete have them; public because rules compiled at run time name them. */
@NullMarked
package org.hrbudget.benchmarks.beans;

import org.jspecify.annotations.NullMarked;
