package org.hrbudget.rules.internal.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when it is first asked for, once, whichever thread asks. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> source;
    private volatile @Nullable T value;

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T made = value;
        if (made == null) {
            synchronized (this) {
                made = value;
                if (made == null) {
                    made = source.get();
                    value = made;
                }
            }
        }
        return made;
    }
}
