package org.hrbudget.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.hrbudget.model.internal.Spelling;
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
 * @param origin where it was written, or {@code null} where it has not been read from anywhere
 */
public record ActionLink(
        @Nullable String actionCode,
        @Nullable Integer sequence,
        @Nullable String namedRight,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal share,
        @Nullable Origin origin) {

    /**
     * Where a link was written.
     *
     * @param position its row in a file of links, or {@code null} where it is on the line itself
     * @param headings the column of each part, as far as there is one; in JSON the path of the member
     */
    public record Origin(@Nullable Position position, Map<Part, String> headings) {

        /** Copies the map. */
        public Origin {
            EnumMap<Part, String> copy = new EnumMap<>(Part.class);
            copy.putAll(Objects.requireNonNull(headings, "headings"));
            headings = Collections.unmodifiableMap(copy);
        }
    }

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
     * Makes a link that has not been read from anywhere.
     *
     * @param actionCode the code
     * @param sequence the sequential number
     * @param namedRight the right named beside the action
     * @param amount the part of the line's money
     * @param share the part of the line's money as a fraction
     * @throws IllegalArgumentException if neither code nor sequence is given, or both amount and share are
     */
    public ActionLink(
            @Nullable String actionCode,
            @Nullable Integer sequence,
            @Nullable String namedRight,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal share) {
        this(actionCode, sequence, namedRight, amount, share, null);
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
        return new ActionLink(actionCode, sequence, namedRight, value, null, origin);
    }

    /**
     * {@return this link with a share}
     *
     * @param value the part of the line's money as a fraction: 1 is the whole line
     */
    public ActionLink withShare(BigDecimal value) {
        return new ActionLink(actionCode, sequence, namedRight, null, value, origin);
    }

    /**
     * {@return what the link says of the action, as text; {@code null} where it does not}
     *
     * @param part what is asked for
     */
    public @Nullable String written(Part part) {
        return switch (part) {
            case CODE -> actionCode;
            case SEQUENCE -> sequence == null ? null : sequence.toString();
            case RIGHT -> namedRight;
            case AMOUNT -> amount == null ? null : amount.toPlainString();
            case SHARE -> share == null ? null : share.toPlainString();
        };
    }

    /** {@return by what the link names its action: the code where it is given, else the number} */
    public Part mainPart() {
        return actionCode != null ? Part.CODE : Part.SEQUENCE;
    }

    /**
     * {@return whether it is no link but the statement that no action applies, as forms print it where actions are named:
     * {@code No aplica} in place of the code, and nothing beside it that says otherwise}
     */
    public boolean saysNoneApplies() {
        return actionCode != null
                && sequence == null
                && amount == null
                && share == null
                && Spelling.saysNotApplicable(actionCode)
                && (namedRight == null || Spelling.saysNotApplicable(namedRight));
    }

    /** {@return the code where it is given, else {@code #} and the number} */
    public String label() {
        return actionCode != null ? actionCode : "#" + sequence;
    }

    /** What a link of a line can say of an action. */
    public enum Part {
        /** The code of the action. */
        CODE,
        /** The sequential number of the action. */
        SEQUENCE,
        /** The right named beside it. */
        RIGHT,
        /** The part of the line's money, as an amount. */
        AMOUNT,
        /** The part of the line's money, as a fraction. */
        SHARE
    }
}
