package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.MemberOf;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.Expression.Product;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.Token.TokenKind;

/** Reads one constraint: what is between two commas of a pattern. */
final class ConstraintParser {

    /** Deeper than any law needs, and shallow enough for the stack. */
    private static final int DEEPEST = 20;

    private static final int MOST_OPERANDS = 100;
    private static final int MOST_VALUES = 500;

    /** Signs that other languages compare with, and the one that is meant. */
    private static final Map<String, Operator> WRONG_SIGNS = Map.of(
            "=", Operator.EQUAL,
            "===", Operator.EQUAL,
            "!==", Operator.UNEQUAL,
            "<>", Operator.UNEQUAL,
            "=<", Operator.AT_MOST,
            "=>", Operator.AT_LEAST);

    private final TokenReader tokens;
    private int depth;
    private int operands;

    ConstraintParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    Expression expression() {
        Expression left = conjunction();
        while (takeJoin("||", "|", "or")) {
            left = new Logic(false, left, conjunction());
        }
        return left;
    }

    private Expression conjunction() {
        Expression left = comparison();
        while (takeJoin("&&", "&", "and")) {
            left = new Logic(true, left, comparison());
        }
        return left;
    }

    /** Takes a sign that joins conditions, also where it is half written or spelt out, which is told. */
    private boolean takeJoin(String sign, String half, String word) {
        Token next = tokens.peek();
        if (next.isSign(half) || next.isWord(word)) {
            tokens.tell(next, RuleWords.of("join-otherwise", "shown", tokens.shown(next), "sign", sign));
            tokens.next();
            return true;
        }
        return tokens.takeSign(sign);
    }

    private Expression comparison() {
        Expression left = sum();
        Optional<Operator> operator = takeOperator();
        if (operator.isPresent()) {
            Comparison comparison = new Comparison(operator.get(), left, sum());
            Token next = tokens.peek();
            if (operatorAt(next).isPresent()) {
                throw tokens.unexpected(next, RuleWords.of("comparison-chained"));
            }
            return comparison;
        }
        boolean negated = tokens.peek().isWord("not")
                && (tokens.peekSecond().isWord("matches")
                        || tokens.peekSecond().isWord("in")
                        || tokens.peekSecond().isWord("memberOf"));
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
        if (tokens.peek().isWord("memberOf")) {
            tokens.next();
            return memberOf(left, negated);
        }
        return left;
    }

    private static Optional<Operator> operatorAt(Token token) {
        return Arrays.stream(Operator.values())
                .filter(candidate -> token.isSign(candidate.sign()))
                .findFirst();
    }

    private Optional<Operator> takeOperator() {
        Token token = tokens.peek();
        Optional<Operator> operator = operatorAt(token);
        if (operator.isEmpty() && token.kind() == TokenKind.SIGN && WRONG_SIGNS.containsKey(token.text())) {
            operator = Optional.ofNullable(WRONG_SIGNS.get(token.text()));
            String meant = operator.map(Operator::sign).orElse("");
            tokens.tell(token, RuleWords.of("comparison-sign", "written", token.text(), "sign", meant));
        }
        operator.ifPresent(found -> tokens.next());
        return operator;
    }

    private Matches matches(Expression left, boolean negated) {
        Token form = quoted("matches");
        CodeForm parsed = CodeForm.of(form.text())
                .orElseThrow(() -> tokens.unexpected(form, RuleWords.of("code-form", "shown", tokens.shown(form))));
        return new Matches(left, negated, parsed, form.end());
    }

    private OneOf oneOf(Expression left, boolean negated) {
        Bilingual advice = RuleWords.text("advice.in");
        tokens.expectSign("(", advice);
        List<String> values = new ArrayList<>();
        do {
            Token value = quoted("in (");
            values.add(plain(value));
            if (values.size() > MOST_VALUES) {
                throw tokens.unexpected(value, RuleWords.of("condition-long"));
            }
        } while (tokens.takeSign(","));
        Token close = tokens.expectSign(")", advice);
        return new OneOf(left, negated, List.copyOf(values), close.end());
    }

    private MemberOf memberOf(Expression left, boolean negated) {
        Token list = tokens.next();
        if (list.kind() != TokenKind.VARIABLE) {
            throw tokens.unexpected(list, RuleWords.of("list-unnamed", "shown", tokens.shown(list)));
        }
        return new MemberOf(left, negated, new Variable(list.text(), list.start(), list.end()));
    }

    private Token quoted(String after) {
        Token token = tokens.next();
        if (token.kind() != TokenKind.QUOTED) {
            throw tokens.unexpected(token, RuleWords.of("text-unquoted", "shown", tokens.shown(token), "after", after));
        }
        return token;
    }

    private Expression sum() {
        Expression left = product();
        while (tokens.peek().isSign("+") || tokens.peek().isSign("-")) {
            boolean plus = tokens.next().isSign("+");
            left = new Sum(plus, left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = operand();
        while (tokens.peek().isSign("*")) {
            tokens.next();
            left = new Product(left, operand());
        }
        if (tokens.peek().isSign("/") || tokens.peek().isSign("%")) {
            Token sign = tokens.peek();
            throw tokens.unexpected(sign, RuleWords.of("division", "shown", tokens.shown(sign)));
        }
        return left;
    }

    private Expression operand() {
        Token token = tokens.next();
        if (++operands > MOST_OPERANDS) {
            throw tokens.unexpected(token, RuleWords.of("condition-long"));
        }
        return switch (token.kind()) {
            case WORD -> word(token);
            case VARIABLE -> new Variable(token.text(), token.start(), token.end());
            case QUOTED -> new Literal(Literal.Form.TEXT, plain(token), token.start(), token.end());
            case NUMBER -> number(token);
            case SIGN -> prefixed(token);
            case BROKEN, END_OF_FILE -> throw tokens.unexpected(token, RuleWords.of("rule-unfinished"));
        };
    }

    private Expression word(Token token) {
        if (token.isWord("true") || token.isWord("false")) {
            return new Literal(Literal.Form.BOOLEAN, token.text(), token.start(), token.end());
        }
        if (token.isWord("null")) {
            return new Literal(Literal.Form.NULL, token.text(), token.start(), token.end());
        }
        Forbidden.advice(token.text()).ifPresent(advice -> {
            throw tokens.unexpected(
                    token,
                    RuleWords.of("word-forbidden", "shown", tokens.shown(token)).advising(advice));
        });
        if (token.isWord("then") || token.isWord("end")) {
            throw tokens.unexpected(token, RuleWords.of("value-missing", "shown", tokens.shown(token)));
        }
        if (!tokens.takeSign(".")) {
            return new Name(token.text(), "", token.start(), token.end());
        }
        Token member = tokens.next();
        if (!member.isWord("empty") && !member.isWord("size")) {
            throw tokens.unexpected(
                    member, RuleWords.of("member-unknown", "shown", tokens.shown(member), "property", token.text()));
        }
        return new Name(token.text(), member.text(), token.start(), member.end());
    }

    private Literal number(Token token) {
        if (!token.text().equals("0")) {
            throw tokens.unexpected(token, RuleWords.of("number-in-rule", "number", token.text()));
        }
        return new Literal(Literal.Form.ZERO, "0", token.start(), token.end());
    }

    private Expression prefixed(Token token) {
        if (token.isSign("-") && tokens.peek().kind() == TokenKind.NUMBER) {
            throw tokens.unexpected(
                    token,
                    RuleWords.of("number-in-rule", "number", "-" + tokens.peek().text()));
        }
        if (!token.isSign("!") && !token.isSign("(")) {
            throw tokens.unexpected(token, RuleWords.of("value-missing", "shown", tokens.shown(token)));
        }
        if (++depth > DEEPEST) {
            throw tokens.unexpected(token, RuleWords.of("parentheses-deep"));
        }
        Expression inner;
        if (token.isSign("!")) {
            Expression operand = operand();
            inner = new Not(operand, token.start(), operand.end());
        } else {
            inner = expression();
            tokens.expectSign(")", RuleWords.text("advice.close"));
        }
        depth--;
        return inner;
    }

    /** A backslash would be read once more by the engine, and what is not seen would never match what a budget says. */
    private String plain(Token token) {
        if (token.text().indexOf('\\') >= 0) {
            throw tokens.unexpected(token, RuleWords.of("backslash", "shown", tokens.shown(token)));
        }
        token.text().codePoints().filter(ConstraintParser::misleads).findFirst().ifPresent(c -> {
            throw tokens.unexpected(token, RuleWords.of("text-misleads", "number", Typography.number(c)));
        });
        return token.text();
    }

    private static boolean misleads(int c) {
        return Typography.isInvisible(c)
                || Typography.isBlank(c)
                || Typography.twin(c).isPresent();
    }
}
