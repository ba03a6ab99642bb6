package org.hrbudget.validation;

import java.math.BigDecimal;

/**
 * How far a change of the law reaches, in a budget or a part of it. Effects of different parts add up.
 *
 * @param gained the findings that only the other pack raises
 * @param lost the findings that only the first pack raises
 * @param reweighed the findings that both raise, with another severity
 * @param lines the lines that at least one of these findings is about, each counted once
 * @param amount the money of those lines, each counted once: proposed in a draft, else approved; a line that gives no such
 *     amount counts as one without money
 */
public record Effect(long gained, long lost, long reweighed, long lines, BigDecimal amount) {

    /** Nothing changes. */
    public static final Effect NONE = new Effect(0, 0, 0, 0, BigDecimal.ZERO.setScale(2));

    /**
     * {@return this and another together}
     *
     * @param other the effect on another part, with no line in common
     */
    public Effect plus(Effect other) {
        return new Effect(
                gained + other.gained,
                lost + other.lost,
                reweighed + other.reweighed,
                lines + other.lines,
                amount.add(other.amount));
    }

    /** {@return the findings that are not the same with both packs} */
    public long findings() {
        return gained + lost + reweighed;
    }
}
