package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.RuleText.Demand;
import org.hrbudget.rules.internal.language.RuleText.PatternText;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;
import org.jspecify.annotations.Nullable;

/**
 * What ties the facts of a rule together, so that not every fact meets every other, and which of them the rule is about: the first
 * for which the others are at most one each. Then one defect is one finding.
 */
final class Ties {

    /** That two facts are the same in a property each. */
    private record Tie(int part, Property property, int other, Property otherProperty) {}

    private final RuleText rule;
    private final List<PatternText> patterns;
    private final List<PartChecker> parts;
    private final List<Tie> ties = new ArrayList<>();
    /** For each fact the properties that are a code or number which the rule itself states. */
    private final List<Set<String>> stated = new ArrayList<>();

    Ties(RuleText rule, List<PatternText> patterns, List<PartChecker> parts) {
        this.rule = rule;
        this.patterns = patterns;
        this.parts = parts;
        for (int part = 0; part < parts.size(); part++) {
            int at = part;
            stated.add(new HashSet<>());
            parts.get(part).conditions().forEach(condition -> collect(at, condition));
        }
    }

    private void collect(int part, Expression condition) {
        if (condition instanceof Logic logic && logic.and()) {
            collect(part, logic.left());
            collect(part, logic.right());
        } else if (condition instanceof Comparison comparison
                && comparison.operator() == Operator.EQUAL
                && comparison.left() instanceof Name name
                && name.member().isEmpty()) {
            Property property = parts.get(part).type().property(name.property());
            if (comparison.right() instanceof Variable variable) {
                tie(part, property, variable);
            } else if (comparison.right() instanceof Literal literal && literal.kind() != Literal.Form.NULL) {
                stated.get(part).add(property.name());
            }
        }
    }

    private void tie(int part, Property property, Variable variable) {
        boolean ofAFact = false;
        for (int other = 0; other < parts.size(); other++) {
            Property named = parts.get(other).named().get(variable.name());
            ofAFact |= named != null;
            if (other < part && patterns.get(other).demand() == Demand.FACT && named != null) {
                ties.add(new Tie(part, property, other, named));
            }
        }
        // What is not of a fact is a limit.
        if (!ofAFact) {
            stated.get(part).add(property.name());
        }
    }

    /**
     * {@return which of the facts the rule is about}
     *
     * @throws Fault if a fact is not tied to those before it, or if there may be several of one kind for each of another
     */
    int about() {
        for (int part = 1; part < parts.size(); part++) {
            int first = firstOfSeveral(part);
            if (first >= 0 && !isTied(part)) {
                throw fault(part, untied(first, part));
            }
        }
        List<Integer> facts = IntStream.range(0, parts.size())
                .filter(part -> patterns.get(part).demand() == Demand.FACT)
                .boxed()
                .toList();
        return facts.stream()
                .filter(part -> settledBy(part, facts).containsAll(facts))
                .findFirst()
                .orElseThrow(() -> several(facts));
    }

    /** {@return the first fact before another of which there may be several; -1 where there is at most one of each} */
    private int firstOfSeveral(int part) {
        return IntStream.range(0, part)
                .filter(before -> patterns.get(before).demand() == Demand.FACT && !isSingle(before))
                .findFirst()
                .orElse(-1);
    }

    /** {@return whether there is at most one such fact: of its kind, or with the code or year that the rule states} */
    private boolean isSingle(int part) {
        List<String> key = parts.get(part).type().key();
        return key != null && stated.get(part).containsAll(key);
    }

    /** A tie by a code is looked up; one by a number only where there are as few facts as years. */
    private boolean isTied(int part) {
        List<String> key = parts.get(part).type().key();
        return isSingle(part)
                || ties.stream()
                        .filter(tie -> tie.part() == part)
                        .anyMatch(tie -> tie.property().type() == Property.Type.TEXT
                                || (key != null && key.contains(tie.property().name())));
    }

    /** {@return the facts of which there is at most one for each of the first} */
    private Set<Integer> settledBy(int first, List<Integer> facts) {
        Set<Integer> settled = new HashSet<>(Set.of(first));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (int part : facts) {
                List<String> key = parts.get(part).type().key();
                grew |= key != null && equated(part, settled).containsAll(key) && settled.add(part);
            }
        }
        return settled;
    }

    /** {@return the properties of a fact that are those of facts which are settled} */
    private Set<String> equated(int part, Set<Integer> settled) {
        Set<String> equated = new HashSet<>(stated.get(part));
        for (Tie tie : ties) {
            if (tie.part() == part && settled.contains(tie.other())) {
                equated.add(tie.property().name());
            }
            if (tie.other() == part && settled.contains(tie.part())) {
                equated.add(tie.otherProperty().name());
            }
        }
        return equated;
    }

    private FaultText untied(int first, int second) {
        Codes codes = Codes.shared(parts.get(first).type(), parts.get(second).type());
        return RuleWords.of(
                codes == null ? "fact-unrelated" : "fact-untied",
                "first",
                patterns.get(first).word(),
                "second",
                patterns.get(second).word(),
                "ofFirst",
                codes == null ? "" : codes.one(),
                "ofSecond",
                codes == null ? "" : codes.other());
    }

    /** Properties of two kinds of fact that hold codes of the same things. */
    private record Codes(String one, String other) {

        /** What the code of a fact of these kinds is called elsewhere. */
        private static final Map<String, String> ELSEWHERE =
                Map.of("RightSummary", "rightCode", "ActionSummary", "actionCode");

        static @Nullable Codes shared(FactType first, FactType second) {
            for (Property one : first.properties().values()) {
                for (Property other : second.properties().values()) {
                    if (isCode(first, one)
                            && isCode(second, other)
                            && meant(first, one).equals(meant(second, other))) {
                        return new Codes(one.name(), other.name());
                    }
                }
            }
            return null;
        }

        private static boolean isCode(FactType type, Property property) {
            List<String> key = type.key();
            return property.type() == Property.Type.TEXT
                    && (property.name().endsWith("Code") || (key != null && key.contains(property.name())));
        }

        private static String meant(FactType type, Property property) {
            return property.name().equals("code") ? ELSEWHERE.getOrDefault(type.word(), "code") : property.name();
        }
    }

    private Fault several(List<Integer> facts) {
        int first = facts.get(0);
        int other = facts.stream()
                .filter(part -> !settledBy(first, facts).contains(part))
                .findFirst()
                .orElse(first);
        return fault(
                other,
                RuleWords.of(
                        "facts-several",
                        "first",
                        patterns.get(first).word(),
                        "second",
                        patterns.get(other).word()));
    }

    private Fault fault(int part, FaultText what) {
        return rule.source()
                .fault(patterns.get(part).start(), patterns.get(part).word(), what);
    }
}
