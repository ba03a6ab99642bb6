package org.hrbudget.rules.authoring;

import java.math.BigDecimal;
import org.hrbudget.validation.Effect;
import org.hrbudget.validation.UnitStanding;
import org.jspecify.annotations.Nullable;

/**
 * What a reform changes for one unit. A unit's verdict follows the budget's measure: {@code NOT_COMPLIANT} with an error among the
 * findings on its lines, its links or itself; else {@code UNDETERMINED} where promised data of it is missing to a rule, or a
 * rule failed; else {@code COMPLIANT}.
 *
 * @param unitCode the unit
 * @param unitName its name, where given
 * @param amount the money of all its lines
 * @param before how it stands with the pack before
 * @param after how it stands with the pack after
 * @param effect the findings that change, with their lines and money
 */
public record UnitImpact(
        String unitCode,
        @Nullable String unitName,
        BigDecimal amount,
        UnitStanding before,
        UnitStanding after,
        Effect effect) {

    /** {@return whether its verdict changes} */
    public boolean changesVerdict() {
        return before.verdict() != after.verdict();
    }
}
