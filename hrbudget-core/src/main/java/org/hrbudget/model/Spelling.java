package org.hrbudget.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When two texts say the same: what counts as nothing written, and what as the same word, alike for lines made in memory and for
 * lines read from a file, whatever the platform's locale.
 */
public final class Spelling {

    /** Below this, no character combines with the one before it. */
    private static final char FIRST_COMBINING = '\u0300';

    /** How offices write that something does not apply, folded: the forms print the first where nothing else is to be said. */
    private static final Set<String> NOT_APPLICABLE = Set.of(
            "no aplica",
            "no aplican",
            "no corresponde",
            "ninguna",
            "ninguno",
            "n/a",
            "n.a",
            "na",
            "not applicable",
            "none");

    private static final int LONGEST_NOT_APPLICABLE = 24;

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

    /**
     * {@return whether a text says nothing but that what was asked for does not apply: {@code No aplica}, {@code N/A},
     * {@code Ninguna} and the like, whatever the case, with or without a full stop}
     *
     * @param text the text
     */
    public static boolean saysNotApplicable(String text) {
        String trimmed = trimmed(text);
        // Most texts are codes, and millions of them: each of the words opens with the same letter.
        boolean perhaps = !trimmed.isEmpty() && trimmed.length() <= LONGEST_NOT_APPLICABLE;
        if (!perhaps || (trimmed.charAt(0) != 'N' && trimmed.charAt(0) != 'n')) {
            return false;
        }
        String folded = folded(trimmed);
        int end = folded.length();
        while (end > 0 && folded.charAt(end - 1) == '.') {
            end--;
        }
        return NOT_APPLICABLE.contains(folded.substring(0, end).replaceAll("\\s+", " "));
    }

    /**
     * {@return whether a text is one sign, or the same sign over and over: {@code -}, {@code xxx}}
     *
     * @param text the text
     */
    public static boolean isOneSign(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c == text.charAt(0));
    }

    /**
     * {@return whether a text is a single word: letters that are not all the same, and no other sign but a full stop at its end;
     * one that says that something does not apply is no word, but a statement}
     *
     * @param text the text
     */
    public static boolean isOneWord(String text) {
        String trimmed = trimmed(text);
        String word = trimmed.endsWith(".") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
        // An accent may stand as a character of its own behind its letter.
        boolean letters = word.codePoints()
                .allMatch(c -> Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
        return letters && !word.isEmpty() && !isOneSign(folded(word)) && !saysNotApplicable(word);
    }

    private static boolean isBlank(char c) {
        if (c <= ' ') {
            return true;
        }
        return c >= '\u007f' && (c <= '\u00a0' || c == '\u200b' || c == '\ufeff' || Character.isSpaceChar(c));
    }
}
