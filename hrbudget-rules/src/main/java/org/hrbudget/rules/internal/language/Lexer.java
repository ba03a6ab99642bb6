package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.List;
import org.hrbudget.rules.internal.language.Token.Kind;

/** Cuts the text of a rule file into words and signs; comments fall away. */
final class Lexer {

    /** Longest first, so that {@code <=} is not read as {@code <}. */
    private static final List<String> SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||");

    private final SourceText source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    /**
     * {@return the tokens of a file, the last of which is its end}
     *
     * @param source the file
     * @throws Fault if a quote or a comment is never closed, or a quoted text holds what it must not
     */
    static List<Token> tokens(SourceText source) {
        Lexer lexer = new Lexer(source);
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Kind.END_OF_FILE, "the end of the file", lexer.at, lexer.at));
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            at++;
        } else if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (text.startsWith("/*", at)) {
            comment();
        } else if (c == '"') {
            quoted();
        } else if (c == '$') {
            int end = wordEnd(at + 1);
            add(end == at + 1 ? Kind.SIGN : Kind.VARIABLE, text.substring(end == at + 1 ? at : at + 1, end), end);
        } else if (startsWord(c)) {
            int end = wordEnd(at);
            add(Kind.WORD, text.substring(at, end), end);
        } else if (isDigit(c)) {
            number();
        } else {
            sign();
        }
    }

    private void comment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw source.fault(at, "/*", "This comment is never closed.", "Write */ where it ends.");
        }
        at = end + 2;
    }

    private void quoted() {
        int end = at + 1;
        StringBuilder content = new StringBuilder();
        while (end < text.length() && text.charAt(end) != '"') {
            char c = text.charAt(end);
            if (c == '\n' || c == '\r') {
                break;
            }
            if (Character.isISOControl(c)) {
                throw source.fault(end, "", "A quoted text holds a control character.", "Take it out.");
            }
            if (text.startsWith("\\\"", end)) {
                throw source.fault(
                        end, "\\\"", "A quote stands within a quoted text.", "Write the text without quotes in it.");
            }
            content.append(c);
            end++;
        }
        if (end == text.length() || text.charAt(end) != '"') {
            throw source.fault(
                    at, content.toString(), "This quote is never closed on its line.", "Write \" where the text ends.");
        }
        add(Kind.QUOTED, content.toString(), end + 1);
    }

    private void number() {
        int end = at;
        while (end < text.length()
                && (startsWord(text.charAt(end)) || isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        add(Kind.NUMBER, text.substring(at, end), end);
    }

    private void sign() {
        String sign = SIGNS.stream()
                .filter(candidate -> text.startsWith(candidate, at))
                .findFirst()
                .orElseGet(() -> text.substring(at, at + Character.charCount(text.codePointAt(at))));
        add(Kind.SIGN, sign, at + sign.length());
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && (startsWord(text.charAt(end)) || isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private void add(Kind kind, String content, int end) {
        tokens.add(new Token(kind, content, at, end));
        at = end;
    }

    private static boolean startsWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
