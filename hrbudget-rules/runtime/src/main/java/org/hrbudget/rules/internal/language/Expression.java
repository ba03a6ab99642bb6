package org.hrbudget.rules.internal.language;

import java.util.List;
import java.util.stream.Stream;

/** What a constraint says, as a tree. Nothing that is not one of these can be said. */
public sealed interface Expression {

    /** {@return where it begins in the file's text} */
    int start();

    /** {@return where it ends, exclusive} */
    int end();

    /** {@return the expressions it is made of, in order} */
    default List<Expression> children() {
        return List.of();
    }

    /** {@return it and all it is made of, each before what that is made of} */
    default Stream<Expression> parts() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(Expression::parts));
    }

    /**
     * {@return what the one of these cases says that fits}
     *
     * @param cases what to say of each kind of expression
     * @param <R> what is said
     */
    <R> R match(Cases<R> cases);

    /**
     * Something to say of each kind of expression.
     *
     * @param <R> what is said
     */
    interface Cases<R> {

        /**
         * {@return what is said of a literal}
         *
         * @param literal the literal
         */
        R literal(Literal literal);

        /**
         * {@return what is said of a property}
         *
         * @param name the property
         */
        R name(Name name);

        /**
         * {@return what is said of a variable}
         *
         * @param variable the variable
         */
        R variable(Variable variable);

        /**
         * {@return what is said of a negation}
         *
         * @param not the negation
         */
        R not(Not not);

        /**
         * {@return what is said of two conditions joined}
         *
         * @param logic the conditions
         */
        R logic(Logic logic);

        /**
         * {@return what is said of a comparison}
         *
         * @param comparison the comparison
         */
        R comparison(Comparison comparison);

        /**
         * {@return what is said of a sum}
         *
         * @param sum the sum
         */
        R sum(Sum sum);

        /**
         * {@return what is said of a product}
         *
         * @param product the product
         */
        R product(Product product);

        /**
         * {@return what is said of the form of a code}
         *
         * @param matches the form
         */
        R matches(Matches matches);

        /**
         * {@return what is said of a choice of texts}
         *
         * @param oneOf the choice
         */
        R oneOf(OneOf oneOf);

        /**
         * {@return what is said of a code that is looked for in a list}
         *
         * @param memberOf the code and the list
         */
        R memberOf(MemberOf memberOf);
    }

    /**
     * {@code true}, {@code false}, {@code null}, {@code 0} or a quoted text.
     *
     * @param kind which of these
     * @param text the quoted text, else as written
     * @param start where it begins
     * @param end where it ends
     */
    record Literal(Form kind, String text, int start, int end) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.literal(this);
        }

        /** The literals there are. */
        public enum Form {
            /** True or false. */
            BOOLEAN,
            /** Nothing given. */
            NULL,
            /** The only number that may be in a rule. */
            ZERO,
            /** A quoted text. */
            TEXT
        }
    }

    /**
     * A property of the fact, or what a rule may ask of a list.
     *
     * @param property the property
     * @param member {@code empty} or {@code size} of a list, else nothing
     * @param start where it begins
     * @param end where it ends
     */
    record Name(String property, String member, int start, int end) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.name(this);
        }
    }

    /**
     * A value named before.
     *
     * @param name its name, without the dollar sign
     * @param start where it begins
     * @param end where it ends
     */
    record Variable(String name, int start, int end) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.variable(this);
        }
    }

    /**
     * That something does not hold.
     *
     * @param operand what does not hold
     * @param start where it begins
     * @param end where it ends
     */
    record Not(Expression operand, int start, int end) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.not(this);
        }

        @Override
        public List<Expression> children() {
            return List.of(operand);
        }
    }

    /** Two expressions with a sign between them. */
    sealed interface Pair extends Expression {

        /** {@return the first} */
        Expression left();

        /** {@return the second} */
        Expression right();

        @Override
        default int start() {
            return left().start();
        }

        @Override
        default int end() {
            return right().end();
        }

        @Override
        default List<Expression> children() {
            return List.of(left(), right());
        }
    }

    /**
     * Two conditions joined.
     *
     * @param and whether both must hold; else one suffices
     * @param left the first
     * @param right the second
     */
    record Logic(boolean and, Expression left, Expression right) implements Pair {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.logic(this);
        }
    }

    /**
     * A comparison of two values.
     *
     * @param operator the sign
     * @param left the first
     * @param right the second
     */
    record Comparison(Operator operator, Expression left, Expression right) implements Pair {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.comparison(this);
        }
    }

    /**
     * A sum or a difference.
     *
     * @param plus whether it is a sum
     * @param left the first
     * @param right the second
     */
    record Sum(boolean plus, Expression left, Expression right) implements Pair {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sum(this);
        }
    }

    /**
     * A product.
     *
     * @param left the first
     * @param right the second
     */
    record Product(Expression left, Expression right) implements Pair {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.product(this);
        }
    }

    /**
     * That a code has a form.
     *
     * @param operand the code
     * @param negated whether it must not have the form
     * @param form the form
     * @param end where it ends
     */
    record Matches(Expression operand, boolean negated, CodeForm form, int end) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.matches(this);
        }

        @Override
        public int start() {
            return operand.start();
        }

        @Override
        public List<Expression> children() {
            return List.of(operand);
        }
    }

    /**
     * That a text is one of several.
     *
     * @param operand the text
     * @param negated whether it must be none of them
     * @param values the texts
     * @param end where it ends
     */
    record OneOf(Expression operand, boolean negated, List<String> values, int end) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.oneOf(this);
        }

        @Override
        public int start() {
            return operand.start();
        }

        @Override
        public List<Expression> children() {
            return List.of(operand);
        }
    }

    /**
     * That a code is in a list of the pack.
     *
     * @param operand the code
     * @param negated whether it must not be in it
     * @param list the variable that the list is named by
     */
    record MemberOf(Expression operand, boolean negated, Variable list) implements Expression {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.memberOf(this);
        }

        @Override
        public int start() {
            return operand.start();
        }

        @Override
        public int end() {
            return list.end();
        }

        @Override
        public List<Expression> children() {
            return List.of(operand, list);
        }
    }

    /** The signs of comparison. */
    enum Operator {
        /** Equal. */
        EQUAL("=="),
        /** Not equal. */
        UNEQUAL("!="),
        /** Below. */
        BELOW("<"),
        /** Below or equal. */
        AT_MOST("<="),
        /** Above. */
        ABOVE(">"),
        /** Above or equal. */
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** {@return the sign} */
        public String sign() {
            return sign;
        }

        /** {@return the one that says the same with the two sides exchanged} */
        public Operator turned() {
            return switch (this) {
                case EQUAL, UNEQUAL -> this;
                case BELOW -> ABOVE;
                case AT_LEAST -> AT_MOST;
                case ABOVE -> BELOW;
                case AT_MOST -> AT_LEAST;
            };
        }

        /** {@return whether it asks which of two is greater} */
        public boolean orders() {
            return this != EQUAL && this != UNEQUAL;
        }
    }
}
