package org.hrbudget.rules.authoring.internal.mutation;

import java.math.BigDecimal;
import java.util.List;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.Property;

/** The smallest step by which a limit can be wrong: one of what is counted, a year, a centavo, a unit of the last decimal. */
final class Steps {

    /** A ratio of fewer decimals is nudged by a hundredth: a step of 1 would tell a limit of 1 from nothing. */
    private static final int RATIO_DECIMALS = 2;

    private static final int CENTAVOS = 2;

    private Steps() {}

    /** {@return a limit one step up and one step down} */
    static List<BigDecimal> of(Rule.Parameter limit) {
        BigDecimal step = switch (limit.measure()) {
            case "ratio" -> step(Math.max(limit.value().scale(), RATIO_DECIMALS));
            case "amount" -> step(CENTAVOS);
            case "quantity" -> step(Math.max(limit.value().scale(), 0));
            default -> BigDecimal.ONE;
        };
        return List.of(limit.value().add(step), limit.value().subtract(step));
    }

    /** {@return zero one step up and one step down} */
    static List<BigDecimal> of(Property.Type type) {
        return of(new Rule.Parameter("zero", BigDecimal.ZERO, measure(type), ""));
    }

    /** {@return what a limit of values of this type is measured in} */
    static String measure(Property.Type type) {
        return switch (type) {
            case AMOUNT -> "amount";
            case RATIO -> "ratio";
            case QUANTITY -> "quantity";
            default -> "count";
        };
    }

    private static BigDecimal step(int decimals) {
        return BigDecimal.ONE.movePointLeft(decimals);
    }
}
