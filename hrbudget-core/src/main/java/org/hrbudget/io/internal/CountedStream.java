package org.hrbudget.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The stored bytes as they pass: how many, and their SHA-256. */
public final class CountedStream extends WatchedStream {

    private final MessageDigest digest;
    private long count;

    CountedStream(InputStream in) {
        super(in);
        this.digest = sha256();
    }

    /**
     * {@return the SHA-256 of all bytes of a stream, in lower-case hexadecimal; the stream is closed}
     *
     * @throws IOException if it cannot be read
     */
    public static String sha256Of(InputStream in) throws IOException {
        try (CountedStream stream = new CountedStream(in)) {
            return stream.hashOfAll();
        }
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
    void seen(byte[] buffer, int from, int bytes) {
        digest.update(buffer, from, bytes);
        count += bytes;
    }

    /** {@return zero: a pipe cannot even be asked} */
    @Override
    public int available() {
        return 0;
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
