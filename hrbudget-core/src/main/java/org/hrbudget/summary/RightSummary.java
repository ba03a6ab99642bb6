package org.hrbudget.summary;

import java.math.BigDecimal;
import org.hrbudget.model.HumanRight;

/**
 * What a budget adds up to for one right or population group.
 *
 * @param right the right or group
 * @param actions the actions the programme has for it
 * @param linkedActions the different ones of them that lines link
 * @param fundedActions the different ones of them that receive money
 * @param amount the money attributed to them
 */
public record RightSummary(HumanRight right, int actions, int linkedActions, int fundedActions, BigDecimal amount)
        implements Fact {

    /** {@return the code of the right or group} */
    public String code() {
        return right.code();
    }

    /** {@return the name of the right or group in Spanish, as published} */
    public String name() {
        return right.nameEs();
    }

    /** {@return whether it is a population group} */
    public boolean group() {
        return right.group();
    }

    @Override
    public String rightCode() {
        return code();
    }

    @Override
    public BigDecimal stake() {
        return amount;
    }
}
