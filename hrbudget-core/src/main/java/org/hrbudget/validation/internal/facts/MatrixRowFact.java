package org.hrbudget.validation.internal.facts;

import org.hrbudget.model.ResultsMatrixRow;
import org.jspecify.annotations.Nullable;

/**
 * A row of a results matrix as rules see it, under the name {@code MatrixRow}.
 *
 * @param source the row as read
 * @param unitKnown whether the budget has a line of its unit
 */
public record MatrixRowFact(ResultsMatrixRow source, boolean unitKnown) implements RecordFact {

    /** {@return the code of its unit} */
    @Override
    public String unitCode() {
        return source.unitCode();
    }

    /** {@return the budget programme} */
    public @Nullable String programmeCode() {
        return source.programmeCode();
    }

    /** {@return the level as written} */
    public @Nullable String level() {
        return source.level();
    }

    /** {@return the narrative summary} */
    public @Nullable String summary() {
        return source.summary();
    }

    /** {@return the name of the level's indicator} */
    public @Nullable String indicator() {
        return source.indicator();
    }

    /** {@return the means of verification} */
    public @Nullable String verification() {
        return source.verification();
    }

    /** {@return the assumption} */
    public @Nullable String assumption() {
        return source.assumption();
    }
}
