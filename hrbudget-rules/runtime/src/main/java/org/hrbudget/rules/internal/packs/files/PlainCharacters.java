package org.hrbudget.rules.internal.packs.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.PackWords;
import org.jspecify.annotations.Nullable;

/** Which characters the files of packs may hold: those that are seen, and seen as what they are. */
final class PlainCharacters {

    /** No letter of Spanish has more than one, none of Vietnamese more than two; a stack of them covers the lines around it. */
    private static final int MOST_MARKS = 2;

    /**
     * From and to, of characters of which nothing is seen though they are no format characters by type: fillers, joiners, what
     * selects a variant of the character before it, tags, and the Braille pattern and the note without dots or a head.
     */
    private static final int[][] UNSEEN = {
        {0x034F, 0x034F},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x2065, 0x2065},
        {0x2800, 0x2800},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFF8},
        {0x1D159, 0x1D159},
        {0xE0000, 0xE0FFF}
    };

    /** What is read as one word or one key. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[-_.][\\p{L}\\p{M}\\p{N}]+)*");

    /** Behind the last letter of Latin that Unicode counts in a row from the first; most texts hold nothing beyond. */
    private static final int BEHIND_LATIN = 0x250;

    private PlainCharacters() {}

    /** {@return whether all are plain} The first that is not ends the reading: what is after it may be no text at all. */
    static boolean areIn(SourceText source, Faults faults) {
        String text = source.text();
        int base = 0;
        int marks = 0;
        int size;
        for (int at = 0; at < text.length(); at += size) {
            int c = text.codePointAt(at);
            size = Character.charCount(c);
            if (isAsciiText(c)) {
                marks = 0;
                base = c;
                continue;
            }
            marks = isMark(c) ? marks + 1 : 0;
            base = marks == 0 ? c : base;
            String kind = marks > 0 && marks + ownMarks(base) > MOST_MARKS ? "stacked-marks" : kind(c);
            boolean lineEnd = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            if (kind != null && !lineEnd) {
                faults.add(source.fault(at, "", PackWords.of(kind, "character", number(c))));
                return false;
            }
        }
        return true;
    }

    /** {@return whether it is what nearly all of a pack is made of, which needs no look at tables of characters} */
    private static boolean isAsciiText(int c) {
        return (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t';
    }

    private static @Nullable String kind(int c) {
        if (Character.isISOControl(c)) {
            return "control-character";
        }
        if (isUnseen(c)) {
            return "invisible-character";
        }
        return switch (Character.getType(c)) {
            case Character.FORMAT -> "invisible-character";
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "control-character";
            case Character.UNASSIGNED, Character.PRIVATE_USE -> "unknown-character";
            default -> null;
        };
    }

    private static boolean isUnseen(int c) {
        for (int[] range : UNSEEN) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** {@return how many marks a letter has in itself: one for {@code á}} */
    private static int ownMarks(int letter) {
        return (int) Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .codePoints()
                .filter(PlainCharacters::isMark)
                .count();
    }

    /** Tells of each word that mixes Latin letters with those of another alphabet: it is not what it looks like. */
    static void tellMixedWords(SourceText source, Faults faults) {
        if (source.text().chars().allMatch(c -> c < BEHIND_LATIN)) {
            return;
        }
        Matcher words = WORD.matcher(source.text());
        while (words.find()) {
            String word = words.group();
            if (word.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)) {
                continue;
            }
            int at = words.start();
            word.codePoints().filter(PlainCharacters::isForeign).findFirst().ifPresent(c -> {
                int letter = at + word.indexOf(Character.toString(c));
                faults.add(source.fault(
                        letter, word, PackWords.of("mixed-alphabets", "word", word, "character", number(c))));
            });
        }
    }

    private static boolean isForeign(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN, COMMON, INHERITED -> false;
            default -> true;
        };
    }

    private static String number(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }
}
