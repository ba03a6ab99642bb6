/** The folders of rule packs: their files, what an amendment changes, and which pack governs a budget. */
@NullMarked
package org.hrbudget.rules.internal.packs;

import org.jspecify.annotations.NullMarked;
