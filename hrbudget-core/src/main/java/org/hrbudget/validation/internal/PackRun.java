package org.hrbudget.validation.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.Fact;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.summary.Summaries;
import org.hrbudget.summary.internal.UnitPortions;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.internal.facts.BudgetFact;
import org.hrbudget.validation.internal.facts.FactContext;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.internal.facts.LinkFact;
import org.hrbudget.validation.internal.facts.RightFact;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.jspecify.annotations.Nullable;

/** One pack at work on a part of a budget; what it counts is in its tally, which merges. Not thread-safe. */
final class PackRun {

    private final RulePack pack;
    private final Terms terms;
    private final FactContext context;
    private final PackTally tally;
    private final Map<Rule.Scope, List<Examiner>> examiners = new EnumMap<>(Rule.Scope.class);
    private final Map<String, Rule> applicable = new LinkedHashMap<>();
    /** Why a rule that applies could not be judged at all, by id. */
    private final Map<String, Bilingual> unjudged = new HashMap<>();
    /** The lines of the last chunk that a duty could not be judged of. */
    private final Set<SpendingLine> openLines = Collections.newSetFromMap(new IdentityHashMap<>());

    private boolean incomplete;

    PackRun(RulePack given, Terms terms) {
        this.pack = given.forBudget(terms.header());
        this.terms = terms;
        this.context = terms.context(pack.catalogues());
        for (Rule rule : pack.rules()) {
            if (terms.availability().lacking(rule).isEmpty()) {
                applicable.put(rule.id(), rule);
            }
        }
        unjudged.putAll(pack.unjudged());
        this.tally = new PackTally(
                manifest().id(), applicable.keySet(), terms.settings().keep());
        for (Rule.Scope scope : Rule.Scope.values()) {
            examiners.put(scope, examiners(scope));
        }
    }

    private List<Examiner> examiners(Rule.Scope scope) {
        Map<String, List<Rule>> bySubject = new LinkedHashMap<>();
        applicable.values().stream()
                .filter(rule -> rule.scope() == scope)
                .forEach(rule -> bySubject
                        .computeIfAbsent(rule.subject(), subject -> new ArrayList<>())
                        .add(rule));
        List<Examiner> found = new ArrayList<>();
        bySubject.forEach((subject, rules) -> found.add(new Examiner(
                Vocabulary.type(subject),
                rules,
                rules.stream().map(rule -> tallyOf(rule.id())).toList())));
        return found;
    }

    private RuleTally tallyOf(String rule) {
        return Objects.requireNonNull(tally.rules().get(rule), rule);
    }

    PackManifest manifest() {
        return pack.manifest();
    }

    /** {@return what is counted, to be merged with that of other parts} */
    PackTally tally() {
        return tally;
    }

    /** {@return whether a rule that applies asks for the years of lines} */
    boolean asksForYears() {
        return applicable.values().stream()
                .anyMatch(
                        rule -> rule.scope() == Rule.Scope.LINE && rule.needs().contains(DataItem.FISCAL_YEAR));
    }

    /** {@return whether another run of the pack judges lines by the same rules, with the same data at hand} */
    boolean judgesLinesLike(PackRun other) {
        // One pack may hold otherwise for budgets of other days.
        return pack.equals(other.pack)
                && context.equals(other.context)
                && ofLines().equals(other.ofLines());
    }

    private Set<String> ofLines() {
        return applicable.values().stream()
                .filter(rule -> rule.scope() == Rule.Scope.LINE)
                .map(Rule::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Judges lines and their links. {@return what is found} */
    List<Raised> lines(List<SpendingLine> lines) {
        openLines.clear();
        List<Fact> facts = new ArrayList<>(lines.size() * 2);
        for (SpendingLine line : lines) {
            LineFact fact = LineFact.of(line, context);
            facts.add(fact);
            facts.addAll(fact.links());
        }
        return evaluate(Rule.Scope.LINE, facts);
    }

    /** Judges what the whole budget adds up to, and the documents given beside it. {@return what is found} */
    List<Raised> summaries(Summaries summaries, @Nullable UnitPortions portions, Documents documents) {
        if (portions != null && portions.tooMany()) {
            Bilingual why = Texts.WORDING.of("portions-too-many");
            asksForPortions().forEach(rule -> unjudged.put(rule.id(), why));
        }
        List<Fact> whole = new ArrayList<>(terms.deflators());
        whole.add(BudgetFact.of(summaries));
        whole.addAll(RightFact.of(summaries.rights(), terms.prices()));
        whole.addAll(summaries.actions());
        List<Fact> units = new ArrayList<>(whole);
        if (!Objects.requireNonNull(examiners.get(Rule.Scope.UNIT)).isEmpty()) {
            units.addAll(UnitRoom.facts(summaries, portions, documents, context.catalogues()));
        }
        List<Raised> raised = new ArrayList<>(evaluate(Rule.Scope.UNIT, units));
        raised.addAll(evaluate(Rule.Scope.BUDGET, whole));
        // A repeated key is there only where there is a defect: what was examined are all the lines.
        examinedForRepetitions(summaries.budget().lines());
        return raised;
    }

    /** Judges some of the repeated keys of the whole budget. {@return what is found} */
    List<Raised> repeatedKeys(List<RepeatedKey> keys) {
        List<Raised> raised = evaluate(Rule.Scope.BUDGET, keys);
        examinedForRepetitions(-keys.size());
        return raised;
    }

    private void examinedForRepetitions(long lines) {
        aboutRepetitions().forEach(rule -> tallyOf(rule.id()).examined(lines));
    }

    /** {@return those of the lines judged last that a duty could not be judged of, since they or a link of them lack promised data} */
    Set<SpendingLine> openLines() {
        return openLines;
    }

    private void leftOpen(Fact fact) {
        LineFact line = Raised.line(fact);
        if (line != null) {
            openLines.add(line.line());
        }
    }

    /** {@return the rules that apply and look at what a unit's lines come to by activity or programme} */
    List<Rule> asksForPortions() {
        return applicable.values().stream()
                .filter(rule -> rule.scope() == Rule.Scope.UNIT)
                .filter(rule -> rule.needs().contains(DataItem.RESULT_STRUCTURE)
                        || rule.needs().contains(DataItem.PROGRAMME_CODE))
                .toList();
    }

    /** {@return the rules that apply and are about repeated keys} */
    List<Rule> aboutRepetitions() {
        return applicable.values().stream().filter(PackRun::isAboutRepetitions).toList();
    }

    private static boolean isAboutRepetitions(Rule rule) {
        return Vocabulary.type(rule.subject()).factClass().equals(RepeatedKey.class);
    }

    /** Says that the rules over what lines add up to could not be judged, since not all lines are there. */
    void leaveSummariesUnjudged(Bilingual why) {
        incomplete = true;
        applicable.values().stream()
                .filter(rule -> rule.scope() != Rule.Scope.LINE)
                .forEach(rule -> unjudged.put(rule.id(), why));
    }

    /** Says that the rules about repeated keys could not be judged. */
    void leaveRepetitionsUnjudged(Bilingual why) {
        aboutRepetitions().forEach(rule -> unjudged.put(rule.id(), why));
    }

    private List<Raised> evaluate(Rule.Scope scope, Collection<? extends Fact> facts) {
        List<Examiner> inScope = Objects.requireNonNull(examiners.get(scope));
        if (facts.isEmpty() || inScope.isEmpty()) {
            return List.of();
        }
        inScope.forEach(examiner -> examiner.count(facts, tally.units(), this::leftOpen));
        RuleEvaluation evaluation = pack.evaluate(scope, facts);
        List<Raised> found = new ArrayList<>(evaluation.matches().size());
        Map<String, Set<LineFact>> counted = new HashMap<>();
        for (RuleEvaluation.Match match : evaluation.matches()) {
            Rule rule = applicable.get(match.ruleId());
            if (rule != null
                    && !unjudged.containsKey(rule.id())
                    && !pack.unjudged().containsKey(rule.id())) {
                Raised raised = new Raised(manifest().id(), terms, rule, match);
                // All links of a line are judged together with it, so that its money is counted once here or nowhere.
                LineFact line = raised.line();
                boolean known = line != null
                        && !counted.computeIfAbsent(rule.id(), id -> Collections.newSetFromMap(new IdentityHashMap<>()))
                                .add(line);
                tallyOf(rule.id()).violated(raised, known);
                tally.units().found(raised);
                found.add(raised);
            }
        }
        evaluation.open().forEach(this::leaveOpen);
        evaluation.failures().forEach((id, failure) -> {
            if (applicable.containsKey(id) && !pack.unjudged().containsKey(id)) {
                tallyOf(id).failed(failure);
            }
        });
        return found;
    }

    /** Says that a fact was examined in vain, since another that a rule looks at beside it lacks promised data. */
    private void leaveOpen(RuleEvaluation.Open open) {
        Rule rule = applicable.get(open.ruleId());
        if (rule != null) {
            tallyOf(rule.id()).examined(-1);
            tallyOf(rule.id()).undetermined(1);
            if (rule.duty()) {
                tally.units().undetermined(open.subject(), 1);
                leftOpen(open.subject());
            }
        }
    }

    /**
     * {@return what each rule of the pack did, in the order of the law}
     *
     * @param summaries what the lines add up to
     */
    List<LedgerEntry> ledger(Summaries summaries) {
        return pack.rules().stream().map(rule -> entry(rule, summaries)).toList();
    }

    private LedgerEntry entry(Rule rule, Summaries summaries) {
        RuleTally done = tally.rules().get(rule.id());
        if (done == null) {
            Availability.Lack lack = terms.availability().lacking(rule).orElseThrow();
            boolean noSubject = isAboutLinks(rule)
                    && terms.availability().items().contains(DataItem.LINKS)
                    && summaries.links() == 0;
            return noSubject
                    ? unapplied(rule, LedgerEntry.Outcome.NOT_APPLICABLE, Texts.WORDING.of("nothing-to-examine"))
                    : unapplied(rule, lack.outcome(), lack.reason());
        }
        LedgerEntry.Outcome outcome;
        Bilingual reason = null;
        String failure = done.failure();
        Bilingual skipped = unjudged.get(rule.id());
        if (skipped != null) {
            outcome = LedgerEntry.Outcome.UNDETERMINED;
            reason = skipped;
        } else if (failure != null) {
            outcome = LedgerEntry.Outcome.UNDETERMINED;
            reason = Texts.WORDING.of("rule-failed", "failure", failure);
        } else if (done.violated() > 0) {
            outcome = rule.severity() == Severity.REVIEW ? LedgerEntry.Outcome.REVIEW : LedgerEntry.Outcome.VIOLATED;
        } else if (done.undetermined() > 0) {
            outcome = LedgerEntry.Outcome.UNDETERMINED;
        } else if (done.examined() > 0) {
            outcome = LedgerEntry.Outcome.SATISFIED;
        } else {
            outcome = LedgerEntry.Outcome.NOT_APPLICABLE;
            reason = Texts.WORDING.of("nothing-to-examine");
        }
        if (reason == null && done.undetermined() > 0) {
            reason = Texts.WORDING.of(
                    lacksLastYear(rule, done) ? "last-year-missing" : "data-missing",
                    "count",
                    Long.toString(done.undetermined()));
        }
        return new LedgerEntry(
                manifest().id(),
                rule,
                done.examined(),
                done.violated(),
                done.undetermined(),
                done.stake(),
                outcome,
                reason);
    }

    private static boolean lacksLastYear(Rule rule, RuleTally done) {
        FactType type = Vocabulary.type(rule.subject());
        return !done.lacking().isEmpty()
                && done.lacking().stream()
                        .allMatch(name -> type.property(name).items().contains(DataItem.BASELINE));
    }

    private LedgerEntry unapplied(Rule rule, LedgerEntry.Outcome outcome, Bilingual reason) {
        return new LedgerEntry(manifest().id(), rule, 0, 0, 0, null, outcome, reason);
    }

    /** Of all that a budget may hold, links alone can be known to be none without what the rules on them need. */
    private static boolean isAboutLinks(Rule rule) {
        return Vocabulary.type(rule.subject()).factClass().equals(LinkFact.class);
    }

    /** {@return the rules that failed, as problems} */
    List<ValidationReport.Problem> problems() {
        List<ValidationReport.Problem> problems = new ArrayList<>();
        String id = manifest().id();
        tally.rules().forEach((rule, done) -> {
            String failure = done.failure();
            if (failure != null) {
                problems.add(new ValidationReport.Problem(
                        ValidationReport.Problem.ProblemKind.RULE,
                        rule,
                        Texts.WORDING.of("rule-failed-problem", "rule", rule, "pack", id, "failure", failure)));
            }
        });
        return problems;
    }

    List<Rule> rules() {
        return pack.rules();
    }

    /** {@return how each unit stands} */
    Map<String, ValidationReport.UnitStanding> standings(Summaries summaries) {
        boolean open = incomplete
                || ledger(summaries).stream().anyMatch(entry -> isUnjudged(entry) && mayBeOfAUnit(entry.rule()));
        return tally.units().standings(summaries.units(), open);
    }

    /** {@return whether no line is known to be judged by every duty about lines and links} */
    boolean leavesAllLinesOpen(Summaries summaries) {
        return ledger(summaries).stream()
                .anyMatch(entry -> entry.rule().duty() && entry.rule().scope() == Rule.Scope.LINE && isUnjudged(entry));
    }

    /** Whether it is not known of anything what the rule would have found: a duty that lacks data, or a rule that failed. */
    private boolean isUnjudged(LedgerEntry entry) {
        RuleTally done = tally.rules().get(entry.rule().id());
        boolean failed = unjudged.containsKey(entry.rule().id()) || (done != null && done.failure() != null);
        return failed || (done == null && entry.isOpenDuty());
    }

    private static boolean mayBeOfAUnit(Rule rule) {
        return Vocabulary.type(rule.subject()).scope() != Rule.Scope.BUDGET || isAboutRepetitions(rule);
    }

    /** {@return the findings kept, rule by rule in the order of the law} */
    List<Finding> findings() {
        return tally.rules().values().stream()
                .flatMap(done -> done.findings().stream())
                .toList();
    }
}
