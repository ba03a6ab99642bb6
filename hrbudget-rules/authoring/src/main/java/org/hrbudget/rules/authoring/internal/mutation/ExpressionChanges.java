package org.hrbudget.rules.authoring.internal.mutation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.CodeForm;
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
import org.hrbudget.rules.internal.language.ExpressionPrinter;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.Property;
import org.jspecify.annotations.Nullable;

/** The changes of a condition of one rule, each a single step, in the order in which the condition is written. */
final class ExpressionChanges implements Expression.Cases<List<ExpressionChange>> {

    /** What conditions call a limit that no table has; not a word that a lawyer would choose. */
    private static final String NUDGED = "nudgedZero";

    private final Wording words;
    private final ExpressionPrinter printer;
    private final CheckedRule rule;
    private final CheckedRule.Part part;

    /** @param part the fact whose conditions are changed */
    ExpressionChanges(CheckedRule rule, CheckedRule.Part part, Wording words, ExpressionPrinter printer) {
        this.rule = rule;
        this.part = part;
        this.words = words;
        this.printer = printer;
    }

    @Override
    public List<ExpressionChange> literal(Literal literal) {
        return List.of();
    }

    /** A property that is a condition; one that is compared is the comparison's business. */
    @Override
    public List<ExpressionChange> name(Name name) {
        return List.of(change(name, new Not(name, name.start(), name.end()), bothWays(name)));
    }

    @Override
    public List<ExpressionChange> variable(Variable variable) {
        return List.of();
    }

    @Override
    public List<ExpressionChange> not(Not not) {
        List<ExpressionChange> changes = new ArrayList<>();
        changes.add(change(not, not.operand(), bothWays(not.operand())));
        if (!(not.operand() instanceof Name)) {
            within(changes, not.operand(), operand -> new Not(operand, not.start(), not.end()));
        }
        return changes;
    }

    @Override
    public List<ExpressionChange> logic(Logic logic) {
        List<ExpressionChange> changes = new ArrayList<>();
        Bilingual one = hint(
                "hint.logic",
                "left",
                logic.left().match(printer),
                "right",
                logic.right().match(printer));
        changes.add(change(logic, new Logic(!logic.and(), logic.left(), logic.right()), one));
        within(changes, logic.left(), left -> new Logic(logic.and(), left, logic.right()));
        within(changes, logic.right(), right -> new Logic(logic.and(), logic.left(), right));
        drop(changes, logic, logic.left(), logic.right());
        drop(changes, logic, logic.right(), logic.left());
        return changes;
    }

    /** Of {@code a || b || c} each is dropped where it stands, never two at once. */
    private void drop(List<ExpressionChange> changes, Logic logic, Expression gone, Expression stays) {
        if (gone instanceof Logic inner && inner.and() == logic.and()) {
            return;
        }
        String text = gone.match(printer);
        Bilingual hint = hint(logic.and() ? "hint.dropped" : "hint.dropped-choice", "text", text);
        changes.add(new ExpressionChange(stays, gone.start(), text, "", hint, null, null));
    }

    @Override
    public List<ExpressionChange> comparison(Comparison comparison) {
        List<ExpressionChange> changes = new ArrayList<>();
        if (comparison.right() instanceof Literal literal && literal.kind() == Literal.Form.BOOLEAN) {
            String other = literal.text().equals("true") ? "false" : "true";
            Literal swapped = new Literal(literal.kind(), other, literal.start(), literal.end());
            changes.add(change(comparison, right(comparison, swapped), bothWays(comparison)));
            return changes;
        }
        Property.@Nullable Type type = type(comparison.left());
        boolean ordered = Operators.ordered(comparison, type) && !isTie(comparison);
        for (Operator operator : Operators.near(comparison.operator(), ordered)) {
            Comparison other = new Comparison(operator, comparison.left(), comparison.right());
            ExpressionChange change = change(comparison, other, apart(comparison, operator));
            boolean same = Operators.sameFromZero(comparison.operator(), operator);
            changes.add(
                    same && countsFromZero(comparison)
                            ? equivalent(change, "equivalent.count", comparison.left())
                            : same && startsAtZero(comparison)
                                    ? equivalent(change, "equivalent.from-zero", comparison.left())
                                    : change);
        }
        if (comparison.right() instanceof Literal literal && literal.kind() == Literal.Form.TEXT) {
            Literal other = new Literal(literal.kind(), otherText(literal.text()), literal.start(), literal.end());
            changes.add(change(comparison, right(comparison, other), hint("hint.text", "text", literal.text())));
        }
        if (comparison.right() instanceof Literal literal && literal.kind() == Literal.Form.ZERO && type != null) {
            Steps.of(type).stream()
                    .filter(value -> value.signum() > 0 || !(countsFromZero(comparison) || startsAtZero(comparison)))
                    .forEach(value -> changes.add(nudge(comparison, literal, value, type)));
        }
        within(changes, comparison.left(), left -> new Comparison(comparison.operator(), left, comparison.right()));
        within(changes, comparison.right(), other -> right(comparison, other));
        return changes;
    }

    private static Comparison right(Comparison comparison, Expression other) {
        return new Comparison(comparison.operator(), comparison.left(), other);
    }

    private ExpressionChange nudge(Comparison comparison, Literal zero, BigDecimal value, Property.Type type) {
        Variable limit = new Variable(NUDGED, zero.start(), zero.end());
        String after =
                comparison.left().match(printer) + " " + comparison.operator().sign() + " " + value.toPlainString();
        Bilingual hint = hint(
                "hint.limit", "left", comparison.left().match(printer), "value", "0", "nudged", value.toPlainString());
        return new ExpressionChange(
                right(comparison, limit),
                comparison.start(),
                comparison.match(printer),
                after,
                hint,
                new ExpressionChange.Limit(NUDGED, value, Steps.measure(type)),
                null);
    }

    @Override
    public List<ExpressionChange> sum(Sum sum) {
        List<ExpressionChange> changes = new ArrayList<>();
        String right = sum.right().match(printer);
        changes.add(change(sum, new Sum(!sum.plus(), sum.left(), sum.right()), hint("hint.term", "term", right)));
        changes.add(change(sum, sum.left(), hint("hint.term", "term", right)));
        changes.add(
                change(sum, sum.right(), hint("hint.term", "term", sum.left().match(printer))));
        within(changes, sum.left(), left -> new Sum(sum.plus(), left, sum.right()));
        within(changes, sum.right(), other -> new Sum(sum.plus(), sum.left(), other));
        return changes;
    }

    @Override
    public List<ExpressionChange> product(Product product) {
        List<ExpressionChange> changes = new ArrayList<>();
        String left = product.left().match(printer);
        String right = product.right().match(printer);
        changes.add(change(product, product.left(), hint("hint.factor", "factor", right)));
        changes.add(change(product, product.right(), hint("hint.factor", "factor", left)));
        within(changes, product.left(), other -> new Product(other, product.right()));
        within(changes, product.right(), other -> new Product(product.left(), other));
        return changes;
    }

    @Override
    public List<ExpressionChange> matches(Matches matches) {
        List<ExpressionChange> changes = new ArrayList<>();
        changes.add(change(
                matches,
                new Matches(matches.operand(), !matches.negated(), matches.form(), matches.end()),
                bothWays(matches)));
        String form = matches.form().expression();
        for (String other : FormChanges.of(form)) {
            changes.add(change(
                    matches,
                    new Matches(matches.operand(), matches.negated(), new CodeForm(other), matches.end()),
                    hint("hint.form", "form", form, "other", other)));
        }
        return changes;
    }

    @Override
    public List<ExpressionChange> oneOf(OneOf oneOf) {
        List<ExpressionChange> changes = new ArrayList<>();
        changes.add(change(
                oneOf, new OneOf(oneOf.operand(), !oneOf.negated(), oneOf.values(), oneOf.end()), bothWays(oneOf)));
        for (int i = 0; i < oneOf.values().size(); i++) {
            List<String> values = new ArrayList<>(oneOf.values());
            String gone = values.remove(i);
            if (values.isEmpty()) {
                values.add(otherText(gone));
            }
            OneOf fewer = new OneOf(oneOf.operand(), oneOf.negated(), List.copyOf(values), oneOf.end());
            changes.add(change(oneOf, fewer, hint("hint.text", "text", gone)));
        }
        return changes;
    }

    @Override
    public List<ExpressionChange> memberOf(MemberOf memberOf) {
        MemberOf other = new MemberOf(memberOf.operand(), !memberOf.negated(), memberOf.list());
        return List.of(change(memberOf, other, bothWays(memberOf)));
    }

    private void within(List<ExpressionChange> changes, Expression part, Function<Expression, Expression> around) {
        // A property or variable that is compared is no condition: there is nothing in it to change.
        boolean compared =
                (part instanceof Name name && type(name) != Property.Type.BOOLEAN) || part instanceof Variable;
        if (!compared) {
            part.match(this).forEach(change -> changes.add(change.within(around.apply(change.whole()))));
        }
    }

    private ExpressionChange change(Expression before, Expression after, Bilingual hint) {
        return new ExpressionChange(
                after, before.start(), before.match(printer), after.match(printer), hint, null, null);
    }

    private ExpressionChange equivalent(ExpressionChange change, String key, Expression about) {
        return new ExpressionChange(
                change.whole(),
                change.start(),
                change.before(),
                change.after(),
                change.hint(),
                change.limit(),
                hint(key, "what", about.match(printer)));
    }

    private Bilingual bothWays(Expression condition) {
        return hint("hint.both", "text", condition.match(printer));
    }

    private Bilingual apart(Comparison comparison, Operator other) {
        String left = comparison.left().match(printer);
        String right = comparison.right().match(printer);
        return hint("hint." + Operators.apart(comparison.operator(), other), "left", left, "right", right);
    }

    private Bilingual hint(String key, String... namesAndValues) {
        return words.of(key, namesAndValues);
    }

    /** {@return a text that is another one at its last character, so that only the whole of it tells them apart} */
    private static String otherText(String text) {
        if (text.isEmpty()) {
            return "x";
        }
        char last = text.charAt(text.length() - 1);
        char next = last == '9' || last == 'z' || last == 'Z' || last > 'z' ? (char) (last - 1) : (char) (last + 1);
        return text.substring(0, text.length() - 1) + (Character.isLetterOrDigit(last) ? next : 'x');
    }

    /** {@return whether it is a number of things that were counted, which is never below zero} */
    private boolean countsFromZero(Comparison comparison) {
        boolean zero = comparison.right() instanceof Literal literal && literal.kind() == Literal.Form.ZERO;
        boolean size = comparison.left() instanceof Name name && name.member().equals("size");
        return zero && (size || (type(comparison.left()) == Property.Type.NUMBER && rule.scope() != Rule.Scope.LINE));
    }

    private boolean startsAtZero(Comparison comparison) {
        Property left = property(comparison.left());
        return left != null
                && left.startsAtZero()
                && comparison.right() instanceof Literal literal
                && literal.kind() == Literal.Form.ZERO;
    }

    /** {@return whether it says which facts belong together: a number that ties, such as a year, is no limit} */
    private boolean isTie(Comparison comparison) {
        return comparison.operator() == Operator.EQUAL
                && type(comparison.left()) == Property.Type.NUMBER
                && comparison.right() instanceof Variable variable
                && !part.named().containsKey(variable.name())
                && rule.named().containsKey(variable.name());
    }

    private @Nullable Property property(Expression expression) {
        return expression instanceof Variable variable
                ? part.named().getOrDefault(variable.name(), rule.named().get(variable.name()))
                : part.property(expression);
    }

    private Property.@Nullable Type type(Expression expression) {
        if (expression instanceof Name name) {
            return switch (name.member()) {
                case "size" -> Property.Type.NUMBER;
                case "empty" -> Property.Type.BOOLEAN;
                default -> part.type().property(name.property()).type();
            };
        }
        if (expression instanceof Sum sum) {
            return type(sum.left());
        }
        if (expression instanceof Product product) {
            Property.Type left = type(product.left());
            Property.Type right = type(product.right());
            return left == null || left == Property.Type.RATIO || right == Property.Type.AMOUNT ? right : left;
        }
        Property property = property(expression);
        return property == null ? null : property.type();
    }
}
