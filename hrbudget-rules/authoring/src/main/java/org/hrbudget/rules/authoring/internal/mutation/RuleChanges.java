package org.hrbudget.rules.authoring.internal.mutation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.authoring.PackMutation;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.MemberOf;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.ExpressionPrinter;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.RuleChecker;
import org.hrbudget.rules.internal.language.RuleText;
import org.hrbudget.rules.internal.language.RuleText.Constraint;
import org.hrbudget.rules.internal.language.RuleText.Demand;
import org.hrbudget.rules.internal.language.RuleText.PatternText;
import org.hrbudget.rules.internal.language.SpanishRule;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Changes a rule: each change a step of its own, limits first, in the order in which the rule is written. */
final class RuleChanges {

    private static final Wording WORDS = Wording.beside(PackMutation.class, "mutation");

    private static final Set<String> YEARS = Set.of("fiscalYear", "baselineYear");

    private final OpenPack pack;
    private final CheckedRule rule;
    private final boolean spanish;
    private final Set<String> ids = new HashSet<>();
    private final Set<List<PatternText>> made = new HashSet<>();
    private final List<ChangedRule> result = new ArrayList<>();

    private RuleChanges(OpenPack pack, CheckedRule rule) {
        this.pack = pack;
        this.rule = rule;
        this.spanish = SpanishRule.isSpanish(rule.text());
        pack.rules().forEach(each -> ids.add(each.id()));
        made.add(rule.text().patterns());
    }

    /** {@return the changes of a rule of a pack} */
    static List<ChangedRule> of(OpenPack pack, CheckedRule rule) {
        return new RuleChanges(pack, rule).make();
    }

    private List<ChangedRule> make() {
        int first = first();
        for (int i = 0; i < first; i++) {
            limit(i);
        }
        for (int at = first; at < rule.text().patterns().size(); at++) {
            PatternText pattern = rule.text().patterns().get(at);
            ExpressionChanges changes =
                    new ExpressionChanges(rule, rule.parts().get(at - first), WORDS, printer(pattern));
            for (int i = 0; i < pattern.constraints().size(); i++) {
                Constraint constraint = pattern.constraints().get(i);
                if (!constraint.onlyNames()) {
                    for (ExpressionChange change : constraint.expression().match(changes)) {
                        expression(at, i, change);
                    }
                    drop(at, i, constraint);
                }
            }
            if (rule.joins()) {
                demand(at);
            }
        }
        return result;
    }

    /** {@return the first pattern that is of a fact; those before it name limits} */
    private int first() {
        return rule.text().patterns().size() - rule.parts().size();
    }

    /** Has the rule look at one fact fewer, and ask for the opposite of what it asks of another. */
    private void demand(int at) {
        PatternText pattern = rule.text().patterns().get(at);
        String text = written(pattern, pattern.demand());
        List<PatternText> without = new ArrayList<>(rule.text().patterns());
        without.remove(at);
        Bilingual hint = WORDS.of("hint.fact", "fact", written(pattern, Demand.FACT));
        add(pattern.start(), WORDS.of("change.dropped", "before", text), hint, without, Map.of(), null, false);
        if (pattern.demand() != Demand.FACT) {
            Demand opposite = pattern.demand() == Demand.NOT ? Demand.EXISTS : Demand.NOT;
            List<PatternText> patterns = new ArrayList<>(rule.text().patterns());
            patterns.set(at, pattern.demanded(opposite, 0));
            String after = written(pattern, opposite);
            add(
                    pattern.start(),
                    WORDS.of("change.became", "before", text, "after", after),
                    hint,
                    patterns,
                    Map.of(),
                    null,
                    false);
        }
    }

    private String written(PatternText pattern, Demand demand) {
        ExpressionPrinter printer = printer(pattern);
        return (printer.word("rule", demand.word()) + " " + printer.word("fact", pattern.word())).strip();
    }

    /** Has the rule look at another limit, one step away from its own. */
    private void limit(int index) {
        PatternText pattern = rule.text().patterns().get(index);
        Comparison asked = (Comparison) pattern.constraints().get(0).expression();
        Literal code = (Literal) asked.right();
        Rule.Parameter limit =
                pattern.word().equals("Parameter") ? pack.parameters().get(code.text()) : null;
        if (limit == null) {
            return;
        }
        for (BigDecimal value : Steps.of(limit)) {
            String other = name("limit");
            List<Constraint> constraints = new ArrayList<>(pattern.constraints());
            constraints.set(0, code(other, code.start(), code.end()));
            Rule.Parameter nudged = new Rule.Parameter(other, value, limit.measure(), limit.legalBasis());
            List<PatternText> patterns = replaced(index, constraints);
            String was = limit.value().toPlainString();
            String now = value.toPlainString();
            add(
                    pattern.start(),
                    WORDS.of("change.limit", "code", limit.code(), "before", was, "after", now),
                    WORDS.of("hint.limit", "left", comparedWith(pattern), "value", was, "nudged", now),
                    patterns,
                    Map.of(other, nudged),
                    null,
                    false);
        }
    }

    /** {@return what a limit is compared with where a constraint of its own says so, else the limit's code} */
    private String comparedWith(PatternText limit) {
        String name = limit.constraints().get(1).variable();
        return rule.text().patterns().stream()
                .skip(first())
                .flatMap(pattern -> pattern.constraints().stream()
                        .map(Constraint::expression)
                        .filter(expression -> expression instanceof Comparison comparison
                                && comparison.right() instanceof Variable variable
                                && variable.name().equals(name))
                        .map(expression -> ((Comparison) expression).left().match(printer(pattern))))
                .findFirst()
                .orElse("$" + name);
    }

    private ExpressionPrinter printer(PatternText pattern) {
        return spanish ? SpanishRule.printer(pattern.word()) : new ExpressionPrinter();
    }

    private static Constraint code(String code, int start, int end) {
        Expression name = new Name("code", "", start, start);
        Expression text = new Literal(Literal.Form.TEXT, code, start, end);
        return new Constraint(null, new Comparison(Operator.EQUAL, name, text), start);
    }

    private void expression(int at, int index, ExpressionChange change) {
        List<Constraint> constraints =
                new ArrayList<>(rule.text().patterns().get(at).constraints());
        Constraint before = constraints.get(index);
        constraints.set(index, new Constraint(before.variable(), change.whole(), before.start()));
        List<PatternText> patterns = replaced(at, constraints);
        Map<String, Rule.Parameter> limits = new HashMap<>();
        ExpressionChange.Limit limit = change.limit();
        if (limit != null) {
            String code = name("zero");
            limits.put(code, new Rule.Parameter(code, limit.value(), limit.measure(), ""));
            Constraint value = new Constraint(
                    limit.variable(), new Name("value", "", change.start(), change.start()), change.start());
            patterns.add(
                    0,
                    new PatternText(
                            Demand.FACT,
                            0,
                            null,
                            "Parameter",
                            List.of(code(code, change.start(), change.start()), value),
                            change.start()));
        }
        Bilingual what = change.after().isEmpty()
                ? WORDS.of("change.dropped", "before", change.before())
                : WORDS.of("change.became", "before", change.before(), "after", change.after());
        add(change.start(), what, change.hint(), patterns, limits, change.equivalent(), false);
    }

    private void drop(int at, int index, Constraint constraint) {
        List<Constraint> constraints =
                new ArrayList<>(rule.text().patterns().get(at).constraints());
        String text =
                constraint.expression().match(printer(rule.text().patterns().get(at)));
        if (constraint.variable() == null) {
            constraints.remove(index);
        } else {
            constraints.set(
                    index, new Constraint(constraint.variable(), first(constraint.expression()), constraint.start()));
        }
        add(
                constraint.start(),
                WORDS.of("change.dropped", "before", text),
                WORDS.of("hint.dropped", "text", text),
                replaced(at, constraints),
                Map.of(),
                tiesYears(constraint.expression()) ? WORDS.of("equivalent.year", "text", text) : null,
                isGuard(constraint.expression()));
    }

    /** {@return whether it ties facts by the year of their budget, or by the one before, which is the same for all of them} */
    private boolean tiesYears(Expression expression) {
        if (!(expression instanceof Comparison comparison)
                || comparison.operator() != Operator.EQUAL
                || !(comparison.left() instanceof Name name)
                || !(comparison.right() instanceof Variable variable)) {
            return false;
        }
        Property other = rule.named().get(variable.name());
        return YEARS.contains(name.property())
                && other != null
                && name.property().equals(other.name());
    }

    private static boolean isGuard(Expression expression) {
        return expression instanceof Comparison comparison
                && comparison.operator() == Operator.UNEQUAL
                && comparison.right() instanceof Literal literal
                && literal.kind() == Literal.Form.NULL;
    }

    private static Expression first(Expression expression) {
        if (expression instanceof Comparison comparison) {
            return comparison.left();
        }
        if (expression instanceof Matches matches) {
            return matches.operand();
        }
        if (expression instanceof MemberOf memberOf) {
            return memberOf.operand();
        }
        return expression instanceof OneOf oneOf ? oneOf.operand() : expression;
    }

    private List<PatternText> replaced(int index, List<Constraint> constraints) {
        List<PatternText> patterns = new ArrayList<>(rule.text().patterns());
        patterns.set(index, patterns.get(index).with(constraints));
        return patterns;
    }

    private void add(
            int start,
            Bilingual what,
            Bilingual hint,
            List<PatternText> patterns,
            Map<String, Rule.Parameter> limits,
            @Nullable Bilingual equivalent,
            boolean guardDropped) {
        if (!made.add(List.copyOf(patterns))) {
            return;
        }
        Map<String, Rule.Parameter> all = new HashMap<>(pack.parameters());
        all.putAll(limits);
        RuleText text = rule.text();
        RuleText other = new RuleText(
                text.source(),
                new RuleText.Quoted(name("rule"), text.id().start()),
                text.severity(),
                text.legalBasis(),
                patterns,
                text.condition());
        CheckedRule checked = null;
        Bilingual refusal = null;
        Bilingual same = equivalent;
        try {
            checked = new RuleChecker(Vocabulary.types(), all, pack.catalogues()).check(other);
            // What a guard says is said again where the rest can only hold for what is given.
            if (guardDropped && Set.copyOf(checked.guards()).equals(Set.copyOf(rule.guards()))) {
                same = WORDS.of("equivalent.given");
            }
        } catch (Fault fault) {
            refusal = WORDS.of("refused", Map.of("reason", fault.fault().problem()));
        }
        result.add(new ChangedRule(rule, start, what, hint, checked, refusal, Map.copyOf(limits), same));
    }

    /** {@return a name that no rule and no limit has, in the letters that names may have} */
    private String name(String what) {
        String name = what;
        do {
            name += "-changed";
            for (int rest = result.size(); rest > 0; rest /= 26) {
                name += (char) ('a' + rest % 26);
            }
        } while (!ids.add(name) || pack.parameters().containsKey(name));
        return name;
    }
}
