package org.hrbudget.rules.internal.language;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The least that a condition can say of a fact. But for {@link Presence}, each holds only where its properties are given. */
sealed interface Atom {

    /** {@return the properties it speaks of} */
    Set<String> properties();

    /**
     * That a property is given, or absent.
     *
     * @param property the property
     * @param given whether it is given
     */
    record Presence(String property, boolean given) implements Atom {
        @Override
        public Set<String> properties() {
            return Set.of(property);
        }
    }

    /**
     * That a property is true, or false.
     *
     * @param property the property
     * @param value which of the two
     */
    record Truth(String property, boolean value) implements Atom {
        @Override
        public Set<String> properties() {
            return Set.of(property);
        }
    }

    /**
     * That a text is one of some, or none of them.
     *
     * @param property the text
     * @param values those texts
     * @param among whether it is one of them
     */
    record Texts(String property, Set<String> values, boolean among) implements Atom {
        @Override
        public Set<String> properties() {
            return Set.of(property);
        }
    }

    /**
     * That a text has a form, or has not.
     *
     * @param property the text
     * @param form the form
     * @param fits whether it has it
     */
    record Form(String property, CodeForm form, boolean fits) implements Atom {
        @Override
        public Set<String> properties() {
            return Set.of(property);
        }
    }

    /**
     * That a text is in a code list of the pack, or is not.
     *
     * @param property the text
     * @param list the name of the list
     * @param in whether it is in it
     */
    record Listed(String property, String list, boolean in) implements Atom {
        @Override
        public Set<String> properties() {
            return Set.of(property);
        }
    }

    /**
     * That two properties are the same, or differ.
     *
     * @param properties the two
     * @param same whether they are the same
     */
    record Same(Set<String> properties, boolean same) implements Atom {}

    /**
     * That a sum is zero, not zero, below zero, or not above zero.
     *
     * @param terms how often each property is in the sum; none is in it zero times
     * @param constant what else is added
     * @param sign how the sum compares with zero
     */
    record Sum(Map<String, BigDecimal> terms, BigDecimal constant, Sign sign) implements Atom {

        /** How a sum compares with zero. */
        enum Sign {
            ZERO,
            NOT_ZERO,
            BELOW,
            AT_MOST
        }

        /** A list is always given, and its size with it. */
        @Override
        public Set<String> properties() {
            return terms.keySet().stream()
                    .filter(name -> name.indexOf('.') < 0)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        Sum with(Sign other) {
            return new Sum(terms, constant, other);
        }

        Sum negated() {
            return new Sum(scaled(terms, BigDecimal.ONE.negate()), constant.negate(), sign);
        }

        /** {@return this sum and another taken so often, compared as this one is} */
        Sum plus(Sum other, BigDecimal often) {
            Map<String, BigDecimal> all = new TreeMap<>(terms);
            scaled(other.terms, often).forEach((name, count) -> all.merge(name, count, BigDecimal::add));
            all.values().removeIf(count -> count.signum() == 0);
            return new Sum(all, constant.add(other.constant.multiply(often)), sign);
        }

        private static Map<String, BigDecimal> scaled(Map<String, BigDecimal> terms, BigDecimal often) {
            Map<String, BigDecimal> scaled = new TreeMap<>();
            terms.forEach((name, count) -> scaled.put(name, count.multiply(often)));
            return scaled;
        }
    }
}
