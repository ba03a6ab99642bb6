package org.hrbudget.rules.internal.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.Token.TokenKind;

/**
 * Reads the Spanish names in a rule file as the words they stand for, so that nothing after it knows more than one name of a thing;
 * and says what is wrong with such a rule in the words of its author.
 */
public final class SpanishRule {

    /** Where a word may stand, each of which ends what was open. */
    private static final Set<String> OUTSIDE = Set.of("rule", "when", "then", "end");

    private static final String NULL = "null";
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    /** What follows a property where a text says how to write a condition. */
    private static final Pattern CODE_AFTER = Pattern.compile("\\s*(?:[!=<>]=|[<>]|\\.[a-z]|\").*", Pattern.DOTALL);

    private SpanishRule() {}

    /** {@return the tokens with each Spanish name as what it stands for, where it stands} */
    static List<Token> canonical(List<Token> tokens) {
        return renamed(tokens, new ArrayList<>());
    }

    /** Adds for each word what it is a word of. */
    private static List<Token> renamed(List<Token> tokens, List<Aliases> of) {
        List<Token> read = new ArrayList<>(tokens.size());
        Deque<String> facts = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token before = i == 0 ? token : read.get(i - 1);
            Aliases names = Aliases.of("");
            if (token.kind() == TokenKind.WORD) {
                if (OUTSIDE.contains(token.text())) {
                    facts.clear();
                }
                boolean opens = i + 1 < tokens.size() && tokens.get(i + 1).isSign("(");
                names = names(token.text(), before, opens, facts.isEmpty() ? "" : facts.getFirst());
                token = token.meaning(names.meant(token.text()));
            } else if (token.isSign("(")) {
                boolean ofFact = before.kind() == TokenKind.WORD
                        && Character.isUpperCase(before.text().charAt(0));
                facts.push(ofFact ? before.text() : facts.isEmpty() ? "" : facts.getFirst());
            } else if (token.isSign(")") && !facts.isEmpty()) {
                facts.pop();
            }
            read.add(token);
            of.add(names);
        }
        return read;
    }

    private static Aliases names(String word, Token before, boolean opens, String fact) {
        if (before.isSign("@") || before.isSign(".")) {
            return Aliases.of(before.isSign("@") ? "metadata" : "member");
        }
        boolean outside = opens && Character.isUpperCase(word.charAt(0));
        return Aliases.of(outside ? "fact" : fact);
    }

    /**
     * {@return a rule file with the Spanish name of each of its words}
     *
     * @param source a file without faults
     */
    public static String inSpanish(SourceText source) {
        List<Aliases> of = new ArrayList<>();
        List<Token> tokens = renamed(Lexer.tokens(source, new Faults()), of);
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String name = switch (token.kind()) {
                case WORD -> Aliases.of("rule").name(of.get(i).name(token.text()));
                case QUOTED ->
                    isSeverity(tokens, i) ? '"' + Aliases.of("severity").name(token.text()) + '"' : "";
                default -> "";
            };
            // What has no Spanish name stays as its author spelt it.
            if (!name.isEmpty() && !name.equals(token.text())) {
                text.append(source.text(), at, token.start()).append(name);
                at = token.end();
            }
        }
        return text.append(source.text(), at, source.text().length()).toString();
    }

    private static boolean isSeverity(List<Token> tokens, int at) {
        return at > 2
                && tokens.get(at - 2).isWord("severity")
                && tokens.get(at - 3).isSign("@");
    }

    /** {@return a part of a file with each Spanish name as what it stands for} */
    static String canonical(SourceText source, List<Token> tokens, int from, int to) {
        StringBuilder text = new StringBuilder();
        int at = from;
        for (Token token : tokens) {
            if (token.kind() == TokenKind.WORD && token.start() >= at && token.end() <= to) {
                text.append(source.text(), at, token.start()).append(token.text());
                at = token.end();
            }
        }
        return text.append(source.text(), at, to).toString();
    }

    /** {@return faults of a rule, each with the names that its author wrote} */
    static List<RulePackException.Fault> asWritten(RuleText rule, List<RulePackException.Fault> faults) {
        SourceText source = rule.source();
        int from = rule.id().start();
        Map<String, String> written = new LinkedHashMap<>();
        for (Token token : canonical(Lexer.tokens(source, new Faults()))) {
            String text = source.text().substring(token.start(), token.end());
            if (token.isWord("rule") && token.start() > from) {
                break;
            }
            if (token.kind() == TokenKind.WORD
                    && token.start() > from
                    && !token.text().equals(text)) {
                written.putIfAbsent(token.text(), text);
            }
        }
        if (written.isEmpty()) {
            return faults;
        }
        written.putIfAbsent(NULL, Aliases.of("rule").name(NULL));
        return faults.stream().map(fault -> asWritten(fault, written)).toList();
    }

    private static RulePackException.Fault asWritten(RulePackException.Fault fault, Map<String, String> written) {
        return new RulePackException.Fault(
                fault.kind(),
                fault.file(),
                fault.line(),
                fault.column(),
                fault.cell(),
                fault.excerpt(),
                written.getOrDefault(fault.text(), fault.text()),
                asWritten(fault.problem(), written),
                asWritten(fault.advice(), written));
    }

    private static Bilingual asWritten(Bilingual text, Map<String, String> written) {
        return new Bilingual(asWritten(text.en(), written), asWritten(text.es(), written));
    }

    /** Leaves words of a sentence alone: a property that is one, such as "amount", is replaced only in quotes or in a condition. */
    private static String asWritten(String text, Map<String, String> written) {
        Matcher words = WORD.matcher(text);
        StringBuilder told = new StringBuilder();
        while (words.find()) {
            String word = words.group();
            boolean name = word.equals(NULL)
                    || word.chars().anyMatch(Character::isUpperCase)
                    || CODE_AFTER.matcher(text.substring(words.end())).matches();
            words.appendReplacement(told, Matcher.quoteReplacement(name ? written.getOrDefault(word, word) : word));
        }
        return words.appendTail(told).toString();
    }
}
