package org.hrbudget.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.summary.Fact;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.FactContext;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {

    /** A fact of whose properties one cannot be read and one is not there. */
    public record Fragile(int number) implements Fact {

        public int whole() {
            return number;
        }

        public int broken() {
            if (number == 2) {
                throw new IllegalStateException("number two is broken");
            }
            return number;
        }
    }

    private static Map<String, FactType> withFragile() {
        Map<String, Property> properties = new LinkedHashMap<>();
        for (String name : List.of("whole", "broken", "absent")) {
            properties.put(
                    name,
                    new Property(
                            name,
                            Property.Type.NUMBER,
                            Set.of(),
                            Property.Absence.NEVER,
                            null,
                            null,
                            fact -> ((Fragile) fact).number(),
                            null,
                            null));
        }
        return Map.of("Fragile", new FactType("Fragile", Fragile.class, Rule.Scope.LINE, properties));
    }

    @Test
    void aRuleThatFailsIsNamedAndTheOthersAnswerForAllFacts() {
        List<CheckedRule> rules = Rules.checked(
                withFragile(),
                Rules.file("Fragile( whole > 0 )", "Fragile( broken > 0 )", "Fragile( $number : whole, whole >= 0 )"));
        List<Fragile> facts = List.of(new Fragile(0), new Fragile(1), new Fragile(2), new Fragile(3));

        RuleEvaluation evaluation = new Room(rules).evaluate(facts, Rules.TERMS);

        assertThat(evaluation.failures()).containsOnlyKeys("b");
        assertThat(evaluation.failures().get("b")).isEqualTo("IllegalStateException: number two is broken");
        assertThat(evaluation.matches())
                .filteredOn(match -> match.ruleId().equals("a"))
                .hasSize(3);
        assertThat(evaluation.matches())
                .filteredOn(match -> match.ruleId().equals("c"))
                .hasSize(4);
        assertThat(evaluation.matches()).noneMatch(match -> match.ruleId().equals("b"));
    }

    @Test
    void aRuleThatTheEngineRefusesIsNamedAndTheOthersAnswer() {
        List<CheckedRule> rules =
                Rules.checked(withFragile(), Rules.file("Fragile( whole > 0 )", "Fragile( absent > 0 )"));

        RuleEvaluation evaluation = new Room(rules).evaluate(List.of(new Fragile(1)), Rules.TERMS);

        assertThat(evaluation.failures()).containsOnlyKeys("b");
        assertThat(evaluation.matches())
                .extracting(RuleEvaluation.Match::ruleId)
                .containsExactly("a");
    }

    @Test
    void equalFactsAreNotMerged() {
        RepeatedKey one = new RepeatedKey(new Position("a", 2), new Position("a", 1), null);
        RepeatedKey same = new RepeatedKey(new Position("a", 2), new Position("a", 1), null);

        assertThat(Rules.matched("RepeatedKey( )", List.of(one, same))).hasSize(2);
        assertThat(Rules.compile("RepeatedKey( )")
                        .evaluate(List.of(one, same), Rules.TERMS)
                        .matches())
                .hasSize(2);
    }

    @Test
    void aMatchCarriesWhatTheRuleNames() {
        RepeatedKey key = new RepeatedKey(new Position("a", 20), new Position("b", 7), null);

        List<RuleEvaluation.Match> matches = Rules.compile("Parameter( code == \"few\", $few : value )"
                        + " RepeatedKey( firstRow > $few, $first : firstRow, $unitCode : unitCode )")
                .evaluate(List.of(key), Rules.TERMS)
                .matches();

        assertThat(matches).hasSize(1);
        assertThat(matches.get(0).subject()).isSameAs(key);
        assertThat(matches.get(0).bindings())
                .hasSize(3)
                .containsEntry("first", 7L)
                .containsEntry("unitCode", null);
        assertThat(matches.get(0).bindings().get("few"))
                .isEqualTo(Rules.PARAMETERS.get("few").value());
    }

    /** A rule that is silent on another spelling of a code would count as complied with. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "unitKind == \"ALCALDIA\"",
                "unitKind in (\"dependencia\", \"Alcaldía\")",
                "modality == \"E\"",
                "modality != null, modality not in (\"B\", \"S\")",
                "fundingSource == \"a1\"",
                "fundingSource != null, fundingSource != \"A2\"",
                "spendingType == \"c\"",
                "noActionReason == \"x\""
            })
    void codesOfListsAreComparedHoweverTheyAreWritten(String condition) {
        LineFact line = LineFact.of(
                SpendingLine.builder()
                        .position(new Position("a", 2))
                        .unit(new BudgetUnit("11CD01", null, "alcaldía"))
                        .programmeCode("e001")
                        .fundingSource("A1")
                        .spendingType("C")
                        .noActionReason("XXX")
                        .build(),
                new FactContext(FiscalYear.of(2011), BudgetPhase.APPROVED, Catalogues.of(Map.of()), null, null));

        List<RuleEvaluation.Match> matches = Rules.compile(
                        "SpendingLine( $kind : unitKind, $modality : modality, " + condition + " )")
                .evaluate(List.of(line), Rules.TERMS)
                .matches();

        assertThat(matches).hasSize(1);
        assertThat(matches.get(0).bindings()).containsEntry("kind", "alcaldía").containsEntry("modality", "e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unitKind != null, unitKind != \"ALCALDIA\"",
                "unitKind != null, unitKind not in (\"Alcaldía\", \"dependencia\")",
                "modality != null, modality != \"E\""
            })
    void noSpellingOfACodeIsAnotherCode(String condition) {
        LineFact line = LineFact.of(
                SpendingLine.builder()
                        .position(new Position("a", 2))
                        .unit(new BudgetUnit("11CD01", null, "alcaldía"))
                        .programmeCode("e001")
                        .build(),
                new FactContext(FiscalYear.of(2011), BudgetPhase.APPROVED, Catalogues.of(Map.of()), null, null));

        assertThat(Rules.matched("SpendingLine( " + condition + " )", List.of(line)))
                .isEmpty();
    }

    @Test
    void theThreadsOwnClassLoaderIsNeverAsked() throws Exception {
        ClassLoader hostile = new ClassLoader(null) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                throw new ClassNotFoundException("hostile: " + name);
            }
        };
        List<Object> facts = new RandomFacts(1).facts("SpendingLine", 50);
        for (ClassLoader loader : Collections.unmodifiableList(Arrays.asList(hostile, null))) {
            List<RuleEvaluation.Match> matches = new ArrayList<>();
            Thread thread =
                    new Thread(() -> matches.addAll(Rules.compile("SpendingLine( approved != null, approved >= 0 )")
                            .evaluate(facts, Rules.TERMS)
                            .matches()));
            thread.setContextClassLoader(loader);
            thread.start();
            thread.join();

            assertThat(matches).isNotEmpty();
        }
    }

    @Test
    void manyThreadsShareOneRoom() throws Exception {
        List<CheckedRule> rules = Rules.checked(
                Vocabulary.types(),
                Rules.file("SpendingLine( unitCode == null )", "SpendingLine( approved != null, approved > 0 )"));
        Room room = new Room(rules);
        List<Object> facts = new RandomFacts(7).facts("SpendingLine", 500);
        int expected = room.evaluate(facts, Rules.TERMS).matches().size();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> tasks = Collections.nCopies(
                    40, () -> room.evaluate(facts, Rules.TERMS).matches().size());
            for (Future<Integer> count : threads.invokeAll(tasks)) {
                assertThat(count.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void roomsWithoutRulesOrFactsAnswerNothing() {
        assertThat(new Room(List.of()).evaluate(List.of("fact"), Rules.TERMS).matches())
                .isEmpty();
    }
}
