package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.MemberOf;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.RuleText.Constraint;
import org.hrbudget.rules.internal.language.RuleText.PatternText;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/** Checks well-formed rules against the vocabulary and the tables of their pack. Immutable. */
public final class RuleChecker {

    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]*");

    /** The word of the facts that hold limits; they are in every room. */
    private static final String PARAMETER = "Parameter";

    /** The word of the facts that hold the codes of a list; they are in every room. */
    private static final String CATALOGUE = "Catalogue";

    /** Facts that are defects by being there; of all others a rule must say what is wrong. */
    private static final Set<String> DEFECTS = Set.of("RepeatedKey");

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
        int before = faults.size();
        if (!rule.wellNamed()) {
            faults.add(rule.source().fault(rule.id().start(), rule.id().text(), badName(rule)));
        }
        CheckedRule checked = faults.from(() -> new Check(rule, faults).run());
        return faults.size() > before || !rule.whole() ? null : checked;
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
        private final Map<String, ValueType> variables = new HashMap<>();
        private final Map<String, String> limits = new LinkedHashMap<>();
        private final Map<String, String> askedLists = new LinkedHashMap<>();
        private final Map<String, Property> named = new LinkedHashMap<>();
        private final Map<String, String> sameFact = new HashMap<>();
        private final Map<String, Finding.Detail.Type> details = new TreeMap<>();

        Check(RuleText rule, Faults faults) {
            this.rule = rule;
            this.faults = faults;
        }

        @Nullable
        CheckedRule run() {
            int before = faults.size();
            PatternText subject = null;
            for (PatternText pattern : rule.patterns()) {
                if (subject != null) {
                    throw ofThePack(pattern)
                            ? fault(subject.start(), subject.word(), RuleWords.of("fact-before-parameter"))
                            : secondFact(subject, pattern);
                }
                if (pattern.word().equals(PARAMETER)) {
                    parameter(pattern);
                } else if (pattern.word().equals(CATALOGUE)) {
                    catalogue(pattern);
                } else {
                    subject = pattern;
                }
            }
            if (subject != null && understood(subject)) {
                return subject(subject, factType(subject));
            }
            if (rule.whole() && faults.size() == before) {
                throw fault(rule.id().start(), rule.id().text(), RuleWords.of("fact-none"));
            }
            return null;
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
                                .advising(Advice.on(pattern.word(), vocabulary.keySet())));
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

        private Fault secondFact(PatternText first, PatternText second) {
            boolean oneRoom = scope(factType(first)) == scope(factType(second));
            return fault(
                    second.start(),
                    second.word(),
                    RuleWords.of(
                            oneRoom ? "facts-two" : "scopes-mixed", "first", first.word(), "second", second.word()));
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
                    .forEach(each -> variables.put(each, ValueType.UNKNOWN));
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
            String variable = Objects.requireNonNull(pattern.constraints().get(1).variable());
            refuseName(pattern.constraints().get(1), variable);
            variables.put(variable, known ? ValueType.CODES : ValueType.UNKNOWN);
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
            name(
                    value,
                    variable,
                    parameter == null ? ValueType.UNKNOWN : ValueType.ofMeasure(parameter.measure()));
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

        private void name(Constraint constraint, String variable, ValueType kind) {
            refuseName(constraint, variable);
            variables.put(variable, kind);
            details.put(variable, detail(kind));
        }

        private void refuseName(Constraint constraint, String variable) {
            if (!VARIABLE.matcher(variable).matches() || OF_EVERY_FINDING.contains(variable)) {
                faults.add(
                        fault(constraint.start(), "$" + variable, RuleWords.of("variable-name", "variable", variable)));
            } else if (variables.containsKey(variable)) {
                faults.add(fault(
                        constraint.start(), "$" + variable, RuleWords.of("variable-twice", "variable", variable)));
            }
        }

        private CheckedRule subject(PatternText pattern, FactType type) {
            GivenProperties given = new GivenProperties(sameFact);
            ConditionChecker checker = new ConditionChecker(rule, type, lists, variables, given, faults);
            List<Expression> conditions = new ArrayList<>();
            Set<String> read = new LinkedHashSet<>();
            int before = faults.size();
            for (Constraint constraint : pattern.constraints()) {
                nameProperty(constraint, checker);
                if (!constraint.onlyNames()) {
                    checker.check(constraint.expression());
                    conditions.add(constraint.expression());
                }
                read.addAll(given.properties(constraint.expression()));
            }
            if (conditions.isEmpty() && !DEFECTS.contains(type.word()) && rule.whole()) {
                throw fault(pattern.start(), pattern.word(), RuleWords.of("fact-any", "word", pattern.word()));
            }
            boolean sound = faults.size() == before;
            return new CheckedRule(
                    rule,
                    type,
                    scope(type),
                    List.copyOf(conditions),
                    limits,
                    askedLists,
                    named,
                    details,
                    sound ? needs(type, read) : Set.of(),
                    sound ? guards(type, checker.known()) : List.of(),
                    sound ? Suspects.of(type, conditions, given) : List.of());
        }

        private void nameProperty(Constraint constraint, ConditionChecker checker) {
            String variable = constraint.variable();
            if (variable == null) {
                return;
            }
            Name name = firstOf(constraint.expression()) instanceof Name plain
                            && plain.member().isEmpty()
                    ? plain
                    : null;
            Property property = name == null ? null : checker.property(name);
            if (name != null && property == null) {
                variables.put(variable, ValueType.UNKNOWN);
            } else if (property == null || property.type() == Property.Type.LIST) {
                faults.add(fault(
                        constraint.start(), "$" + variable, RuleWords.of("variable-of-nothing", "variable", variable)));
                variables.put(variable, ValueType.UNKNOWN);
            } else {
                name(constraint, variable, ValueType.of(property.type()));
                named.put(variable, property);
                sameFact.put(variable, property.name());
            }
        }

        private Expression firstOf(Expression expression) {
            boolean tests =
                    expression instanceof Comparison || expression instanceof Matches || expression instanceof OneOf
                            || expression instanceof MemberOf;
            return tests ? expression.children().get(0) : expression;
        }

        private Fault fault(int offset, String text, FaultText what) {
            return rule.source().fault(offset, text, what);
        }
    }

    private static Finding.Detail.Type detail(ValueType kind) {
        return switch (kind) {
            case NUMBER -> Finding.Detail.Type.NUMBER;
            case AMOUNT -> Finding.Detail.Type.AMOUNT;
            case RATIO -> Finding.Detail.Type.RATIO;
            default -> Finding.Detail.Type.TEXT;
        };
    }

    private static Set<DataItem> needs(FactType type, Set<String> read) {
        Set<DataItem> needs = new LinkedHashSet<>();
        read.forEach(name -> needs.addAll(property(type, name).items()));
        return needs;
    }

    private static List<Rule.Guard> guards(FactType type, Set<String> known) {
        return known.stream()
                .map(name -> property(type, name))
                .filter(property -> property.absence() != Property.Absence.NEVER)
                .map(property -> new Rule.Guard(property.name(), property.absence() == Property.Absence.MISSING))
                .toList();
    }

    private static Property property(FactType type, String name) {
        Property property = type.properties().get(name);
        if (property == null) {
            throw new IllegalStateException(type.word() + " has no " + name);
        }
        return property;
    }
}
