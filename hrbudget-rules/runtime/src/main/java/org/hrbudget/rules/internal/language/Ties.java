package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.RuleText.Demand;
import org.hrbudget.rules.internal.language.RuleText.PatternText;
import org.hrbudget.validation.internal.facts.Property;

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

    Ties(RuleText rule, List<PatternText> patterns, List<PartChecker> parts) {
        this.rule = rule;
        this.patterns = patterns;
        this.parts = parts;
        for (int part = 1; part < parts.size(); part++) {
            int at = part;
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
                && name.member().isEmpty()
                && comparison.right() instanceof Variable variable) {
            Property property = parts.get(part).type().property(name.property());
            for (int other = 0; other < part; other++) {
                Property named = parts.get(other).named().get(variable.name());
                if (patterns.get(other).demand() == Demand.FACT && named != null) {
                    ties.add(new Tie(part, property, other, named));
                }
            }
        }
    }

    /**
     * {@return which of the facts the rule is about}
     *
     * @throws Fault if a fact is not tied to those before it, or if there may be several of one kind for each of another
     */
    int about() {
        for (int part = 1; part < parts.size(); part++) {
            if (!isTied(part)) {
                throw fault(
                        part,
                        RuleWords.of(
                                "fact-untied",
                                "first",
                                patterns.get(0).word(),
                                "second",
                                patterns.get(part).word()));
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

    /** A tie by a code is looked up; one by a number only where there are as few facts as years. */
    private boolean isTied(int part) {
        List<String> key = parts.get(part).type().key();
        return (key != null && key.isEmpty())
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
        Set<String> equated = new HashSet<>();
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
