package org.hrbudget.rules.authoring.internal.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.authoring.PackMutation;
import org.hrbudget.rules.authoring.PackMutation.Mutant.Fate;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.hrbudget.rules.internal.packs.examples.Examples.Case;
import org.hrbudget.validation.Rule;

/**
 * The trial of one rule: its examples are run on the rule and on every changed rule at once, which are beside each other in one
 * pack under names of their own, because compiling and running many together costs little more than one.
 */
public final class RuleTrial {

    private final OpenPack pack;
    private final Examples examples;
    private final Rule rule;
    private final List<ChangedRule> changed;

    private RuleTrial(OpenPack pack, Examples examples, CheckedRule checked) {
        this.pack = pack;
        this.examples = examples;
        this.rule = pack.rules().stream()
                .filter(each -> each.id().equals(checked.id()))
                .findFirst()
                .orElseThrow();
        this.changed = RuleChanges.of(pack, checked);
    }

    /**
     * What came of it.
     *
     * @param mutants the changes
     * @param failing the cases that fail on the rule as it stands
     */
    public record Result(List<PackMutation.Mutant> mutants, List<String> failing) {}

    public static Result of(OpenPack pack, Examples examples, CheckedRule checked) {
        return new RuleTrial(pack, examples, checked).run(checked);
    }

    private Result run(CheckedRule original) {
        List<CheckedRule> conditions = new ArrayList<>(List.of(original));
        List<Rule> rules = new ArrayList<>(List.of(rule));
        Map<String, Rule.Parameter> limits = new LinkedHashMap<>(pack.parameters());
        for (ChangedRule each : changed) {
            CheckedRule condition = each.condition();
            if (condition != null && each.equivalent() == null) {
                conditions.add(condition);
                rules.add(described(condition));
                limits.putAll(each.limits());
            }
        }
        Examples side = examples.by(pack.with(rules, conditions, limits));
        List<String> failing = new ArrayList<>();
        Map<String, String> noticed = new LinkedHashMap<>();
        List<String> ids = rules.stream().map(Rule::id).toList();
        for (Case example : examples.cases(rule)) {
            Set<String> against = side.disagreeing(example, ids);
            if (against.contains(rule.id())) {
                failing.add(example.name());
            } else {
                against.forEach(id -> noticed.putIfAbsent(id, example.name()));
            }
        }
        return new Result(changed.stream().map(each -> mutant(each, noticed)).toList(), failing);
    }

    private PackMutation.Mutant mutant(ChangedRule each, Map<String, String> noticed) {
        CheckedRule condition = each.condition();
        if (condition == null) {
            return each.mutant(Fate.REFUSED, "", Objects.requireNonNull(each.refusal()));
        }
        Bilingual equivalent = each.equivalent();
        if (equivalent != null) {
            return each.mutant(Fate.EQUIVALENT, "", equivalent);
        }
        String by = noticed.getOrDefault(condition.id(), "");
        return by.isEmpty()
                ? each.mutant(Fate.UNNOTICED, "", each.hint())
                : each.mutant(Fate.NOTICED, by, new Bilingual("", ""));
    }

    /** The same rule with what the other condition needs: else it would stay silent for want of data it does not ask for. */
    private Rule described(CheckedRule other) {
        return new Rule(
                other.id(),
                rule.severity(),
                rule.duty(),
                rule.legalBasis(),
                rule.scope(),
                rule.subject(),
                other.needs(),
                other.guards(),
                other.details(),
                rule.title(),
                rule.message(),
                rule.remedy(),
                rule.file(),
                rule.condition());
    }
}
