package org.hrbudget.cli;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Notices a run that does little but collect garbage. The virtual machine itself says that memory is short only once nothing can be
 * freed at all: with its usual collector a run may come to that after many minutes, or never. For one thread.
 */
final class HeapWatch {

    /** A run that has enough memory spends some percent of its time on it; with two thirds it takes three times as long. */
    private static final int MOST_PERCENT = 70;

    private static final int SECONDS = 15;

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** How long the program had run at a moment, and how long of that it had collected. */
    private record Moment(long nanos, long collectedNanos) {}

    private final Deque<Moment> moments = new ArrayDeque<>();

    /**
     * Watches until the program ends.
     *
     * @param onStarved what is done once, if memory is too short
     */
    static void start(Runnable onStarved) {
        Thread thread = new Thread(() -> watch(onStarved), "watch memory");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(Runnable onStarved) {
        HeapWatch watch = new HeapWatch();
        boolean starved = false;
        while (!starved) {
            try {
                Thread.sleep(1000);
                starved = watch.isStarved(System.nanoTime(), collectedMillis());
            } catch (OutOfMemoryError e) {
                // Who works in the same heap meets it too, or else it was a moment's need.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        onStarved.run();
    }

    /**
     * {@return whether for a quarter of a minute now most of the time went into collecting} It is asked once a second.
     *
     * @param nanos the time
     * @param collectedMillis the time spent on collecting since the start
     */
    boolean isStarved(long nanos, long collectedMillis) {
        Moment now = new Moment(nanos, collectedMillis * NANOS_PER_MILLI);
        moments.addLast(now);
        if (moments.size() <= SECONDS) {
            return false;
        }
        Moment then = moments.removeFirst();
        long collected = now.collectedNanos - then.collectedNanos;
        return collected * 100 >= (now.nanos - then.nanos) * MOST_PERCENT;
    }

    /** Of collectors that work beside the program, what they call cycles is no time that it waited. */
    private static long collectedMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> !collector.getName().endsWith("Cycles")
                        && !collector.getName().contains("Concurrent"))
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .filter(millis -> millis > 0)
                .sum();
    }
}
