package org.hrbudget.rules.internal.packs.examples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.Expression.Product;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.RuleText.Demand;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.rules.internal.packs.tables.NumberText;
import org.hrbudget.rules.internal.packs.tables.Tables;
import org.hrbudget.rules.internal.packs.tables.Timeline;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * Tells on which side of the limits of a rule its examples lie: a pack that looks at the facts its rules are shown and, for each
 * comparison that orders two values, compares them itself. So a limit is where it is computed to be, whatever the name of an example
 * promises. Not safe for use by several threads.
 */
final class LimitProbes implements RulePack {

    /** Where the two values of a comparison stand to each other. */
    enum Side {
        BELOW,
        AT,
        ABOVE
    }

    /** A comparison of a rule, and the sides on which facts were seen. */
    static final class Limit {

        private final CheckedRule rule;
        private final CheckedRule.Part part;
        private final Comparison comparison;
        private final Timeline.@Nullable Row<Rule.Parameter> row;
        private final Set<Side> seen = EnumSet.noneOf(Side.class);

        /** @param row the dated row of the limit that it is about; {@code null} where there is none */
        private Limit(
                CheckedRule rule,
                CheckedRule.Part part,
                Comparison comparison,
                Timeline.@Nullable Row<Rule.Parameter> row) {
            this.rule = rule;
            this.part = part;
            this.comparison = comparison;
            this.row = row;
        }

        /** Takes the sides for seen on which nothing can lie. */
        private Limit withoutImpossible(boolean zero) {
            Set<Property> compared = properties(rule, part, comparison.left());
            boolean difference = comparison.left().parts().anyMatch(each -> each instanceof Sum sum && !sum.plus());
            if (zero && !difference && !compared.isEmpty() && compared.stream().allMatch(LimitProbes::neverBelow)) {
                seen.add(Side.BELOW);
                if (compared.stream().allMatch(Property::isPrice)) {
                    seen.add(Side.AT);
                }
            }
            return this;
        }

        /** {@return whether a side was seen, or can never be} */
        boolean visited(Side side) {
            return seen.contains(side);
        }

        private boolean holds(OpenPack now) {
            return row == null || now.holds(row);
        }
    }

    private final OpenPack stated;
    /** The pack as it holds for the example at hand. */
    private OpenPack pack;

    private final Map<String, List<Limit>> limits = new LinkedHashMap<>();
    private List<Limit> watched = List.of();
    /** Asks the engine where the values of limits stand that several facts meet at. */
    private @Nullable OpenPack trial;

    private @Nullable Rule asked;

    LimitProbes(OpenPack pack) {
        this.stated = pack;
        this.pack = pack;
        for (CheckedRule rule : pack.conditions()) {
            limits.put(
                    rule.id(),
                    rule.parts().stream()
                            .flatMap(part -> part.expressions()
                                    .filter(Comparison.class::isInstance)
                                    .map(Comparison.class::cast)
                                    .filter(comparison -> comparison.operator().orders())
                                    .flatMap(comparison -> limits(rule, part, comparison)))
                            .toList());
        }
    }

    /** A comparison has a limit for each dated row of what it compares with, since each is a limit of its own time. */
    private Stream<Limit> limits(CheckedRule rule, CheckedRule.Part part, Comparison comparison) {
        List<Limit> dated = comparison
                .parts()
                .flatMap(each -> Stream.ofNullable(
                        each instanceof Variable variable ? rule.limits().get(variable.name()) : null))
                .flatMap(code -> stated.rows(code).stream())
                .map(row -> new Limit(rule, part, comparison, row)
                        .withoutImpossible(row.value().value().signum() == 0))
                .toList();
        return dated.isEmpty()
                ? Stream.of(new Limit(rule, part, comparison, null).withoutImpossible(isZero(rule, comparison.right())))
                : dated.stream();
    }

    private boolean isZero(CheckedRule rule, Expression right) {
        String code = right instanceof Variable variable ? rule.limits().get(variable.name()) : null;
        Rule.Parameter limit = code == null ? null : stated.parameters().get(code);
        return right instanceof Literal || (limit != null && limit.value().signum() == 0);
    }

    /** Has the rules hold for a fiscal year by the law of a day. */
    RulePack on(FiscalYear year, @Nullable LocalDate law) {
        pack = stated.on(year, law);
        trial = trial == null ? null : trial.on(year, law);
        return this;
    }

    @Override
    public RulePack forBudget(BudgetHeader header) {
        pack = pack.forBudget(header);
        trial = trial == null ? null : trial.forBudget(header);
        return this;
    }

    @Override
    public Map<String, Bilingual> unjudged() {
        return pack.unjudged();
    }

    /**
     * {@return the limits of a rule, at which the facts of what is evaluated from now on are looked at} From now on the pack is that
     * rule and its room: of an example nothing else is asked, and what sixty others could judge costs most of a check.
     */
    List<Limit> watch(Rule rule) {
        watched = limits.getOrDefault(rule.id(), List.of());
        List<CheckedRule> probes = new ArrayList<>();
        for (int i = 0; i < watched.size(); i++) {
            if (watched.get(i).rule.joins()) {
                for (Side side : Side.values()) {
                    probes.add(probe(watched.get(i), side, side + " " + i));
                }
            }
        }
        trial = probes.isEmpty() ? null : stated.with(List.of(), probes, stated.parameters());
        asked = rule;
        return watched;
    }

    @Override
    public PackManifest manifest() {
        return pack.manifest();
    }

    @Override
    public List<Rule> rules() {
        Rule rule = asked;
        return rule == null
                ? pack.rules()
                : pack.rules().stream()
                        .filter(each -> each.id().equals(rule.id()))
                        .toList();
    }

    @Override
    public Catalogues catalogues() {
        return pack.catalogues();
    }

    @Override
    public RuleEvaluation evaluate(Rule.Scope room, Collection<? extends Fact> facts) {
        Rule rule = asked;
        if (rule == null || room != rule.scope()) {
            return new RuleEvaluation(List.of(), Map.of());
        }
        if (trial != null) {
            trial.evaluate(room, facts).matches().forEach(match -> {
                int at = match.ruleId().indexOf(' ');
                Limit limit = watched.get(Integer.parseInt(match.ruleId().substring(at + 1)));
                if (limit.holds(pack)) {
                    limit.seen.add(Side.valueOf(match.ruleId().substring(0, at)));
                }
            });
        } else {
            look(facts);
        }
        RuleEvaluation all = pack.evaluate(room, facts);
        Map<String, String> failures = new LinkedHashMap<>(all.failures());
        failures.keySet().retainAll(Set.of(rule.id()));
        return new RuleEvaluation(
                all.matches().stream()
                        .filter(match -> match.ruleId().equals(rule.id()))
                        .toList(),
                failures,
                all.open().stream()
                        .filter(open -> open.ruleId().equals(rule.id()))
                        .toList());
    }

    private void look(Collection<? extends Fact> facts) {
        for (Limit limit : watched) {
            if (!limit.holds(pack)) {
                continue;
            }
            for (Object fact : facts) {
                if (limit.rule.subject().factClass().isInstance(fact)) {
                    look(limit, fact);
                }
            }
        }
    }

    /** {@return a rule that matches where all that another asks is so, and the two values of a limit stand to each other in one way} */
    private static CheckedRule probe(Limit limit, Side side, String id) {
        Operator operator = side == Side.BELOW ? Operator.BELOW : side == Side.AT ? Operator.EQUAL : Operator.ABOVE;
        List<Expression> constraints = new ArrayList<>();
        for (Expression constraint : limit.part.constraints()) {
            boolean within = constraint.parts().anyMatch(limit.comparison::equals);
            constraints.add(
                    within ? new Comparison(operator, limit.comparison.left(), limit.comparison.right()) : constraint);
        }
        List<CheckedRule.Part> parts = new ArrayList<>();
        for (CheckedRule.Part part : limit.rule.parts()) {
            if (part.equals(limit.part)) {
                parts.add(new CheckedRule.Part(
                        part.demand() == Demand.FACT ? Demand.FACT : Demand.EXISTS,
                        0,
                        part.type(),
                        constraints,
                        part.named(),
                        Set.of()));
            } else if (part.choice() == 0 || part.choice() != limit.part.choice()) {
                parts.add(part);
            }
        }
        CheckedRule rule = limit.rule;
        return new CheckedRule(
                rule.text().named(id),
                parts,
                rule.about(),
                rule.limits(),
                rule.lists(),
                Map.of(),
                Set.of(),
                List.of(),
                List.of());
    }

    private void look(Limit limit, Object fact) {
        BigDecimal left = value(limit, limit.comparison.left(), fact);
        BigDecimal right = value(limit, limit.comparison.right(), fact);
        if (left != null && right != null) {
            int order = left.compareTo(right);
            limit.seen.add(order < 0 ? Side.BELOW : order == 0 ? Side.AT : Side.ABOVE);
        }
    }

    /** {@return the number an expression stands for, if all that it needs is given} */
    private @Nullable BigDecimal value(Limit limit, Expression expression, Object fact) {
        if (expression instanceof Literal literal) {
            return literal.kind() == Literal.Form.ZERO ? BigDecimal.ZERO : null;
        }
        if (expression instanceof Sum sum) {
            BigDecimal left = value(limit, sum.left(), fact);
            BigDecimal right = value(limit, sum.right(), fact);
            return left == null || right == null ? null : sum.plus() ? left.add(right) : left.subtract(right);
        }
        if (expression instanceof Product product) {
            BigDecimal left = value(limit, product.left(), fact);
            BigDecimal right = value(limit, product.right(), fact);
            return left == null || right == null ? null : left.multiply(right);
        }
        if (expression instanceof Variable variable && limit.rule.limits().containsKey(variable.name())) {
            Rule.Parameter parameter = pack.parameters().get(limit.rule.limits().get(variable.name()));
            return parameter == null ? null : parameter.value();
        }
        boolean size = expression instanceof Name name && name.member().equals("size");
        Property property = properties(limit.rule, limit.part, expression).stream()
                .findFirst()
                .orElse(null);
        Object value = property == null ? null : property.of(fact);
        if (size && value instanceof Collection<?> list) {
            return BigDecimal.valueOf(list.size());
        }
        return value instanceof BigDecimal decimal
                ? decimal
                : value instanceof Number number ? BigDecimal.valueOf(number.longValue()) : null;
    }

    /** {@return the comparison as the file states it, with the values of its limits, and of several facts the one that is compared} */
    Bilingual text(Limit limit) {
        CheckedRule rule = limit.rule;
        String written = rule.text().source().text().substring(limit.comparison.start(), limit.comparison.end());
        List<Bilingual> values = rule.limits().entrySet().stream()
                .filter(named -> written.contains("$" + named.getKey()))
                .map(named -> value(named.getKey(), named.getValue(), limit.row))
                .toList();
        Bilingual text = new Bilingual(shown(written, values, Bilingual::en), shown(written, values, Bilingual::es));
        String word = limit.part.type().word();
        return rule.joins()
                ? PackWords.text(
                        "limit-of",
                        "limit",
                        text,
                        "fact",
                        new Bilingual(word, Aliases.of("fact").name(word)))
                : text;
    }

    private static String shown(String written, List<Bilingual> values, Function<Bilingual, String> language) {
        return values.isEmpty()
                ? written
                : written + values.stream().map(language).collect(Collectors.joining(", ", " (", ")"));
    }

    /** What is counted or added up from what is linked, or was last year, cannot be less than nothing. */
    private static boolean neverBelow(Property property) {
        return property.type() != Property.Type.AMOUNT
                || property.absence() == Property.Absence.NEVER
                || property.startsAtZero();
    }

    private static Set<Property> properties(CheckedRule rule, CheckedRule.Part fact, Expression expression) {
        Set<Property> properties = new LinkedHashSet<>();
        expression.parts().forEach(part -> {
            Property property = part instanceof Name name
                    ? fact.type().property(name.property())
                    : part instanceof Variable variable
                            ? fact.named()
                                    .getOrDefault(variable.name(), rule.named().get(variable.name()))
                            : null;
            if (property != null) {
                properties.add(property);
            }
        });
        return properties;
    }

    /** {@return what a limit is in the comparison; of a dated one, the row that the example is to be at} */
    private Bilingual value(String name, String code, Timeline.@Nullable Row<Rule.Parameter> row) {
        if (row != null && row.value().code().equals(code)) {
            Rule.DatedRow dated = row.period()
                    .row(Tables.PARAMETERS, code, NumberText.plain(row.value().value()));
            String time = dated.from() == null ? "until" : dated.to() == null ? "from" : "between";
            return PackWords.text(
                    "limit-dated." + time,
                    "code",
                    code,
                    "value",
                    dated.value(),
                    "from",
                    Objects.toString(dated.from(), ""),
                    "to",
                    Objects.toString(dated.to(), ""));
        }
        Rule.Parameter parameter = stated.parameters().get(code);
        String value = "$" + name + " = " + (parameter == null ? code : NumberText.plain(parameter.value()));
        return new Bilingual(value, value);
    }
}
