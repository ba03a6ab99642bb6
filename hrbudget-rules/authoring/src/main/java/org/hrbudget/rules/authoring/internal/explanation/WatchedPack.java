package org.hrbudget.rules.authoring.internal.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.Position;
import org.hrbudget.rules.authoring.RuleExplanation.Condition;
import org.hrbudget.rules.authoring.internal.words.LawRule;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * A pack that judges as it does and notes, of the facts that are asked about, what its engine says of the conditions of one rule. Beside
 * its rules it has one that never matches for each piece of data the rule needs: whether it examines anything tells whether that
 * data is there. Used for one validation on one thread.
 */
final class WatchedPack implements RulePack {

    private static final String PROBE = "needs ";

    private final OpenPack pack;
    private final Rule rule;
    private final Conditions conditions;
    private final Predicate<Fact> wanted;
    private final Predicate<@Nullable Position> isLine;
    private final List<Fact> order = new ArrayList<>();
    private final List<Fact> ofLine = new ArrayList<>();
    private final IdentityHashMap<Fact, List<Condition.State>> judged = new IdentityHashMap<>();
    private final Set<Fact> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Fact> violated = Collections.newSetFromMap(new IdentityHashMap<>());

    WatchedPack(
            OpenPack pack,
            LawRule law,
            Conditions conditions,
            Predicate<Fact> wanted,
            Predicate<@Nullable Position> isLine) {
        this.pack = pack;
        this.rule = law.rule();
        this.conditions = conditions;
        this.wanted = wanted;
        this.isLine = isLine;
    }

    /** {@return the facts asked about, in the order in which they came} */
    List<Fact> facts() {
        return order;
    }

    /** {@return the line and its links, as the rules see them} */
    List<Fact> ofLine() {
        return ofLine;
    }

    /** {@return whether each condition holds for a fact} */
    List<Condition.State> states(Fact fact) {
        return judged.getOrDefault(fact, List.of());
    }

    /** {@return whether the rule matched a fact, and had all it needs} */
    boolean isViolated(Fact fact) {
        return violated.contains(fact);
    }

    /** {@return whether the rule could not judge a fact, since another that it looks at lacks promised data} */
    boolean isOpen(Fact fact) {
        return open.contains(fact);
    }

    /** Says that the rule does not count, whatever it matched: data that it needs was not there. */
    void leaveUnjudged() {
        violated.clear();
    }

    /** {@return whether an entry of the ledger is of a rule of the pack} */
    static boolean isOfLaw(LedgerEntry entry) {
        return !entry.rule().id().startsWith(PROBE);
    }

    /** {@return the data the rule needs that the validation did not have} */
    static Set<DataItem> lacking(ValidationReport report, Rule rule) {
        Set<DataItem> lacking = new TreeSet<>();
        for (LedgerEntry entry : report.ledger()) {
            if (!isOfLaw(entry) && entry.examined() == 0) {
                lacking.addAll(entry.rule().needs());
            }
        }
        lacking.retainAll(rule.needs());
        return lacking;
    }

    @Override
    public Map<String, Bilingual> unjudged() {
        return pack.unjudged();
    }

    @Override
    public PackManifest manifest() {
        return pack.manifest();
    }

    @Override
    public List<Rule> rules() {
        List<Rule> all = new ArrayList<>(pack.rules());
        // One that needs nothing, so that facts are laid before the pack even where no rule about them can be judged.
        all.add(probe("nothing", Set.of()));
        rule.needs().stream().sorted().forEach(item -> all.add(probe(item.word(), Set.of(item))));
        return all;
    }

    private Rule probe(String name, Set<DataItem> needs) {
        return new Rule(
                PROBE + name,
                rule.severity(),
                false,
                rule.legalBasis(),
                rule.scope(),
                rule.subject(),
                needs,
                List.of(),
                Map.of(),
                rule.title(),
                rule.message(),
                rule.remedy(),
                rule.file(),
                rule.condition());
    }

    @Override
    public Catalogues catalogues() {
        return pack.catalogues();
    }

    @Override
    public RuleEvaluation evaluate(Rule.Scope scope, Collection<? extends Fact> facts) {
        RuleEvaluation evaluation = pack.evaluate(scope, facts);
        if (scope == Rule.Scope.LINE) {
            for (Fact fact : facts) {
                if (fact instanceof LineFact line && isLine.test(line.position())) {
                    ofLine.add(line);
                    ofLine.addAll(line.links());
                }
            }
        }
        if (scope == rule.scope()) {
            Set<Fact> matched = Collections.newSetFromMap(new IdentityHashMap<>());
            evaluation.matches().stream()
                    .filter(match -> match.ruleId().equals(rule.id()))
                    .forEach(match -> matched.add(match.subject()));
            evaluation.open().stream()
                    .filter(each -> each.ruleId().equals(rule.id()))
                    .forEach(each -> open.add(each.subject()));
            List<Fact> found = new ArrayList<>();
            for (Fact fact : facts) {
                if (wanted.test(fact)) {
                    found.add(fact);
                    if (matched.contains(fact)) {
                        violated.add(fact);
                    }
                }
            }
            if (!found.isEmpty()) {
                order.addAll(found);
                judged.putAll(conditions.judge(facts, found));
            }
        }
        return evaluation;
    }
}
