package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.RuleText.Constraint;
import org.hrbudget.rules.internal.language.RuleText.Demand;
import org.hrbudget.rules.internal.language.RuleText.PatternText;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/** Checks well-formed rules against the vocabulary and the tables of their pack. Immutable. */
public final class RuleChecker {

    /** The word of the facts that hold limits; they are in every room. */
    private static final String PARAMETER = "Parameter";

    /** The word of the facts that hold the codes of a list; they are in every room. */
    private static final String CATALOGUE = "Catalogue";

    /** Facts that are defects by being there; of all others a rule must say what is wrong. */
    private static final Set<String> DEFECTS = Set.of("RepeatedKey");

    /** What of an action all units together come to: also there in the budget of one unit, which is then not all of them. */
    private static final String OF_ACTIONS = "ActionSummary";

    /** More than the law of one article ties together. */
    private static final int MOST_FACTS = 3;

    /** What messages say of every finding, so that no rule may give these names to something else. */
    public static final Set<String> OF_EVERY_FINDING = Set.of("unit", "file", "row");

    private final Map<String, FactType> vocabulary;
    private final Map<String, Rule.Parameter> parameters;
    private final Set<Catalogues.CodeList> lists;
    private final Set<String> listNames;

    /**
     * Makes a checker.
     *
     * @param vocabulary the kinds of facts by word
     * @param parameters the limits of the pack by code
     * @param catalogues the code lists of the pack
     */
    public RuleChecker(
            Map<String, FactType> vocabulary, Map<String, Rule.Parameter> parameters, Catalogues catalogues) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.parameters = Map.copyOf(parameters);
        this.lists = Set.copyOf(catalogues.kinds());
        this.listNames = Set.copyOf(catalogues.names());
    }

    /**
     * {@return the rule, checked; {@code null} where it is at fault, which is kept}
     *
     * @param rule the rule
     * @param faults collects what has no meaning in its condition or could mislead
     */
    public @Nullable CheckedRule check(RuleText rule, Faults faults) {
        Faults own = new Faults();
        if (!rule.wellNamed()) {
            own.add(rule.source().fault(rule.id().start(), rule.id().text(), badName(rule)));
        }
        CheckedRule checked = own.from(() -> new Check(rule, own).run());
        if (!own.isEmpty()) {
            faults.addAll(SpanishRule.asWritten(rule.source(), own.all()));
        }
        return !own.isEmpty() || !rule.whole() ? null : checked;
    }

    /**
     * {@return the rule, checked}
     *
     * @param rule the rule
     * @throws Fault the first, if it is at fault
     */
    public CheckedRule check(RuleText rule) {
        Faults faults = new Faults();
        CheckedRule checked = check(rule, faults);
        if (checked == null) {
            throw faults.first();
        }
        return checked;
    }

    private static FaultText badName(RuleText rule) {
        FaultText what = RuleWords.of("rule-name", "name", rule.id().text());
        return rule.suggestedId()
                .map(id -> what.advising(RuleWords.text("advice.rule-name", "id", id)))
                .orElse(what);
    }

    /** The checking of one rule. */
    private final class Check {

        private final RuleText rule;
        private final Faults faults;
        private final RuleNames names;
        private final Map<String, String> limits = new LinkedHashMap<>();
        private final Map<String, String> askedLists = new LinkedHashMap<>();

        Check(RuleText rule, Faults faults) {
            this.rule = rule;
            this.faults = faults;
            this.names = new RuleNames(rule, faults);
        }

        @Nullable
        CheckedRule run() {
            int before = faults.size();
            List<PatternText> facts = new ArrayList<>();
            for (PatternText pattern : rule.patterns()) {
                if (!ofThePack(pattern)) {
                    facts.add(pattern);
                } else if (!facts.isEmpty()) {
                    throw fault(facts.get(0).start(), facts.get(0).word(), RuleWords.of("fact-before-parameter"));
                } else if (pattern.word().equals(PARAMETER)) {
                    parameter(pattern);
                } else {
                    catalogue(pattern);
                }
            }
            if (!facts.isEmpty() && facts.stream().allMatch(this::understood)) {
                facts.stream().skip(1).forEach(other -> refuseApart(facts.get(0), other));
                if (facts.size() > MOST_FACTS) {
                    PatternText last = facts.get(MOST_FACTS);
                    throw fault(last.start(), last.word(), RuleWords.of("facts-many", "most", MOST_FACTS));
                }
                return checked(facts);
            }
            if (rule.whole() && faults.size() == before) {
                throw fault(rule.id().start(), rule.id().text(), RuleWords.of("fact-none"));
            }
            return null;
        }

        private CheckedRule checked(List<PatternText> facts) {
            PatternText first = facts.get(0);
            if (first.demand() != Demand.FACT) {
                throw fault(first.start(), first.word(), demandFirst(first));
            }
            int before = faults.size();
            List<PartChecker> checkers = new ArrayList<>();
            for (PatternText fact : facts) {
                PartChecker checker = new PartChecker(rule, fact, factType(fact), lists, names, faults);
                checker.check();
                checkers.add(checker);
            }
            if (facts.size() == 1
                    && checkers.get(0).conditions().isEmpty()
                    && !DEFECTS.contains(first.word())
                    && rule.whole()) {
                throw fault(first.start(), first.word(), RuleWords.of("fact-any", "word", first.word()));
            }
            boolean sound = faults.size() == before;
            int about = sound ? new Ties(rule, facts, checkers).about() : 0;
            Set<DataItem> needs = new LinkedHashSet<>();
            checkers.forEach(checker -> needs.addAll(checker.needs()));
            if (facts.stream().anyMatch(fact -> fact.word().equals(OF_ACTIONS))
                    && checkers.stream().anyMatch(checker -> checker.type().scope() == Rule.Scope.UNIT)) {
                needs.add(DataItem.WHOLE_BUDGET);
            }
            PartChecker subject = checkers.get(about);
            return new CheckedRule(
                    rule,
                    checkers.stream().map(PartChecker::part).toList(),
                    about,
                    limits,
                    askedLists,
                    names.details(),
                    sound ? needs : Set.of(),
                    sound ? subject.guards() : List.of(),
                    sound ? subject.suspects() : List.of());
        }

        private FaultText demandFirst(PatternText first) {
            String demand = first.demand().word();
            FaultText what = RuleWords.of("demand-first", "demand", demand, "word", first.word());
            return ofLines(first) ? what.advising(RuleWords.text("advice.demand-of-lines")) : what;
        }

        /** Only facts of one room meet, and of lines and repeated keys a room sees some at a time. */
        private void refuseApart(PatternText first, PatternText other) {
            String key = null;
            if (Collections.disjoint(factType(first).rooms(), factType(other).rooms())) {
                key = ofLines(first) == ofLines(other) ? "facts-two" : "scopes-mixed";
            } else if (ofLines(first) || DEFECTS.contains(first.word()) || DEFECTS.contains(other.word())) {
                key = "facts-two";
            }
            if (key != null) {
                throw fault(
                        other.start(), other.word(), RuleWords.of(key, "first", first.word(), "second", other.word()));
            }
        }

        private boolean ofLines(PatternText pattern) {
            return scope(factType(pattern)) == Rule.Scope.LINE;
        }

        /** Where some of the rule could not be read, a word that is no slip of the hand is part of what was not understood. */
        private boolean understood(PatternText pattern) {
            return rule.whole()
                    || vocabulary.containsKey(pattern.word())
                    || !Nearest.to(pattern.word(), vocabulary.keySet()).isEmpty();
        }

        private FactType factType(PatternText pattern) {
            FactType type = vocabulary.get(pattern.word());
            if (type == null) {
                throw fault(
                        pattern.start(),
                        pattern.word(),
                        RuleWords.of("fact-unknown", "word", pattern.word())
                                .advising(Advice.on(pattern.word(), vocabulary.keySet(), Aliases.of("fact"))));
            }
            return type;
        }

        private Rule.Scope scope(FactType type) {
            Rule.Scope scope = type.scope();
            if (scope == null) {
                throw new IllegalStateException(type.word() + " belongs to no room, so no rule can be about it");
            }
            return scope;
        }

        private boolean ofThePack(PatternText pattern) {
            return pattern.word().equals(PARAMETER) || pattern.word().equals(CATALOGUE);
        }

        /** {@return the code in a pattern of the one shape there is: its code, then a name for its value; {@code null} in others} */
        private @Nullable Literal shaped(PatternText pattern, String property, String fault) {
            List<Constraint> constraints = pattern.constraints();
            Literal code = constraints.size() == 2 ? codeOf(constraints.get(0)) : null;
            if (code != null
                    && constraints.get(1).variable() != null
                    && constraints.get(1).expression() instanceof Name name
                    && name.property().equals(property)) {
                return code;
            }
            if (rule.whole()) {
                faults.add(fault(pattern.start(), pattern.word(), RuleWords.of(fault)));
            }
            constraints.stream()
                    .map(Constraint::variable)
                    .filter(Objects::nonNull)
                    .forEach(names::unknown);
            return null;
        }

        private void catalogue(PatternText pattern) {
            Literal code = shaped(pattern, "codes", "catalogue-shape");
            if (code == null) {
                return;
            }
            boolean known = listNames.contains(code.text());
            if (!known) {
                faults.add(fault(
                        code.start(),
                        code.text(),
                        RuleWords.of("list-unknown", "list", code.text())
                                .advising(adviceOnNew("advice.catalogue", code.text(), listNames))));
            }
            String variable =
                    Objects.requireNonNull(pattern.constraints().get(1).variable());
            names.list(pattern.constraints().get(1), variable, known ? ValueType.CODES : ValueType.UNKNOWN);
            askedLists.put(variable, code.text());
        }

        private void parameter(PatternText pattern) {
            Literal code = shaped(pattern, "value", "parameter-shape");
            if (code == null) {
                return;
            }
            Constraint value = pattern.constraints().get(1);
            String variable = Objects.requireNonNull(value.variable());
            Rule.Parameter parameter = parameters.get(code.text());
            if (parameter == null) {
                faults.add(fault(
                        code.start(),
                        code.text(),
                        RuleWords.of("parameter-unknown", "code", code.text())
                                .advising(adviceOnNew("advice.parameter", code.text(), parameters.keySet()))));
            }
            names.name(
                    value, variable, parameter == null ? ValueType.UNKNOWN : ValueType.ofMeasure(parameter.measure()));
            limits.put(variable, code.text());
        }

        private Bilingual adviceOnNew(String key, String code, Set<String> known) {
            Bilingual add = RuleWords.text(key, "code", code);
            if (known.isEmpty()) {
                return add;
            }
            Bilingual near = Advice.on(code, known);
            return new Bilingual(near.en() + " " + add.en(), near.es() + " " + add.es());
        }

        private @Nullable Literal codeOf(Constraint constraint) {
            boolean names = constraint.variable() == null
                    && constraint.expression() instanceof Comparison comparison
                    && comparison.operator() == Operator.EQUAL
                    && comparison.left() instanceof Name name
                    && name.property().equals("code")
                    && comparison.right() instanceof Literal literal
                    && literal.kind() == Literal.Form.TEXT;
            return names ? (Literal) ((Comparison) constraint.expression()).right() : null;
        }

        private Fault fault(int offset, String text, FaultText what) {
            return rule.source().fault(offset, text, what);
        }
    }
}
