package org.hrbudget.rules.internal.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.RuleText.Quoted;
import org.hrbudget.rules.internal.language.Token.TokenKind;
import org.hrbudget.text.Nearest;

/** Reads what is between the name of a rule and its condition: two lines that begin with {@code @}. */
final class MetadataReader {

    private static final List<String> KEYS = List.of("severity", "legalBasis");

    private final Reading reading;
    private final TokenReader tokens;

    /** What was read, by key; the value is empty where it could not be. */
    private final Map<String, Quoted> values = new HashMap<>();

    MetadataReader(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    /** {@return a value, empty where there is none} */
    Quoted value(String key) {
        return values.getOrDefault(key, new Quoted("", 0));
    }

    /**
     * {@return whether a condition follows}
     *
     * @param id the token of the rule's name, where what is missing is told
     */
    boolean read(Token id) {
        boolean skipped = false;
        while (!tokens.peek().isWord("when")) {
            Token next = tokens.peek();
            if (ends()) {
                if (!skipped) {
                    reading.tell(next, RuleWords.of("when-missing", "shown", tokens.shown(next)));
                }
                tellMissing(id);
                return false;
            }
            if (!next.isSign("@") && Reading.meant(next, "when")) {
                reading.tellMisspelt(next, "when");
                break;
            }
            if (reading.atPattern()) {
                reading.tell(next, RuleWords.of("when-missing", "shown", tokens.shown(next)));
                tellMissing(id);
                return true;
            }
            int place = tokens.place();
            Boolean read = reading.attempt(this::entry);
            if (read == null) {
                skipped = true;
                tokens.backTo(place + 1);
                skip();
            }
        }
        tokens.next();
        tellMissing(id);
        return true;
    }

    private boolean ends() {
        return tokens.pastRule() || tokens.peek().isWord("then") || tokens.atLastWord();
    }

    private void skip() {
        while (!ends() && !tokens.peek().isSign("@") && !tokens.peek().isWord("when")) {
            tokens.next();
        }
    }

    private void tellMissing(Token id) {
        KEYS.stream()
                .filter(key -> !values.containsKey(key))
                .forEach(key -> reading.tell(id, RuleWords.of("metadata-missing", "key", named(key))));
    }

    private static Bilingual named(String key) {
        return new Bilingual(key, Aliases.of("metadata").name(key));
    }

    private Boolean entry() {
        Token key = tokens.next();
        if (key.isSign("@")) {
            key = tokens.next();
        } else if (KEYS.contains(key.text()) && tokens.peek().isSign("(")) {
            reading.tell(
                    key,
                    RuleWords.of("sign-missing", "sign", "@", "shown", tokens.shown(key))
                            .advising(RuleWords.text("advice.metadata", "key", named(key.text()))));
        } else {
            throw refused(key);
        }
        String near = key.kind() == TokenKind.WORD
                ? Nearest.to(key.text(), Aliases.of("metadata").andAll(KEYS)).stream()
                        .findFirst()
                        .orElse("")
                : "";
        String meant = Aliases.of("metadata").meant(near);
        if (meant.isEmpty()) {
            throw tokens.unexpected(key, RuleWords.of("metadata-unknown", "key", tokens.written(key)));
        }
        boolean twice = values.putIfAbsent(meant, new Quoted("", 0)) != null;
        if (!key.isWord(meant)) {
            reading.tell(
                    key,
                    RuleWords.of("metadata-unknown", "key", tokens.written(key))
                            .advising(RuleWords.text("maybe", "word", near)));
        } else if (twice) {
            reading.tell(key, RuleWords.of("metadata-twice", "key", named(meant)));
        }
        Quoted value = quotedValue(meant);
        if (!twice) {
            values.put(meant, value);
        }
        return true;
    }

    private RuntimeException refused(Token token) {
        FaultText what = RuleWords.of("before-when", "shown", tokens.shown(token));
        return tokens.unexpected(token, what.advising(Reading.insteadOf(token, RuleWords.text("advice.shape"))));
    }

    private Quoted quotedValue(String key) {
        Bilingual advice = RuleWords.text("advice.metadata", "key", named(key));
        tokens.expectSign("(", advice);
        Token value = tokens.next();
        if (value.kind() != TokenKind.QUOTED) {
            throw tokens.unexpected(
                    value,
                    RuleWords.of("metadata-unquoted", "shown", tokens.shown(value))
                            .advising(advice));
        }
        tokens.expectSign(")", advice);
        String text = key.equals("severity") ? Aliases.of(key).meantInAnyCase(value.text()) : value.text();
        return new Quoted(text, value.start());
    }
}
