package org.hrbudget.model.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When two texts say the same: what counts as nothing written, and what as the same word, alike for lines made in memory and for
 * lines read from a file, whatever the platform's locale. And how a text from outside is shown so that it says nothing else.
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
    /** What most headings of layouts are written as: nothing need be done to them. */
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(?:_[a-z0-9]+)*+");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BEFORE_A_RIGHT = Pattern.compile(
            "^(?:(?:derechos? (?:al?|del?)(?: (?:la|las|los|el|una?))?|rights? (?:to|of)(?: (?:the|an?))?) |0+(?=[0-9]))");

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\p{Z}\\p{Cc}._()-]+");
    private static final Pattern ENDS = Pattern.compile("^_|_$");

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
        // An accent may be a character of its own behind its letter.
        boolean letters = word.codePoints()
                .allMatch(c -> Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
        return letters && !word.isEmpty() && !isOneSign(folded(word)) && !saysNotApplicable(word);
    }

    /**
     * {@return the text as headings are compared that people write freely: folded, without accents, and with one low line for blanks,
     * hyphens, points, brackets and low lines between words} So {@code Línea de  acción} and {@code linea_de_accion} are one heading.
     *
     * @param text the text
     */
    public static String loose(String text) {
        if (CODE.matcher(text).matches()) {
            return text;
        }
        String plain = MARKS.matcher(Normalizer.normalize(folded(text), Normalizer.Form.NFD))
                .replaceAll("");
        return ENDS.matcher(BETWEEN_WORDS.matcher(plain).replaceAll("_")).replaceAll("");
    }

    /**
     * {@return the text as codes and names of rights and groups are compared: by its words alone, without "derecho a la" before them,
     * for the same right is called both ways, and without zeros before a code}
     *
     * @param text the code, the name, or both
     */
    public static String ofRight(String text) {
        return BEFORE_A_RIGHT
                .matcher(NO_WORD.matcher(loose(text)).replaceAll(" ").strip())
                .replaceFirst("");
    }

    /**
     * {@return the text as one line that commands nothing} Line ends, control characters, and what turns the direction of writing or
     * has no width of its own, appear as their numbers, {@code \\u000a} for a line end: in a report, a message or a log the text can
     * neither begin a line of its own, nor move a cursor, nor hide or turn what is beside it.
     *
     * @param text a text that comes from a file, an argument or another system
     */
    public static String harmless(String text) {
        int first = 0;
        while (first < text.length() && isPlain(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 8).append(text, 0, first);
        text.codePoints().skip(first).forEach(c -> {
            if (commands(c)) {
                shown.append(String.format(Locale.ROOT, c > Character.MAX_VALUE ? "\\u{%x}" : "\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** Most texts are of nothing else. */
    private static boolean isPlain(char c) {
        return (c >= ' ' && c < '\u007f') || (c > '\u00ad' && c < FIRST_COMBINING);
    }

    private static boolean commands(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static boolean isBlank(char c) {
        if (c <= ' ') {
            return true;
        }
        return c >= '\u007f' && (c <= '\u00a0' || c == '\u200b' || c == '\ufeff' || Character.isSpaceChar(c));
    }
}
