package org.hrbudget.rules.internal.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
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

    /** What a text in Spanish never means otherwise. */
    private static final Set<String> OPERATORS =
            Set.of(NULL, "true", "false", "not", "in", "memberOf", "matches", "exists", "or", "empty", "size");

    private static final int MOST_WORDS = 4;

    /** How Spanish operators of several words begin. */
    private static final Set<String> FIRST_WORDS = OPERATORS.stream()
            .flatMap(word -> Aliases.of("rule").names().getOrDefault(word, List.of()).stream())
            .filter(name -> name.contains(" "))
            .map(name -> Spelling.loose(name.substring(0, name.indexOf(' '))))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    /** What follows a property where a text says how to write a condition. */
    private static final Pattern CODE_AFTER = Pattern.compile("\\s*(?:[!=<>]=|[<>]|\\.[a-z]|[\"»]).*", Pattern.DOTALL);

    /** What a property follows where a text says how to name it. */
    private static final Pattern CODE_BEFORE = Pattern.compile("\\$[a-z]+ : $");

    private SpanishRule() {}

    /** {@return the tokens with each Spanish name as what it stands for, where it stands} */
    static List<Token> canonical(SourceText source, List<Token> tokens) {
        return renamed(source, tokens, new ArrayList<>());
    }

    /** Adds for each word what it is a word of. */
    private static List<Token> renamed(SourceText source, List<Token> written, List<Aliases> of) {
        List<Token> tokens = operators(source, written);
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

    /** Takes the words of an operator for one: "pertenece a". A list in parentheses and one with a name are asked by the same words. */
    private static List<Token> operators(SourceText source, List<Token> tokens) {
        List<Token> read = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            int last = i;
            String meant = "";
            for (int words = beginsOperator(tokens.get(i)) ? MOST_WORDS : 0; words > 0 && meant.isEmpty(); words--) {
                last = Math.min(i + words, tokens.size()) - 1;
                meant = operator(source, tokens.subList(i, last + 1));
            }
            Token token = tokens.get(i);
            if (!meant.isEmpty()) {
                Token next = tokens.get(Math.min(last + 1, tokens.size() - 1));
                boolean asks = meant.equals("in") || meant.equals("memberOf");
                if (asks && (next.isSign("(") || next.kind() == TokenKind.VARIABLE)) {
                    meant = next.isSign("(") ? "in" : "memberOf";
                }
                token = new Token(
                        TokenKind.WORD, meant, token.start(), tokens.get(last).end());
                i = last;
            }
            read.add(token);
        }
        return read;
    }

    /** Of a Spanish name of one word the lexer has made what it stands for. */
    private static boolean beginsOperator(Token token) {
        return token.kind() == TokenKind.WORD
                && (OPERATORS.contains(token.text())
                        || FIRST_WORDS.contains(token.text().toLowerCase(Locale.ROOT)));
    }

    /** {@return the operator that words are the Spanish name of; blank where they are none} */
    private static String operator(SourceText source, List<Token> words) {
        if (!words.stream().allMatch(word -> word.kind() == TokenKind.WORD)) {
            return "";
        }
        String written = words.stream()
                .map(word -> source.text().substring(word.start(), word.end()))
                .collect(Collectors.joining(" "));
        String meant = Aliases.of("rule").meant(written);
        return !meant.equals(written) && OPERATORS.contains(meant) ? meant : "";
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
        List<Token> tokens = renamed(source, Lexer.tokens(source, new Faults()), of);
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

    /** {@return faults of a rule file, each in the names that the author of its rule wrote, and all in Spanish where one of them is} */
    static List<RulePackException.Fault> asWritten(SourceText source, List<RulePackException.Fault> faults) {
        if (faults.isEmpty()) {
            return faults;
        }
        NavigableMap<Integer, Names> rules = names(source);
        return faults.stream()
                .map(fault -> asWritten(fault, ofLine(rules, fault.line())))
                .toList();
    }

    /**
     * {@return whether its author wrote some word of a rule in Spanish}
     *
     * @param rule the rule
     */
    public static boolean isSpanish(RuleText rule) {
        int line = 1 + lineEnds(rule.source(), 0, rule.id().start());
        return ofLine(names(rule.source()), line).isSpanish();
    }

    private static Names ofLine(NavigableMap<Integer, Names> rules, int line) {
        return Objects.requireNonNull(rules.floorEntry(line)).getValue();
    }

    /**
     * {@return what writes conditions in Spanish}
     *
     * @param fact the kind of fact that they are about
     */
    public static ExpressionPrinter printer(String fact) {
        return new ExpressionPrinter() {
            @Override
            public String word(String of, String word) {
                return Aliases.of(of.equals("property") ? fact : of).name(word);
            }
        };
    }

    private static int lineEnds(SourceText source, int from, int to) {
        return (int)
                source.text().substring(from, to).chars().filter(c -> c == '\n').count();
    }

    /** {@return the names in each rule of a file, by the line that it begins in} */
    private static NavigableMap<Integer, Names> names(SourceText source) {
        Names names = new Names();
        NavigableMap<Integer, Names> rules = new TreeMap<>(Map.of(0, names));
        int line = 1;
        int at = 0;
        for (Token token : canonical(source, Lexer.tokens(source, new Faults()))) {
            line += lineEnds(source, at, token.start());
            at = token.start();
            if (token.isWord("rule")) {
                names = new Names();
                rules.put(line, names);
            } else if (token.kind() == TokenKind.WORD) {
                names.add(token.text(), source.text().substring(token.start(), token.end()));
            }
        }
        return rules;
    }

    /** The names in a rule that its author wrote otherwise, by what they stand for, and those that its author did not write, in Spanish. */
    private static final class Names {

        private final Map<String, String> written = new LinkedHashMap<>();
        private final Map<String, String> spanish = new LinkedHashMap<>();
        private final Set<String> facts = new LinkedHashSet<>();

        void add(String word, String text) {
            facts.add(word);
            if (!word.equals(text) && (word.equals(NULL) || !OPERATORS.contains(word))) {
                written.putIfAbsent(word, text);
            }
            if (spanish.isEmpty() && !Spelling.loose(word).equals(Spelling.loose(text))) {
                List.of("fact", "rule", "member").forEach(this::take);
                written.putIfAbsent(NULL, Aliases.of("rule").name(NULL));
            }
        }

        private void take(String of) {
            Aliases.of(of).names().forEach((word, names) -> spanish.putIfAbsent(word, names.get(0)));
        }

        Map<String, String> inEnglish() {
            return written;
        }

        boolean isSpanish() {
            return !spanish.isEmpty();
        }

        Map<String, String> inSpanish() {
            Map<String, String> all = new LinkedHashMap<>(written);
            if (isSpanish()) {
                facts.forEach(this::take);
                spanish.forEach(all::putIfAbsent);
            }
            return all;
        }
    }

    private static RulePackException.Fault asWritten(RulePackException.Fault fault, Names names) {
        return new RulePackException.Fault(
                fault.kind(),
                fault.file(),
                fault.line(),
                fault.column(),
                fault.cell(),
                fault.excerpt(),
                names.inEnglish().getOrDefault(fault.text(), fault.text()),
                asWritten(fault.problem(), names),
                asWritten(fault.advice(), names));
    }

    private static Bilingual asWritten(Bilingual text, Names names) {
        return new Bilingual(
                asWritten(text.en(), names.inEnglish(), Set.of(NULL)),
                asWritten(text.es(), names.inSpanish(), OPERATORS));
    }

    /** Leaves words of a sentence alone: a property that is one, such as "amount", is replaced only in quotes or in a condition. */
    private static String asWritten(String text, Map<String, String> written, Set<String> always) {
        Matcher words = WORD.matcher(text);
        StringBuilder told = new StringBuilder();
        while (words.find()) {
            String word = words.group();
            boolean name = always.contains(word)
                    || word.chars().anyMatch(Character::isUpperCase)
                    || CODE_BEFORE.matcher(text.substring(0, words.start())).find()
                    || CODE_AFTER.matcher(text.substring(words.end())).matches();
            words.appendReplacement(told, Matcher.quoteReplacement(name ? written.getOrDefault(word, word) : word));
        }
        return words.appendTail(told).toString();
    }
}
