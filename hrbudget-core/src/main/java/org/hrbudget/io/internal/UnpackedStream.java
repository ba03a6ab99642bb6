package org.hrbudget.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.hrbudget.io.ReadLimits;

/** Counts what comes out of a packed file and stops before it floods the machine. */
final class UnpackedStream extends WatchedStream {

    /** Small files may be as dense as they like: headers and a few equal rows pack very well. */
    private static final long RATIO_FROM = 16L << 20;

    private final String name;
    private final LongSupplier packed;
    private final ReadLimits limits;
    private long unpacked;

    UnpackedStream(InputStream in, String name, LongSupplier packed, ReadLimits limits) {
        super(in);
        this.name = name;
        this.packed = packed;
        this.limits = limits;
    }

    @Override
    void seen(byte[] buffer, int from, int count) throws IOException {
        unpacked += count;
        check(name, unpacked, packed.getAsLong(), limits);
    }

    static void check(String name, long unpacked, long packed, ReadLimits limits) throws Unpackable {
        if (unpacked > limits.maxUnpackedBytes()) {
            throw new Unpackable(
                    Texts.of("unpacked.large", "file", name, "limit", Long.toString(limits.maxUnpackedBytes())));
        }
        if (unpacked > RATIO_FROM && unpacked / Math.max(1, packed) >= limits.maxRatio()) {
            throw new Unpackable(Texts.of(
                    "unpacked.ratio",
                    "file",
                    name,
                    "unpacked",
                    Long.toString(unpacked),
                    "packed",
                    Long.toString(packed),
                    "limit",
                    Integer.toString(limits.maxRatio())));
        }
    }
}
