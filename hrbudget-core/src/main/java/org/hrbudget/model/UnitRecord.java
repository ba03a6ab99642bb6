package org.hrbudget.model;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a document that units file beside their budget: the list of actions of a unit, its policy frameworks, its goals, its
 * indicators, its results matrix. Immutable and serialisable.
 */
public sealed interface UnitRecord extends Serializable
        permits ListedAction, PolicyFramework, PhysicalGoal, PerformanceIndicator, ResultsMatrixRow {

    /** {@return where it is in what was read} */
    Position position();

    /** {@return the fiscal year it is of} */
    FiscalYear fiscalYear();

    /** {@return the code of the unit that filed it} */
    String unitCode();

    /**
     * {@return what no other row of the document may share with it beside the fiscal year and the unit; empty where it leaves
     * blank what would tell it from others, so that no two such rows are taken for one}
     */
    List<@Nullable String> key();
}
