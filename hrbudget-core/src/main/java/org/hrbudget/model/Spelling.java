package org.hrbudget.model;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When two texts say the same: what counts as nothing written, and what as the same word, alike for lines made in memory and for
 * lines read from a file, whatever the platform's locale.
 */
public final class Spelling {

    /** Below this, no character combines with the one before it. */
    private static final char FIRST_COMBINING = '\u0300';

    private Spelling() {}

    /**
     * {@return the text without blanks at its ends, and {@code null} where nothing is left}
     *
     * @param text the text
     */
    public static @Nullable String orNull(@Nullable String text) {
        String trimmed = text == null ? "" : trimmed(text);
        return trimmed.isEmpty() ? null : trimmed;
    }

    /**
     * {@return the text without blanks at its ends: spaces of any kind, also non-breaking, control characters, byte order marks}
     *
     * @param text the text
     */
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /**
     * {@return the text as words and headings are compared: trimmed, in lower case, an accent joined to its letter}
     *
     * @param text the text
     */
    public static String folded(String text) {
        String lower = trimmed(text).toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(lower, Normalizer.Form.NFC);
            }
        }
        return lower;
    }

    private static boolean isBlank(char c) {
        if (c <= ' ') {
            return true;
        }
        return c >= '\u007f' && (c <= '\u00a0' || c == '\u200b' || c == '\ufeff' || Character.isSpaceChar(c));
    }
}
