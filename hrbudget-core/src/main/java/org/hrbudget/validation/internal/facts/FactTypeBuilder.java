package org.hrbudget.validation.internal.facts;

import static org.hrbudget.validation.internal.facts.Property.Absence.MISSING;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.Property.Absence;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/** Collects the properties of one kind of fact. */
final class FactTypeBuilder<T> {

    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    private final String word;
    private final Class<T> factClass;
    private final Rule.@Nullable Scope scope;
    private final List<DataItem> all;
    private final Set<Rule.Scope> rooms = EnumSet.noneOf(Rule.Scope.class);
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private @Nullable Property last;
    private @Nullable List<String> key;

    /**
     * @param all the data that every property rests on
     */
    FactTypeBuilder(String word, Class<T> factClass, Rule.@Nullable Scope scope, DataItem... all) {
        this.all = List.of(all);
        this.word = word;
        this.factClass = factClass;
        this.scope = scope;
        rooms.addAll(scope == null ? EnumSet.allOf(Rule.Scope.class) : EnumSet.of(scope));
    }

    /** Says that its facts are in another room too, where rules about others may ask for them. */
    FactTypeBuilder<T> alsoIn(Rule.Scope room) {
        rooms.add(room);
        return this;
    }

    FactTypeBuilder<T> word(
            String name,
            Property.Type type,
            Absence absence,
            Function<T, @Nullable Object> accessor,
            DataItem... items) {
        return put(new Property(
                name, type, items(items), absence, null, field(name, items), reading(accessor), null, null));
    }

    FactTypeBuilder<T> code(
            String name, Catalogues.CodeList list, Function<T, @Nullable Object> accessor, DataItem... items) {
        return put(new Property(
                name,
                Property.Type.BOOLEAN,
                items(items),
                MISSING,
                list,
                field(name, items),
                reading(accessor),
                null,
                null));
    }

    /** A finding points at the column of the first. */
    private Set<DataItem> items(DataItem... own) {
        Set<DataItem> items = new LinkedHashSet<>(List.of(own));
        items.addAll(all);
        return items;
    }

    /** Says that what the last property holds or rests on is written under another field than that of its first item. */
    FactTypeBuilder<T> at(String field) {
        return put(Objects.requireNonNull(last).at(field));
    }

    /** Says that the last property holds codes of a list, and which accessor gives what is compared of them. */
    FactTypeBuilder<T> among(Catalogues.CodeList list, String key) {
        return put(Objects.requireNonNull(last).listed(new Property.Listed(list, false, key)));
    }

    /** Says that the last property holds what codes of a list stand for, and which accessor gives what is compared of that. */
    FactTypeBuilder<T> amongMeanings(Catalogues.CodeList list, String key) {
        return put(Objects.requireNonNull(last).listed(new Property.Listed(list, true, key)));
    }

    /** Says that the last property holds a right of the programme, and which accessor gives what is compared of it. */
    FactTypeBuilder<T> amongRights(String key) {
        return put(Objects.requireNonNull(last).listed(new Property.Listed(null, false, key)));
    }

    /** Says how findings name the last property in both languages. */
    @SuppressWarnings("unchecked")
    FactTypeBuilder<T> named(Function<T, Bilingual> names) {
        return put(Objects.requireNonNull(last).named((Function<Object, Bilingual>) (Function<?, Bilingual>) names));
    }

    /** Of a document, which as a whole is one item, each property is a field of its own. */
    private @Nullable String field(String name, DataItem... items) {
        if (items.length == 0) {
            return null;
        }
        return RecordFact.class.isAssignableFrom(factClass)
                ? CAPITAL.matcher(name)
                        .replaceAll(letter -> "_" + letter.group().toLowerCase(Locale.ROOT))
                : items[0].word();
    }

    /** A word of a list for something that a fact need not have. */
    FactTypeBuilder<T> codeOfSome(
            String name, Catalogues.CodeList list, Function<T, @Nullable Object> accessor, DataItem... items) {
        return put(new Property(
                name,
                Property.Type.BOOLEAN,
                items(items),
                Absence.ALLOWED,
                list,
                field(name, items),
                reading(accessor),
                null,
                null));
    }

    /** Says in which properties no two facts are alike; in none where there is one fact. */
    FactTypeBuilder<T> key(String... names) {
        key = List.of(names);
        return this;
    }

    FactType type() {
        return new FactType(word, factClass, scope, rooms, properties, key);
    }

    /** Called for each property of each line, so nothing stands around the accessor: it casts its argument itself. */
    @SuppressWarnings("unchecked")
    private static Function<Object, @Nullable Object> reading(Function<?, @Nullable Object> accessor) {
        return (Function<Object, @Nullable Object>) accessor;
    }

    private FactTypeBuilder<T> put(Property property) {
        last = property;
        properties.put(property.name(), property);
        return this;
    }
}
