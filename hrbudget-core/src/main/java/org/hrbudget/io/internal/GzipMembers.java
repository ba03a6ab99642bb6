package org.hrbudget.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The unpacked bytes of all members of a gzip file. What follows them must be zeros, which some tapes leave, or nothing. */
final class GzipMembers extends GZIPInputStream {

    /** The check sum and the length after each member. */
    private static final int TRAILER = 8;

    private final String name;

    /**
     * @param name the name in messages
     * @param in the packed bytes, whose {@code available()} is zero at their end only
     */
    GzipMembers(String name, InputStream in, int buffer) throws IOException {
        super(in, buffer);
        this.name = name;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = super.read(bytes, from, length);
        if (n < 0) {
            refuseRest();
        }
        return n;
    }

    /** A member whose header is damaged looks like an end to the superclass, which passes over the rest in silence. */
    private void refuseRest() throws IOException {
        for (int i = len - inf.getRemaining() + TRAILER; i < len; i++) {
            refuse(buf[i]);
        }
        for (int next = in.read(); next >= 0; next = in.read()) {
            refuse(next);
        }
    }

    private void refuse(int following) throws Unpackable {
        if (following != 0) {
            throw new Unpackable(Texts.of("packed.rest", "file", name));
        }
    }
}
