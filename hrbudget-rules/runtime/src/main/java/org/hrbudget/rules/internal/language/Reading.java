package org.hrbudget.rules.internal.language;

import java.util.List;
import java.util.function.Supplier;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.Token.TokenKind;
import org.hrbudget.text.Nearest;
import org.jspecify.annotations.Nullable;

/** The reading of one rule file: where it stands, and whether all of the rule being read could be read. */
final class Reading {

    private final TokenReader tokens;
    private final Faults faults;
    private boolean whole = true;

    Reading(TokenReader tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    TokenReader tokens() {
        return tokens;
    }

    /** Begins another rule. */
    void begin() {
        whole = true;
    }

    /** {@return whether all of the rule could be read so far} */
    boolean whole() {
        return whole;
    }

    /** {@return what a step reads, or {@code null} where it meets a fault, which is told} */
    <T> @Nullable T attempt(Supplier<T> step) {
        int before = faults.size();
        try {
            T read = step.get();
            whole &= faults.size() == before;
            return read;
        } catch (Fault fault) {
            faults.add(fault);
        } catch (Told told) {
            // Nothing is left to say of it.
        }
        whole = false;
        return null;
    }

    /** Tells a fault and goes on. */
    void tell(Token token, FaultText what) {
        tokens.tell(token, what);
        whole = false;
    }

    /** Tells that a word is written otherwise than it was probably meant. */
    void tellMisspelt(Token token, String word) {
        tell(token, RuleWords.of("keyword-misspelt", "written", token.text(), "word", word));
    }

    /** {@return whether a word is probably a slip of the hand for another} */
    static boolean meant(Token token, String word) {
        return token.kind() == TokenKind.WORD
                && !Nearest.to(token.text(), List.of(word)).isEmpty();
    }

    /** {@return what to do instead of a word that is forbidden, and other advice on anything else} */
    static Bilingual insteadOf(Token token, Bilingual otherwise) {
        return token.kind() == TokenKind.WORD ? Forbidden.advice(token.text()).orElse(otherwise) : otherwise;
    }

    /** {@return whether a kind of fact and its parenthesis follow, by the look of them} */
    boolean atPattern() {
        Token next = tokens.peek();
        boolean named = next.kind() == TokenKind.VARIABLE && tokens.peekSecond().isSign(":");
        return named
                || (next.kind() == TokenKind.WORD
                        && Character.isUpperCase(next.text().charAt(0))
                        && tokens.peekSecond().isSign("("));
    }

    /** Goes on to the end of the condition, or of the rule where the condition has none. */
    void skipToThen() {
        while (!tokens.pastRule() && !tokens.peek().isWord("then") && !tokens.atLastWord()) {
            tokens.next();
        }
    }
}
