package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hrbudget.model.DataItem;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.RuleText.Constraint;
import org.hrbudget.rules.internal.language.RuleText.PatternText;
import org.hrbudget.validation.DetailKind;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RuleScope;
import org.hrbudget.validation.facts.Catalogues;
import org.hrbudget.validation.facts.FactType;
import org.hrbudget.validation.facts.Parameter;
import org.hrbudget.validation.facts.Property;
import org.jspecify.annotations.Nullable;

/** Checks well-formed rules against the vocabulary and the tables of their pack. Immutable. */
public final class RuleChecker {

    private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]*");

    /** The word of the facts that hold limits; they are in every room. */
    private static final String PARAMETER = "Parameter";

    /** Facts that are defects by being there; of all others a rule must say what is wrong. */
    private static final Set<String> DEFECTS = Set.of("RepeatedKey");

    /** What messages say of every finding, so that no rule may give these names to something else. */
    public static final Set<String> OF_EVERY_FINDING = Set.of("unit", "file", "row");

    private final Map<String, FactType> vocabulary;
    private final Map<String, Parameter> parameters;
    private final Set<Catalogues.Kind> lists;

    /**
     * Makes a checker.
     *
     * @param vocabulary the kinds of facts by word
     * @param parameters the limits of the pack by code
     * @param lists the code lists of the pack
     */
    public RuleChecker(
            Map<String, FactType> vocabulary, Map<String, Parameter> parameters, Set<Catalogues.Kind> lists) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.parameters = Map.copyOf(parameters);
        this.lists = Set.copyOf(lists);
    }

    /**
     * {@return the rule, checked}
     *
     * @param rule the rule
     * @throws Fault if its condition has no meaning or could mislead
     */
    public CheckedRule check(RuleText rule) {
        if (!ID.matcher(rule.id().text()).matches()) {
            throw rule.source()
                    .fault(
                            rule.id().start(),
                            rule.id().text(),
                            "\"" + rule.id().text() + "\" cannot be the name of a rule.",
                            "Name the defect in lower-case words joined by hyphens, without numbers, such as"
                                    + " line-names-no-action.");
        }
        return new Check(rule).run();
    }

    /** The checking of one rule. */
    private final class Check {

        private final RuleText rule;
        private final Map<String, Kind> variables = new HashMap<>();
        private final Map<String, String> limits = new LinkedHashMap<>();
        private final Map<String, Property> named = new LinkedHashMap<>();
        private final Map<String, String> sameFact = new HashMap<>();
        private final Map<String, DetailKind> details = new TreeMap<>();

        Check(RuleText rule) {
            this.rule = rule;
        }

        CheckedRule run() {
            PatternText subject = null;
            for (PatternText pattern : rule.patterns()) {
                if (subject != null) {
                    throw pattern.word().equals(PARAMETER)
                            ? factBeforeParameter(subject)
                            : secondFact(subject, pattern);
                }
                if (pattern.word().equals(PARAMETER)) {
                    parameter(pattern);
                } else {
                    factType(pattern);
                    subject = pattern;
                }
            }
            if (subject == null) {
                throw fault(
                        rule.id().start(),
                        rule.id().text(),
                        "The rule looks at nothing but parameters.",
                        "Say what holds for a fact such as SpendingLine.");
            }
            return subject(subject, factType(subject));
        }

        private FactType factType(PatternText pattern) {
            FactType type = vocabulary.get(pattern.word());
            if (type == null) {
                throw fault(
                        pattern.start(),
                        pattern.word(),
                        "There is no kind of fact \"" + pattern.word() + "\".",
                        Advice.on(pattern.word(), vocabulary.keySet()).en());
            }
            return type;
        }

        private RuleScope scope(FactType type) {
            RuleScope scope = type.scope();
            if (scope == null) {
                throw new IllegalStateException(type.word() + " belongs to no room, so no rule can be about it");
            }
            return scope;
        }

        private Fault factBeforeParameter(PatternText fact) {
            return fault(
                    fact.start(),
                    fact.word(),
                    "The fact stands before a parameter.",
                    "Write parameters first, the fact last.");
        }

        private Fault secondFact(PatternText first, PatternText second) {
            RuleScope one = scope(factType(first));
            RuleScope other = scope(factType(second));
            String problem = "The rule looks at " + first.word() + " and at " + second.word() + ".";
            String advice = one == other
                    ? "A rule looks at one fact. Pairs are not compared: use the properties of one of the two."
                    : "Lines are checked before anything is added up, so a rule sees either lines or sums: write it about one"
                            + " of the two.";
            return fault(second.start(), second.word(), problem, advice);
        }

        /** A parameter has one shape: its code, then a name for its value. */
        private void parameter(PatternText pattern) {
            List<Constraint> constraints = pattern.constraints();
            Literal code = constraints.size() == 2 ? codeOf(constraints.get(0)) : null;
            if (code == null
                    || constraints.get(1).variable() == null
                    || !(constraints.get(1).expression() instanceof Name name
                            && name.property().equals("value"))) {
                throw fault(
                        pattern.start(),
                        pattern.word(),
                        "This is not how a parameter is named.",
                        "Write" + " Parameter( code == \"its-code\", $limit : value ).");
            }
            Parameter parameter = parameters.get(code.text());
            if (parameter == null) {
                throw fault(
                        code.start(),
                        code.text(),
                        "There is no parameter \"" + code.text() + "\" in parameters.csv.",
                        Advice.on(code.text(), parameters.keySet()).en());
            }
            Kind kind = Kind.ofMeasure(parameter.measure());
            name(constraints.get(1), constraints.get(1).variable(), kind);
            limits.put(constraints.get(1).variable(), parameter.code());
        }

        private @Nullable Literal codeOf(Constraint constraint) {
            boolean names = constraint.variable() == null
                    && constraint.expression() instanceof Comparison comparison
                    && comparison.operator() == Operator.EQUAL
                    && comparison.left() instanceof Name name
                    && name.property().equals("code")
                    && comparison.right() instanceof Literal literal
                    && literal.kind() == Literal.Kind.TEXT;
            return names ? (Literal) ((Comparison) constraint.expression()).right() : null;
        }

        private void name(Constraint constraint, String variable, Kind kind) {
            if (!VARIABLE.matcher(variable).matches() || OF_EVERY_FINDING.contains(variable)) {
                throw fault(
                        constraint.start(),
                        "$" + variable,
                        "$" + variable + " cannot be a name here.",
                        "Write a word"
                                + " beginning in lower case that is not unit, file or row: messages give these anyway.");
            }
            if (variables.put(variable, kind) != null) {
                throw fault(
                        constraint.start(),
                        "$" + variable,
                        "$" + variable + " is named twice.",
                        "Choose another name.");
            }
            details.put(variable, detail(kind));
        }

        private CheckedRule subject(PatternText pattern, FactType type) {
            Given given = new Given(sameFact);
            ConditionChecker checker = new ConditionChecker(rule.source(), type, lists, variables, given);
            List<Expression> conditions = new ArrayList<>();
            Set<String> tested = new LinkedHashSet<>();
            Set<String> read = new LinkedHashSet<>();
            for (Constraint constraint : pattern.constraints()) {
                nameProperty(constraint, checker);
                if (!constraint.onlyNames()) {
                    checker.check(constraint.expression());
                    conditions.add(constraint.expression());
                    tested.addAll(given.properties(constraint.expression()));
                }
                read.addAll(given.properties(constraint.expression()));
            }
            if (conditions.isEmpty() && !DEFECTS.contains(type.word())) {
                throw fault(
                        pattern.start(),
                        pattern.word(),
                        "Every " + pattern.word() + " would match.",
                        "Say in the" + " parentheses what is wrong with it.");
            }
            return new CheckedRule(
                    rule,
                    type,
                    scope(type),
                    List.copyOf(conditions),
                    limits,
                    named,
                    details,
                    needs(type, read),
                    guards(type, checker.known()),
                    focus(type, tested));
        }

        private void nameProperty(Constraint constraint, ConditionChecker checker) {
            if (constraint.variable() == null) {
                return;
            }
            Expression first = firstOf(constraint.expression());
            Name name = first instanceof Name plain && plain.member().isEmpty() ? plain : null;
            Property property = name == null ? null : checker.property(name);
            if (property == null || property.type() == Property.Type.LIST) {
                throw fault(
                        constraint.start(),
                        "$" + constraint.variable(),
                        "$" + constraint.variable() + " does not name a property.",
                        "Write $" + constraint.variable() + " : property.");
            }
            name(constraint, constraint.variable(), Kind.of(property.type()));
            named.put(constraint.variable(), property);
            sameFact.put(constraint.variable(), property.name());
        }

        private Expression firstOf(Expression expression) {
            if (expression instanceof Comparison comparison) {
                return comparison.left();
            }
            if (expression instanceof Matches matches) {
                return matches.operand();
            }
            return expression instanceof OneOf oneOf ? oneOf.operand() : expression;
        }

        private Fault fault(int offset, String text, String problem, String advice) {
            return rule.source().fault(offset, text, problem, advice);
        }
    }

    private static DetailKind detail(Kind kind) {
        return switch (kind) {
            case NUMBER -> DetailKind.NUMBER;
            case AMOUNT -> DetailKind.AMOUNT;
            case RATIO -> DetailKind.RATIO;
            default -> DetailKind.TEXT;
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

    private static @Nullable DataItem focus(FactType type, Set<String> tested) {
        return tested.stream()
                .flatMap(name -> property(type, name).items().stream().limit(1))
                .findFirst()
                .orElse(null);
    }

    private static Property property(FactType type, String name) {
        Property property = type.properties().get(name);
        if (property == null) {
            throw new IllegalStateException(type.word() + " has no " + name);
        }
        return property;
    }
}
