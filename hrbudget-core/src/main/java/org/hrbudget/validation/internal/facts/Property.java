package org.hrbudget.validation.internal.facts;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/**
 * A property of a fact that a rule may name.
 *
 * @param name its name, which is that of an accessor of the fact's class
 * @param type what it holds
 * @param items the data it rests on, in order: a rule that names it needs them
 * @param absence what it means that a fact lacks it
 * @param catalogue the code list it rests on, or {@code null}
 * @param field the field, as layouts name it, under which what it holds or rests on is written, so that a finding points at its
 *     column; {@code null} where it is written nowhere
 * @param accessor how it is read
 * @param names how findings name it in both languages, where what is read is a name in one
 * @param listed how it is compared where its texts come from a list, or {@code null}
 */
public record Property(
        String name,
        Type type,
        Set<DataItem> items,
        Absence absence,
        Catalogues.@Nullable CodeList catalogue,
        @Nullable String field,
        Function<Object, @Nullable Object> accessor,
        @Nullable Function<Object, Bilingual> names,
        @Nullable Listed listed) {

    /**
     * How texts are compared that come from a list: by a key that leaves out how they are written. What a finding quotes, and what
     * the form of a code is asked of, stays as written.
     *
     * @param list the code list of rule packs that has them; {@code null} where packs have none, as of rights, which a programme has
     * @param meanings whether they are what the codes of the list stand for, and not the codes
     * @param accessor the accessor of the fact's class that gives the key of the fact's text
     */
    public record Listed(Catalogues.@Nullable CodeList list, boolean meanings, String accessor) {

        private static final Catalogues NO_LISTS = Catalogues.of(Map.of());

        /**
         * {@return what is compared of a text}
         *
         * @param text the text as written
         */
        public String key(String text) {
            return list == null ? Spelling.ofRight(text) : NO_LISTS.key(list, text);
        }

        /**
         * {@return the texts that the lists of a pack have; empty where there is no such list, or other texts are as good: reasons are
         * written freely, and their list has only those that say nothing}
         *
         * @param catalogues the lists of the pack
         */
        public Set<String> among(Catalogues catalogues) {
            Map<String, String> found = list == null || list == Catalogues.CodeList.EMPTY_REASONS
                    ? Map.of()
                    : catalogues.list(list).orElse(Map.of());
            return meanings ? Set.copyOf(found.values()) : found.keySet();
        }
    }

    /** What a property holds. */
    public enum Type {
        /** A code or words. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** Money. */
        AMOUNT,
        /** A fraction. */
        RATIO,
        /** How much of what a goal delivers, an exact decimal in a unit of measure of its own. */
        QUANTITY,
        /** True or false. */
        BOOLEAN,
        /** A list, of which a rule may ask {@code empty} and {@code size}. */
        LIST
    }

    /** What it means that a fact lacks a property. */
    public enum Absence {
        /** It cannot: the property is always there. */
        NEVER,
        /** Promised data is missing: a rule that requires it is undetermined for that fact. */
        MISSING,
        /** The fact just has no such thing: a rule that requires it does not examine that fact. */
        ALLOWED
    }

    /** Copies the set and keeps its order. */
    public Property {
        items = Collections.unmodifiableSet(new LinkedHashSet<>(items));
    }

    /** {@return this property, with a name in both languages} */
    Property named(Function<Object, Bilingual> inBoth) {
        return new Property(name, type, items, absence, catalogue, field, accessor, inBoth, listed);
    }

    /** {@return this property, written under another field} */
    Property at(String word) {
        return new Property(name, type, items, absence, catalogue, word, accessor, names, listed);
    }

    /** {@return this property, compared by a key} */
    Property listed(Listed how) {
        return new Property(name, type, items, absence, catalogue, field, accessor, names, how);
    }

    /**
     * {@return the value of this property}
     *
     * @param fact a fact of the type that has it
     */
    public @Nullable Object of(Object fact) {
        return accessor.apply(fact);
    }

    /**
     * {@return what a finding cites of this property: its value, or both names where it is named in both languages}
     *
     * @param fact a fact of the type that has it
     */
    public @Nullable Object cited(Object fact) {
        return names == null ? of(fact) : names.apply(fact);
    }

    /** {@return whether it cannot be given as less than nothing: what last year had is funded or it is not there, and prices} */
    public boolean startsAtZero() {
        return isPrice() || (type == Type.AMOUNT && items.contains(DataItem.BASELINE));
    }

    /** {@return whether it is of an index of prices, which is above zero} */
    public boolean isPrice() {
        return items.contains(DataItem.DEFLATOR);
    }

    /** {@return the code list it rests on, if any} */
    public Optional<Catalogues.CodeList> codeList() {
        return Optional.ofNullable(catalogue);
    }
}
