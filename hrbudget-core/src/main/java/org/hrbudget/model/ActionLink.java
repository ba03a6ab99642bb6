package org.hrbudget.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The statement that a spending line pays for an action of the human-rights programme, as the unit wrote it: nothing is checked
 * against the programme here. At least one of code and sequence is given; an amount and a share never stand together. Blanks at
 * the ends of the texts are taken away, and a text of blanks only is left out.
 *
 * @param actionCode the code as written, {@code RR.SS.LL} where it is well formed
 * @param sequence the sequential number as written, 1 to 2412 in the programme of 2009
 * @param namedRight the right named beside the action, as a code or a name
 * @param amount the part of the line's money, scale 2
 * @param share the part of the line's money as a fraction: 1 is the whole line
 */
public record ActionLink(
        @Nullable String actionCode,
        @Nullable Integer sequence,
        @Nullable String namedRight,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal share) {

    /**
     * Checks that the link names an action and does not give its part twice.
     *
     * @throws IllegalArgumentException if neither code nor sequence is given, or both amount and share are
     */
    public ActionLink {
        actionCode = Spelling.orNull(actionCode);
        namedRight = Spelling.orNull(namedRight);
        if (actionCode == null && sequence == null) {
            throw new IllegalArgumentException(
                    "A link names no action.\nMaybe give the action's code, such as 01.01.06, or its number.");
        }
        if (amount != null && share != null) {
            throw new IllegalArgumentException("The link to " + (actionCode != null ? actionCode : "number " + sequence)
                    + " gives an amount (" + amount.toPlainString() + ") and a share (" + share.toPlainString()
                    + ").\nMaybe keep the one that was decided and leave the other out.");
        }
        if (amount != null) {
            amount = Amounts.none().with(AmountKind.PROPOSED, amount).get(AmountKind.PROPOSED);
        }
    }

    /**
     * {@return a link to an action, without saying which part of the line pays for it}
     *
     * @param actionCode the code of the action
     */
    public static ActionLink to(String actionCode) {
        return new ActionLink(actionCode, null, null, null, null);
    }

    /**
     * {@return this link with an amount}
     *
     * @param value the part of the line's money
     */
    public ActionLink withAmount(BigDecimal value) {
        return new ActionLink(actionCode, sequence, namedRight, value, null);
    }

    /**
     * {@return this link with a share}
     *
     * @param value the part of the line's money as a fraction: 1 is the whole line
     */
    public ActionLink withShare(BigDecimal value) {
        return new ActionLink(actionCode, sequence, namedRight, null, value);
    }

    /** {@return the code where it is given, else {@code #} and the number} */
    public String label() {
        return actionCode != null ? actionCode : "#" + sequence;
    }
}
