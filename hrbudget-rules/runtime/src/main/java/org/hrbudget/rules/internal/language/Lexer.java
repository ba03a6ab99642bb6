package org.hrbudget.rules.internal.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.rules.internal.language.Token.TokenKind;

/**
 * Cuts the text of a rule file into words and signs; comments fall away. What is written otherwise than it should be, and can be
 * meant one way only, is told and then read as meant, so that the faults after it are told in the same run.
 */
final class Lexer {

    /** Longest first, so that {@code <=} is not read as {@code <}. Some are wrong, and told by the parser. */
    private static final List<String> SIGNS =
            List.of("===", "!==", "==", "!=", "<=", ">=", "<>", "=<", "=>", "&&", "||");

    /** The words that make a rule a rule. */
    private static final Set<String> KEYWORDS = Set.of(
            "rule",
            "when",
            "then",
            "end",
            "true",
            "false",
            "null",
            "not",
            "matches",
            "in",
            "memberOf",
            "and",
            "or",
            "exists");

    private static final Aliases SPANISH = Aliases.of("rule");

    /** Who sees so many at once mends the first ones and asks again. */
    private static final int MOST_FAULTS = 50;

    private static final Pattern RULE = Pattern.compile("\nrule \"|\nregla \"");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private final SourceText source;
    private final String text;
    private final Faults faults;
    private final List<Token> tokens = new ArrayList<>();
    private int told;
    private int at;

    private Lexer(SourceText source, Faults faults) {
        this.source = source;
        this.text = source.text();
        this.faults = faults;
    }

    /**
     * {@return the tokens of a file, the last of which is its end}
     *
     * @param source the file
     * @param faults collects what is not written as it should be
     */
    static List<Token> tokens(SourceText source, Faults faults) {
        Lexer lexer = new Lexer(source, faults);
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(TokenKind.END_OF_FILE, "", lexer.at, lexer.at));
        return lexer.tokens;
    }

    private void next() {
        int c = text.codePointAt(at);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            at++;
        } else if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            skipComment(end < 0 ? text.length() : end);
        } else if (text.startsWith("/*", at)) {
            comment();
        } else if (c == '"') {
            quoted();
        } else if (c == '$') {
            int end = wordEnd(at + 1);
            add(
                    end == at + 1 ? TokenKind.SIGN : TokenKind.VARIABLE,
                    text.substring(end == at + 1 ? at : at + 1, end),
                    end);
        } else if (startsWord(c)) {
            word();
        } else if (isDigit(c)) {
            number();
        } else if (Typography.isQuote(c)) {
            foreignQuote();
        } else if (c > 127 || Typography.isInvisible(c)) {
            foreign(c);
        } else {
            sign();
        }
    }

    private void skipComment(int end) {
        for (int i = at; i < end; i++) {
            if (Typography.turns(text.charAt(i))) {
                tell(i, "", RuleWords.of("character-invisible", "number", Typography.number(text.charAt(i))));
                break;
            }
        }
        at = end;
    }

    private void comment() {
        int end = text.indexOf("*/", at + 2);
        int inner = text.indexOf("/*", at + 2);
        if (end < 0) {
            tell(at, "/*", RuleWords.of("comment-open"));
            at = ruleWithin(text.length());
        } else if (inner >= 0 && inner < end) {
            tell(inner, "/*", RuleWords.of("comment-in-comment"));
            int outer = text.indexOf("*/", end + 2);
            int following = text.indexOf("/*", end + 2);
            boolean nested = outer >= 0 && (following < 0 || outer < following);
            at = nested ? outer + 2 : ruleWithin(end + 2);
        } else {
            skipComment(end + 2);
        }
    }

    /** {@return where, before an end, a line begins with a rule that a comment swallows, else that end} */
    private int ruleWithin(int end) {
        Matcher rule = RULE.matcher(text).region(at, end);
        return rule.find() ? rule.start() : end;
    }

    private void quoted() {
        int pasted = -1;
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            if (text.startsWith("\\\"", end)) {
                tell(end, "\\\"", RuleWords.of("quote-in-text"));
                add(TokenKind.BROKEN, "", lineEnd());
                return;
            }
            boolean mark = text.charAt(end) > 127 && Typography.isQuote(text.charAt(end));
            pasted = pasted < 0 && mark ? end : pasted;
            end++;
        }
        if (end < text.length() && text.charAt(end) == '"') {
            add(TokenKind.QUOTED, text.substring(at + 1, end), end + 1);
        } else if (pasted >= 0) {
            String mark = text.substring(pasted, pasted + 1);
            tell(pasted, mark, RuleWords.of("quote-pasted", "mark", mark));
            add(TokenKind.QUOTED, text.substring(at + 1, pasted), pasted + 1);
        } else {
            tell(at, text.substring(at, end).strip(), RuleWords.of("quote-open"));
            add(TokenKind.BROKEN, text.substring(at + 1, end), end);
        }
    }

    /** A quotation mark other than the straight one: read to the next such mark, or the next straight one, of its line. */
    private void foreignQuote() {
        String mark = text.substring(at, at + 1);
        tell(at, mark, RuleWords.of(mark.equals("'") ? "quote-single" : "quote-pasted", "mark", mark));
        int line = lineEnd();
        for (int end = at + 1; end < line; end++) {
            if (text.charAt(end) == '"' || Typography.isQuote(text.charAt(end))) {
                add(TokenKind.QUOTED, text.substring(at + 1, end), end + 1);
                return;
            }
        }
        add(TokenKind.BROKEN, text.substring(at + 1, line), line);
    }

    private void word() {
        int end = wordEnd(at);
        String written = text.substring(at, end);
        String lower = written.toLowerCase(Locale.ROOT);
        String meant = SPANISH.meant(lower);
        if (written.chars().anyMatch(c -> c > 127)) {
            foreignWord(written, end);
        } else if (!written.equals(meant) && KEYWORDS.contains(meant) && !followsDot()) {
            if (!written.equals(lower) && !SPANISH.andAll(Set.of(meant)).contains(written)) {
                tell(at, written, RuleWords.of("keyword-otherwise", "written", written, "word", lower));
            }
            add(TokenKind.WORD, meant, end);
        } else {
            add(TokenKind.WORD, written, end);
        }
    }

    private boolean followsDot() {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).isSign(".");
    }

    private void foreignWord(String written, int end) {
        String plain = MARKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFD))
                .replaceAll("");
        if (plain.chars().allMatch(c -> c < 128)) {
            // A Spanish name, or nearly one: what it stands for, or that it is none, is said where it is read.
            add(TokenKind.WORD, plain, end);
            return;
        }
        StringBuilder latin = new StringBuilder();
        written.codePoints().forEach(c -> latin.append(Typography.twin(c).orElse(Character.toString(c))));
        int first = written.codePoints().filter(c -> c > 127).findFirst().orElseThrow();
        boolean looksLatin = latin.chars().allMatch(c -> c < 128);
        if (looksLatin) {
            tell(
                    at + written.indexOf(first),
                    Character.toString(first),
                    RuleWords.of(
                            "letter-alike",
                            "letter",
                            Character.toString(first),
                            "word",
                            written,
                            "alphabet",
                            Typography.alphabet(first),
                            "meant",
                            latin.toString()));
        } else {
            tell(at, written, RuleWords.of("letter-accented", "word", written));
        }
        add(looksLatin ? TokenKind.WORD : TokenKind.BROKEN, latin.toString(), end);
    }

    private void foreign(int c) {
        int end = at + Character.charCount(c);
        String shown = Character.toString(c);
        String sign = Typography.sign(c).orElse("");
        if (!sign.isEmpty()) {
            tell(at, shown, RuleWords.of("sign-pasted", "sign", shown, "meant", sign));
            add(TokenKind.SIGN, sign, end);
        } else if (Typography.isBlank(c)) {
            tell(at, "", RuleWords.of("blank-hard", "number", Typography.number(c)));
            while (end < text.length() && Typography.isBlank(text.charAt(end))) {
                end++;
            }
            at = end;
        } else if (Typography.isInvisible(c)) {
            tell(at, "", RuleWords.of("character-invisible", "number", Typography.number(c)));
            at = end;
        } else {
            tell(at, shown, RuleWords.of("character-stray", "character", shown));
            add(TokenKind.BROKEN, shown, end);
        }
    }

    private void number() {
        int end = at;
        while (end < text.length()
                && (startsWord(text.charAt(end)) || isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        add(TokenKind.NUMBER, text.substring(at, end), end);
    }

    private void sign() {
        String sign = SIGNS.stream()
                .filter(candidate -> text.startsWith(candidate, at))
                .findFirst()
                .orElseGet(() -> text.substring(at, at + 1));
        add(TokenKind.SIGN, sign, at + sign.length());
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && (startsWord(text.codePointAt(end)) || isDigit(text.charAt(end)))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void add(TokenKind kind, String content, int end) {
        tokens.add(new Token(kind, content, at, end));
        at = end;
    }

    private void tell(int offset, String what, FaultText words) {
        if (++told > MOST_FAULTS) {
            throw source.fault(offset, what, RuleWords.of("faults-many"));
        }
        faults.add(source.fault(offset, what, words));
    }

    private static boolean startsWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c > 127 && Character.isLetter(c));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
