package org.hrbudget.rules.internal.packs;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Where the fuzzer comes in: Jazzer calls these in a JVM of its own. */
public final class FuzzEntry {

    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("hrbudget.fuzz"));

    private FuzzEntry() {}

    /** Loads what reading needs, so that the first input has the same time as any other. */
    public static void fuzzerInitialize() {
        TARGET.take("\0unit_code,approved\nU1,1\n".getBytes(UTF_8));
    }

    /** Takes what the fuzzer made. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        TARGET.take(bytes);
    }
}
