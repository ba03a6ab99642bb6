package org.hrbudget.rules.internal.engine;

import java.util.Collection;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.validation.facts.Parameter;

/** Writes checked rules as the tree the engine compiles: patterns of fact classes, constraints, and an empty consequence. */
final class RuleWriter {

    /** The engine's package for the rules; no class lives there. */
    static final String PACKAGE = "hrbudget.pack";

    private RuleWriter() {}

    static PackageDescr write(Collection<CheckedRule> rules) {
        PackageDescr all = new PackageDescr(PACKAGE);
        // MVEL, because no Java has to be compiled for it: the engine builds in a fraction of the time.
        all.addAttribute(new AttributeDescr("dialect", "mvel"));
        rules.forEach(rule -> all.addRule(write(rule)));
        return all;
    }

    private static RuleDescr write(CheckedRule rule) {
        AndDescr patterns = new AndDescr();
        rule.limits().forEach((variable, code) -> {
            PatternDescr limit = pattern(Parameter.class);
            limit.addConstraint(constraint("code == \"" + code + "\"", 0));
            limit.addConstraint(constraint("$" + variable + " : value", 1));
            patterns.addDescr(limit);
        });
        ConstraintWriter writer = new ConstraintWriter(rule.named());
        PatternDescr subject = pattern(rule.subject().factClass());
        for (Expression expression : rule.constraints()) {
            subject.addConstraint(constraint(
                    writer.condition(expression),
                    subject.getConstraint().getDescrs().size()));
        }
        patterns.addDescr(subject);
        RuleDescr written = new RuleDescr(rule.id());
        written.setLhs(patterns);
        written.setConsequence("");
        return written;
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
