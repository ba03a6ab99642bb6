package org.hrbudget.rules.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.CheckedRule.Suspect;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.CodesFact;

/**
 * Writes checked rules as the tree the engine compiles: patterns of fact classes, constraints, and an empty consequence.
 *
 * <p>A rule that has several suspects is followed by one more for each of them but the first, named after the rule and the suspect.
 * Of these the one matches whose suspect is at fault and those before it are not, so that the engine says where to look, too.
 */
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
        fact.addConstraint(constraint("code == \"" + PROBE + "\"", 0));
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

    private static RuleDescr rule(String name, List<PatternDescr> patterns) {
        AndDescr all = new AndDescr();
        patterns.forEach(all::addDescr);
        RuleDescr rule = new RuleDescr(name);
        rule.setLhs(all);
        rule.setConsequence("");
        return rule;
    }

    static PackageDescr write(Collection<CheckedRule> rules) {
        PackageDescr all = empty();
        for (CheckedRule rule : rules) {
            all.addRule(write(rule, 0));
            for (int suspect = 1; suspect < rule.suspects().size(); suspect++) {
                all.addRule(write(rule, suspect));
            }
        }
        return all;
    }

    /** {@return the name of a rule in the engine that matches where this suspect of a rule is the first at fault} */
    static String name(CheckedRule rule, int suspect) {
        return suspect == 0 ? rule.id() : rule.id() + " " + suspect;
    }

    private static RuleDescr write(CheckedRule rule, int suspect) {
        List<PatternDescr> patterns = new ArrayList<>();
        rule.limits().forEach((variable, code) -> {
            PatternDescr limit = pattern(Rule.Parameter.class);
            limit.addConstraint(constraint("code == \"" + code + "\"", 0));
            limit.addConstraint(constraint("$" + variable + " : value", 1));
            patterns.add(limit);
        });
        rule.lists().forEach((variable, name) -> {
            PatternDescr list = pattern(CodesFact.class);
            list.addConstraint(constraint("code == \"" + name + "\"", 0));
            list.addConstraint(constraint("$" + variable + " : codes", 1));
            patterns.add(list);
        });
        ConstraintWriter writer = new ConstraintWriter(rule.named());
        PatternDescr subject = pattern(rule.subject().factClass());
        List<String> constraints = new ArrayList<>();
        rule.constraints().forEach(expression -> constraints.add(writer.condition(expression)));
        if (suspect > 0) {
            constraints.add(firstAtFault(rule.suspects(), suspect, writer));
        }
        for (String expression : constraints) {
            subject.addConstraint(
                    constraint(expression, subject.getConstraint().getDescrs().size()));
        }
        patterns.add(subject);
        return rule(name(rule, suspect), patterns);
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

    private static ExprConstraintDescr constraint(String expression, int position) {
        ExprConstraintDescr constraint = new ExprConstraintDescr(expression);
        constraint.setType(ExprConstraintDescr.Type.NAMED);
        constraint.setPosition(position);
        return constraint;
    }
}
