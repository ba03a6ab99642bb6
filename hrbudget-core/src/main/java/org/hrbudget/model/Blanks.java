package org.hrbudget.model;

import org.jspecify.annotations.Nullable;

/**
 * What counts as nothing written, so that a line made in memory means what the same line read from a file means: a reason of
 * three blanks is no reason.
 */
final class Blanks {

    private Blanks() {}

    /**
     * {@return the text without blanks at its ends, and {@code null} where nothing is left}
     *
     * @param text the text
     */
    static @Nullable String toNull(@Nullable String text) {
        String trimmed = text == null ? "" : trim(text);
        return trimmed.isEmpty() ? null : trimmed;
    }

    /**
     * {@return the text without blanks at its ends: spaces of any kind, also non-breaking, control characters, byte order marks}
     *
     * @param text the text
     */
    static String trim(String text) {
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

    private static boolean isBlank(char c) {
        if (c <= ' ') {
            return true;
        }
        return c >= '\u007f' && (c <= '\u00a0' || c == '\u200b' || c == '\ufeff' || Character.isSpaceChar(c));
    }
}
