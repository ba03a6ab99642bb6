package org.hrbudget.rules.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.CheckedRule.Part;
import org.hrbudget.rules.internal.language.CheckedRule.Suspect;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.RuleText.Demand;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.CodesFact;
import org.hrbudget.validation.internal.facts.Property;

/** Writes checked rules as the tree the engine compiles: patterns of fact classes, constraints, and an empty consequence. */
final class RuleWriter {

    /** The engine's package for the rules; no class lives there. */
    static final String PACKAGE = "hrbudget.pack";

    /** The name of a rule that asks whether {@link #PROBED} is itself. */
    static final String PROBE = "probe";

    /** The fact of {@link #PROBE}. */
    static final Rule.Parameter PROBED = new Rule.Parameter(PROBE, BigDecimal.ONE, "", "");

    private RuleWriter() {}

    /** {@return the smallest rule there is, by which the engine is tried} */
    static PackageDescr probe() {
        PatternDescr fact = pattern(Rule.Parameter.class);
        add(fact, "code == \"" + PROBE + "\"");
        PackageDescr all = empty();
        all.addRule(rule(PROBE, List.of(fact)));
        return all;
    }

    private static PackageDescr empty() {
        PackageDescr all = new PackageDescr(PACKAGE);
        // MVEL, because no Java has to be compiled for it: the engine builds in a fraction of the time.
        all.addAttribute(new AttributeDescr("dialect", "mvel"));
        return all;
    }

    private static RuleDescr rule(String name, List<? extends BaseDescr> elements) {
        AndDescr all = new AndDescr();
        elements.forEach(all::addDescr);
        RuleDescr rule = new RuleDescr(name);
        rule.setLhs(all);
        rule.setConsequence("");
        return rule;
    }

    static PackageDescr write(Collection<EngineRule> rules) {
        PackageDescr all = empty();
        rules.forEach(rule -> all.addRule(rule(rule.name(), elements(rule))));
        return all;
    }

    private static List<BaseDescr> elements(EngineRule written) {
        CheckedRule rule = written.rule();
        List<BaseDescr> elements = new ArrayList<>();
        rule.limits().forEach((variable, code) -> {
            PatternDescr limit = pattern(Rule.Parameter.class);
            add(limit, "code == \"" + code + "\"");
            add(limit, "$" + variable + " : value");
            elements.add(limit);
        });
        rule.lists().forEach((variable, name) -> {
            PatternDescr list = pattern(CodesFact.class);
            add(list, "code == \"" + name + "\"");
            add(list, "$" + variable + " : codes");
            elements.add(list);
        });
        for (int at = 0; at < rule.parts().size(); at++) {
            int choice = rule.parts().get(at).choice();
            if (choice == 0 || rule.parts().get(at - 1).choice() != choice) {
                elements.addAll(elements(written, at));
            }
        }
        return elements;
    }

    /** {@return what is asked of one fact, or of several of which one must be there} */
    private static List<BaseDescr> elements(EngineRule written, int first) {
        List<Part> parts = written.rule().parts();
        int choice = parts.get(first).choice();
        int last = first;
        while (choice != 0 && last + 1 < parts.size() && parts.get(last + 1).choice() == choice) {
            last++;
        }
        Demand demand = parts.get(first).demand();
        boolean open = written.openPart() >= first && written.openPart() <= last;
        if (open && demand != Demand.NOT) {
            return List.of(pattern(written, written.openPart(), true));
        }
        OrDescr patterns = new OrDescr();
        for (int at = first; at <= last; at++) {
            patterns.addDescr(pattern(written, at, !open && written.isLenient(at)));
        }
        BaseDescr only = patterns.getDescrs().get(0);
        return switch (demand) {
            case FACT -> List.of(only);
            // Where one is there that must not be, what another lacks does not matter.
            case NOT ->
                open
                        ? List.of(pattern(written, written.openPart(), true), new NotDescr(only))
                        : List.of(new NotDescr(only));
            case EXISTS -> List.of(new ExistsDescr(first == last ? only : patterns));
        };
    }

    private static PatternDescr pattern(EngineRule written, int at, boolean lenient) {
        CheckedRule rule = written.rule();
        Part part = rule.parts().get(at);
        PatternDescr fact = pattern(part.type().factClass());
        ConstraintWriter writer = new ConstraintWriter(rule, part);
        for (Expression condition : part.constraints()) {
            for (Expression each : written.isOpen() ? conjuncts(condition) : List.of(condition)) {
                if (!lenient || !isGuard(each, part)) {
                    add(fact, orLacking(written, part, lenient, each, writer.condition(each)));
                }
            }
        }
        boolean open = lenient && at == written.openPart();
        if (open) {
            add(
                    fact,
                    part.promised().stream()
                            .map(name -> name + " == null")
                            .collect(Collectors.joining(" || ", "(", ")")));
        }
        if (at == rule.about() && written.suspect() > 0) {
            add(fact, firstAtFault(rule.suspects(), written.suspect(), writer));
        }
        if (rule.joins() && (part.demand() == Demand.FACT || open)) {
            fact.setIdentifier(fact(at));
            shared(rule, part).forEach((variable, property) -> {
                add(fact, "$" + variable + " : " + property.name());
                Property.Listed listed = property.listed();
                if (listed != null) {
                    add(fact, ConstraintWriter.key("$" + variable) + " : " + listed.accessor());
                }
            });
        }
        return fact;
    }

    private static List<Expression> conjuncts(Expression condition) {
        return condition instanceof Logic logic && logic.and()
                ? Stream.of(logic.left(), logic.right())
                        .flatMap(side -> conjuncts(side).stream())
                        .toList()
                : List.of(condition);
    }

    /** {@return whether a condition asks for nothing but that promised data is there} */
    private static boolean isGuard(Expression condition, Part part) {
        return condition instanceof Comparison comparison
                && comparison.operator() == Operator.UNEQUAL
                && comparison.right() instanceof Literal literal
                && literal.kind() == Literal.Form.NULL
                && isPromised(part, comparison.left());
    }

    private static boolean isPromised(Part part, Expression expression) {
        Property property = part.property(expression);
        return property != null && part.promised().contains(property.name());
    }

    /** {@return a condition that holds, too, where something that it compares is lacking and may be anything} */
    private static String orLacking(EngineRule written, Part part, boolean lenient, Expression condition, String text) {
        Set<String> lacking = new LinkedHashSet<>();
        condition.parts().forEach(each -> {
            Property own = part.property(each);
            if (lenient && isPromised(part, each) && own != null) {
                lacking.add(own.name() + " == null");
            }
            if (own == null && each instanceof Variable variable) {
                List<Part> parts = written.rule().parts();
                for (int at = 0; at < parts.size(); at++) {
                    if (written.isLenient(at) && isPromised(parts.get(at), variable)) {
                        lacking.add("$" + variable.name() + " == null");
                    }
                }
            }
        });
        return lacking.isEmpty() ? text : "(" + String.join(" || ", lacking) + " || (" + text + "))";
    }

    /** {@return those of a fact's properties that other facts are compared with, by their names} */
    private static Map<String, Property> shared(CheckedRule rule, Part part) {
        Map<String, Property> shared = new LinkedHashMap<>(part.named());
        Set<String> used = rule.parts().stream()
                .filter(other -> !other.equals(part))
                .flatMap(other -> other.constraints().stream())
                .flatMap(Expression::parts)
                .filter(Variable.class::isInstance)
                .map(variable -> ((Variable) variable).name())
                .collect(Collectors.toSet());
        shared.keySet().retainAll(used);
        return shared;
    }

    /** {@return the engine's name of a fact that a rule with several looks at; none of ours begins so} */
    static String fact(int part) {
        return "$_" + part;
    }

    /** In one constraint, so that what a suspect takes for given has been asked by those before it. */
    private static String firstAtFault(List<Suspect> suspects, int suspect, ConstraintWriter writer) {
        String others = suspects.subList(0, suspect).stream()
                .map(other -> "!(" + writer.condition(other.condition()) + ")")
                .collect(Collectors.joining(" && "));
        return others + " && (" + writer.condition(suspects.get(suspect).condition()) + ")";
    }

    private static PatternDescr pattern(Class<?> type) {
        return new PatternDescr(type.getName());
    }

    private static void add(PatternDescr fact, String expression) {
        ExprConstraintDescr constraint = new ExprConstraintDescr(expression);
        constraint.setType(ExprConstraintDescr.Type.NAMED);
        constraint.setPosition(fact.getConstraint().getDescrs().size());
        fact.addConstraint(constraint);
    }
}
