package org.hrbudget.rules.authoring.internal.mutation;

import java.math.BigDecimal;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A change of an expression.
 *
 * @param whole the expression as changed
 * @param start where in the file the part that changes begins
 * @param before that part as it was
 * @param after that part as it is now; empty where it is gone
 * @param hint a row that would tell one from the other
 * @param limit the limit that the changed expression compares with and that no table has, if there is one
 * @param equivalent why nothing can tell one from the other, or {@code null} where something might
 */
record ExpressionChange(
        Expression whole,
        int start,
        String before,
        String after,
        Bilingual hint,
        @Nullable Limit limit,
        @Nullable Bilingual equivalent) {

    /**
     * A limit that takes the place of a 0.
     *
     * @param variable what the expression calls it
     * @param value its value
     * @param measure what it is measured in
     */
    record Limit(String variable, BigDecimal value, String measure) {}

    /** {@return the same change seen from the expression around it} */
    ExpressionChange within(Expression around) {
        return new ExpressionChange(around, start, before, after, hint, limit, equivalent);
    }
}
