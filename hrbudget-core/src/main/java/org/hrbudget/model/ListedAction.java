package org.hrbudget.model;

import java.util.List;
import java.util.Objects;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * An action of the human-rights programme on the list of a unit: annex 3 of the manuals for 2013, the lines of action that units
 * had identified as budgeted, and for 2014, those to be carried out in the year. Blanks at the ends of its texts are taken away.
 *
 * @param position where it is in what was read
 * @param fiscalYear the fiscal year of the list
 * @param unitCode the code of the unit
 * @param actionCode the code of the action as written, {@code RR.SS.LL} where it is well formed
 */
public record ListedAction(Position position, FiscalYear fiscalYear, String unitCode, String actionCode)
        implements UnitRecord {

    /**
     * Takes blanks away.
     *
     * @throws IllegalArgumentException if the unit or the action is blank
     */
    public ListedAction {
        unitCode = UnitCode.of(unitCode, fiscalYear, position);
        actionCode = Spelling.trimmed(Objects.requireNonNull(actionCode, "actionCode"));
        if (actionCode.isEmpty()) {
            throw new IllegalArgumentException(
                    "The row " + position + " names no action.\nMaybe its code, such as 01.01.06, was left out.");
        }
    }

    @Override
    public List<@Nullable String> key() {
        return List.of(actionCode);
    }
}
