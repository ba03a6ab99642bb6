package org.hrbudget.rules.authoring.internal.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.model.Budget;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.PacksUnderTest;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.authoring.RuleExplanation.Condition;
import org.hrbudget.rules.authoring.internal.words.LawRule;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.testing.PlantedBudget;
import org.hrbudget.rules.testing.PlantedBudgets;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conditions of a rule, judged one by one, all hold of exactly the facts that the rule itself matches. */
@Tag("thorough")
class ConditionsTest {

    private static final long SEED = 20_111;

    static Stream<PackManifest> packs() {
        return PacksUnderTest.manifests();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void allHoldWhereTheRuleMatchesAndNowhereElse(PackManifest manifest) {
        OpenPack pack = OpenPack.of(RulePacks.load(manifest.jurisdiction(), manifest.version()));
        Listening listening = new Listening(pack);
        PlantedBudgets budgets = PlantedBudgets.of(pack).withDefects(300);
        PlantedBudget planted = budgets.budget(SEED, 600);
        planted.validator(listening).build().validate(planted);
        planted.validator(listening).build().validate(withBlanks(planted.inMemory()));
        assertThat(listening.differences).isEmpty();
        assertThat(listening.seen.keySet()).containsAll(budgets.rules());
        for (String rule : budgets.rules()) {
            assertThat(listening.seen.get(rule))
                    .as("%s: of each condition whether it was met holding; else this test says nothing of it", rule)
                    .allSatisfy(states -> assertThat(states).contains(Condition.State.HOLDS));
        }
        assertThat(listening.seen.values().stream().flatMap(List::stream).flatMap(Set::stream))
                .contains(Condition.State.FAILS, Condition.State.UNKNOWN);
    }

    /** {@return a budget with some cells of each line blank, so that conditions meet nothing} */
    private static Budget withBlanks(Budget budget) {
        Random random = new Random(SEED);
        List<SpendingLine> lines = new ArrayList<>();
        for (SpendingLine line : budget.lines()) {
            SpendingLine changed = line;
            for (String field : LineCells.fields()) {
                if (random.nextInt(3) == 0) {
                    changed = LineCells.with(changed, field, null);
                }
            }
            if (random.nextInt(3) == 0) {
                changed = changed.toBuilder().links(List.of()).build();
            }
            lines.add(changed);
        }
        Budget.Builder copy = Budget.builder(budget.header()).lines(lines).promises(EnumSet.allOf(DataItem.class));
        budget.baseline().ifPresent(copy::baseline);
        return copy.build();
    }

    /** A pack that holds its conditions beside its rules, fact by fact. */
    private static final class Listening implements RulePack {

        private final OpenPack pack;
        private final Map<String, LawRule> law;
        private final Map<String, Conditions> conditions = new LinkedHashMap<>();
        private final Map<String, List<Set<Condition.State>>> seen = new LinkedHashMap<>();
        private final Set<String> differences = new TreeSet<>();

        Listening(OpenPack pack) {
            this.pack = pack;
            this.law = LawRule.of(pack);
            law.forEach((id, rule) -> conditions.put(id, Conditions.of(pack, rule)));
        }

        @Override
        public PackManifest manifest() {
            return pack.manifest();
        }

        @Override
        public List<Rule> rules() {
            return pack.rules();
        }

        @Override
        public Catalogues catalogues() {
            return pack.catalogues();
        }

        @Override
        public RuleEvaluation evaluate(Rule.Scope scope, Collection<? extends Fact> facts) {
            RuleEvaluation evaluation = pack.evaluate(scope, facts);
            law.forEach((id, rule) -> {
                if (rule.rule().scope() == scope) {
                    compare(rule, facts, evaluation);
                }
            });
            return evaluation;
        }

        private void compare(LawRule rule, Collection<? extends Fact> facts, RuleEvaluation evaluation) {
            String id = rule.rule().id();
            Set<Fact> matched = Collections.newSetFromMap(new IdentityHashMap<>());
            evaluation.matches().stream()
                    .filter(match -> match.ruleId().equals(id))
                    .forEach(match -> matched.add(match.subject()));
            List<Fact> ofKind = facts.stream()
                    .filter(rule.condition().subject().factClass()::isInstance)
                    .collect(Collectors.toList());
            conditions.get(id).judge(facts, ofKind).forEach((fact, states) -> {
                boolean all = states.stream().allMatch(state -> state == Condition.State.HOLDS);
                if (all != matched.contains(fact)) {
                    differences.add(id + ": " + states + " of " + fact);
                }
                List<Set<Condition.State>> met = seen.computeIfAbsent(
                        id,
                        each -> Stream.generate(() -> (Set<Condition.State>) EnumSet.noneOf(Condition.State.class))
                                .limit(states.size())
                                .toList());
                for (int i = 0; i < states.size(); i++) {
                    met.get(i).add(states.get(i));
                }
            });
        }
    }
}
