package org.hrbudget.validation.facts;

import org.hrbudget.model.UnitRecord;

/** A row of a document beside the budget as rules see it. */
public sealed interface RecordFact permits FrameworkFact, GoalFact, IndicatorFact, MatrixRowFact {

    /** {@return the row as read} */
    UnitRecord source();

    /** {@return whether the budget has a line of the unit that filed it} */
    boolean unitKnown();

    /** {@return the code of the unit that filed it} */
    default String unitCode() {
        return source().unitCode();
    }
}
