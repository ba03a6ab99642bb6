package org.hrbudget.rules.internal.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;

/** Words of the engine's full language that rule files do without, and what to do instead. */
final class Forbidden {

    /** The key of the advice, and the words it is for. */
    private static final Map<String, List<String>> WORDS_BY_ADVICE = Map.of(
            "instead.outside",
            List.of("package", "import", "global", "function", "query", "declare", "unit", "expander", "attributes"),
            "instead.attribute",
            List.of(
                    "dialect",
                    "salience",
                    "enabled",
                    "no",
                    "lock",
                    "auto",
                    "agenda",
                    "activation",
                    "ruleflow",
                    "date",
                    "duration",
                    "timer",
                    "calendars",
                    "refract"),
            "instead.extends",
            List.of("extends"),
            "instead.element",
            List.of("from", "over", "accumulate", "acc", "collect", "groupby", "eval", "forall", "exists"),
            "instead.not",
            List.of("not"),
            "instead.and",
            List.of("and"),
            "instead.or",
            List.of("or"),
            "instead.do",
            List.of("do"),
            "instead.operator",
            List.of("contains", "soundslike", "str", "instanceof", "after", "before", "new"),
            "instead.this",
            List.of("this"));

    private static final Map<String, Bilingual> ADVICE = WORDS_BY_ADVICE.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(word -> Map.entry(word, RuleWords.text(entry.getKey()))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Forbidden() {}

    /**
     * {@return what to do instead of a word, if it is one of these}
     *
     * @param word the word
     */
    static Optional<Bilingual> advice(String word) {
        return Optional.ofNullable(ADVICE.get(word));
    }
}
