package org.hrbudget.rules.internal.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hrbudget.rules.internal.language.Atom.Form;
import org.hrbudget.rules.internal.language.Atom.Presence;
import org.hrbudget.rules.internal.language.Atom.Same;
import org.hrbudget.rules.internal.language.Atom.Texts;
import org.hrbudget.rules.internal.language.Atom.Truth;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.MemberOf;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.Expression.Product;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;
import org.jspecify.annotations.Nullable;

/**
 * What checked conditions claim of a fact, as alternatives of atoms.
 *
 * <p>The alternatives may admit more facts than the condition does, never fewer, so that what is found to be impossible is so. The
 * checker has shown that a comparison is reached only where its properties are given, wherever an absent one would mislead.
 */
final class Claims {

    private final FactType fact;
    private final Map<String, BigDecimal> limits;
    private final Map<String, String> lists;
    private final Map<String, Property> named;
    private final GivenProperties given;

    /**
     * Reads the conditions of one rule.
     *
     * @param fact the kind of fact
     * @param limits the values of the parameters by the names the rule gives them
     * @param lists the code lists by the names the rule gives them
     * @param named the properties by the names the rule gives them
     */
    Claims(FactType fact, Map<String, BigDecimal> limits, Map<String, String> lists, Map<String, Property> named) {
        this.fact = fact;
        this.limits = limits;
        this.lists = lists;
        this.named = named;
        Map<String, String> sameFact = new TreeMap<>();
        named.forEach((name, property) -> sameFact.put(name, property.name()));
        this.given = new GivenProperties(sameFact);
    }

    /** {@return what is so where a condition holds} */
    Alternatives holding(Expression condition) {
        if (condition instanceof Logic logic) {
            Alternatives left = holding(logic.left());
            return logic.and() ? left.and(holding(logic.right())) : left.or(holding(logic.right()));
        }
        if (condition instanceof Not not) {
            return not.operand() instanceof Name name ? truth(name, false) : failing(not.operand());
        }
        return claim(condition, true);
    }

    /** {@return what is so where a condition does not hold} */
    Alternatives failing(Expression condition) {
        if (condition instanceof Logic logic) {
            Alternatives left = failing(logic.left());
            return logic.and() ? left.or(failing(logic.right())) : left.and(failing(logic.right()));
        }
        Alternatives otherwise;
        if (condition instanceof Not not) {
            otherwise = not.operand() instanceof Name name ? truth(name, true) : holding(not.operand());
        } else {
            otherwise = claim(condition, false);
        }
        for (String property : given.properties(condition)) {
            if (!aboutPresence(condition) && canBeAbsent(property)) {
                otherwise = otherwise.or(Alternatives.all(new Presence(property, false)));
            }
        }
        return otherwise;
    }

    private static boolean aboutPresence(Expression condition) {
        return condition instanceof Comparison comparison && GivenProperties.isNull(comparison.right());
    }

    private boolean canBeAbsent(String name) {
        Property property = fact.properties().get(name);
        return property != null && property.absence() != Property.Absence.NEVER;
    }

    private Alternatives claim(Expression condition, boolean holds) {
        if (condition instanceof Name name) {
            return truth(name, holds);
        }
        if (condition instanceof Matches matches) {
            String property = property(matches.operand());
            // How a text of a list is written is not what it is compared by, so nothing follows from the one for the
            // other.
            return property == null || listed(property) != null
                    ? Alternatives.ALWAYS
                    : Alternatives.all(new Form(property, matches.form(), matches.negated() != holds));
        }
        if (condition instanceof OneOf oneOf) {
            String property = property(oneOf.operand());
            return property == null
                    ? Alternatives.ALWAYS
                    : Alternatives.all(new Texts(property, keys(property, oneOf.values()), oneOf.negated() != holds));
        }
        if (condition instanceof MemberOf memberOf) {
            String property = property(memberOf.operand());
            return property == null
                    ? Alternatives.ALWAYS
                    : Alternatives.all(new Atom.Listed(
                            property, lists.getOrDefault(memberOf.list().name(), ""), memberOf.negated() != holds));
        }
        return condition instanceof Comparison comparison ? comparison(comparison, holds) : Alternatives.ALWAYS;
    }

    private Alternatives truth(Name name, boolean value) {
        if (name.member().isEmpty()) {
            return Alternatives.all(new Truth(name.property(), value));
        }
        return Alternatives.all(new Atom.Sum(
                new TreeMap<>(Map.of(name.property() + ".size", BigDecimal.ONE)),
                BigDecimal.ZERO,
                value ? Atom.Sum.Sign.ZERO : Atom.Sum.Sign.NOT_ZERO));
    }

    private Alternatives comparison(Comparison comparison, boolean holds) {
        boolean equal = (comparison.operator() == Operator.EQUAL) == holds;
        String property = property(comparison.left());
        if (comparison.right() instanceof Literal literal && literal.kind() != Literal.Form.ZERO) {
            return switch (literal.kind()) {
                case NULL -> property == null ? Alternatives.ALWAYS : Alternatives.all(new Presence(property, !equal));
                case TEXT ->
                    property == null
                            ? Alternatives.ALWAYS
                            : Alternatives.all(new Texts(property, keys(property, List.of(literal.text())), equal));
                default ->
                    comparison.left() instanceof Name name
                            ? truth(name, literal.text().equals("true") == equal)
                            : property == null
                                    ? Alternatives.ALWAYS
                                    : Alternatives.all(
                                            new Truth(property, literal.text().equals("true") == equal));
            };
        }
        Atom.Sum left = sum(comparison.left());
        Atom.Sum right = sum(comparison.right());
        if (left != null && right != null) {
            return Alternatives.all(compared(left, comparison.operator(), right, holds));
        }
        String other = property(comparison.right());
        return property == null
                        || other == null
                        || property.equals(other)
                        || comparison.operator().orders()
                ? Alternatives.ALWAYS
                : Alternatives.all(new Same(Set.of(property, other), equal));
    }

    /** {@return what is compared of these texts} */
    private Set<String> keys(String property, List<String> texts) {
        Property.Listed listed = listed(property);
        return texts.stream()
                .map(text -> listed == null ? text : listed.key(text))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Property.@Nullable Listed listed(String property) {
        Property known = fact.properties().get(property);
        return known == null ? null : known.listed();
    }

    private static Atom.Sum compared(Atom.Sum left, Operator operator, Atom.Sum right, boolean holds) {
        Atom.Sum difference = left.plus(right, BigDecimal.ONE.negate());
        Atom.Sum reverse = difference.negated();
        return switch (operator) {
            case EQUAL -> difference.with(holds ? Atom.Sum.Sign.ZERO : Atom.Sum.Sign.NOT_ZERO);
            case UNEQUAL -> difference.with(holds ? Atom.Sum.Sign.NOT_ZERO : Atom.Sum.Sign.ZERO);
            case BELOW -> holds ? difference.with(Atom.Sum.Sign.BELOW) : reverse.with(Atom.Sum.Sign.AT_MOST);
            case AT_MOST -> holds ? difference.with(Atom.Sum.Sign.AT_MOST) : reverse.with(Atom.Sum.Sign.BELOW);
            case ABOVE -> holds ? reverse.with(Atom.Sum.Sign.BELOW) : difference.with(Atom.Sum.Sign.AT_MOST);
            case AT_LEAST -> holds ? reverse.with(Atom.Sum.Sign.AT_MOST) : difference.with(Atom.Sum.Sign.BELOW);
        };
    }

    /** {@return an expression as a sum; {@code null} where it is no number} */
    private Atom.@Nullable Sum sum(Expression expression) {
        if (expression instanceof Sum sum) {
            Atom.Sum left = sum(sum.left());
            Atom.Sum right = sum(sum.right());
            BigDecimal often = sum.plus() ? BigDecimal.ONE : BigDecimal.ONE.negate();
            return left == null || right == null ? null : left.plus(right, often);
        }
        if (expression instanceof Product product) {
            Atom.Sum left = sum(product.left());
            Atom.Sum right = sum(product.right());
            return left == null || right == null ? null : times(left, right);
        }
        if (expression instanceof Literal literal) {
            return literal.kind() == Literal.Form.ZERO ? constant(BigDecimal.ZERO) : null;
        }
        if (expression instanceof Variable variable && limits.containsKey(variable.name())) {
            return constant(limits.getOrDefault(variable.name(), BigDecimal.ZERO));
        }
        if (expression instanceof Name name && name.member().equals("size")) {
            return once(name.property() + ".size");
        }
        String property = property(expression);
        Property known = property == null ? null : fact.properties().get(property);
        return known != null && ValueType.of(known.type()).numeric() ? once(known.name()) : null;
    }

    /** {@return a sum taken so often; {@code null} where it is not known how often} */
    private static Atom.@Nullable Sum times(Atom.Sum one, Atom.Sum other) {
        boolean turned = one.terms().isEmpty();
        Atom.Sum sum = turned ? other : one;
        Atom.Sum often = turned ? one : other;
        return often.terms().isEmpty() ? constant(BigDecimal.ZERO).plus(sum, often.constant()) : null;
    }

    private static Atom.Sum constant(BigDecimal value) {
        return new Atom.Sum(new TreeMap<>(), value, Atom.Sum.Sign.ZERO);
    }

    private static Atom.Sum once(String name) {
        return new Atom.Sum(new TreeMap<>(Map.of(name, BigDecimal.ONE)), BigDecimal.ZERO, Atom.Sum.Sign.ZERO);
    }

    /** {@return the property that an expression is, by its own name or one the rule gives it; {@code null} if it is none} */
    private @Nullable String property(Expression expression) {
        if (expression instanceof Name name) {
            return name.member().isEmpty() ? name.property() : null;
        }
        Property property = expression instanceof Variable variable ? named.get(variable.name()) : null;
        return property == null ? null : property.name();
    }
}
