package org.hrbudget.rules.internal.packs;

import java.util.List;
import java.util.function.Function;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.Rule;

/** Loads a pack with a rule file and answers what is wrong with it: in a class loader of its own, through types of the platform. */
public final class FaultsOfRuleFile implements Function<String, List<String>> {

    /** A public constructor, so that another class loader can call it. */
    public FaultsOfRuleFile() {}

    @Override
    public List<String> apply(String ruleFile) {
        try {
            PackText files = PackText.oneRule().with("xx/1/lines.drl", ruleFile);
            new Library(files).load("xx", "1").evaluate(Rule.Scope.LINE, List.of(new Fact() {}));
            return List.of();
        } catch (RulePackException refusal) {
            if (refusal.faults().isEmpty()) {
                throw refusal;
            }
            return refusal.faults().stream()
                    .map(RulePackException.Fault::toString)
                    .toList();
        }
    }
}
