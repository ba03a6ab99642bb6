package org.hrbudget.io.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Sees every byte that passes: none can be skipped or read twice unseen. */
abstract class WatchedStream extends FilterInputStream {

    WatchedStream(InputStream in) {
        super(in);
    }

    /** Sees bytes that have just been read. */
    abstract void seen(byte[] buffer, int from, int count) throws IOException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final int read(byte[] buffer, int from, int length) throws IOException {
        int n = super.read(buffer, from, length);
        if (n > 0) {
            seen(buffer, from, n);
        }
        return n;
    }

    /** Skips by reading. */
    @Override
    public final long skip(long most) throws IOException {
        int n = read(new byte[(int) Math.max(0, Math.min(most, 1 << 13))]);
        return Math.max(0, n);
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
