package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.rules.internal.language.CheckedRule.Suspect;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;

/**
 * Finds what a rule puts under suspicion: the first property it tests that is written in a column, and where a test is several
 * joined by "or", that of each. To ask only that something is given accuses nothing, unless the rule asks no more.
 */
final class Suspects {

    private final FactType type;
    private final GivenProperties given;

    private Suspects(FactType type, GivenProperties given) {
        this.type = type;
        this.given = given;
    }

    static List<Suspect> of(FactType type, List<Expression> conditions, GivenProperties given) {
        Suspects suspects = new Suspects(type, given);
        for (Expression condition : conditions) {
            List<Suspect> found = suspects.among(condition);
            if (!isGuard(condition) && !found.isEmpty()) {
                return found;
            }
        }
        return conditions.stream()
                .map(suspects::among)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Suspect> among(Expression condition) {
        if (condition instanceof Logic logic && !logic.and()) {
            List<Suspect> found = new ArrayList<>(among(logic.left()));
            boolean leftOut = found.size() < alternatives(logic.left());
            for (Suspect suspect : among(logic.right())) {
                // What was written nowhere, and so accuses nothing, may have asked what this one takes for given.
                found.add(
                        leftOut ? new Suspect(unless(logic.left(), suspect.condition()), suspect.property()) : suspect);
            }
            return List.copyOf(found);
        }
        return written(condition).stream()
                .map(property -> new Suspect(condition, property))
                .toList();
    }

    private static int alternatives(Expression condition) {
        return condition instanceof Logic logic && !logic.and()
                ? alternatives(logic.left()) + alternatives(logic.right())
                : 1;
    }

    private static Expression unless(Expression before, Expression condition) {
        return new Logic(true, new Not(before, before.start(), before.end()), condition);
    }

    private Optional<String> written(Expression condition) {
        Set<String> tested = new LinkedHashSet<>();
        collect(condition, tested);
        tested.addAll(given.properties(condition));
        return tested.stream().filter(this::isWritten).findFirst();
    }

    /** What is tested for more than being given comes first. */
    private void collect(Expression condition, Set<String> tested) {
        if (condition instanceof Logic logic) {
            collect(logic.left(), tested);
            collect(logic.right(), tested);
        } else if (!isGuard(condition)) {
            tested.addAll(given.properties(condition));
        }
    }

    private boolean isWritten(String name) {
        Property property = type.properties().get(name);
        return property != null && property.field() != null;
    }

    private static boolean isGuard(Expression condition) {
        return condition instanceof Comparison comparison
                && comparison.operator() == Operator.UNEQUAL
                && GivenProperties.isNull(comparison.right());
    }
}
