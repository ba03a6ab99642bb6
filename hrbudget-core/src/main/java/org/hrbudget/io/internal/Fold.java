package org.hrbudget.io.internal;

import java.util.Locale;

/** How texts are compared and trimmed, the same under every locale. */
public final class Fold {

    private Fold() {}

    /**
     * {@return the text as headings and words are compared: trimmed, in lower case}
     *
     * @param text the text
     */
    public static String of(String text) {
        return trim(text).toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the text without blanks at its ends: spaces of any kind, non-breaking ones too, control characters, byte order marks}
     *
     * @param text the text
     */
    public static String trim(String text) {
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

    /**
     * {@return the text as it is quoted in a report: its first 80 characters}
     *
     * @param text the text
     */
    public static String shown(String text) {
        if (text.length() <= 80) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(79)) ? 79 : 80);
    }
}
