package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.List;
import org.hrbudget.rules.internal.language.RuleText.Constraint;
import org.hrbudget.rules.internal.language.RuleText.PatternText;
import org.hrbudget.rules.internal.language.RuleText.Quoted;
import org.hrbudget.rules.internal.language.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads rule files: the part of DRL in which a rule says when and nothing else.
 *
 * <p>The engine never sees the text of a file, only what is written anew from the tree read here. So this grammar is the
 * allowlist: what it does not know cannot run. See decision 0003.
 */
public final class RuleFileParser {

    private static final String SHAPE =
            "A rule reads: rule \"name-of-the-defect\" @severity(\"...\") @legalBasis(\"...\") when ... then end.";

    private final TokenReader tokens;
    private final Faults faults;

    private RuleFileParser(TokenReader tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    /**
     * {@return the well-formed rules of a file, in its order}
     *
     * @param source the file
     * @param faults collects what is not well formed
     */
    public static List<RuleText> parse(SourceText source, Faults faults) {
        TokenReader tokens = faults.from(() -> new TokenReader(source));
        return tokens == null ? List.of() : new RuleFileParser(tokens, faults).rules();
    }

    private List<RuleText> rules() {
        List<RuleText> rules = new ArrayList<>();
        while (!tokens.atEnd()) {
            RuleText rule = faults.from(this::rule);
            if (rule == null) {
                skipToNextRule();
            } else {
                rules.add(rule);
            }
        }
        return rules;
    }

    private void skipToNextRule() {
        while (!tokens.atEnd()
                && !(tokens.peek().isWord("rule") && tokens.peekSecond().kind() == Kind.QUOTED)) {
            tokens.next();
        }
    }

    private RuleText rule() {
        Token first = tokens.next();
        if (!first.isWord("rule")) {
            throw tokens.unexpected(
                    first, tokens.shown(first) + " cannot stand here.", Forbidden.advice(first.text(), SHAPE));
        }
        Token id = tokens.next();
        if (id.kind() != Kind.QUOTED) {
            throw tokens.unexpected(id, "The name of a rule stands in quotes.", SHAPE);
        }
        Metadata metadata = metadata(id);
        int from = tokens.lastEnd();
        List<PatternText> patterns = new ArrayList<>();
        while (!tokens.peek().isWord("then")) {
            patterns.add(pattern());
        }
        if (patterns.isEmpty()) {
            throw tokens.unexpected(tokens.peek(), "The rule says nothing after \"when\".", SHAPE);
        }
        String condition = tokens.source().text().substring(from, tokens.next().start());
        consequence();
        return new RuleText(
                tokens.source(),
                new Quoted(id.text(), id.start()),
                metadata.severity(),
                metadata.legalBasis(),
                patterns,
                condition.stripIndent().strip());
    }

    private record Metadata(Quoted severity, Quoted legalBasis) {}

    private Metadata metadata(Token id) {
        Quoted severity = null;
        Quoted legalBasis = null;
        while (!tokens.peek().isWord("when")) {
            Token sign = tokens.next();
            if (!sign.isSign("@")) {
                throw tokens.unexpected(
                        sign,
                        tokens.shown(sign) + " cannot stand before \"when\".",
                        Forbidden.advice(sign.text(), SHAPE));
            }
            Token key = tokens.next();
            if (key.isWord("severity") && severity == null) {
                severity = quotedValue(key);
            } else if (key.isWord("legalBasis") && legalBasis == null) {
                legalBasis = quotedValue(key);
            } else {
                throw tokens.unexpected(
                        key,
                        "@" + tokens.written(key) + " is unknown, or stands twice.",
                        "A rule has @severity(\"...\") and @legalBasis(\"...\"), each once.");
            }
        }
        tokens.next();
        if (severity == null || legalBasis == null) {
            throw tokens.unexpected(
                    id,
                    "The rule has no @" + (severity == null ? "severity" : "legalBasis") + ".",
                    "Write @severity(\"...\") and @legalBasis(\"...\") between the name and \"when\".");
        }
        return new Metadata(severity, legalBasis);
    }

    private Quoted quotedValue(Token key) {
        String advice = "Write @" + key.text() + "(\"...\") with one quoted text.";
        tokens.expectSign("(", advice);
        Token value = tokens.next();
        if (value.kind() != Kind.QUOTED) {
            throw tokens.unexpected(value, tokens.shown(value) + " is not a quoted text.", advice);
        }
        tokens.expectSign(")", advice);
        return new Quoted(value.text(), value.start());
    }

    private PatternText pattern() {
        String variable = variableBefore();
        Token word = tokens.next();
        if (word.kind() != Kind.WORD) {
            String advice = word.kind() == Kind.END_OF_FILE
                    ? "End the rule with \"then\" and \"end\", each on a line of its own."
                    : "After \"when\" write the kind of fact and, in parentheses, what holds for it.";
            throw tokens.unexpected(word, tokens.shown(word) + " cannot stand here.", advice);
        }
        if (!tokens.peek().isSign("(")) {
            throw tokens.unexpected(
                    word,
                    tokens.shown(word) + " is not followed by parentheses.",
                    Forbidden.advice(word.text(), "Write " + word.text() + "( what holds )."));
        }
        if (!Forbidden.advice(word.text(), "").isEmpty()) {
            throw tokens.unexpected(word, tokens.shown(word) + " is not allowed.", Forbidden.advice(word.text(), ""));
        }
        tokens.next();
        return new PatternText(variable, word.text(), constraints(), word.start());
    }

    private List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        if (tokens.takeSign(")")) {
            return constraints;
        }
        do {
            int start = tokens.peek().start();
            String variable = variableBefore();
            constraints.add(new Constraint(variable, new ConstraintParser(tokens).expression(), start));
        } while (tokens.takeSign(","));
        Token close = tokens.peek();
        if (!tokens.takeSign(")")) {
            throw tokens.unexpected(
                    close,
                    tokens.shown(close) + " cannot stand here.",
                    Forbidden.advice(
                            close.text(),
                            "Separate what holds with commas and close with \")\"; a rule calls nothing."));
        }
        return constraints;
    }

    private @Nullable String variableBefore() {
        if (tokens.peek().kind() != Kind.VARIABLE || !tokens.peekSecond().isSign(":")) {
            return null;
        }
        String name = tokens.next().text();
        tokens.next();
        return name;
    }

    private void consequence() {
        Token end = tokens.next();
        if (!end.isWord("end")) {
            throw tokens.unexpected(
                    end,
                    tokens.shown(end) + " stands after \"then\".",
                    "A rule only says when: the line after \"then\" is \"end\".");
        }
    }
}
