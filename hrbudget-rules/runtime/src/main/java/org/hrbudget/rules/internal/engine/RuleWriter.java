package org.hrbudget.rules.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.hrbudget.rules.internal.language.Expression.Name;
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
                elements.add(element(written, at));
            }
        }
        return elements;
    }

    /** {@return what is asked of one fact, or of several of which one must be there} */
    private static BaseDescr element(EngineRule written, int first) {
        List<Part> parts = written.rule().parts();
        int choice = parts.get(first).choice();
        int last = first;
        while (choice != 0 && last + 1 < parts.size() && parts.get(last + 1).choice() == choice) {
            last++;
        }
        if (written.openPart() >= first && written.openPart() <= last) {
            return pattern(written, written.openPart());
        }
        OrDescr patterns = new OrDescr();
        for (int at = first; at <= last; at++) {
            patterns.addDescr(pattern(written, at));
        }
        BaseDescr only = patterns.getDescrs().get(0);
        return switch (parts.get(first).demand()) {
            case FACT -> only;
            case NOT -> new NotDescr(only);
            case EXISTS -> new ExistsDescr(first == last ? only : patterns);
        };
    }

    private static PatternDescr pattern(EngineRule written, int at) {
        CheckedRule rule = written.rule();
        Part part = rule.parts().get(at);
        PatternDescr fact = pattern(part.type().factClass());
        ConstraintWriter writer = new ConstraintWriter(rule, part);
        part.constraints().stream()
                .filter(condition -> canBeAsked(condition, written, at))
                .forEach(condition -> add(fact, writer.condition(condition)));
        if (at == written.openPart()) {
            add(fact, written.lacking() + " == null");
        }
        if (at == rule.about() && written.suspect() > 0) {
            add(fact, firstAtFault(rule.suspects(), written.suspect(), writer));
        }
        if (rule.joins() && (part.demand() == Demand.FACT || at == written.openPart())) {
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

    /** Of a fact that lacks a property, all else is asked that can be. */
    private static boolean canBeAsked(Expression condition, EngineRule written, int at) {
        if (!written.isOpen()) {
            return true;
        }
        Part open = written.rule().parts().get(written.openPart());
        return condition.parts().noneMatch(part -> {
            Property property = part instanceof Variable variable ? open.named().get(variable.name()) : null;
            String name = part instanceof Name named && at == written.openPart()
                    ? named.property()
                    : property == null ? "" : property.name();
            return name.equals(written.lacking());
        });
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
