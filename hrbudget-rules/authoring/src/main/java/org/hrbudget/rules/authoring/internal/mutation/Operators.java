package org.hrbudget.rules.authoring.internal.mutation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.validation.internal.facts.Property;
import org.jspecify.annotations.Nullable;

/** Which signs of comparison are near each other, and what tells them apart. */
final class Operators {

    /** How two values can lie to each other. */
    enum Order {
        EQUAL,
        BELOW,
        ABOVE
    }

    private Operators() {}

    /**
     * {@return the two nearest signs and the opposite} Whatever another sign would let pass, one of these does: below-or-equal and
     * unequal surround below, and its opposite is what a slip of the hand writes.
     *
     * @param operator the sign
     * @param ordered whether one of the two values can be greater
     */
    static List<Operator> near(Operator operator, boolean ordered) {
        if (!ordered) {
            return List.of(operator == Operator.EQUAL ? Operator.UNEQUAL : Operator.EQUAL);
        }
        return switch (operator) {
            case BELOW -> List.of(Operator.AT_MOST, Operator.UNEQUAL, Operator.AT_LEAST);
            case AT_MOST -> List.of(Operator.BELOW, Operator.EQUAL, Operator.ABOVE);
            case ABOVE -> List.of(Operator.AT_LEAST, Operator.UNEQUAL, Operator.AT_MOST);
            case AT_LEAST -> List.of(Operator.ABOVE, Operator.EQUAL, Operator.BELOW);
            case EQUAL -> List.of(Operator.UNEQUAL, Operator.AT_MOST, Operator.AT_LEAST);
            case UNEQUAL -> List.of(Operator.EQUAL, Operator.BELOW, Operator.ABOVE);
        };
    }

    /** {@return whether one of the compared values can be greater than the other} */
    static boolean ordered(Comparison comparison, Property.@Nullable Type type) {
        Expression right = comparison.right();
        boolean isNull = right instanceof Literal literal && literal.kind() == Literal.Form.NULL;
        boolean numeric = type == Property.Type.NUMBER
                || type == Property.Type.AMOUNT
                || type == Property.Type.RATIO
                || type == Property.Type.QUANTITY;
        return numeric && !isNull;
    }

    /** {@return whether two signs say the same of values that are never below} */
    static boolean sameFromZero(Operator one, Operator other) {
        Set<Order> difference = difference(one, other);
        return difference.equals(EnumSet.of(Order.BELOW));
    }

    /** {@return the name of a case in which two signs disagree, in lower case} */
    static String apart(Operator one, Operator other) {
        return switch (difference(one, other).iterator().next()) {
            case EQUAL -> "equal";
            case BELOW -> "below";
            case ABOVE -> "above";
        };
    }

    private static Set<Order> difference(Operator one, Operator other) {
        Set<Order> difference = EnumSet.noneOf(Order.class);
        for (Order order : Order.values()) {
            if (holds(one).contains(order) != holds(other).contains(order)) {
                difference.add(order);
            }
        }
        return difference;
    }

    private static Set<Order> holds(Operator operator) {
        return switch (operator) {
            case BELOW -> EnumSet.of(Order.BELOW);
            case AT_MOST -> EnumSet.of(Order.BELOW, Order.EQUAL);
            case EQUAL -> EnumSet.of(Order.EQUAL);
            case UNEQUAL -> EnumSet.of(Order.BELOW, Order.ABOVE);
            case AT_LEAST -> EnumSet.of(Order.EQUAL, Order.ABOVE);
            case ABOVE -> EnumSet.of(Order.ABOVE);
        };
    }
}
