package org.hrbudget.summary.internal;

import java.math.BigDecimal;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.Amounts;
import org.hrbudget.model.SpendingLine;

/**
 * How much of a line's money its links give to actions. A link that states an amount gives that, one that states a share gives
 * the share of the line, and one that states neither gives the whole line, since nothing smaller was said. Nothing is rounded.
 */
public final class Attribution {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(Amounts.SCALE);

    private Attribution() {}

    /**
     * {@return the money a link gives to its action}
     *
     * @param link the link
     * @param lineAmount the money of its line
     */
    public static BigDecimal of(ActionLink link, BigDecimal lineAmount) {
        BigDecimal amount = link.amount();
        if (amount != null) {
            return amount;
        }
        BigDecimal share = link.share();
        return share != null ? share.multiply(lineAmount) : lineAmount;
    }

    /**
     * What is claimed of a line, held between zero and the line's money: no claim takes more than the whole line, none takes
     * from a line what it does not have, and a line of negative money (a correction) gives between that and zero. A line whose
     * links claim too much is a finding of its own; sums do not grow by it.
     */
    public static BigDecimal within(BigDecimal claimed, BigDecimal lineAmount) {
        BigDecimal least = lineAmount.signum() < 0 ? lineAmount : NOTHING;
        BigDecimal most = lineAmount.signum() < 0 ? NOTHING : lineAmount;
        return claimed.max(least).min(most);
    }

    /**
     * {@return the sum of the amounts a line's links state, zero where none does}
     *
     * @param line the line
     */
    public static BigDecimal statedAmounts(SpendingLine line) {
        BigDecimal sum = BigDecimal.ZERO;
        for (ActionLink link : line.links()) {
            BigDecimal amount = link.amount();
            sum = amount == null ? sum : sum.add(amount);
        }
        return sum;
    }

    /**
     * {@return what a line's links claim by the amounts and by the shares they state together; those that state neither claim
     * nothing here, for nobody said how much is theirs}
     *
     * @param line the line
     * @param lineAmount the money of the line
     */
    public static BigDecimal statedParts(SpendingLine line, BigDecimal lineAmount) {
        return statedAmounts(line).add(statedShares(line).multiply(lineAmount));
    }

    /**
     * {@return the sum of the shares a line's links state, zero where none does}
     *
     * @param line the line
     */
    public static BigDecimal statedShares(SpendingLine line) {
        BigDecimal sum = BigDecimal.ZERO;
        for (ActionLink link : line.links()) {
            BigDecimal share = link.share();
            sum = share == null ? sum : sum.add(share);
        }
        return sum;
    }
}
