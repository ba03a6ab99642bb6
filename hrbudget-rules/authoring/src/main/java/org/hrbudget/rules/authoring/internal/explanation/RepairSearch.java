package org.hrbudget.rules.authoring.internal.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.authoring.internal.words.LawRule;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.RunOptions;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;

/**
 * Looks for the smallest change of a line that repairs it. Many changes are asked about at once: lines changed each in one way are laid
 * beside each other, and the rules about lines judge them all. With those that pass, the whole budget is validated, the likeliest first.
 */
final class RepairSearch {

    /** How often the whole budget is validated at most, and how many lines that may come to, so that no search takes long. */
    private static final int MOST_VALIDATED = 60;

    private static final int LEAST_VALIDATED = 5;
    private static final long MOST_LINES = 1_200_000;

    private static final int MOST_PAIRS = 4_000;
    private static final int MOST_PARTNERS = 60;
    private static final String TRIAL = "(trial)";

    private final Explainer.Beside beside;
    private final List<OpenPack> packs;
    private final BudgetSource source;
    private final LineReader.Outline outline;
    private final Suggestions.Setting setting;
    private final SpendingLine line;
    private final Outcome before;
    private final LawRule law;
    private final Set<Outcome.Place> target;
    private final Map<String, LawRule> laws = new HashMap<>();
    private final Map<String, Catalogues> catalogues = new HashMap<>();
    private final Collection<Fact> facts;
    /** The rules that would find something in the line that they do not find now, by change. */
    private final Map<List<LineEdit>, Set<String>> harms = new LinkedHashMap<>();

    private long tried;
    private long validated;

    /** What is known when the search begins. */
    record Start(
            Explainer.Beside beside,
            List<OpenPack> packs,
            BudgetSource source,
            LineReader.Outline outline,
            Suggestions.Setting setting,
            Outcome before,
            LawRule law,
            List<Finding> target,
            Collection<Fact> facts) {}

    RepairSearch(Start start) {
        this.beside = start.beside();
        this.packs = start.packs();
        this.source = start.source();
        this.outline = start.outline();
        this.setting = start.setting();
        this.line = setting.line();
        this.before = start.before();
        this.law = start.law();
        this.facts = start.facts();
        this.target = new LinkedHashSet<>();
        start.target().forEach(finding -> target.add(Outcome.Place.of(finding)));
        for (OpenPack pack : packs) {
            LawRule.of(pack).forEach((id, rule) -> {
                laws.putIfAbsent(id, rule);
                catalogues.putIfAbsent(id, pack.catalogues());
            });
        }
    }

    /** {@return how many changes the rules were asked about} */
    long tried() {
        return tried;
    }

    /** {@return how many of them the whole budget was validated with} */
    long validated() {
        return validated;
    }

    /** {@return the smallest repair: one change, two, or all cells filled that are blank; empty where none was found} */
    List<LineEdit> find() {
        List<LineEdit> singles = suggestions(law.rule().id());
        List<List<LineEdit>> alone = new ArrayList<>();
        singles.forEach(edit -> alone.add(List.of(edit)));
        List<LineEdit> found = firstThatRepairs(alone);
        if (found.isEmpty()) {
            found = firstThatRepairs(pairs(singles));
        }
        return found.isEmpty() ? firstThatRepairs(filled(singles)) : found;
    }

    /** Where a rule asks for several cells that are blank, no fewer will do: each has the likeliest value. */
    private static List<List<LineEdit>> filled(List<LineEdit> singles) {
        Map<String, LineEdit> byCell = new LinkedHashMap<>();
        singles.stream()
                .filter(edit -> edit.link() < 0 && edit.before() == null && edit.after() != null)
                .forEach(edit -> byCell.putIfAbsent(edit.field(), edit));
        return byCell.size() > 2 ? List.of(List.copyOf(byCell.values())) : List.of();
    }

    private List<LineEdit> suggestions(String rule) {
        LawRule asked = laws.get(rule);
        Catalogues lists = catalogues.get(rule);
        if (asked == null || lists == null) {
            return List.of();
        }
        return Suggestions.of(
                setting,
                asked,
                lists,
                facts,
                before.findings().stream()
                        .filter(finding -> finding.ruleId().equals(rule))
                        .toList());
    }

    /** A change that does harm with one that the rule it harms suggests; else two changes of different cells. */
    private List<List<LineEdit>> pairs(List<LineEdit> singles) {
        Set<List<LineEdit>> pairs = new LinkedHashSet<>();
        new LinkedHashMap<>(harms).forEach((edits, rules) -> {
            if (edits.size() == 1 && pairs.size() < MOST_PAIRS) {
                LineEdit first = edits.get(0);
                rules.forEach(rule -> spread(suggestions(rule)).forEach(second -> add(pairs, first, second)));
            }
        });
        List<LineEdit> some = spread(singles);
        for (LineEdit first : some) {
            some.forEach(second -> add(pairs, first, second));
        }
        return List.copyOf(pairs);
    }

    /** {@return some changes of each cell, the likeliest of each first} */
    private static List<LineEdit> spread(List<LineEdit> edits) {
        Map<String, List<LineEdit>> byCell = new LinkedHashMap<>();
        edits.forEach(edit ->
                byCell.computeIfAbsent(edit.field(), field -> new ArrayList<>()).add(edit));
        List<LineEdit> some = new ArrayList<>();
        for (int i = 0; some.size() < MOST_PARTNERS && i < edits.size(); i++) {
            for (List<LineEdit> ofCell : byCell.values()) {
                if (i < ofCell.size() && some.size() < MOST_PARTNERS) {
                    some.add(ofCell.get(i));
                }
            }
        }
        return some;
    }

    private static void add(Set<List<LineEdit>> pairs, LineEdit first, LineEdit second) {
        if (pairs.size() < MOST_PAIRS
                && !first.field().equals(second.field())
                && !pairs.contains(List.of(second, first))) {
            pairs.add(List.of(first, second));
        }
    }

    private List<LineEdit> firstThatRepairs(List<List<LineEdit>> changes) {
        List<List<LineEdit>> possible = changes.stream()
                .filter(edits -> LineEdit.isPossible(line, edits))
                .toList();
        for (List<LineEdit> edits : passing(possible)) {
            if (validated >= mostValidated()) {
                break;
            }
            if (repairs(edits)) {
                return edits;
            }
        }
        return List.of();
    }

    private long mostValidated() {
        long lines = Math.max(1, before.report().summaries().budget().lines());
        return Math.min(MOST_VALIDATED, Math.max(LEAST_VALIDATED, MOST_LINES / lines));
    }

    private boolean repairs(List<LineEdit> edits) {
        validated++;
        SpendingLine changed = LineEdit.apply(line, edits);
        Position at = line.position();
        Outcome after = Outcome.of(
                beside.validator().withPacks(packs.toArray(RulePack[]::new)),
                new LineSource(source, read -> read.position().equals(at) ? changed : read),
                at::equals);
        Set<String> worse = after.worseThan(before);
        boolean gone = after.lacks(target);
        if (gone && !worse.isEmpty()) {
            harms.put(edits, worse);
        }
        return gone && worse.isEmpty() && !after.hasNewProblem(before);
    }

    /** {@return those of some changes by which no rule about lines finds more, and a rule about lines no longer finds anything} */
    private List<List<LineEdit>> passing(List<List<LineEdit>> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        tried += changes.size();
        Map<Long, Map<String, Integer>> found = foundInLines(changes);
        Map<String, Integer> now = found.getOrDefault(1L, Map.of());
        boolean ofLines = law.condition().scope() == Rule.Scope.LINE;
        String id = law.rule().id();
        List<List<LineEdit>> passing = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Map<String, Integer> then = found.getOrDefault(i + 2L, Map.of());
            Set<String> worse = new TreeSet<>();
            then.forEach((rule, count) -> {
                if (count > now.getOrDefault(rule, 0)) {
                    worse.add(rule);
                }
            });
            boolean gone = !ofLines || !then.containsKey(id);
            if (gone && worse.isEmpty()) {
                passing.add(changes.get(i));
            } else if (gone) {
                harms.put(changes.get(i), worse);
            }
        }
        return passing;
    }

    /** {@return what rules about lines find in the line as it is, which is row 1, and in the changed ones after it, counted by rule} */
    private Map<Long, Map<String, Integer>> foundInLines(List<List<LineEdit>> changes) {
        Budget.Builder budget =
                Budget.builder(outline.header()).promises(outline.promises()).line(at(line, 1));
        for (int i = 0; i < changes.size(); i++) {
            budget.line(at(LineEdit.apply(line, changes.get(i)), i + 2));
        }
        Map<Long, Map<String, Integer>> found = new HashMap<>();
        RunOptions options = RunOptions.builder()
                .findings(new RunOptions.FindingSink() {
                    @Override
                    public void accept(Finding finding) {
                        Finding.Line of = finding.line();
                        if (of != null) {
                            found.computeIfAbsent(of.position().row(), row -> new HashMap<>())
                                    .merge(finding.ruleId(), 1, Integer::sum);
                        }
                    }

                    @Override
                    public void complete() {
                        // All are counted.
                    }

                    @Override
                    public void abandon() {
                        // What is missing here the whole budget says.
                    }
                })
                .build();
        RulePack[] ofLines = packs.stream().map(OfLines::new).toArray(RulePack[]::new);
        beside.validator().withPacks(ofLines).validate(BudgetSource.of(budget.build()), options);
        return found;
    }

    private static SpendingLine at(SpendingLine line, long row) {
        return line.toBuilder().position(new Position(TRIAL, row)).build();
    }

    /**
     * The rules of a pack about lines and their links alone.
     *
     * @param pack the pack
     */
    private record OfLines(OpenPack pack) implements RulePack {

        @Override
        public RulePack forBudget(BudgetHeader header) {
            return new OfLines(pack.forBudget(header));
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
            return pack.rules().stream()
                    .filter(rule -> rule.scope() == Rule.Scope.LINE)
                    .toList();
        }

        @Override
        public Catalogues catalogues() {
            return pack.catalogues();
        }

        @Override
        public RuleEvaluation evaluate(Rule.Scope scope, Collection<? extends Fact> facts) {
            return pack.evaluate(scope, facts);
        }
    }
}
