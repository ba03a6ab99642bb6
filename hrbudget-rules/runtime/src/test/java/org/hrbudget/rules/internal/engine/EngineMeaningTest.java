package org.hrbudget.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.hrbudget.validation.spi.RuleEvaluation;

/** What the checker accepts means to the engine what it says, interpreted as well as compiled to byte code by the engine. */
class EngineMeaningTest {

    private static final List<String> WORDS =
            List.of("SpendingLine", "ActionLink", "UnitSummary", "UnitRightSummary", "ActionSummary", "Goal");
    private static final List<String> TOGETHER = List.of(
            "UnitSummary",
            "UnitRightSummary",
            "Goal",
            "ListedAction",
            "BudgetSummary",
            "RightSummary",
            "ActionSummary");
    private static final int RULES = 15;

    @Property(tries = 60)
    @Tag("long")
    void theEngineMatchesWhatAConditionMeans(@ForAll long seed, @ForAll @IntRange(max = 5) int which) {
        String word = WORDS.get(which);
        List<CheckedRule> rules = meaningful(seed, word);
        List<Object> facts = new RandomFacts(seed).facts(word, 150);
        RuleBase base = RuleBase.compile(rules);

        // What is compiled at the first use must not mean something else at a later one.
        for (int round = 0; round < 4; round++) {
            IdentityHashMap<Object, Set<String>> matched = new IdentityHashMap<>();
            for (RuleEvaluation.Match match : base.evaluate(facts, Rules.TERMS).matches()) {
                assertThat(matched.computeIfAbsent(match.subject(), fact -> new TreeSet<>())
                                .add(match.ruleId()))
                        .isTrue();
                CheckedRule rule = rules.stream()
                        .filter(one -> one.id().equals(match.ruleId()))
                        .findFirst()
                        .orElseThrow();
                assertThat(match.focus())
                        .as("%s points at %s", rule.text().condition(), match.subject())
                        .isEqualTo(Meaning.focus(rule, Rules.PARAMETERS, match.subject()));
            }
            for (Object fact : facts) {
                for (CheckedRule rule : rules) {
                    assertThat(matched.getOrDefault(fact, Set.of()).contains(rule.id()))
                            .as("%s matches %s", rule.text().condition(), fact)
                            .isEqualTo(Meaning.holds(rule, Rules.PARAMETERS, fact));
                }
            }
        }
    }

    /** Every fact meets every other in {@link Meaning}; in the engine those alone that are tied. */
    @Property(tries = 60)
    @Tag("long")
    void theEngineMatchesWhatAConditionOnSeveralFactsMeans(@ForAll long seed) {
        List<CheckedRule> rules = meaningful(new RandomJoins(seed, TOGETHER)::next);
        List<Object> facts = new RandomFacts(seed).facts(TOGETHER, 12);
        RuleBase base = RuleBase.compile(rules);

        for (int round = 0; round < 4; round++) {
            RuleEvaluation evaluation = base.evaluate(facts, Rules.TERMS);
            for (CheckedRule rule : rules) {
                List<Object> matched = evaluation.matches().stream()
                        .filter(match -> match.ruleId().equals(rule.id()))
                        .map(match -> (Object) match.subject())
                        .toList();
                List<Object> open = evaluation.open().stream()
                        .filter(one -> one.ruleId().equals(rule.id()))
                        .map(one -> (Object) one.subject())
                        .toList();
                assertSame(rule, matched, Meaning.about(rule, Rules.PARAMETERS, facts));
                assertSame(rule, open, Meaning.open(rule, Rules.PARAMETERS, facts));
            }
        }
    }

    private static void assertSame(CheckedRule rule, List<Object> said, Set<Object> meant) {
        Set<Object> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(said);
        assertThat(said).as(rule.text().condition()).hasSize(distinct.size());
        assertThat(distinct).as(rule.text().condition()).isEqualTo(meant);
    }

    private static List<CheckedRule> meaningful(long seed, String word) {
        return meaningful(new RandomConditions(seed, Vocabulary.types().get(word))::next);
    }

    private static List<CheckedRule> meaningful(Supplier<String> conditions) {
        List<String> accepted = new ArrayList<>();
        while (accepted.size() < RULES) {
            String condition = conditions.get();
            try {
                Rules.checked(Vocabulary.types(), Rules.file(condition));
                if (!accepted.contains(condition)) {
                    accepted.add(condition);
                }
            } catch (Fault | RulePackException refused) {
                // Most random conditions mean nothing.
            }
        }
        return Rules.checked(Vocabulary.types(), Rules.file(accepted.toArray(String[]::new)));
    }
}
