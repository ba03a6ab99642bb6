package org.hrbudget.io.internal;

import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher states about a file, to be compared with what is read.
 *
 * @param bytes how many there are, unpacked; empty where it is not stated
 * @param rows how many there are below the headings; empty where it is not stated
 * @param hash its hash in hexadecimal: MD5, or behind the name of another and a colon; empty where it is not stated
 */
public record Stated(String bytes, String rows, String hash) {

    /** Nothing is stated. */
    public static final Stated NOTHING = new Stated("", "", "");

    /** Looks at the bytes of a file as they are read. */
    public final class Watch extends WatchedStream {

        private final @Nullable MessageDigest digest;
        private long count;

        private Watch(InputStream in) {
            super(in);
            this.digest = digest();
        }

        @Override
        void seen(byte[] buffer, int from, int length) {
            count += length;
            if (digest != null) {
                digest.update(buffer, from, length);
            }
        }

        /**
         * {@return what is not as it is stated, once all is read}
         *
         * @param rowsRead how many rows there were
         */
        public List<Bilingual> differences(long rowsRead) {
            List<Bilingual> found = new ArrayList<>();
            compare(found, "assumed.stated-bytes", bytes, Long.toString(count));
            compare(found, "assumed.stated-rows", rows, Long.toString(rowsRead));
            if (digest != null) {
                String value = HexFormat.of().formatHex(digest.digest());
                compare(
                        found,
                        "assumed.stated-hash",
                        hash.substring(hash.indexOf(':') + 1).toLowerCase(Locale.ROOT),
                        value);
            }
            return found;
        }

        private static void compare(List<Bilingual> found, String key, String stated, String is) {
            if (!stated.isEmpty() && !stated.equals(is)) {
                found.add(Texts.of(key, "stated", Excerpt.of(stated), "found", is));
            }
        }
    }

    /** {@return the bytes, watched as they are read} */
    public Watch watch(InputStream in) {
        return new Watch(in);
    }

    /** A hash of a kind that nobody here knows is not compared. */
    private @Nullable MessageDigest digest() {
        int colon = hash.indexOf(':');
        String name = colon < 0
                ? "MD5"
                : hash.substring(0, colon).toUpperCase(Locale.ROOT).replaceAll("^SHA(?=\\d)", "SHA-");
        try {
            return hash.isEmpty() ? null : MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            return null;
        }
    }
}
