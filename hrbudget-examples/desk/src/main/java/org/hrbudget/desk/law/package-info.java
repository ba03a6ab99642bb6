/** The law: its rules in plain words, and reforms of them from a draft to their approval by two persons. */
@NullMarked
package org.hrbudget.desk.law;

import org.jspecify.annotations.NullMarked;
