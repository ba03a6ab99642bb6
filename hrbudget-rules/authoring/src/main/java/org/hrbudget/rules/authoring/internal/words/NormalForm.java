package org.hrbudget.rules.authoring.internal.words;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
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
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.Property;

/**
 * Constraints in one form for all ways of writing the same: variables give way to what they stand for, sides of a comparison
 * and parts of a chain to an order, negations to the opposite sign. Two constraints of equal form match the same facts; two of
 * different forms may still do, where that takes reasoning.
 */
public final class NormalForm implements Expression.Cases<String> {

    private final LawRule rule;
    private final boolean negated;

    private NormalForm(LawRule rule, boolean negated) {
        this.rule = rule;
        this.negated = negated;
    }

    /** {@return the constraints of a rule by their form, in the order in which they are written} */
    public static Map<String, Clause> constraints(LawRule rule) {
        Map<String, Clause> forms = new LinkedHashMap<>();
        Clause.conjuncts(rule.part().constraints()).forEach(term -> forms.putIfAbsent(of(rule, term), term));
        Set<String> shown = forms.values().stream()
                .filter(NormalForm::provesItsProperty)
                .map(term -> given(rule, operand(term)))
                .collect(Collectors.toSet());
        forms.keySet().removeAll(shown);
        return forms;
    }

    /** {@return the other facts that a rule looks at, each with what is asked of it, in an order of their own} */
    public static SortedSet<String> others(LawRule rule) {
        SortedSet<String> forms = new TreeSet<>();
        for (LawRule other : rule.others()) {
            CheckedRule.Part part = other.part();
            forms.add(part.demand() + " " + part.choice() + " " + part.type().word() + " "
                    + new TreeSet<>(constraints(other).keySet()));
        }
        return forms;
    }

    /** {@return the properties and limits that a term compares, sorted} */
    public static Set<String> compared(LawRule rule, Clause term) {
        Set<String> names = new TreeSet<>();
        term.expression()
                .parts()
                .filter(part -> part instanceof Name || part instanceof Variable)
                .forEach(part -> {
                    Property property = rule.property(part);
                    names.add(property == null ? value(rule, part) : property.name());
                });
        return names;
    }

    private static String of(LawRule rule, Clause term) {
        return term.expression().match(new NormalForm(rule, term.negated()));
    }

    /** A comparison with a literal holds of nothing that is absent, so that a guard beside it adds nothing. */
    private static boolean provesItsProperty(Clause term) {
        Expression expression = term.expression();
        if (expression instanceof Matches matches) {
            return matches.negated() == term.negated();
        }
        if (expression instanceof OneOf oneOf) {
            return oneOf.negated() == term.negated();
        }
        if (expression instanceof MemberOf memberOf) {
            return memberOf.negated() == term.negated();
        }
        if (expression instanceof Comparison comparison) {
            return comparison.operator() == Operator.EQUAL
                    && !term.negated()
                    && comparison.right() instanceof Literal literal
                    && literal.kind() != Literal.Form.NULL;
        }
        return expression instanceof Name;
    }

    private static Expression operand(Clause term) {
        Expression expression = term.expression();
        return expression instanceof Comparison
                        || expression instanceof Matches
                        || expression instanceof OneOf
                        || expression instanceof MemberOf
                ? expression.children().get(0)
                : expression;
    }

    private static String given(LawRule rule, Expression expression) {
        Property property = rule.property(expression);
        return "given " + (property == null ? value(rule, expression) : property.name());
    }

    private static String value(LawRule rule, Expression expression) {
        return expression.match(new NormalForm(rule, false));
    }

    private String value(Expression expression) {
        return value(rule, expression);
    }

    @Override
    public String literal(Literal literal) {
        return literal.kind() == Literal.Form.TEXT ? '"' + literal.text() + '"' : literal.text();
    }

    @Override
    public String name(Name name) {
        if (name.member().equals("empty")) {
            return (negated ? "!= " : "== ") + "1*" + name.property() + ".size";
        }
        if (!name.member().isEmpty()) {
            return name.property() + "." + name.member();
        }
        return name.property() + (isTrueOrFalse(name) ? " " + !negated : "");
    }

    @Override
    public String variable(Variable variable) {
        Rule.Parameter limit = rule.limit(variable);
        if (limit != null) {
            return "limit " + limit.code();
        }
        if (rule.condition().lists().containsKey(variable.name())) {
            return "list " + rule.condition().lists().get(variable.name());
        }
        Property property = rule.property(variable);
        String other = rule.isOfOthers(variable) ? rule.word(variable) + "." : "";
        return (property == null ? "$" + variable.name() : other + property.name())
                + (isTrueOrFalse(variable) ? " " + !negated : "");
    }

    @Override
    public String not(Not not) {
        return not.operand().match(new NormalForm(rule, !negated));
    }

    @Override
    public String logic(Logic logic) {
        Set<String> parts = new TreeSet<>();
        new Clause(logic, negated).parts().forEach(part -> parts.add(of(rule, part)));
        return parts.size() == 1
                ? parts.iterator().next()
                : String.join(logic.and() == negated ? " | " : " & ", parts.toArray(String[]::new))
                        .transform(joined -> "(" + joined + ")");
    }

    @Override
    public String comparison(Comparison comparison) {
        Operator operator = negated ? opposite(comparison.operator()) : comparison.operator();
        if (comparison.right() instanceof Literal literal) {
            if (literal.kind() == Literal.Form.NULL) {
                String given = given(rule, comparison.left());
                return operator == Operator.EQUAL ? "not " + given : given;
            }
            if (literal.kind() == Literal.Form.BOOLEAN) {
                boolean holds = (operator == Operator.EQUAL) == literal.text().equals("true");
                return comparison.left().match(new NormalForm(rule, !holds));
            }
        }
        if (isNumber(comparison.left())) {
            return linear(operator, comparison);
        }
        Set<String> sides = new TreeSet<>(List.of(value(comparison.left()), value(comparison.right())));
        return operator.sign() + " " + String.join(" ", sides);
    }

    /** The difference of both sides compared with zero, its first term counted positive. */
    private String linear(Operator operator, Comparison comparison) {
        Map<String, Integer> terms = new TreeMap<>();
        add(comparison.left(), 1, terms);
        add(comparison.right(), -1, terms);
        terms.values().removeIf(count -> count == 0);
        boolean turn = !terms.isEmpty() && terms.values().iterator().next() < 0;
        Operator sign = turn ? operator.turned() : operator;
        // A size is never below zero.
        if (terms.size() == 1 && terms.keySet().iterator().next().endsWith(".size")) {
            sign = sign == Operator.ABOVE ? Operator.UNEQUAL : sign == Operator.AT_MOST ? Operator.EQUAL : sign;
        }
        return sign.sign() + " "
                + terms.entrySet().stream()
                        .map(term -> (turn ? -term.getValue() : term.getValue()) + "*" + term.getKey())
                        .collect(Collectors.joining(" "));
    }

    private void add(Expression expression, int count, Map<String, Integer> terms) {
        if (expression instanceof Sum sum) {
            add(sum.left(), count, terms);
            add(sum.right(), sum.plus() ? count : -count, terms);
        } else if (!(expression instanceof Literal)) {
            terms.merge(value(expression), count, Integer::sum);
        }
    }

    static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQUAL -> Operator.UNEQUAL;
            case UNEQUAL -> Operator.EQUAL;
            case BELOW -> Operator.AT_LEAST;
            case AT_LEAST -> Operator.BELOW;
            case ABOVE -> Operator.AT_MOST;
            case AT_MOST -> Operator.ABOVE;
        };
    }

    private boolean isNumber(Expression expression) {
        if (expression instanceof Sum
                || expression instanceof Product
                || (expression instanceof Name name && name.member().equals("size"))) {
            return true;
        }
        Property property = rule.property(expression);
        return property != null
                && !EnumSet.of(Property.Type.TEXT, Property.Type.BOOLEAN, Property.Type.LIST)
                        .contains(property.type());
    }

    private boolean isTrueOrFalse(Expression expression) {
        Property property = rule.property(expression);
        return property != null && property.type() == Property.Type.BOOLEAN;
    }

    @Override
    public String sum(Sum sum) {
        Map<String, Integer> terms = new TreeMap<>();
        add(sum, 1, terms);
        return terms.toString();
    }

    @Override
    public String product(Product product) {
        return Stream.of(product.left(), product.right())
                .map(this::value)
                .sorted()
                .collect(Collectors.joining(" * ", "(", ")"));
    }

    @Override
    public String matches(Matches matches) {
        return (matches.negated() == negated ? "matches " : "not matches ") + value(matches.operand()) + " "
                + matches.form().expression();
    }

    @Override
    public String oneOf(OneOf oneOf) {
        Set<String> values = new TreeSet<>();
        oneOf.values().forEach(value -> values.add('"' + value + '"'));
        boolean holds = oneOf.negated() == negated;
        if (values.size() == 1) {
            Set<String> sides = new TreeSet<>(values);
            sides.add(value(oneOf.operand()));
            return (holds ? "== " : "!= ") + String.join(" ", sides);
        }
        return (holds ? "in " : "not in ") + value(oneOf.operand()) + " " + values;
    }

    @Override
    public String memberOf(MemberOf memberOf) {
        return (memberOf.negated() == negated ? "memberOf " : "not memberOf ") + value(memberOf.operand()) + " "
                + value(memberOf.list());
    }
}
