package org.hrbudget.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.validation.RuleMatch;
import org.hrbudget.validation.facts.Vocabulary;

/** What the checker accepts means to the engine what it says, interpreted as well as compiled to byte code by the engine. */
class EngineMeaningTest {

    private static final List<String> WORDS =
            List.of("SpendingLine", "ActionLink", "UnitSummary", "ActionSummary", "Goal");
    private static final int RULES = 15;

    @Property(tries = 60)
    void theEngineMatchesWhatAConditionMeans(@ForAll long seed, @ForAll @IntRange(max = 4) int which) {
        String word = WORDS.get(which);
        List<CheckedRule> rules = meaningful(seed, word);
        List<Object> facts = new RandomFacts(seed).facts(word, 150);
        RuleBase base = RuleBase.compile(rules, Rules.PARAMETERS);

        // The engine compiles a constraint to byte code after some evaluations, in the background: ask early and late.
        for (int round = 0; round < 4; round++) {
            IdentityHashMap<Object, Set<String>> matched = new IdentityHashMap<>();
            for (RuleMatch match : base.matches(facts)) {
                assertThat(matched.computeIfAbsent(match.subject(), fact -> new TreeSet<>())
                                .add(match.ruleId()))
                        .isTrue();
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

    @Property(tries = 200)
    void theScreenLetsPassWhatARuleMatches(@ForAll long seed, @ForAll @IntRange(max = 4) int which) {
        String word = WORDS.get(which);
        List<CheckedRule> rules = meaningful(seed, word);
        List<Object> facts = new RandomFacts(seed).facts(word, 100);
        for (CheckedRule rule : rules) {
            assertThat(Screen.of(List.of(rule), Rules.PARAMETERS).admitted(facts))
                    .as(rule.text().condition())
                    .containsAll(matched(rule, facts));
        }
        List<Object> admitted = Screen.of(rules, Rules.PARAMETERS).admitted(facts);
        rules.forEach(rule -> assertThat(admitted).containsAll(matched(rule, facts)));
    }

    @Example
    void theScreenLetsLittleElsePass() {
        long needless = 0;
        long kept = 0;
        for (int seed = 0; seed < 20; seed++) {
            for (String word : WORDS) {
                List<Object> facts = new RandomFacts(seed).facts(word, 100);
                for (CheckedRule rule : meaningful(seed, word)) {
                    int admitted = Screen.of(List.of(rule), Rules.PARAMETERS)
                            .admitted(facts)
                            .size();
                    needless += admitted - matched(rule, facts).size();
                    kept += facts.size() - admitted;
                }
            }
        }
        assertThat(needless).isLessThan(kept / 20);
    }

    private static List<Object> matched(CheckedRule rule, List<Object> facts) {
        return facts.stream()
                .filter(fact -> Meaning.holds(rule, Rules.PARAMETERS, fact))
                .toList();
    }

    private static List<CheckedRule> meaningful(long seed, String word) {
        RandomConditions conditions =
                new RandomConditions(seed, Vocabulary.types().get(word));
        List<String> accepted = new ArrayList<>();
        while (accepted.size() < RULES) {
            String condition = conditions.next();
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
