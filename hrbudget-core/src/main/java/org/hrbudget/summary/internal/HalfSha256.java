package org.hrbudget.summary.internal;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The first 128 bits of SHA-256. For one thread. */
final class HalfSha256 {

    /** The bytes of it. */
    static final int BYTES = 2 * Long.BYTES;

    private final MessageDigest digest;
    private final byte[] hash = new byte[2 * BYTES];
    private final ByteBuffer halves = ByteBuffer.wrap(hash);

    HalfSha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "This Java has no SHA-256, which every Java must have.\nMaybe its security settings were cut down.",
                    e);
        }
    }

    /** Takes that of some bytes, to be had until the next is taken. */
    void take(KeyBytes bytes) {
        digest.update(bytes.array(), 0, bytes.length());
        try {
            digest.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException(
                    "This Java's SHA-256 does not fit in 32 bytes.\nMaybe another provider took its place.", e);
        }
    }

    long high() {
        return halves.getLong(0);
    }

    long low() {
        return halves.getLong(Long.BYTES);
    }

    /** {@return that of some bytes, in bytes} */
    byte[] of(KeyBytes bytes) {
        take(bytes);
        return Arrays.copyOf(hash, BYTES);
    }
}
