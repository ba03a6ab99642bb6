package org.hrbudget.rules.authoring.internal.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.rules.authoring.RuleExplanation.Condition;
import org.hrbudget.rules.authoring.internal.words.Clause;
import org.hrbudget.rules.authoring.internal.words.LawRule;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.RuleText.Demand;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.spi.RuleEvaluation;

/**
 * The conditions of a rule, each made a rule of its own, and so is its opposite: the engine that judges the rule says of each whether it
 * holds. Where neither matches, a value is missing. What a condition compares has to be given for both, because the engine would
 * take the opposite of a condition on nothing for true. What ties facts to the one asked about, and is compared between them, is one
 * condition without an opposite: where no such facts are there, it fails.
 */
final class Conditions {

    private final LawRule law;
    private final List<Clause> clauses;
    private final List<List<LawRule>> asked;
    private final OpenPack trial;

    private Conditions(LawRule law, List<Clause> clauses, List<List<LawRule>> asked, OpenPack trial) {
        this.law = law;
        this.clauses = clauses;
        this.asked = asked;
        this.trial = trial;
    }

    static Conditions of(OpenPack pack, LawRule law) {
        List<Clause> clauses = Clause.conjuncts(law.condition().constraints()).stream()
                .filter(clause -> !law.isOfOthers(clause.expression()))
                .toList();
        List<CheckedRule> rules = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            Clause opposite = new Clause(clause.expression(), !clause.negated());
            rules.add(rule(law, clause, name(Condition.State.HOLDS, i)));
            rules.add(rule(law, opposite, name(Condition.State.FAILS, i)));
        }
        List<List<LawRule>> asked = asked(law);
        for (int i = 0; i < asked.size(); i++) {
            if (isBeside(asked.get(i))) {
                rules.add(rule(law, List.of(), Demand.FACT, name(Condition.State.HOLDS, clauses.size() + i)));
                continue;
            }
            boolean none = asked.get(i).get(0).part().demand() == Demand.NOT;
            rules.add(rule(
                    law,
                    asked.get(i),
                    none ? Demand.NOT : Demand.EXISTS,
                    name(Condition.State.HOLDS, clauses.size() + i)));
            rules.add(rule(
                    law,
                    asked.get(i),
                    none ? Demand.EXISTS : Demand.NOT,
                    name(Condition.State.FAILS, clauses.size() + i)));
        }
        return new Conditions(law, clauses, asked, pack.with(List.of(), rules, pack.parameters()));
    }

    /** {@return whether these are the facts beside the one asked about, all of which are there where the condition holds} */
    private static boolean isBeside(List<LawRule> asked) {
        return asked.get(0).part().demand() == Demand.FACT;
    }

    /**
     * {@return the facts beside the one asked about together, then those that must be there, or must not: of which one must be there
     * together}
     */
    private static List<List<LawRule>> asked(LawRule law) {
        Map<Integer, List<LawRule>> asked = new LinkedHashMap<>();
        List<LawRule> beside = law.others().stream()
                .filter(other -> other.part().demand() == Demand.FACT)
                .toList();
        if (!beside.isEmpty()) {
            asked.put(0, beside);
        }
        for (LawRule other : law.others()) {
            if (other.part().demand() != Demand.FACT) {
                int choice = other.part().choice();
                asked.computeIfAbsent(choice > 0 ? choice : -asked.size(), key -> new ArrayList<>())
                        .add(other);
            }
        }
        return List.copyOf(asked.values());
    }

    /** Of the facts that the rule meets only what ties them is asked, so that the rest of the condition does not matter. */
    private static CheckedRule rule(LawRule law, List<LawRule> asked, Demand demand, String id) {
        CheckedRule rule = law.condition();
        List<CheckedRule.Part> parts = new ArrayList<>();
        int about = 0;
        for (CheckedRule.Part part : rule.parts()) {
            if (part.equals(rule.part())) {
                about = parts.size();
                parts.add(part.with(
                        part.constraints().stream().filter(law::isOfOthers).toList()));
            } else if (part.demand() == Demand.FACT) {
                parts.add(part);
            }
        }
        for (LawRule other : asked) {
            CheckedRule.Part part = other.part();
            int choice = demand == Demand.EXISTS && asked.size() > 1 ? 1 : 0;
            parts.add(new CheckedRule.Part(
                    demand, choice, part.type(), part.constraints(), part.named(), part.promised()));
        }
        return new CheckedRule(
                rule.text().named(id),
                parts,
                about,
                rule.limits(),
                rule.lists(),
                Map.of(),
                Set.of(),
                List.of(),
                List.of());
    }

    private static String name(Condition.State state, int clause) {
        return state.name() + " " + clause;
    }

    /** {@return the conditions of the fact that the rule is about that compare it with others} */
    List<Clause> compared(List<LawRule> others) {
        return isBeside(others)
                ? Clause.conjuncts(law.condition().constraints()).stream()
                        .filter(clause -> law.isOfOthers(clause.expression()))
                        .toList()
                : List.of();
    }

    /** {@return the conditions of the fact that the rule is about, in the order of the rule} */
    List<Clause> clauses() {
        return clauses;
    }

    /** {@return what is asked of other facts, in the order of the rule and after {@link #clauses()}} */
    List<List<LawRule>> asked() {
        return asked;
    }

    /** {@return the properties that a condition compares, in its order} */
    Set<Property> compared(Clause clause) {
        return compared(law, clause);
    }

    private static Set<Property> compared(LawRule law, Clause clause) {
        return clause.expression()
                .parts()
                .flatMap(part -> Stream.ofNullable(law.property(part)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static CheckedRule rule(LawRule law, Clause clause, String id) {
        CheckedRule rule = law.condition();
        List<Expression> constraints = new ArrayList<>();
        for (Property property : compared(law, clause)) {
            if (property.absence() != Property.Absence.NEVER && !asksWhetherGiven(law, clause, property)) {
                constraints.add(new Comparison(
                        Operator.UNEQUAL,
                        new Name(property.name(), "", 0, 0),
                        new Literal(Literal.Form.NULL, "null", 0, 0)));
            }
        }
        Expression expression = clause.expression();
        constraints.add(clause.negated() ? new Not(expression, expression.start(), expression.end()) : expression);
        return new CheckedRule(
                rule.text().named(id),
                List.of(rule.part().with(constraints)),
                0,
                rule.limits(),
                rule.lists(),
                Map.of(),
                Set.of(),
                List.of(),
                List.of());
    }

    /** {@return whether a condition says itself what follows where a property is not given} */
    private static boolean asksWhetherGiven(LawRule law, Clause clause, Property property) {
        return clause.expression()
                .parts()
                .anyMatch(part -> part instanceof Comparison comparison
                        && comparison.right() instanceof Literal literal
                        && literal.kind() == Literal.Form.NULL
                        && property.equals(law.property(comparison.left())));
    }

    /**
     * {@return by fact, whether each condition holds, in the order of {@link #clauses()}, then {@link #asked()}}
     *
     * @param room all facts that the rule sees
     * @param facts those asked about
     *
     * @throws IllegalStateException if the engine fails at one of them
     */
    IdentityHashMap<Fact, List<Condition.State>> judge(Collection<? extends Fact> room, Collection<Fact> facts) {
        Rule.Scope scope = law.condition().scope();
        // Facts asked for need the others about them; conditions of one fact alone do not, and a line has many
        // neighbours.
        RuleEvaluation evaluation = trial.evaluate(scope, asked.isEmpty() ? facts : room);
        if (!evaluation.failures().isEmpty()) {
            throw new IllegalStateException("Conditions of " + law.rule().id() + ": " + evaluation.failures());
        }
        Map<Condition.State, Map<Fact, Set<String>>> matches = new EnumMap<>(Condition.State.class);
        for (Condition.State state : Condition.State.values()) {
            matches.put(state, new IdentityHashMap<>());
        }
        for (RuleEvaluation.Match match : evaluation.matches()) {
            Condition.State state = Condition.State.valueOf(
                    match.ruleId().substring(0, match.ruleId().indexOf(' ')));
            matches.getOrDefault(state, Map.of())
                    .computeIfAbsent(match.subject(), subject -> new LinkedHashSet<>())
                    .add(match.ruleId());
        }
        IdentityHashMap<Fact, List<Condition.State>> states = new IdentityHashMap<>();
        for (Fact fact : facts) {
            List<Condition.State> own = new ArrayList<>();
            for (int i = 0; i < clauses.size() + asked.size(); i++) {
                own.add(state(fact, i, matches));
            }
            states.put(fact, own);
        }
        return states;
    }

    private Condition.State state(Fact fact, int clause, Map<Condition.State, Map<Fact, Set<String>>> matches) {
        boolean holds = isFound(fact, clause, Condition.State.HOLDS, matches);
        boolean fails = isFound(fact, clause, Condition.State.FAILS, matches);
        if (holds && fails) {
            throw new IllegalStateException("A condition and its opposite hold of " + fact + ": " + clause);
        }
        if (!holds && clause >= clauses.size() && isBeside(asked.get(clause - clauses.size()))) {
            return Condition.State.FAILS;
        }
        if (holds || fails) {
            return holds ? Condition.State.HOLDS : Condition.State.FAILS;
        }
        return Condition.State.UNKNOWN;
    }

    private static boolean isFound(
            Fact fact, int clause, Condition.State state, Map<Condition.State, Map<Fact, Set<String>>> matches) {
        return matches.getOrDefault(state, Map.of())
                .getOrDefault(fact, Set.of())
                .contains(name(state, clause));
    }
}
