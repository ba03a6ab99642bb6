package org.hrbudget.validation.internal.facts;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.validation.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A kind of fact that a rule may name.
 *
 * @param word its name in rule files
 * @param factClass the class of its facts
 * @param scope the room where rules about it are judged, or {@code null} for parameters, which no rule is about
 * @param rooms the rooms its facts are in, that one among them
 * @param properties its properties by name
 * @param key the properties in which no two facts of a budget are alike; none where there is one fact, {@code null} where facts
 *     may be alike in all
 */
public record FactType(
        String word,
        Class<?> factClass,
        Rule.@Nullable Scope scope,
        Set<Rule.Scope> rooms,
        Map<String, Property> properties,
        @Nullable List<String> key) {

    /** Makes the collections unmodifiable. */
    public FactType {
        rooms = Set.copyOf(rooms);
        properties = Collections.unmodifiableMap(properties);
        key = key == null ? null : List.copyOf(key);
    }

    /** Makes a kind of fact of which several may be alike in all their properties. */
    public FactType(String word, Class<?> factClass, Rule.@Nullable Scope scope, Map<String, Property> properties) {
        this(word, factClass, scope, scope == null ? Set.of() : Set.of(scope), properties, null);
    }

    /**
     * {@return what is written under a field, where it is given}
     *
     * @param fact a fact of this type
     * @param field the field
     */
    public Optional<Object> written(Object fact, String field) {
        return properties.values().stream()
                .filter(property -> field.equals(property.field()) && property.type() != Property.Type.BOOLEAN)
                .findFirst()
                .map(property -> property.of(fact));
    }

    /**
     * {@return the property of this name}
     *
     * @param name the name
     * @throws IllegalArgumentException if the fact has no such property
     */
    public Property property(String name) {
        Property property = properties.get(name);
        if (property == null) {
            throw new IllegalArgumentException("\"" + name + "\" is not a property of " + word
                    + ".\nMaybe one of these was meant: " + properties.keySet() + ".");
        }
        return property;
    }
}
