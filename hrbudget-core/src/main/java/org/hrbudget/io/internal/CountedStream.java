package org.hrbudget.io.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The stored bytes as they pass: how many, and their SHA-256. */
final class CountedStream extends FilterInputStream {

    private final MessageDigest digest;
    private long count;

    CountedStream(InputStream in) {
        super(in);
        this.digest = sha256();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "Every Java platform has SHA-256.\nMaybe its security providers were removed.", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int n = super.read(buffer, from, length);
        if (n > 0) {
            digest.update(buffer, from, n);
            count += n;
        }
        return n;
    }

    /** {@return zero: a pipe cannot even be asked} */
    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    long count() {
        return count;
    }

    /** Reads what is left, so that the hash is that of the whole, and returns it in hexadecimal. */
    String hashOfAll() throws IOException {
        byte[] rest = new byte[1 << 16];
        while (read(rest, 0, rest.length) >= 0) {
            // only the digest wants these bytes
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
