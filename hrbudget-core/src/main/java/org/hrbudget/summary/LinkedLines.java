package org.hrbudget.summary;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * The lines that link one action, or one right.
 *
 * @param lines their number
 * @param amount what they give to an action; to a right, all of their money
 */
record LinkedLines(long lines, BigDecimal amount) implements Serializable {

    static final LinkedLines NONE = new LinkedLines(0, StageSums.ZERO);

    LinkedLines plus(LinkedLines other) {
        return new LinkedLines(lines + other.lines, amount.add(other.amount));
    }
}
