package org.hrbudget.summary.internal;

import org.jspecify.annotations.Nullable;

/**
 * What is in a key for its long texts: descriptions, the same on many lines, whose hashes are remembered. The memory takes
 * the latest of those that share a place in it. For one thread.
 */
final class LongTexts {

    /** The most characters of a text that is written as it is. */
    static final int MOST_AS_THEY_ARE = 24;

    /** The most characters of a text that is remembered, so that what is held stays small whatever cells hold. */
    private static final int MOST_REMEMBERED = 256;

    /** A power of two. */
    private static final int PLACES = 1 << 11;

    private final HalfSha256 hash;
    private final KeyBytes bytes = new KeyBytes();
    private final @Nullable String[] texts = new @Nullable String[PLACES];
    private final byte[][] prints = new byte[PLACES][];

    LongTexts(HalfSha256 hash) {
        this.hash = hash;
    }

    /** {@return the hash of a text longer than {@link #MOST_AS_THEY_ARE}} */
    byte[] print(String text) {
        if (text.length() > MOST_REMEMBERED) {
            return printed(text);
        }
        int place = place(text);
        if (!text.equals(texts[place])) {
            prints[place] = printed(text);
            texts[place] = text;
        }
        return prints[place];
    }

    private byte[] printed(String text) {
        bytes.clear();
        bytes.put(text);
        return hash.of(bytes);
    }

    /** From a few characters, for looking at all of them costs as much as writing them. */
    private static int place(String text) {
        int end = text.length() - 1;
        int sum = text.length();
        for (int i = 0; i < 8; i++) {
            sum = 31 * sum + text.charAt(end * i / 7);
        }
        return (sum ^ (sum >>> 11)) & (PLACES - 1);
    }
}
