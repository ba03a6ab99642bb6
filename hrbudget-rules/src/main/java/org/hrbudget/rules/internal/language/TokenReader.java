package org.hrbudget.rules.internal.language;

import java.util.List;
import org.hrbudget.rules.internal.language.Token.Kind;

/** Goes through the tokens of a file one by one. */
final class TokenReader {

    private final SourceText source;
    private final List<Token> tokens;
    private int at;

    TokenReader(SourceText source) {
        this.source = source;
        this.tokens = Lexer.tokens(source);
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
        if (token.kind() != Kind.END_OF_FILE) {
            at++;
        }
        return token;
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

    Token expectSign(String sign, String why) {
        if (!peek().isSign(sign)) {
            throw unexpected(peek(), "\"" + sign + "\" is missing before " + shown(peek()) + ".", why);
        }
        return next();
    }

    boolean atEnd() {
        return peek().kind() == Kind.END_OF_FILE;
    }

    Fault unexpected(Token token, String problem, String advice) {
        return source.fault(token.start(), token.kind() == Kind.END_OF_FILE ? "" : written(token), problem, advice);
    }

    /** {@return the token as it stands in the file} */
    String written(Token token) {
        return source.text().substring(token.start(), token.end());
    }

    /** {@return the token as a message shows it} */
    String shown(Token token) {
        return token.kind() == Kind.END_OF_FILE
                ? token.text()
                : "\"" + written(token).replace("\"", "") + "\"";
    }
}
