package org.hrbudget.rules.internal.language;

import org.hrbudget.validation.facts.Property;

/** What a part of a constraint is, so that only like is compared with like. */
enum Kind {
    TEXT("a text"),
    NUMBER("a whole number"),
    AMOUNT("an amount of money"),
    RATIO("a fraction"),
    QUANTITY("a quantity"),
    BOOLEAN("true or false"),
    LIST("a list"),
    ZERO("0"),
    NULL("null"),
    /** A condition, which holds or not, and is no value. */
    CONDITION("a condition");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    static Kind of(Property.Type type) {
        return valueOf(type.name());
    }

    /** {@return the kind of a parameter measured in this; a measure that does not exist is a fault of its own} */
    static Kind ofMeasure(String measure) {
        return switch (measure) {
            case "ratio" -> RATIO;
            case "amount" -> AMOUNT;
            case "quantity" -> QUANTITY;
            default -> NUMBER;
        };
    }

    String words() {
        return words;
    }

    boolean numeric() {
        return this == NUMBER || this == AMOUNT || this == RATIO || this == QUANTITY;
    }
}
