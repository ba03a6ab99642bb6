package org.hrbudget.summary;

import java.math.BigDecimal;
import org.hrbudget.model.Position;
import org.jspecify.annotations.Nullable;

/**
 * Something of a budget that a rule can be about and a finding can point at: a line, a link, a row of a document beside the budget,
 * or a sum. What a kind of fact does not have is {@code null}.
 */
public interface Fact {

    /** {@return the row it is read from, if it is of one} */
    default @Nullable Position position() {
        return null;
    }

    /** {@return the code of the unit it is of, if it is of one} */
    default @Nullable String unitCode() {
        return null;
    }

    /** {@return the name of that unit, where it is at hand} */
    default @Nullable String unitName() {
        return null;
    }

    /** {@return the code of the right or group it is of, if it is of one or of an action of one} */
    default @Nullable String rightCode() {
        return null;
    }

    /** {@return the money that a finding about it touches, of either sign; {@code null} where none can be named} */
    default @Nullable BigDecimal stake() {
        return null;
    }

    /**
     * {@return what tells it from all other facts of its kind, and is equal where another rule pack judges the same one; only a
     * comparison of packs asks}
     */
    default Object place() {
        return this;
    }
}
