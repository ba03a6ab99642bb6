package org.hrbudget.summary;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * The lines that link one action.
 *
 * @param lines their number
 * @param amount what they give it
 */
record ActionTally(long lines, BigDecimal amount) implements Serializable {

    static final ActionTally NONE = new ActionTally(0, StageSums.ZERO);

    ActionTally plus(ActionTally other) {
        return new ActionTally(lines + other.lines, amount.add(other.amount));
    }
}
