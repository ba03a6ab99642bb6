package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.model.DataItem;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.MemberOf;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.RuleText.Constraint;
import org.hrbudget.rules.internal.language.RuleText.Demand;
import org.hrbudget.rules.internal.language.RuleText.PatternText;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.spi.Catalogues;

/** Checks what a rule says of one fact, after the facts before it. */
final class PartChecker {

    private final RuleText rule;
    private final PatternText pattern;
    private final FactType type;
    private final RuleNames names;
    private final Faults faults;
    private final Map<String, Property> named = new LinkedHashMap<>();
    private final Map<String, String> sameFact = new HashMap<>();
    private final List<Expression> conditions = new ArrayList<>();
    private final Set<String> read = new LinkedHashSet<>();
    private final GivenProperties given = new GivenProperties(sameFact);
    private final ConditionChecker checker;

    /**
     * @param rule the rule
     * @param pattern what it says of the fact
     * @param type the kind of fact
     * @param lists the code lists of the pack
     * @param names the names given before; grows
     * @param faults collects what means nothing
     */
    PartChecker(
            RuleText rule,
            PatternText pattern,
            FactType type,
            Set<Catalogues.CodeList> lists,
            RuleNames names,
            Faults faults) {
        this.rule = rule;
        this.pattern = pattern;
        this.type = type;
        this.names = names;
        this.faults = faults;
        this.checker =
                new ConditionChecker(rule, type, lists, names.kinds(), Map.copyOf(names.mayBeAbsent()), given, faults);
    }

    void check() {
        for (Constraint constraint : pattern.constraints()) {
            nameProperty(constraint);
            if (!constraint.onlyNames()) {
                checker.check(constraint.expression());
                conditions.add(constraint.expression());
            }
            read.addAll(given.properties(constraint.expression()));
        }
        named.forEach((variable, property) -> {
            if (pattern.demand() != Demand.FACT) {
                names.forget(variable);
            } else if (property.absence() != Property.Absence.NEVER
                    && !checker.known().contains(property.name())) {
                names.mayBeAbsent().put(variable, property.name());
            }
        });
    }

    private void nameProperty(Constraint constraint) {
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
            names.unknown(variable);
        } else if (property == null || property.type() == Property.Type.LIST) {
            faults.add(rule.source()
                    .fault(
                            constraint.start(),
                            "$" + variable,
                            RuleWords.of("variable-of-nothing", "variable", variable)));
            names.unknown(variable);
        } else {
            names.name(constraint, variable, ValueType.of(property.type()));
            named.put(variable, property);
            sameFact.put(variable, property.name());
        }
    }

    private static Expression firstOf(Expression expression) {
        boolean tests = expression instanceof Comparison
                || expression instanceof Matches
                || expression instanceof OneOf
                || expression instanceof MemberOf;
        return tests ? expression.children().get(0) : expression;
    }

    /** {@return what must hold for the fact} */
    List<Expression> conditions() {
        return conditions;
    }

    FactType type() {
        return type;
    }

    /** {@return the properties it names, by that name} */
    Map<String, Property> named() {
        return named;
    }

    /** {@return the part, checked} */
    CheckedRule.Part part() {
        Set<String> promised = guards().stream()
                .filter(Rule.Guard::promised)
                .map(Rule.Guard::property)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new CheckedRule.Part(pattern.demand(), pattern.choice(), type, List.copyOf(conditions), named, promised);
    }

    /** {@return the data that what it asks rests on} */
    Set<DataItem> needs() {
        Set<DataItem> needs = new LinkedHashSet<>();
        read.stream()
                .filter(type.properties()::containsKey)
                .forEach(name -> needs.addAll(type.property(name).items()));
        return needs;
    }

    /** {@return the properties that are given whenever the fact fits, of those that may be absent} */
    List<Rule.Guard> guards() {
        return checker.known().stream()
                .filter(type.properties()::containsKey)
                .map(type::property)
                .filter(property -> property.absence() != Property.Absence.NEVER)
                .map(property -> new Rule.Guard(property.name(), property.absence() == Property.Absence.MISSING))
                .toList();
    }

    /** {@return what may be at fault where the rule matches} */
    List<CheckedRule.Suspect> suspects() {
        return Suspects.of(type, conditions, given);
    }
}
