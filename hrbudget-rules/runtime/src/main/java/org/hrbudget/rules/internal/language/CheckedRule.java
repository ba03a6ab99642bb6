package org.hrbudget.rules.internal.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.model.DataItem;
import org.hrbudget.rules.internal.language.RuleText.Demand;
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
 * @param parts the facts it looks at, in its order
 * @param about which of them it is about; for each fact of that kind the others it looks at are at most one, so that one defect is
 *     one finding
 * @param limits the parameters it compares with, by the name it gives them, without the dollar sign
 * @param lists the code lists of the pack it asks for codes, by the name it gives them, without the dollar sign
 * @param details the kinds of what it names, limits among them
 * @param needs the data its properties rest on
 * @param guards the properties of the fact it is about that are given whenever it matches
 * @param suspects what may be at fault where it matches, in its order; empty where nothing it tests is written in a column
 */
public record CheckedRule(
        RuleText text,
        List<Part> parts,
        int about,
        Map<String, String> limits,
        Map<String, String> lists,
        Map<String, Finding.Detail.Type> details,
        Set<DataItem> needs,
        List<Rule.Guard> guards,
        List<Suspect> suspects) {

    /**
     * One kind of fact that a rule looks at.
     *
     * @param demand what is asked of such facts
     * @param choice the number of the {@code exists ( ... or ... )} it is one of; 0 outside of one
     * @param type the kind of fact
     * @param constraints what must hold for the fact
     * @param named the properties of it that the rule names, by that name
     * @param promised the properties that are given wherever the part fits, and whose absence means that promised data is missing
     */
    public record Part(
            Demand demand,
            int choice,
            FactType type,
            List<Expression> constraints,
            Map<String, Property> named,
            Set<String> promised) {

        /** {@return all that its constraints are made of} */
        public Stream<Expression> expressions() {
            return constraints.stream().flatMap(Expression::parts);
        }

        /** {@return the property that an expression is, by its own name or by one the rule gives it; {@code null} where it is none of it} */
        public @Nullable Property property(Expression expression) {
            if (expression instanceof Expression.Variable variable) {
                return named.get(variable.name());
            }
            return expression instanceof Expression.Name name
                    ? type.properties().get(name.property())
                    : null;
        }

        /** {@return the same part with other constraints} */
        public Part with(List<Expression> others) {
            return new Part(demand, choice, type, others, named, promised);
        }
    }

    /**
     * What is at fault where a condition holds.
     *
     * @param condition one of several of which each suffices, or the only one
     * @param property the property it is about
     */
    public record Suspect(Expression condition, String property) {}

    /** {@return the code lists that its properties ask, or whose codes it compares with} */
    public Set<Catalogues.CodeList> codeLists() {
        return parts.stream()
                .flatMap(part -> part.expressions().map(part::property))
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

    /** {@return the kind of fact it is about} */
    public FactType subject() {
        return part().type();
    }

    /** {@return the fact it is about} */
    public Part part() {
        return parts.get(about);
    }

    /** {@return the room it is in: that of units where it looks at one, or at something of one, whatever it is about} */
    public Rule.Scope scope() {
        return parts.stream().anyMatch(part -> part.type().scope() == Rule.Scope.UNIT)
                ? Rule.Scope.UNIT
                : Objects.requireNonNull(subject().scope());
    }

    /** {@return whether it looks at more than one fact} */
    public boolean joins() {
        return parts.size() > 1;
    }

    /** {@return what must hold for the fact it is about} */
    public List<Expression> constraints() {
        return part().constraints();
    }

    /** {@return the properties that findings can cite, by the names it gives them; those of other facts among them} */
    public Map<String, Property> named() {
        Map<String, Property> all = new LinkedHashMap<>();
        parts.stream().filter(part -> part.demand() == Demand.FACT).forEach(part -> all.putAll(part.named()));
        return all;
    }
}
