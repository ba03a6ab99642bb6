/** Where people practise on the budgets of the command line's course. Nothing of it is stored. */
@NullMarked
package org.hrbudget.desk.practice;

import org.jspecify.annotations.NullMarked;
