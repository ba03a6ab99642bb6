package org.hrbudget.io.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The unpacked bytes of all members of a gzip file (RFC 1952). What follows them must be zeros, which some tapes leave, or nothing.
 *
 * <p>Not the JDK's stream: that one calls itself for each empty member, passes in silence over what follows a damaged header, and
 * differs between versions of the JDK in both.
 */
final class GzipMembers extends InputStream {

    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;
    private static final int DEFLATE = 8;
    private static final int FIXED_REST = 6;
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final String name;
    private final InputStream in;
    private final byte[] packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private int at;
    private int end;
    private boolean ended;

    /**
     * Reads the header of the first member, whose first byte is known to be right.
     *
     * @param name the name in messages
     * @param in the packed bytes, at the start of a member
     * @param buffer how many of them are taken at once
     * @throws IOException if that is no header, or ends early
     */
    GzipMembers(String name, InputStream in, int buffer) throws IOException {
        this.name = name;
        this.in = in;
        this.packed = new byte[buffer];
        next();
        readHeader(new ZipException("not gzip"));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int n = inflate(bytes, from, length);
            if (n > 0) {
                crc.update(bytes, from, n);
                return n;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("a dictionary is needed");
            } else if (fill()) {
                inflater.setInput(packed, at, end - at);
                at = end;
            } else {
                throw new EOFException("the packed bytes end early");
            }
        }
        return -1;
    }

    private int inflate(byte[] bytes, int from, int length) throws IOException {
        try {
            return inflater.inflate(bytes, from, length);
        } catch (DataFormatException e) {
            ZipException broken = new ZipException(e.getMessage());
            broken.initCause(e);
            throw broken;
        }
    }

    /** Checks a member against what it says of itself, and goes to the next one. */
    private void endMember() throws IOException {
        at = end - inflater.getRemaining();
        boolean sound = fourBytes() == crc.getValue();
        sound &= fourBytes() == (inflater.getBytesWritten() & 0xffffffffL);
        if (!sound) {
            throw new ZipException("the check sum or the length is another");
        }
        inflater.reset();
        crc.reset();
        if (!fill()) {
            ended = true;
        } else if (packed[at] == MAGIC_1) {
            at++;
            readHeader(rest());
        } else {
            refuseRest();
            ended = true;
        }
    }

    private void refuseRest() throws IOException {
        while (fill()) {
            if (packed[at] != 0) {
                throw rest();
            }
            at++;
        }
    }

    private Unpackable rest() {
        return new Unpackable(Texts.of("packed.rest", "file", name));
    }

    /**
     * Reads a header from its second byte on, and hands what follows to the inflater.
     *
     * @param wrong what to say if that is no header
     */
    private void readHeader(IOException wrong) throws IOException {
        int second = next();
        int method = next();
        int flags = next();
        if (second != MAGIC_2 || method != DEFLATE || (flags & RESERVED) != 0) {
            throw wrong;
        }
        pass(FIXED_REST);
        if ((flags & EXTRA) != 0) {
            pass(next() | next() << 8);
        }
        for (int text : new int[] {NAME, COMMENT}) {
            while ((flags & text) != 0 && next() != 0) {
                // neither is needed
            }
        }
        if ((flags & HEADER_CHECK) != 0) {
            pass(2);
        }
        inflater.setInput(packed, at, end - at);
        at = end;
    }

    private void pass(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private long fourBytes() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        if (!fill()) {
            throw new EOFException("the packed bytes end early");
        }
        return packed[at++] & 0xff;
    }

    /** {@return whether there is a byte at hand, taking more where there was none} */
    private boolean fill() throws IOException {
        while (at == end) {
            int n = in.read(packed, 0, packed.length);
            if (n < 0) {
                return false;
            }
            at = 0;
            end = n;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
