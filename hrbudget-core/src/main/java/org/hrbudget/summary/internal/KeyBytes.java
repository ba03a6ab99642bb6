package org.hrbudget.summary.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts written so that no two lists of texts are written alike: each with its length before it. For one thread. */
final class KeyBytes {

    /** Stands before a length that one byte does not hold. */
    private static final int LONG = 0xFE;

    /** Stands in the place of a length where the print of a text follows. */
    private static final int PRINT = 0xFF;

    /** The most bytes of a length, and of a character. */
    private static final int LENGTH_BYTES = 5;

    private static final int CHAR_BYTES = 2;

    private byte[] bytes = new byte[512];
    private char[] chars = new char[128];
    private int length;

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** Writes a text, or nothing as an empty one. */
    void put(@Nullable String text) {
        int count = text == null ? 0 : text.length();
        reserve(LENGTH_BYTES + CHAR_BYTES * count);
        putLength(count);
        if (text != null) {
            putChars(text, count);
        }
    }

    /** Writes what stands for a text, or for several. */
    void putPrint(byte[] print) {
        reserve(1 + print.length);
        bytes[length++] = (byte) PRINT;
        System.arraycopy(print, 0, bytes, length, print.length);
        length += print.length;
    }

    void put(int number) {
        reserve(Integer.BYTES);
        bytes[length++] = (byte) (number >>> 24);
        bytes[length++] = (byte) (number >>> 16);
        bytes[length++] = (byte) (number >>> 8);
        bytes[length++] = (byte) number;
    }

    private void putLength(int count) {
        if (count < LONG) {
            bytes[length++] = (byte) count;
        } else {
            bytes[length++] = (byte) LONG;
            put(count);
        }
    }

    /** Two bytes for each: in UTF-8, all lone surrogates would become the same question mark. */
    private void putChars(String text, int count) {
        if (chars.length < count) {
            chars = new char[2 * count];
        }
        // Taken out at once: asking the text for one character after the other took a tenth of a validation.
        text.getChars(0, count, chars, 0);
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) (chars[i] >>> 8);
            bytes[length++] = (byte) chars[i];
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
