package org.hrbudget.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.summary.Summaries;
import org.hrbudget.validation.facts.BudgetFact;
import org.hrbudget.validation.facts.FactContext;
import org.hrbudget.validation.facts.FactType;
import org.hrbudget.validation.facts.LineFact;
import org.hrbudget.validation.facts.Property;
import org.hrbudget.validation.facts.Vocabulary;

/** One pack at work on a part of a budget. Merging is associative and commutative. Not thread-safe. */
final class PackRun {

    /** What every part of a validation shares. */
    record Setting(
            RulePack pack, FactContext context, Availability availability, Map<DataItem, String> columns, int keep) {}

    private final Setting setting;
    private final Map<String, RuleTally> tallies = new LinkedHashMap<>();
    private final List<Judge> judges = new ArrayList<>();
    private final UnitStandings units = new UnitStandings();

    PackRun(Setting setting) {
        this.setting = setting;
        for (Rule rule : setting.pack().rules()) {
            Optional<Bilingual> lacking = setting.availability().lacking(rule);
            if (lacking.isEmpty()) {
                RuleTally tally = new RuleTally(setting.keep());
                tallies.put(rule.id(), tally);
                judges.add(new Judge(rule, tally));
            }
        }
    }

    PackManifest manifest() {
        return setting.pack().manifest();
    }

    /** Judges lines and their links. {@return what is found} */
    List<Raised> lines(List<SpendingLine> lines) {
        List<Object> facts = new ArrayList<>(lines.size() * 2);
        for (SpendingLine line : lines) {
            LineFact fact = LineFact.of(line, setting.context());
            facts.add(fact);
            facts.addAll(fact.links());
        }
        return evaluate(RuleScope.LINE, facts);
    }

    /** Judges what the whole budget adds up to, and the documents given beside it. {@return what is found} */
    List<Raised> summaries(Summaries summaries, List<RepeatedKey> repeated, Documents documents) {
        List<Raised> raised = new ArrayList<>(evaluate(
                RuleScope.UNIT,
                UnitRoom.facts(summaries, documents, setting.context().catalogues())));
        List<Object> facts = new ArrayList<>();
        facts.add(new BudgetFact(summaries.budget()));
        facts.addAll(summaries.rights());
        facts.addAll(summaries.actions());
        facts.addAll(repeated);
        raised.addAll(evaluate(RuleScope.BUDGET, facts));
        // A repeated key is there only where there is a defect: what was examined are all the lines.
        judges.stream()
                .filter(judge -> judge.type.factClass().equals(RepeatedKey.class))
                .forEach(judge -> judge.tally.examined(summaries.budget().lines() - repeated.size()));
        return raised;
    }

    PackRun merge(PackRun other) {
        tallies.forEach((id, tally) -> {
            RuleTally more = other.tallies.get(id);
            if (more != null) {
                tally.merge(more);
            }
        });
        units.merge(other.units);
        return this;
    }

    private List<Raised> evaluate(RuleScope scope, Collection<?> facts) {
        List<Judge> inScope =
                judges.stream().filter(judge -> judge.rule.scope() == scope).toList();
        if (facts.isEmpty() || inScope.isEmpty()) {
            return List.of();
        }
        inScope.forEach(judge -> judge.count(facts, units));
        RuleEvaluation evaluation = setting.pack().evaluate(scope, facts);
        Map<String, Judge> byId = new HashMap<>();
        inScope.forEach(judge -> byId.put(judge.rule.id(), judge));
        List<Raised> found = new ArrayList<>(evaluation.matches().size());
        for (RuleMatch match : evaluation.matches()) {
            Judge judge = byId.get(match.ruleId());
            if (judge != null) {
                Raised raised = new Raised(finding(judge.rule, match), match.subject());
                judge.tally.violated(raised.finding());
                units.found(raised);
                found.add(raised);
            }
        }
        evaluation.failures().forEach((id, failure) -> {
            Judge judge = byId.get(id);
            if (judge != null) {
                judge.tally.failed(failure);
            }
        });
        return found;
    }

    private Finding finding(Rule rule, RuleMatch match) {
        Map<String, Detail> details = new HashMap<>();
        rule.details()
                .forEach((name, kind) ->
                        details.put(name, Detail.of(kind, match.bindings().get(name))));
        Position position = Raised.position(match.subject());
        DataItem focus = rule.focus();
        String column =
                (focus == null || position == null) ? null : setting.columns().get(focus);
        return new Finding(manifest().id(), rule, position, column, Raised.unitCode(match.subject()), details);
    }

    /** {@return what each rule of the pack did, in the order of the law} */
    List<LedgerEntry> ledger() {
        return setting.pack().rules().stream().map(this::entry).toList();
    }

    private LedgerEntry entry(Rule rule) {
        String pack = manifest().id();
        RuleTally tally = tallies.get(rule.id());
        if (tally == null) {
            return new LedgerEntry(
                    pack,
                    rule,
                    0,
                    0,
                    0,
                    RuleOutcome.NOT_APPLICABLE,
                    setting.availability().lacking(rule).orElseThrow());
        }
        RuleOutcome outcome;
        Bilingual reason = null;
        String failure = tally.failure();
        if (failure != null) {
            outcome = RuleOutcome.UNDETERMINED;
            reason = Texts.WORDING.of("rule-failed", "failure", failure);
        } else if (tally.violated() > 0) {
            outcome = rule.severity() == Severity.REVIEW ? RuleOutcome.REVIEW : RuleOutcome.VIOLATED;
        } else if (tally.undetermined() > 0) {
            outcome = RuleOutcome.UNDETERMINED;
        } else if (tally.examined() > 0) {
            outcome = RuleOutcome.SATISFIED;
        } else {
            outcome = RuleOutcome.NOT_APPLICABLE;
            reason = Texts.WORDING.of("nothing-to-examine");
        }
        if (reason == null && tally.undetermined() > 0) {
            reason = Texts.WORDING.of("data-missing", "count", Long.toString(tally.undetermined()));
        }
        return new LedgerEntry(pack, rule, tally.examined(), tally.violated(), tally.undetermined(), outcome, reason);
    }

    /** {@return the rules that failed, as problems} */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        String pack = manifest().id();
        tallies.forEach((id, tally) -> {
            String failure = tally.failure();
            if (failure != null) {
                problems.add(new Problem(
                        Problem.Kind.RULE,
                        id,
                        Texts.WORDING.of("rule-failed-problem", "rule", id, "pack", pack, "failure", failure)));
            }
        });
        return problems;
    }

    List<Rule> rules() {
        return setting.pack().rules();
    }

    /** {@return how each unit stands} */
    Map<String, UnitStanding> standings(Summaries summaries) {
        boolean ruleFailed = tallies.values().stream().anyMatch(tally -> tally.failure() != null);
        return units.standings(summaries.units(), ruleFailed);
    }

    /** {@return the findings kept, rule by rule in the order of the law} */
    List<Finding> findings() {
        return tallies.values().stream()
                .flatMap(tally -> tally.findings().stream())
                .toList();
    }

    /** A rule that applies, what it is about, and what it has done. */
    private static final class Judge {

        final Rule rule;
        final RuleTally tally;
        final FactType type;
        private final List<RequiredProperty> required;

        Judge(Rule rule, RuleTally tally) {
            this.rule = rule;
            this.tally = tally;
            this.type = Vocabulary.type(rule.subject());
            this.required = rule.guards().stream()
                    .map(guard -> new RequiredProperty(type.property(guard.property()), guard.promised()))
                    .toList();
        }

        /** Counts the facts the rule can judge, and those it cannot because they lack promised data. */
        void count(Collection<?> facts, UnitStandings units) {
            long examined = 0;
            long undetermined = 0;
            for (Object fact : facts) {
                if (type.factClass().isInstance(fact)) {
                    switch (standing(fact)) {
                        case JUDGED -> examined++;
                        case MISSING -> {
                            undetermined++;
                            units.undetermined(fact);
                        }
                        case PASSED_OVER -> {}
                    }
                }
            }
            tally.examined(examined);
            tally.undetermined(undetermined);
        }

        private Standing standing(Object fact) {
            Standing standing = Standing.JUDGED;
            for (RequiredProperty guard : required) {
                if (guard.property().of(fact) == null) {
                    if (!guard.promised()) {
                        return Standing.PASSED_OVER;
                    }
                    standing = Standing.MISSING;
                }
            }
            return standing;
        }
    }

    /** A guard of a rule, looked up in the vocabulary once. */
    private record RequiredProperty(Property property, boolean promised) {}

    private enum Standing {
        JUDGED,
        MISSING,
        PASSED_OVER
    }
}
