package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.List;
import org.hrbudget.rules.internal.language.RuleText.Constraint;
import org.hrbudget.rules.internal.language.RuleText.Demand;
import org.hrbudget.rules.internal.language.RuleText.PatternText;
import org.hrbudget.rules.internal.language.Token.TokenKind;
import org.jspecify.annotations.Nullable;

/** Reads the condition of a rule: kinds of facts, each with its constraints in parentheses. */
final class PatternParser {

    private static final int MOST_PATTERNS = 20;
    private static final int MOST_CONSTRAINTS = 100;

    private final Reading reading;
    private final TokenReader tokens;
    private int choices;

    PatternParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    /** {@return the patterns up to the end of the condition} */
    List<PatternText> patterns() {
        List<PatternText> patterns = new ArrayList<>();
        boolean soFar = reading.whole();
        while (!tokens.peek().isWord("then")) {
            Token token = tokens.peek();
            if (tokens.pastRule() || tokens.atLastWord()) {
                reading.tell(token, RuleWords.of(tokens.atLastWord() ? "then-missing" : "rule-unfinished"));
                return patterns;
            }
            if (token.kind() == TokenKind.WORD && tokens.peekSecond().isWord("end") && Reading.meant(token, "then")) {
                reading.tellMisspelt(token, "then");
                tokens.next();
                return patterns;
            }
            List<PatternText> element = reading.attempt(this::element);
            if (element == null) {
                reading.skipToThen();
                return patterns;
            }
            patterns.addAll(element);
            if (patterns.size() > MOST_PATTERNS) {
                reading.tell(token, RuleWords.of("condition-long"));
                reading.skipToThen();
                return patterns;
            }
        }
        if (patterns.isEmpty() && soFar) {
            reading.tell(tokens.peek(), RuleWords.of("when-empty"));
        }
        return patterns;
    }

    /** {@return the pattern that comes next, or several of which one must be there} */
    private List<PatternText> element() {
        Token word = tokens.peek();
        Demand demand = word.isWord("not") ? Demand.NOT : word.isWord("exists") ? Demand.EXISTS : Demand.FACT;
        if (demand == Demand.FACT) {
            return List.of(pattern(demand));
        }
        tokens.next();
        Token after = tokens.peek();
        if (after.isWord("not") || after.isWord("exists")) {
            throw tokens.unexpected(after, RuleWords.of("demand-twice", "first", word.text(), "second", after.text()));
        }
        if (!tokens.takeSign("(")) {
            return List.of(pattern(demand));
        }
        List<PatternText> all = new ArrayList<>(List.of(pattern(demand)));
        while (tokens.peek().isWord("or")) {
            Token or = tokens.next();
            if (demand == Demand.NOT) {
                throw tokens.unexpected(or, RuleWords.of("not-or"));
            }
            all.add(pattern(demand));
        }
        if (tokens.peek().isWord("and")) {
            throw tokens.unexpected(tokens.peek(), RuleWords.of("demand-and", "demand", word.text()));
        }
        tokens.expectSign(")", RuleWords.text("advice.demand"));
        int choice = all.size() == 1 ? 0 : ++choices;
        return all.stream().map(pattern -> pattern.demanded(demand, choice)).toList();
    }

    private PatternText pattern(Demand demand) {
        String variable = variableBefore();
        Token word = tokens.next();
        if (word.isSign(")")) {
            throw tokens.unexpected(word, RuleWords.of("parenthesis-extra"));
        }
        if (word.kind() != TokenKind.WORD) {
            throw tokens.unexpected(word, RuleWords.of("fact-missing", "shown", tokens.shown(word)));
        }
        Forbidden.advice(word.text()).ifPresent(advice -> {
            throw tokens.unexpected(
                    word,
                    RuleWords.of("word-forbidden", "shown", tokens.shown(word)).advising(advice));
        });
        if (!tokens.peek().isSign("(")) {
            throw tokens.unexpected(
                    word, RuleWords.of("fact-without-parentheses", "shown", tokens.shown(word), "word", word.text()));
        }
        return new PatternText(demand, 0, variable, word.text(), constraints(tokens.next()), word.start());
    }

    private List<Constraint> constraints(Token open) {
        List<Constraint> constraints = new ArrayList<>();
        if (tokens.takeSign(")")) {
            return constraints;
        }
        do {
            int place = tokens.place();
            Constraint constraint = reading.attempt(this::constraint);
            if (constraint != null && endsWell(open)) {
                constraints.add(constraint);
            } else {
                tokens.backTo(place);
                if (!skipToNextConstraint()) {
                    return constraints;
                }
            }
            if (constraints.size() > MOST_CONSTRAINTS) {
                throw tokens.unexpected(tokens.peek(), RuleWords.of("condition-long"));
            }
        } while (tokens.takeSign(",") || commaForgotten());
        tokens.takeSign(")");
        return constraints;
    }

    private Constraint constraint() {
        int start = tokens.peek().start();
        String variable = variableBefore();
        return new Constraint(variable, new ConstraintParser(tokens).expression(), start);
    }

    /** {@return whether a constraint is followed by what may follow it, or by what may be read on from} */
    private boolean endsWell(Token open) {
        Token next = tokens.peek();
        if (next.isSign(",") || next.isSign(")")) {
            return true;
        }
        if (next.isWord("then") || tokens.pastRule() || tokens.atLastWord() || reading.atPattern()) {
            reading.tell(open, RuleWords.of("parenthesis-open"));
            return true;
        }
        if (commaForgotten()) {
            reading.tell(next, RuleWords.of("comma-missing", "shown", tokens.shown(next)));
            return true;
        }
        FaultText what = RuleWords.of("constraint-goes-on", "shown", tokens.shown(next));
        reading.attempt(() -> {
            throw tokens.unexpected(next, what.advising(Reading.insteadOf(next, what.advice())));
        });
        return false;
    }

    /** {@return whether what comes next can only be another constraint} */
    private boolean commaForgotten() {
        Token next = tokens.peek();
        Token second = tokens.peekSecond();
        if (next.kind() == TokenKind.VARIABLE) {
            return second.isSign(":");
        }
        boolean goesOn = second.kind() == TokenKind.SIGN
                && List.of("==", "!=", "<", "<=", ">", ">=", ",", ")", ".").contains(second.text());
        return next.kind() == TokenKind.WORD
                && Forbidden.advice(next.text()).isEmpty()
                && (goesOn || second.isWord("matches") || second.isWord("in") || second.isWord("memberOf"));
    }

    /** {@return whether the comma or the closing parenthesis was found that ends the constraint beginning here} */
    private boolean skipToNextConstraint() {
        int depth = 0;
        while (!tokens.pastRule() && !tokens.peek().isWord("then") && !tokens.atLastWord()) {
            Token token = tokens.peek();
            boolean signs = token.kind() == TokenKind.SIGN;
            if (depth == 0 && signs && (token.text().equals(",") || token.text().equals(")"))) {
                return true;
            }
            depth += signs && "([{".contains(token.text()) ? 1 : 0;
            depth -= signs && ")]}".contains(token.text()) ? 1 : 0;
            tokens.next();
        }
        return false;
    }

    private @Nullable String variableBefore() {
        if (tokens.peek().kind() != TokenKind.VARIABLE || !tokens.peekSecond().isSign(":")) {
            return null;
        }
        String name = tokens.next().text();
        tokens.next();
        return name;
    }
}
