package org.hrbudget.validation.facts;

import static org.hrbudget.validation.facts.Property.Absence.MISSING;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hrbudget.model.DataItem;
import org.hrbudget.validation.RuleScope;
import org.hrbudget.validation.facts.Property.Absence;
import org.jspecify.annotations.Nullable;

/** Collects the properties of one kind of fact. */
final class Words<T> {

    private final String word;
    private final Class<T> factClass;
    private final @Nullable RuleScope scope;
    private final List<DataItem> all;
    private final Map<String, Property> properties = new LinkedHashMap<>();

    /**
     * @param all the data that every property rests on
     */
    Words(String word, Class<T> factClass, @Nullable RuleScope scope, DataItem... all) {
        this.all = List.of(all);
        this.word = word;
        this.factClass = factClass;
        this.scope = scope;
    }

    Words<T> word(
            String name,
            Property.Type type,
            Absence absence,
            Function<T, @Nullable Object> accessor,
            DataItem... items) {
        return put(new Property(name, type, items(items), absence, null, reading(accessor)));
    }

    Words<T> code(String name, Catalogues.Kind list, Function<T, @Nullable Object> accessor, DataItem... items) {
        return put(new Property(name, Property.Type.BOOLEAN, items(items), MISSING, list, reading(accessor)));
    }

    /** A finding points at the column of the first. */
    private Set<DataItem> items(DataItem... own) {
        Set<DataItem> items = new LinkedHashSet<>(List.of(own));
        items.addAll(all);
        return items;
    }

    FactType type() {
        return new FactType(word, factClass, scope, properties);
    }

    /** Called for each property of each line, so nothing stands around the accessor: it casts its argument itself. */
    @SuppressWarnings("unchecked")
    private static Function<Object, @Nullable Object> reading(Function<?, @Nullable Object> accessor) {
        return (Function<Object, @Nullable Object>) accessor;
    }

    private Words<T> put(Property property) {
        properties.put(property.name(), property);
        return this;
    }
}
