package org.hrbudget.rules.internal.language;

import java.util.List;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.Token.TokenKind;

/** Goes through the tokens of a file one by one. */
final class TokenReader {

    private final SourceText source;
    private final Faults faults;
    private final List<Token> tokens;
    private int at;

    TokenReader(SourceText source, Faults faults) {
        this.source = source;
        this.faults = faults;
        this.tokens = SpanishRule.canonical(source, Lexer.tokens(source, faults));
    }

    SourceText source() {
        return source;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != TokenKind.END_OF_FILE) {
            at++;
        }
        return token;
    }

    /** {@return where reading stands, to come back to} */
    int place() {
        return at;
    }

    void backTo(int place) {
        at = place;
    }

    /** {@return the end of the token read last} */
    int lastEnd() {
        return at == 0 ? 0 : tokens.get(at - 1).end();
    }

    boolean takeSign(String sign) {
        boolean found = peek().isSign(sign);
        if (found) {
            at++;
        }
        return found;
    }

    Token expectSign(String sign, Bilingual advice) {
        if (!peek().isSign(sign)) {
            throw unexpected(
                    peek(),
                    RuleWords.of("sign-missing", "sign", sign, "shown", shown(peek()))
                            .advising(advice));
        }
        return next();
    }

    boolean atEnd() {
        return peek().kind() == TokenKind.END_OF_FILE;
    }

    /** {@return whether a rule begins here} */
    boolean atRule() {
        TokenKind second = peekSecond().kind();
        return peek().isWord("rule") && (second == TokenKind.QUOTED || second == TokenKind.BROKEN);
    }

    /** {@return whether nothing of the rule being read can follow: the file ends, or another rule begins} */
    boolean pastRule() {
        return atEnd() || atRule();
    }

    /** {@return whether the rule being read ends here with its last word} */
    boolean atLastWord() {
        if (!peek().isWord("end")) {
            return false;
        }
        at++;
        boolean last = pastRule();
        at--;
        return last;
    }

    /** Tells a fault and goes on. */
    void tell(Token token, FaultText what) {
        if (token.kind() != TokenKind.BROKEN) {
            faults.add(source.fault(token.start(), written(token), what));
        }
    }

    /** {@return a fault to be thrown, unless one was told of the token already} */
    RuntimeException unexpected(Token token, FaultText what) {
        return token.kind() == TokenKind.BROKEN ? new Told() : source.fault(token.start(), written(token), what);
    }

    /** {@return a part of the file, up to the token that is next, with each name as the one that all of a pack's readers know} */
    String canonical(int from) {
        return SpanishRule.canonical(source, tokens, from, peek().start());
    }

    /** {@return the token as it is in the file} */
    String written(Token token) {
        return source.text().substring(token.start(), token.end());
    }

    /** {@return the token as a message shows it} */
    Bilingual shown(Token token) {
        String written = written(token).replace("\"", "");
        return token.kind() == TokenKind.END_OF_FILE
                ? RuleWords.text("end-of-file")
                : new Bilingual('"' + written + '"', "«" + written + "»");
    }
}
