package org.hrbudget.rules.internal.engine;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.hrbudget.rules.internal.engine.Screen.Answer;
import org.hrbudget.rules.internal.engine.Screen.Condition;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.validation.facts.FactType;
import org.hrbudget.validation.facts.Parameter;
import org.hrbudget.validation.facts.Property;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a condition's tree what the screen evaluates. Only what is the same in every engine is answered: equal texts, numbers
 * by their value, forms of codes; all else is in doubt.
 */
final class ConditionCompiler implements Expression.Cases<ConditionCompiler.Term> {

    /** A value of a fact; {@link FactView#FAILED} where there is none that can be relied on. */
    @FunctionalInterface
    interface Value {
        @Nullable
        Object of(FactView fact);
    }

    /** What an expression is: a value, a condition, or both where the value is true or false. */
    record Term(Value value, Condition condition) {}

    private final FactType type;
    private final Map<String, Property> named;
    private final Map<String, Parameter> limits;
    private final Map<Property, Integer> slots;
    private boolean metLimit;

    /**
     * @param type the type of the facts
     * @param named the properties that variables of the same fact stand for
     * @param limits the limits that other variables stand for
     * @param slots where the values of properties are held; properties met here are added
     */
    ConditionCompiler(
            FactType type, Map<String, Property> named, Map<String, Parameter> limits, Map<Property, Integer> slots) {
        this.type = type;
        this.named = named;
        this.limits = limits;
        this.slots = slots;
    }

    Condition condition(Expression expression) {
        return expression.match(this).condition();
    }

    void forgetLimits() {
        metLimit = false;
    }

    /** {@return whether a limit was met since they were forgotten} */
    boolean metLimit() {
        return metLimit;
    }

    private static Term given(Value value) {
        return new Term(value, fact -> isTruth(value.of(fact), true));
    }

    /** An absent property is neither true nor false. */
    private static Answer isTruth(@Nullable Object value, boolean wanted) {
        if (value instanceof Boolean truth) {
            return Answer.of(truth == wanted);
        }
        return value == null ? Answer.NO : Answer.DOUBT;
    }

    private static Term asked(Condition condition) {
        return new Term(
                fact -> switch (condition.of(fact)) {
                    case YES -> true;
                    case NO -> false;
                    case DOUBT -> FactView.FAILED;
                },
                condition);
    }

    private Value property(Property property) {
        int slot = slots.computeIfAbsent(property, next -> slots.size());
        return fact -> fact.value(slot);
    }

    @Override
    public Term literal(Literal literal) {
        Object constant = switch (literal.kind()) {
            case BOOLEAN -> Boolean.valueOf(literal.text());
            case NULL -> null;
            case ZERO -> BigDecimal.ZERO;
            case TEXT -> literal.text();
        };
        return given(fact -> constant);
    }

    @Override
    public Term name(Name name) {
        Value value = property(type.property(name.property()));
        return switch (name.member()) {
            case "" -> given(value);
            case "empty" ->
                given(fact -> value.of(fact) instanceof Collection<?> list ? (Object) list.isEmpty() : FactView.FAILED);
            case "size" ->
                given(fact -> value.of(fact) instanceof Collection<?> list ? (Object) list.size() : FactView.FAILED);
            default -> given(fact -> FactView.FAILED);
        };
    }

    @Override
    public Term variable(Variable variable) {
        Property property = named.get(variable.name());
        if (property != null) {
            return given(property(property));
        }
        metLimit = true;
        Parameter limit = limits.get(variable.name());
        Object constant = limit == null ? FactView.FAILED : limit.value();
        return given(fact -> constant);
    }

    @Override
    public Term not(Not not) {
        Term operand = not.operand().match(this);
        if (not.operand() instanceof Name) {
            return asked(fact -> isTruth(operand.value().of(fact), false));
        }
        return asked(fact -> switch (operand.condition().of(fact)) {
            case YES -> Answer.NO;
            case NO -> Answer.YES;
            case DOUBT -> Answer.DOUBT;
        });
    }

    @Override
    public Term logic(Logic logic) {
        Condition left = condition(logic.left());
        Condition right = condition(logic.right());
        // What the left one decides, the engine does not ask the right one; where the left is in doubt, so is the
        // whole.
        Answer decided = logic.and() ? Answer.NO : Answer.YES;
        return asked(fact -> {
            Answer first = left.of(fact);
            return first == decided || first == Answer.DOUBT ? first : right.of(fact);
        });
    }

    @Override
    public Term comparison(Comparison comparison) {
        Value left = comparison.left().match(this).value();
        if (isNull(comparison.right()) && !comparison.operator().orders()) {
            boolean absent = comparison.operator() == Expression.Operator.EQUAL;
            return asked(fact -> {
                Object value = left.of(fact);
                return value == FactView.FAILED ? Answer.DOUBT : Answer.of((value == null) == absent);
            });
        }
        Value right = comparison.right().match(this).value();
        return asked(fact -> compared(comparison.operator(), left.of(fact), right.of(fact)));
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Literal literal && literal.kind() == Literal.Kind.NULL;
    }

    private static Answer compared(Expression.Operator operator, @Nullable Object left, @Nullable Object right) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return ordered(operator, one.compareTo(other));
        }
        if (left instanceof Integer one && right instanceof Integer other) {
            return ordered(operator, Integer.compare(one, other));
        }
        BigDecimal leftNumber = number(left);
        BigDecimal rightNumber = number(right);
        if (leftNumber != null && rightNumber != null) {
            return ordered(operator, leftNumber.compareTo(rightNumber));
        }
        if (!operator.orders() && left != FactView.FAILED && right != FactView.FAILED && alike(left, right)) {
            return Answer.of(Objects.equals(left, right) == (operator == Expression.Operator.EQUAL));
        }
        return Answer.DOUBT;
    }

    /** Whether it is certain what it means that two values are equal: what is absent equals nothing that is given. */
    private static boolean alike(@Nullable Object left, @Nullable Object right) {
        return left == null
                || right == null
                || (left instanceof String && right instanceof String)
                || (left instanceof Boolean && right instanceof Boolean);
    }

    private static Answer ordered(Expression.Operator operator, int order) {
        return Answer.of(
                switch (operator) {
                    case EQUAL -> order == 0;
                    case UNEQUAL -> order != 0;
                    case BELOW -> order < 0;
                    case AT_MOST -> order <= 0;
                    case ABOVE -> order > 0;
                    case AT_LEAST -> order >= 0;
                });
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        return value instanceof Integer || value instanceof Long
                ? BigDecimal.valueOf(((Number) value).longValue())
                : null;
    }

    @Override
    public Term sum(Sum sum) {
        Value left = sum.left().match(this).value();
        Value right = sum.right().match(this).value();
        return given(fact -> {
            BigDecimal one = number(left.of(fact));
            BigDecimal other = number(right.of(fact));
            if (one == null || other == null) {
                return FactView.FAILED;
            }
            return sum.plus() ? one.add(other) : one.subtract(other);
        });
    }

    @Override
    public Term matches(Matches matches) {
        Value operand = matches.operand().match(this).value();
        Pattern form = Pattern.compile(matches.form().expression());
        return asked(fact -> operand.of(fact) instanceof String text
                ? Answer.of(form.matcher(text).matches() != matches.negated())
                : Answer.DOUBT);
    }

    @Override
    public Term oneOf(OneOf oneOf) {
        Value operand = oneOf.operand().match(this).value();
        Set<String> values = Set.copyOf(oneOf.values());
        return asked(fact -> operand.of(fact) instanceof String text
                ? Answer.of(values.contains(text) != oneOf.negated())
                : Answer.DOUBT);
    }
}
