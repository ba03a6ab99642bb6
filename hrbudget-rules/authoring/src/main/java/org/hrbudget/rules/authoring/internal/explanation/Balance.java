package org.hrbudget.rules.authoring.internal.explanation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hrbudget.rules.authoring.internal.words.LawRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.Property;
import org.jspecify.annotations.Nullable;

/** Where the two sides of a comparison of numbers meet: for each property in it, the value that makes them equal. */
final class Balance {

    private final LawRule law;
    private final Fact fact;
    private final boolean limits;
    private final Map<Property, Integer> counts = new LinkedHashMap<>();
    private BigDecimal rest = BigDecimal.ZERO;
    private boolean known = true;

    private Balance(LawRule law, Fact fact, boolean limits) {
        this.limits = limits;
        this.law = law;
        this.fact = fact;
    }

    /**
     * {@return the values by property; empty where a side is no number, or one is not given}
     *
     * @param limits whether limits count; without them sides meet exactly that a limit lets differ
     */
    static Map<Property, BigDecimal> of(LawRule law, Comparison comparison, Fact fact, boolean limits) {
        Map<Property, BigDecimal> values = new LinkedHashMap<>();
        if (!law.condition().subject().factClass().isInstance(fact)) {
            return values;
        }
        Balance balance = new Balance(law, fact, limits);
        balance.add(comparison.left(), 1);
        balance.add(comparison.right(), -1);
        if (balance.known) {
            balance.counts.forEach((property, count) -> {
                BigDecimal now = number(property.of(fact));
                if (now != null && Math.abs(count) == 1) {
                    BigDecimal others = balance.rest.subtract(now.multiply(BigDecimal.valueOf(count)));
                    values.put(property, count > 0 ? others.negate() : others);
                }
            });
        }
        return values;
    }

    private void add(Expression expression, int count) {
        Rule.Parameter limit = expression instanceof Variable variable ? law.limit(variable) : null;
        Property property = law.property(expression);
        if (expression instanceof Sum sum) {
            add(sum.left(), count);
            add(sum.right(), sum.plus() ? count : -count);
        } else if (limit != null) {
            add(limits ? limit.value() : BigDecimal.ZERO, count);
        } else if (property != null) {
            BigDecimal value = number(property.of(fact));
            counts.merge(property, count, Integer::sum);
            known &= value != null;
            add(value == null ? BigDecimal.ZERO : value, count);
        } else {
            known &= expression instanceof Literal literal && literal.kind() == Literal.Form.ZERO;
        }
    }

    private void add(BigDecimal value, int count) {
        rest = rest.add(value.multiply(BigDecimal.valueOf(count)));
    }

    static @Nullable BigDecimal number(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? number
                : value instanceof Number whole ? BigDecimal.valueOf(whole.longValue()) : null;
    }
}
