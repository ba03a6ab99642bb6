package org.hrbudget.rules.internal.engine;

import java.util.Arrays;
import java.util.List;
import org.hrbudget.validation.facts.Property;
import org.jspecify.annotations.Nullable;

/** A fact under the screen, each of whose properties is read once, however many rules ask for it. For one thread. */
final class FactView {

    /** Stands for a property that cannot be read. */
    static final Object FAILED = new Object();

    private static final Object UNREAD = new Object();

    private final Property[] properties;
    private final @Nullable Object[] values;
    private Object fact = UNREAD;

    FactView(List<Property> properties) {
        this.properties = properties.toArray(Property[]::new);
        this.values = new Object[this.properties.length];
    }

    /** Turns to another fact. */
    void look(Object other) {
        fact = other;
        Arrays.fill(values, UNREAD);
    }

    /** {@return the value of a property, {@code null} where it is absent, {@link #FAILED} where it cannot be read} */
    @Nullable
    Object value(int slot) {
        Object value = values[slot];
        if (value == UNREAD) {
            try {
                value = properties[slot].of(fact);
            } catch (RuntimeException e) {
                // The engine will read it too, and say what is wrong.
                value = FAILED;
            }
            values[slot] = value;
        }
        return value;
    }
}
