package org.hrbudget.benchmarks;

import java.lang.management.ManagementFactory;

/** The machine, as this JVM knows it. */
final class Machine {

    private Machine() {}

    /** {@return such as {@code 2 cores, 24.0 GB of memory, OpenJDK 64-Bit Server VM 17.0.15, Linux 6.1 (amd64)}} */
    static String described() {
        return Row.number(
                "%d cores, %.1f GB of memory, %s %s, %s %s (%s)",
                Runtime.getRuntime().availableProcessors(),
                memory() / 1e9,
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"));
    }

    private static double memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }
}
