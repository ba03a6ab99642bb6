package org.hrbudget.rules.internal.language;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.model.DataItem;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose condition can match: every word is known, every comparison has a meaning, and nothing that may be absent is
 * compared unasked.
 *
 * @param text the rule as its file states it
 * @param subject the kind of fact it is about
 * @param scope the room of that kind
 * @param constraints what must hold for the fact
 * @param limits the parameters it compares with, by the name it gives them, without the dollar sign
 * @param named the properties it names, by that name
 * @param details the kinds of what it names, limits among them
 * @param needs the data its properties rest on
 * @param guards the properties that are given whenever it matches
 * @param suspects what may be at fault where it matches, in its order; empty where nothing it tests is written in a column
 */
public record CheckedRule(
        RuleText text,
        FactType subject,
        Rule.Scope scope,
        List<Expression> constraints,
        Map<String, String> limits,
        Map<String, Property> named,
        Map<String, Finding.Detail.Type> details,
        Set<DataItem> needs,
        List<Rule.Guard> guards,
        List<Suspect> suspects) {

    /**
     * What is at fault where a condition holds.
     *
     * @param condition one of several of which each suffices, or the only one
     * @param property the property it is about
     */
    public record Suspect(Expression condition, String property) {}

    /** {@return the property that an expression is, by its own name or by one the rule gives it; {@code null} where it is none} */
    public @Nullable Property property(Expression expression) {
        if (expression instanceof Expression.Variable variable) {
            return named.get(variable.name());
        }
        return expression instanceof Expression.Name name
                ? subject.properties().get(name.property())
                : null;
    }

    /** {@return the code lists that it asks, or whose codes it compares with} */
    public Set<Catalogues.CodeList> lists() {
        return constraints.stream()
                .flatMap(Expression::parts)
                .map(this::property)
                .filter(Objects::nonNull)
                .flatMap(property -> Stream.of(
                        property.catalogue(),
                        property.listed() == null ? null : property.listed().list()))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return the rule's id} */
    public String id() {
        return text.id().text();
    }
}
