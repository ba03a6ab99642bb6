package org.hrbudget.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.Overlaps;
import org.hrbudget.validation.internal.facts.Vocabulary;

/** What is said to match never, or nothing of its own, does so whatever the facts. */
@Tag("long")
class OverlapsProperties {

    private static final List<String> WORDS = List.of("SpendingLine", "ActionLink", "UnitSummary", "ActionSummary");

    /** Few enough that conditions meet again and again. */
    private static final List<String> TESTS = List.of(
            "approved < 0",
            "approved > 0",
            "approved >= 0",
            "approved == 0",
            "approved != 0",
            "approved > exercised",
            "approved <= exercised",
            "approved - exercised > 0",
            "exercised >= $much",
            "exercised < $much",
            "exercised == approved + modified",
            "exercised != modified",
            "modified > 0",
            "unitCode == \"1131\"",
            "unitCode != \"1131\"",
            "unitCode in (\"1131\", \"E001\")",
            "unitCode not in (\"1131\", \"E001\")",
            "unitCode matches \"[0-9]{4}\"",
            "unitCode not matches \"[0-9]{4}\"",
            "unitCode == objectCode",
            "unitCode != objectCode",
            "objectCode == \"1131\"",
            "noActionReason == null",
            "noActionReason != null",
            "links.empty",
            "!links.empty",
            "links.size > 0",
            "linkedShare > $half",
            "linkedShare < $half",
            "objectConceptKnown",
            "!objectConceptKnown",
            "objectConceptKnown == false",
            "objectConceptKnown != spendingTypeFits");

    private static final String GUARDS = "approved != null, exercised != null, modified != null, unitCode != null,"
            + " objectCode != null, objectConceptKnown != null, spendingTypeFits != null, ";

    private static String condition(Random random) {
        List<String> constraints = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            constraints.add(test(random, 2));
        }
        return "Parameter( code == \"half\", $half : value ) Parameter( code == \"much\", $much : value ) SpendingLine( "
                + (random.nextInt(3) == 0 ? "" : GUARDS) + String.join(", ", constraints) + " )";
    }

    private static String test(Random random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(8)) {
            case 1 -> "(" + test(random, depth - 1) + " && " + test(random, depth - 1) + ")";
            case 2 -> "(" + test(random, depth - 1) + " || " + test(random, depth - 1) + ")";
            case 3 -> "!(" + test(random, depth - 1) + ")";
            case 4 ->
                "(noActionReason == null || noActionReason != \"" + RandomFacts.CODES.get(random.nextInt(2)) + "\")";
            default -> TESTS.get(random.nextInt(TESTS.size()));
        };
    }

    private static List<CheckedRule> rules(Random random, int count) {
        TreeSet<String> conditions = new TreeSet<>();
        while (conditions.size() < count) {
            String condition = condition(random);
            try {
                Rules.checked(Vocabulary.types(), Rules.file(condition));
                conditions.add(condition);
            } catch (RulePackException refused) {
                // It compares what may be absent.
            }
        }
        return Rules.checked(Vocabulary.types(), Rules.file(conditions.toArray(String[]::new)));
    }

    private static List<RulePackException.Fault> neverMatching(CheckedRule rule) {
        Faults faults = new Faults();
        new Overlaps(Rules.PARAMETERS).tellIfNeverMatching(rule, faults);
        return told(faults);
    }

    private static List<RulePackException.Fault> told(Faults faults) {
        try {
            faults.end("test");
            return List.of();
        } catch (RulePackException refusal) {
            return refusal.faults();
        }
    }

    private static void assertNeverMatches(CheckedRule rule, List<Object> facts) {
        assertThat(facts)
                .as("%s", rule.text().condition())
                .noneMatch(fact -> Meaning.holds(rule, Rules.PARAMETERS, fact));
    }

    @Property(tries = 25)
    void whatNeverMatchesMatchesNothing(@ForAll long seed) {
        List<Object> facts = new RandomFacts(seed).facts("SpendingLine", 200);

        rules(new Random(seed), 30).stream()
                .filter(rule -> !neverMatching(rule).isEmpty())
                .forEach(rule -> assertNeverMatches(rule, facts));
    }

    @Property(tries = 12)
    void noConditionOfAnyShapeIsSaidToMatchNeverAndMatches(@ForAll long seed, @ForAll @IntRange(max = 3) int which) {
        String word = WORDS.get(which);
        RandomConditions conditions =
                new RandomConditions(seed, Vocabulary.types().get(word));
        List<Object> facts = new RandomFacts(seed).facts(word, 150);
        for (int i = 0; i < 100; i++) {
            try {
                CheckedRule rule = Rules.checked(Vocabulary.types(), Rules.file(conditions.next()))
                        .get(0);
                if (!neverMatching(rule).isEmpty()) {
                    assertNeverMatches(rule, facts);
                }
            } catch (RulePackException refused) {
                // Most random conditions mean nothing.
            }
        }
    }

    @Property(tries = 20)
    @Tag("long")
    void aRedundantRuleMatchesOnlyWhatTheOtherMatches(@ForAll long seed) {
        List<Object> facts = new RandomFacts(seed).facts("SpendingLine", 200);
        List<CheckedRule> rules = rules(new Random(seed), 40);

        for (RulePackException.Fault fault : redundant(rules)) {
            CheckedRule rule = named(rules, fault.text());
            CheckedRule other = named(rules, fault.problem().en().split("\"", -1)[3]);
            assertThat(facts)
                    .as(
                            "%s finds no more than %s",
                            rule.text().condition(), other.text().condition())
                    .noneMatch(fact -> Meaning.holds(rule, Rules.PARAMETERS, fact)
                            && !Meaning.holds(other, Rules.PARAMETERS, fact));
        }
    }

    @Example
    void bothAreFoundOften() {
        List<CheckedRule> rules = rules(new Random(1), 200);

        assertThat(rules.stream().filter(rule -> !neverMatching(rule).isEmpty()))
                .hasSizeGreaterThan(10);
        assertThat(redundant(rules)).hasSizeGreaterThan(20);
    }

    private static List<RulePackException.Fault> redundant(List<CheckedRule> rules) {
        Faults faults = new Faults();
        new Overlaps(Rules.PARAMETERS).tellRedundant(rules, faults);
        return told(faults);
    }

    private static CheckedRule named(List<CheckedRule> rules, String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    }
}
