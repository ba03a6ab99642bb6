package org.hrbudget.rules.internal.language;

/**
 * A word or sign of a rule file.
 *
 * @param kind what it is
 * @param text a word as meant, a variable without its dollar sign, a quoted text without its quotes
 * @param start where it begins in the file's text
 * @param end where it ends, exclusive
 */
record Token(TokenKind kind, String text, int start, int end) {

    /** What a token is. */
    enum TokenKind {
        WORD,
        VARIABLE,
        QUOTED,
        NUMBER,
        SIGN,
        /** What could not be read, of which a fault was told. */
        BROKEN,
        END_OF_FILE
    }

    boolean is(TokenKind wanted, String written) {
        return kind == wanted && text.equals(written);
    }

    /** {@return the token, read as another word} */
    Token meaning(String word) {
        return word.equals(text) ? this : new Token(kind, word, start, end);
    }

    boolean isWord(String word) {
        return is(TokenKind.WORD, word);
    }

    boolean isSign(String sign) {
        return is(TokenKind.SIGN, sign);
    }
}
