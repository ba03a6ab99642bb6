package org.hrbudget.rules;

import java.util.concurrent.atomic.AtomicInteger;

/** What hostile rule files in tests try to reach. */
public final class Canary {

    private static final AtomicInteger REACHED = new AtomicInteger();

    private Canary() {}

    public static boolean reach() {
        REACHED.incrementAndGet();
        return true;
    }

    public static int reached() {
        return REACHED.get();
    }
}
