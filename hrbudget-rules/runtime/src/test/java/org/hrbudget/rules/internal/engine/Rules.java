package org.hrbudget.rules.internal.engine;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.RuleChecker;
import org.hrbudget.rules.internal.language.RuleFileParser;
import org.hrbudget.rules.internal.language.RuleText;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;

/** Rules written in tests. */
public final class Rules {

    public static final Map<String, Rule.Parameter> PARAMETERS = Map.of(
            "half", new Rule.Parameter("half", new BigDecimal("0.50"), "ratio", "law"),
            "few", new Rule.Parameter("few", new BigDecimal("3"), "count", "law"),
            "much", new Rule.Parameter("much", new BigDecimal("1000.00"), "amount", "law"),
            "enough", new Rule.Parameter("enough", new BigDecimal("10.5"), "quantity", "law"));

    /** The code lists: every one that packs share, empty, and one of its own. */
    static final Catalogues CATALOGUES = Catalogues.of(
            Arrays.stream(Catalogues.CodeList.values()).collect(Collectors.toMap(kind -> kind, kind -> Map.of())),
            Map.of("words", Map.of("Óvalo", "an oval", "e001", "a programme", "11cd 01", "no unit")));

    static final RuleTerms TERMS = new RuleTerms(PARAMETERS, CATALOGUES);

    private Rules() {}

    /** {@return a rule file of one rule for each condition, named by letters: a, b, ...} */
    public static String file(String... conditions) {
        return Arrays.stream(conditions)
                .map(condition -> "rule \"" + name(Arrays.asList(conditions).indexOf(condition))
                        + "\"\n    @severity(\"WARNING\")\n    @legalBasis(\"law\")\nwhen\n    " + condition
                        + "\nthen\nend\n")
                .collect(Collectors.joining("\n"));
    }

    static String name(int index) {
        String letters = String.valueOf((char) ('a' + index % 26));
        return index < 26 ? letters : name(index / 26 - 1) + letters;
    }

    public static List<CheckedRule> checked(Map<String, FactType> vocabulary, String text) {
        Faults faults = new Faults();
        RuleChecker checker = new RuleChecker(vocabulary, PARAMETERS, CATALOGUES);
        List<RuleText> rules = RuleFileParser.parse(new SourceText("test.drl", text), faults);
        List<CheckedRule> checked =
                rules.stream().map(rule -> checker.check(rule, faults)).toList();
        faults.end("test");
        return checked;
    }

    static RuleBase compile(String... conditions) {
        return RuleBase.compile(checked(Vocabulary.types(), file(conditions)));
    }

    /** {@return the facts that a condition matches, in their order} */
    static List<Object> matched(String condition, Collection<?> facts) {
        List<Fact> matched = compile(condition).evaluate(facts, TERMS).matches().stream()
                .map(RuleEvaluation.Match::subject)
                .toList();
        return facts.stream()
                .filter(fact -> matched.stream().anyMatch(other -> other == fact))
                .map(fact -> (Object) fact)
                .toList();
    }
}
