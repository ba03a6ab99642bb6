package org.hrbudget.rules.internal.language;

import java.util.Map;
import java.util.Optional;
import org.hrbudget.model.Bilingual;

/** Characters that word processors and web pages put in place of those of a keyboard, and letters that look like others. */
final class Typography {

    private static final String QUOTES =
            "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2018\u2019\u201A\u201B\u2039\u203A\u2032\u2033"
                    + "\u00B4`'\uFF02\uFF07";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFF0D";
    private static final Map<Integer, String> SIGNS = Map.of(
            0x2264, "<=", 0x2265, ">=", 0x2260, "!=", 0xFF1D, "==", 0xFF08, "(", 0xFF09, ")", 0xFF0C, ",", 0xFF1A, ":");

    /** Letters of other alphabets, and below each the Latin one it looks like. */
    private static final String FOREIGN =
            "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04BB\u0501\u051B\u051D"
                    + "\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
                    + "\u03BF\u03B1\u03C1\u03BD\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7";

    private static final String LATIN = "aeopcyxijshdqw" + "ABEKMHOPCTYXIJS" + "oapvABEZHIKMNOPTYX";

    private Typography() {}

    /** {@return whether it is a quotation mark other than the straight double one} */
    static boolean isQuote(int character) {
        return QUOTES.indexOf(character) >= 0;
    }

    /** {@return the sign of the keyboard that it stands for, if it is another one} */
    static Optional<String> sign(int character) {
        return DASHES.indexOf(character) >= 0 ? Optional.of("-") : Optional.ofNullable(SIGNS.get(character));
    }

    /** {@return whether it looks like a blank and is none} */
    static boolean isBlank(int character) {
        return character != ' ' && (Character.isSpaceChar(character) || character == 0x0B || character == 0x0C);
    }

    /** {@return whether nothing is seen of it} */
    static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT || Character.isISOControl(character);
    }

    /** {@return whether it changes the direction of what follows, so that a reader sees another text than the program} */
    static boolean turns(int character) {
        return (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0x200E
                || character == 0x200F;
    }

    /** {@return the Latin letter that it looks like, if it is a letter of another alphabet} */
    static Optional<String> twin(int character) {
        int at = FOREIGN.indexOf(character);
        return at < 0 ? Optional.empty() : Optional.of(LATIN.substring(at, at + 1));
    }

    /** {@return the alphabet of a letter} */
    static Bilingual alphabet(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case CYRILLIC -> RuleWords.text("alphabet-cyrillic");
            case GREEK -> RuleWords.text("alphabet-greek");
            default -> RuleWords.text("alphabet-other");
        };
    }

    /** {@return the number by which a character is known, such as U+200B} */
    static String number(int character) {
        StringBuilder digits = new StringBuilder(Integer.toHexString(character));
        for (int i = 0; i < digits.length(); i++) {
            digits.setCharAt(i, Character.toUpperCase(digits.charAt(i)));
        }
        return "U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
