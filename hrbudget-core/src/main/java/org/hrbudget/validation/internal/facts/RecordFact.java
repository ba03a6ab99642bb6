package org.hrbudget.validation.internal.facts;

import org.hrbudget.model.Position;
import org.hrbudget.model.UnitRecord;
import org.hrbudget.summary.Fact;

/** A row of a document beside the budget as rules see it. */
public sealed interface RecordFact extends Fact permits FrameworkFact, GoalFact, IndicatorFact, MatrixRowFact {

    /** {@return the row as read} */
    UnitRecord source();

    /** {@return whether the budget has a line of the unit that filed it} */
    boolean unitKnown();

    @Override
    default String unitCode() {
        return source().unitCode();
    }

    @Override
    default Position position() {
        return source().position();
    }

    @Override
    default Object place() {
        return source();
    }
}
