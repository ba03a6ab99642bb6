package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.List;
import org.hrbudget.rules.internal.language.RuleText.PatternText;
import org.hrbudget.rules.internal.language.RuleText.Quoted;
import org.hrbudget.rules.internal.language.Token.TokenKind;

/**
 * Reads rule files: the part of DRL in which a rule says when and nothing else.
 *
 * <p>The engine never sees the text of a file, only what is written anew from the tree read here. So this grammar is the
 * allowlist: what it does not know cannot run. See decision 0003.
 *
 * <p>After a fault, reading goes on where what follows can be understood without it: at the next constraint, the next line of
 * metadata, or the next rule.
 */
public final class RuleFileParser {

    private static final int LONGEST_FILE = 500_000;
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_RULES = 1_000;

    private final Reading reading;
    private final TokenReader tokens;

    private RuleFileParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    /**
     * {@return the rules of a file, in its order; those with faults among them, so far as their names can be read}
     *
     * @param source the file
     * @param faults collects what is not well formed
     */
    public static List<RuleText> parse(SourceText source, Faults faults) {
        TokenReader tokens = faults.from(() -> {
            refuseOversize(source);
            return new TokenReader(source, faults);
        });
        if (tokens == null) {
            return List.of();
        }
        Faults own = new Faults();
        List<RuleText> rules = new RuleFileParser(new Reading(tokens, own)).rules();
        faults.addAll(SpanishRule.asWritten(source, own.all()));
        return rules;
    }

    private static void refuseOversize(SourceText source) {
        String text = source.text();
        if (text.length() > LONGEST_FILE) {
            throw source.fault(RuleWords.of("file-long", "most", String.valueOf(LONGEST_FILE)));
        }
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end - start > LONGEST_LINE) {
                throw source.fault(start, "", RuleWords.of("line-long", "most", String.valueOf(LONGEST_LINE)));
            }
            start = end + 1;
        }
    }

    private List<RuleText> rules() {
        List<RuleText> rules = new ArrayList<>();
        while (!tokens.atEnd()) {
            reading.begin();
            RuleText rule = reading.attempt(this::rule);
            if (rule != null) {
                rules.add(rule);
            }
            if (rule == null) {
                skipToNextRule();
            }
            if (rules.size() == MOST_RULES && !tokens.atEnd()) {
                reading.tell(tokens.peek(), RuleWords.of("rules-many", "most", String.valueOf(MOST_RULES)));
                break;
            }
        }
        return rules;
    }

    private void skipToNextRule() {
        while (!tokens.pastRule()) {
            tokens.next();
        }
    }

    private RuleText rule() {
        begin();
        Token named = tokens.peek();
        Quoted id = name();
        MetadataReader metadata = new MetadataReader(reading);
        boolean conditionFollows = metadata.read(named);
        int from = tokens.lastEnd();
        List<PatternText> patterns = conditionFollows ? new PatternParser(reading).patterns() : List.of();
        String condition = tokens.canonical(from);
        consequence();
        return new RuleText(
                tokens.source(),
                id,
                metadata.value("severity"),
                metadata.value("legalBasis"),
                patterns,
                condition.stripIndent().strip(),
                reading.whole());
    }

    private void begin() {
        Token first = tokens.peek();
        TokenKind second = tokens.peekSecond().kind();
        if (first.isWord("rule")) {
            tokens.next();
        } else if (first.kind() == TokenKind.QUOTED && tokens.peekSecond().isSign("@")) {
            reading.tell(first, RuleWords.of("rule-word-missing", "shown", tokens.shown(first), "name", first.text()));
        } else if (first.kind() == TokenKind.WORD && second == TokenKind.QUOTED && Reading.meant(first, "rule")) {
            reading.tellMisspelt(first, "rule");
            tokens.next();
        } else {
            tokens.next();
            throw tokens.unexpected(first, outside(first));
        }
    }

    private FaultText outside(Token first) {
        String text = tokens.source().text();
        int comment = text.lastIndexOf("*/", first.start() - 2);
        boolean afterComment =
                comment >= 0 && text.substring(comment + 2, first.start()).isBlank();
        int close = text.indexOf("*/", first.start());
        int open = text.indexOf("/*", first.start());
        if (afterComment && close >= 0 && (open < 0 || close < open)) {
            return RuleWords.of("comment-ended-early", "shown", tokens.shown(first));
        }
        return RuleWords.of("outside-rules", "shown", tokens.shown(first))
                .advising(Reading.insteadOf(first, RuleWords.text("advice.shape")));
    }

    private Quoted name() {
        Token id = tokens.peek();
        if (id.kind() == TokenKind.QUOTED) {
            tokens.next();
            return new Quoted(id.text(), id.start());
        }
        int start = id.start();
        if (id.kind() == TokenKind.BROKEN) {
            tokens.next();
            return new Quoted(id.text().strip(), start);
        }
        while (!tokens.peek().isSign("@") && !tokens.peek().isWord("when") && !tokens.pastRule()) {
            tokens.next();
        }
        String written = tokens.source().text().substring(start, Math.max(start, tokens.lastEnd()));
        String name = written.lines().findFirst().orElse("").strip();
        reading.tell(
                id,
                name.isEmpty()
                        ? RuleWords.of("rule-name-missing", "shown", tokens.shown(id))
                        : RuleWords.of("rule-name-unquoted", "name", name));
        return new Quoted(name, start);
    }

    /** The consequence is empty: the engine reports each match itself. */
    private void consequence() {
        if (!tokens.peek().isWord("then")) {
            if (tokens.atLastWord()) {
                tokens.next();
            }
            return;
        }
        tokens.next();
        Token end = tokens.peek();
        if (end.isWord("end")) {
            tokens.next();
        } else if (tokens.pastRule()) {
            reading.tell(end, RuleWords.of("end-missing", "shown", tokens.shown(end)));
        } else if (Reading.meant(end, "end")) {
            reading.tellMisspelt(end, "end");
            tokens.next();
        } else {
            reading.tell(end, RuleWords.of("then-not-empty", "shown", tokens.shown(end)));
            while (!tokens.pastRule() && !tokens.atLastWord()) {
                tokens.next();
            }
            if (tokens.atLastWord()) {
                tokens.next();
            }
        }
    }
}
