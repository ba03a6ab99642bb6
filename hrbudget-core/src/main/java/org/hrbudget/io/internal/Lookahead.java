package org.hrbudget.io.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A buffer that says exactly whether a byte follows. {@link java.util.zip.GZIPInputStream} takes {@code available() == 0} for the
 * end of all it was given, but a stream from a network or a pipe may answer zero at any place.
 */
final class Lookahead extends BufferedInputStream {

    Lookahead(InputStream in, int size) {
        super(in, size);
    }

    /** {@return zero at the end only} */
    @Override
    public synchronized int available() throws IOException {
        mark(1);
        int next = read();
        reset();
        return next < 0 ? 0 : 1;
    }
}
