/**
 * For those who write rules: checks a pack, compares two, tells what a reform changes for budgets, finds what no example notices,
 * and writes the consolidated law. Everything here works on packs of {@link org.hrbudget.rules.PackLibrary} or on their files.
 */
@NullMarked
package org.hrbudget.rules.authoring;

import org.jspecify.annotations.NullMarked;
