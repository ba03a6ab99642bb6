package org.hrbudget.validation.spi;

import java.io.Serializable;
import java.util.List;
import org.hrbudget.model.SpendingLine;

/**
 * What a part of a budget has come to: what the rules over lines found, and sums. The lines of a budget may be split among parts
 * in any way and order, and the parts merged in any way and order; {@link org.hrbudget.validation.BudgetValidator#conclude} then
 * gives the report that {@link org.hrbudget.validation.BudgetValidator#validate(org.hrbudget.io.BudgetSource)} gives on one
 * machine. Parts do not look for repeated keys, which only all lines together show.
 *
 * <p>Its size depends on the rules, the findings kept, the units and the actions, not on the lines. A serialised part leaves the
 * rules behind: what is read back can be merged into a part that a validator made, but takes no lines itself. Not safe for use by
 * several threads: give each its own, and merge.
 *
 * <p>Made by {@link org.hrbudget.validation.BudgetValidator#part} alone:
 *
 * <pre>{@code
 * PartialReport whole = validator.part(outline);
 * for (List<SpendingLine> lines : chunks) {
 *     PartialReport part = validator.part(outline);
 *     part.add(lines);
 *     whole.merge(part);
 * }
 * ValidationReport report = validator.conclude(outline, whole, account, repetitions);
 * }</pre>
 */
public interface PartialReport extends Serializable {

    /**
     * Has lines judged and adds them up. Some hundred to some thousand at a time are judged fastest.
     *
     * @param lines lines of this part
     * @throws IllegalStateException if this part was read back from bytes
     */
    void add(List<SpendingLine> lines);

    /**
     * Adds what another part has come to and leaves the other as it is.
     *
     * @param other a part of other lines of the same budget, by the same packs
     * @return this part
     * @throws IllegalArgumentException if the other is this one, or was made by other packs, for another fiscal year, phase or
     *     programme, or with other data at hand
     */
    PartialReport merge(PartialReport other);
}
