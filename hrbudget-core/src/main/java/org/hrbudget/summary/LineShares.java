package org.hrbudget.summary;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * What one line gives to the actions of the programme.
 *
 * @param amount the line's money, zero where it gives none
 * @param links its links, valid or not
 * @param byAction the money of each action of the programme that it links, by code, see {@link Attribution#within}
 */
record LineShares(BigDecimal amount, int links, Map<String, BigDecimal> byAction) {

    static LineShares of(SpendingLine line, @Nullable BigDecimal money, @Nullable HumanRightsProgramme programme) {
        BigDecimal amount = money == null ? StageSums.ZERO : money;
        if (programme == null || line.links().isEmpty()) {
            return new LineShares(amount, line.links().size(), Map.of());
        }
        Map<String, BigDecimal> byAction = new HashMap<>();
        for (ActionLink link : line.links()) {
            HrpAction action = programme.action(link).orElse(null);
            if (action != null) {
                byAction.merge(action.code(), Attribution.of(link, amount), BigDecimal::add);
            }
        }
        byAction.replaceAll((code, claimed) -> Attribution.within(claimed, amount));
        return new LineShares(amount, line.links().size(), byAction);
    }

    boolean isLinked() {
        return !byAction.isEmpty();
    }

    BigDecimal attributedAmount() {
        return Attribution.within(byAction.values().stream().reduce(StageSums.ZERO, BigDecimal::add), amount);
    }
}
