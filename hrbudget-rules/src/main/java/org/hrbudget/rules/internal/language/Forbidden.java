package org.hrbudget.rules.internal.language;

import java.util.Map;

/** Words of the engine's full language that rule files do without, and what to do instead. */
final class Forbidden {

    private static final String TOP = "A rule file holds rules and comments only: take this out.";
    private static final String ATTRIBUTE =
            "A rule has @severity(\"...\") and @legalBasis(\"...\") and no attributes: take this out. Dates of a law stand in"
                    + " pack.properties.";
    private static final String ELEMENT =
            "A rule looks at one fact: write Kind( what holds ) and state sums and counts by the"
                    + " properties of the summaries.";
    private static final String OPERATOR =
            "Compare with == != < <= > >=, matches or in, joined by && or ||, and ask a list for .empty or .size.";

    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("package", TOP),
            Map.entry("import", TOP),
            Map.entry("global", TOP),
            Map.entry("function", TOP),
            Map.entry("query", TOP),
            Map.entry("declare", TOP),
            Map.entry("unit", TOP),
            Map.entry("expander", TOP),
            Map.entry("attributes", TOP),
            Map.entry("dialect", ATTRIBUTE),
            Map.entry("salience", ATTRIBUTE),
            Map.entry("enabled", ATTRIBUTE),
            Map.entry("no", ATTRIBUTE),
            Map.entry("lock", ATTRIBUTE),
            Map.entry("auto", ATTRIBUTE),
            Map.entry("agenda", ATTRIBUTE),
            Map.entry("activation", ATTRIBUTE),
            Map.entry("ruleflow", ATTRIBUTE),
            Map.entry("date", ATTRIBUTE),
            Map.entry("duration", ATTRIBUTE),
            Map.entry("timer", ATTRIBUTE),
            Map.entry("calendars", ATTRIBUTE),
            Map.entry("refract", ATTRIBUTE),
            Map.entry("extends", "A rule says everything itself: repeat the condition."),
            Map.entry("from", ELEMENT),
            Map.entry("over", ELEMENT),
            Map.entry("accumulate", ELEMENT),
            Map.entry("acc", ELEMENT),
            Map.entry("collect", ELEMENT),
            Map.entry("groupby", ELEMENT),
            Map.entry("eval", ELEMENT),
            Map.entry("forall", ELEMENT),
            Map.entry("exists", ELEMENT),
            Map.entry(
                    "not",
                    "Write the opposite with !, !=, == null, not matches or not in; a list without entries is"
                            + " list.empty."),
            Map.entry("and", "Within the parentheses write a comma or &&; facts stand on lines of their own."),
            Map.entry("or", "Within the parentheses write ||; else write two rules, each with a name of its own."),
            Map.entry("do", "A rule only says when: the line after \"then\" is \"end\"."),
            Map.entry("contains", OPERATOR),
            Map.entry("memberOf", OPERATOR),
            Map.entry("soundslike", OPERATOR),
            Map.entry("str", OPERATOR),
            Map.entry("instanceof", OPERATOR),
            Map.entry("after", OPERATOR),
            Map.entry("before", OPERATOR),
            Map.entry("new", OPERATOR),
            Map.entry("this", "Name a property of the fact instead."));

    private Forbidden() {}

    /**
     * {@return what to do instead of a word}
     *
     * @param word the word
     * @param otherwise the advice for any other word
     */
    static String advice(String word, String otherwise) {
        return ADVICE.getOrDefault(word, otherwise);
    }
}
