package org.hrbudget.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Watches how much of this JVM's heap is in use, by what its collectors tell before and after each collection. */
final class HeapWatch {

    private final Set<String> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong kept = new AtomicLong();

    /**
     * What was seen, in bytes.
     *
     * @param used the most in use before a collection or at the end
     * @param kept the most that a collection left
     */
    record Peaks(long used, long kept) {}

    private HeapWatch() {}

    static HeapWatch start() {
        HeapWatch watch = new HeapWatch();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(
                        (notification, unused) -> watch.take((CompositeData) notification.getUserData()),
                        notification -> notification
                                .getType()
                                .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                        null);
            }
        }
        return watch;
    }

    private void take(CompositeData data) {
        var collection = GarbageCollectionNotificationInfo.from(data).getGcInfo();
        used.accumulateAndGet(heap(collection.getMemoryUsageBeforeGc()), Math::max);
        kept.accumulateAndGet(heap(collection.getMemoryUsageAfterGc()), Math::max);
    }

    private long heap(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool -> heapPools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    Peaks peaks() {
        long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Peaks(Math.max(now, used.get()), kept.get());
    }
}
