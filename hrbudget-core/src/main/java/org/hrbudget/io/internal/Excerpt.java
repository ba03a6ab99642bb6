package org.hrbudget.io.internal;

/** What a report quotes of a text. */
public final class Excerpt {

    private static final int LONGEST = 80;

    private Excerpt() {}

    /**
     * {@return the first 80 characters of the text, or one less where a character would be cut in half}
     *
     * @param text the text
     */
    public static String of(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
