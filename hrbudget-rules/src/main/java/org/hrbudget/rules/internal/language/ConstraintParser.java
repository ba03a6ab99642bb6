package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.Token.Kind;

/** Reads one constraint: what stands between two commas of a pattern. */
final class ConstraintParser {

    /** Deeper than any law needs, and shallow enough for the stack. */
    private static final int DEEPEST = 20;

    private static final int MOST_OPERANDS = 100;

    private final TokenReader tokens;
    private int depth;
    private int operands;

    ConstraintParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    Expression expression() {
        Expression left = conjunction();
        while (tokens.takeSign("||")) {
            left = new Logic(false, left, conjunction());
        }
        return left;
    }

    private Expression conjunction() {
        Expression left = comparison();
        while (tokens.takeSign("&&")) {
            left = new Logic(true, left, comparison());
        }
        return left;
    }

    private Expression comparison() {
        Expression left = sum();
        Optional<Operator> operator = Arrays.stream(Operator.values())
                .filter(candidate -> tokens.peek().isSign(candidate.sign()))
                .findFirst();
        if (operator.isPresent()) {
            tokens.next();
            return new Comparison(operator.get(), left, sum());
        }
        boolean negated = tokens.peek().isWord("not")
                && (tokens.peekSecond().isWord("matches") || tokens.peekSecond().isWord("in"));
        if (negated) {
            tokens.next();
        }
        if (tokens.peek().isWord("matches")) {
            tokens.next();
            return matches(left, negated);
        }
        if (tokens.peek().isWord("in")) {
            tokens.next();
            return oneOf(left, negated);
        }
        return left;
    }

    private Matches matches(Expression left, boolean negated) {
        Token form = quoted("matches");
        CodeForm parsed = CodeForm.of(form.text())
                .orElseThrow(() -> tokens.unexpected(
                        form,
                        tokens.shown(form) + " is not the form of a code.",
                        "Use letters, digits, classes such as [0-9], fixed counts such as {2}, \"?\" for what may be"
                                + " missing, and [.] for a dot; no *, +, | or groups."));
        return new Matches(left, negated, parsed, form.end());
    }

    private OneOf oneOf(Expression left, boolean negated) {
        String advice = "Write in (\"...\", \"...\") with quoted texts.";
        tokens.expectSign("(", advice);
        List<String> values = new ArrayList<>();
        do {
            values.add(plain(quoted("in (")));
        } while (tokens.takeSign(","));
        Token close = tokens.expectSign(")", advice);
        return new OneOf(left, negated, List.copyOf(values), close.end());
    }

    private Token quoted(String after) {
        Token token = tokens.next();
        if (token.kind() != Kind.QUOTED) {
            throw tokens.unexpected(
                    token,
                    tokens.shown(token) + " is not a quoted text.",
                    "Write a text in quotes after " + after + ".");
        }
        return token;
    }

    private Expression sum() {
        Expression left = operand();
        while (tokens.peek().isSign("+") || tokens.peek().isSign("-")) {
            boolean plus = tokens.next().isSign("+");
            left = new Sum(plus, left, operand());
        }
        return left;
    }

    private Expression operand() {
        Token token = tokens.next();
        if (++operands > MOST_OPERANDS) {
            throw tokens.unexpected(token, "This condition is too long.", "Write several rules.");
        }
        return switch (token.kind()) {
            case WORD -> word(token);
            case VARIABLE -> new Variable(token.text(), token.start(), token.end());
            case QUOTED -> new Literal(Literal.Kind.TEXT, plain(token), token.start(), token.end());
            case NUMBER -> number(token);
            case SIGN -> prefixed(token);
            case END_OF_FILE ->
                throw tokens.unexpected(
                        token, "The file ends within a rule.", "End the rule with \"then\" and \"end\".");
        };
    }

    private Expression word(Token token) {
        if (token.isWord("true") || token.isWord("false")) {
            return new Literal(Literal.Kind.BOOLEAN, token.text(), token.start(), token.end());
        }
        if (token.isWord("null")) {
            return new Literal(Literal.Kind.NULL, token.text(), token.start(), token.end());
        }
        if (!Forbidden.advice(token.text(), "").isEmpty()) {
            throw tokens.unexpected(
                    token, tokens.shown(token) + " is not allowed.", Forbidden.advice(token.text(), ""));
        }
        if (!tokens.takeSign(".")) {
            return new Name(token.text(), "", token.start(), token.end());
        }
        Token member = tokens.next();
        if (!member.isWord("empty") && !member.isWord("size")) {
            throw tokens.unexpected(
                    member,
                    tokens.shown(member) + " cannot be asked of \"" + token.text() + "\".",
                    "Only a list may be asked, and only for .empty or .size; a rule calls nothing.");
        }
        return new Name(token.text(), member.text(), token.start(), member.end());
    }

    private Literal number(Token token) {
        if (!token.text().equals("0")) {
            throw tokens.unexpected(
                    token,
                    "The number " + token.text() + " stands in a rule.",
                    "Give it a code in parameters.csv and write Parameter( code == \"that-code\", $limit : value ) above.");
        }
        return new Literal(Literal.Kind.ZERO, "0", token.start(), token.end());
    }

    private Expression prefixed(Token token) {
        if (!token.isSign("!") && !token.isSign("(")) {
            throw tokens.unexpected(
                    token,
                    tokens.shown(token) + " cannot stand here.",
                    "Write a property, a $name given before, true, false, null, 0 or a text in double quotes.");
        }
        if (++depth > DEEPEST) {
            throw tokens.unexpected(token, "Too many parentheses within each other.", "Write several rules.");
        }
        Expression inner;
        if (token.isSign("!")) {
            Expression operand = operand();
            inner = new Not(operand, token.start(), operand.end());
        } else {
            inner = expression();
            tokens.expectSign(")", "Close the parenthesis; a rule calls nothing.");
        }
        depth--;
        return inner;
    }

    /** A backslash would be read once more by the engine. */
    private String plain(Token token) {
        if (token.text().indexOf('\\') >= 0) {
            throw tokens.unexpected(
                    token, tokens.shown(token) + " holds a backslash.", "Write the text without backslashes.");
        }
        return token.text();
    }
}
