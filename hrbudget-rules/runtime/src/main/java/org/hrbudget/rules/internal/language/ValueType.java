package org.hrbudget.rules.internal.language;

import java.util.Locale;
import org.hrbudget.model.Bilingual;
import org.hrbudget.validation.internal.facts.Property;
import org.jspecify.annotations.Nullable;

/** What a part of a constraint is, so that only like is compared with like. */
enum ValueType {
    TEXT,
    NUMBER,
    AMOUNT,
    RATIO,
    QUANTITY,
    BOOLEAN,
    LIST,
    /** A code list of the pack, of which a rule may ask whether it has a code. */
    CODES,
    ZERO,
    NULL,
    /** A condition, which holds or not, and is no value. */
    CONDITION,
    /** What cannot be known because of a fault that was told; it fits everywhere, so that one mistake is one fault. */
    UNKNOWN;

    static ValueType of(Property.Type type) {
        return valueOf(type.name());
    }

    /** {@return the kind of a parameter measured in this; a measure that does not exist is a fault of its own} */
    static ValueType ofMeasure(String measure) {
        return switch (measure) {
            case "ratio" -> RATIO;
            case "amount" -> AMOUNT;
            case "quantity" -> QUANTITY;
            default -> NUMBER;
        };
    }

    /** {@return the measure of the limits that are of this kind; {@code null} where none is} */
    @Nullable
    String measure() {
        return switch (this) {
            case NUMBER -> "count";
            case AMOUNT, RATIO, QUANTITY -> name().toLowerCase(Locale.ROOT);
            default -> null;
        };
    }

    /** {@return the kind as a message names it, with its article} */
    Bilingual words() {
        return RuleWords.text("kind." + name());
    }

    boolean numeric() {
        return this == NUMBER || this == AMOUNT || this == RATIO || this == QUANTITY;
    }
}
