package org.hrbudget.rules.authoring.internal.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.authoring.RuleExplanation;
import org.hrbudget.rules.authoring.RuleExplanation.Answer;
import org.hrbudget.rules.authoring.internal.words.LawRule;
import org.hrbudget.rules.authoring.internal.words.PlainWords;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.summary.ActionSummary;
import org.hrbudget.summary.Fact;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.internal.facts.LinkFact;
import org.hrbudget.validation.internal.facts.UnitActivityFact;
import org.hrbudget.validation.internal.facts.UnitProgrammeFact;
import org.jspecify.annotations.Nullable;

/** Explains what a rule says of a line: validates the budget, listens to the engine, and looks for a repair. */
public final class Explainer {

    static final Wording WORDS = Wording.beside(RuleExplanation.class, "explanation");

    private static final int MOST_SUBJECTS = 5;

    private final List<OpenPack> packs;
    private final OpenPack pack;
    private final LawRule law;
    private final Beside beside;

    /**
     * What is given beside the budget.
     *
     * @param validator judges budgets beside it
     * @param programme the programme
     * @param items the object items of the year
     */
    public record Beside(
            BudgetValidator validator,
            @Nullable HumanRightsProgramme programme,
            @Nullable Set<String> items) {}

    public Explainer(String ruleId, List<OpenPack> packs, Beside beside) {
        this.packs = packs;
        this.pack = packs.stream()
                .filter(each -> each.rules().stream().anyMatch(rule -> rule.id().equals(ruleId)))
                .findFirst()
                .orElseThrow();
        this.law = Objects.requireNonNull(LawRule.of(pack).get(ruleId));
        this.beside = beside;
    }

    /** {@return what the rule says of the line in a row} */
    public RuleExplanation explain(BudgetSource source, Position row) {
        LineReader.Outline outline = outline(source);
        List<OpenPack> held =
                packs.stream().map(each -> each.forBudget(outline.header())).toList();
        return held.equals(packs)
                ? explain(source, row, outline)
                : new Explainer(law.rule().id(), held, beside).explain(source, row, outline);
    }

    private static LineReader.Outline outline(BudgetSource source) {
        try (LineReader reader = source.open()) {
            return reader.outline();
        }
    }

    private RuleExplanation explain(BudgetSource source, Position row, LineReader.Outline outline) {
        LineWatch watch = new LineWatch(row);
        Conditions conditions = Conditions.of(pack, law);
        WatchedPack watched = new WatchedPack(pack, law, conditions, fact -> concerns(fact, watch), watch::isWanted);
        RulePack[] all =
                packs.stream().map(each -> each == pack ? watched : each).toArray(RulePack[]::new);
        Outcome outcome =
                Outcome.of(beside.validator().withPacks(all), new LineSource(source, watch::see), watch::isWanted);
        SpendingLine line = only(watch, row, outcome);
        LedgerEntry entry = entry(outcome);
        Set<DataItem> lacking = WatchedPack.lacking(outcome.report(), law.rule());
        if (!lacking.isEmpty()) {
            watched.leaveUnjudged();
        }
        List<Fact> facts = facts(watched, line);
        Subjects subjects = new Subjects(pack, law, conditions, watched, lacking);
        List<RuleExplanation.Subject> told =
                facts.stream().map(fact -> subjects.of(fact, entry)).toList();
        List<Finding> findings =
                findings(outcome, facts.stream().filter(watched::isViolated).toList(), watch::isWanted);
        Answer answer = answer(told, entry);
        RuleExplanation.Repair repair = answer != Answer.VIOLATED
                ? null
                : repair(
                        new RepairSearch.Start(
                                beside,
                                packs,
                                source,
                                outline,
                                new Suggestions.Setting(
                                        line,
                                        outline.header().phase().basis(),
                                        watch,
                                        beside.programme(),
                                        beside.items()),
                                outcome,
                                law,
                                findings,
                                faulty(facts, watched)),
                        outline);
        return new RuleExplanation(
                pack.manifest().id(),
                law.rule(),
                PlainWords.condition(law),
                line.position(),
                cells(line, outline),
                told,
                answer,
                reason(answer, told, entry),
                findings,
                repair);
    }

    private SpendingLine only(LineWatch watch, Position row, Outcome outcome) {
        String file = row.file();
        String number = Long.toString(row.row());
        if (watch.files().size() > 1) {
            throw new BudgetReadException(
                    WORDS.of("row.several", "row", number, "files", String.join(", ", watch.files())), null);
        }
        if (!watch.found().isEmpty()) {
            return watch.found().get(0);
        }
        for (ReadingAccount.RejectedRow rejected : outcome.report().rejectedRows()) {
            if (watch.isWanted(rejected.position())) {
                Bilingual reason = rejected.reason();
                Map<String, Bilingual> values = Map.of(
                        "row",
                        new Bilingual(number, number),
                        "file",
                        new Bilingual(
                                rejected.position().file(), rejected.position().file()),
                        "reason",
                        reason);
                throw new BudgetReadException(WORDS.of("row.rejected", values), null);
            }
        }
        throw new BudgetReadException(
                WORDS.of(
                        watch.lastRow() == 0 ? "row.no-lines" : "row.none",
                        "row",
                        number,
                        "file",
                        file.isEmpty() ? outcome.report().inputs().get(0).name() : file,
                        "first",
                        Long.toString(watch.firstRow()),
                        "last",
                        Long.toString(watch.lastRow())),
                null);
    }

    private LedgerEntry entry(Outcome outcome) {
        return outcome.report().ledger().stream()
                .filter(entry -> entry.pack().equals(pack.manifest().id())
                        && entry.rule().id().equals(law.rule().id()))
                .findFirst()
                .orElseThrow();
    }

    /** {@return whether a fact is of the kind the rule judges, and of the line} Lines are read before what they add up to is judged. */
    private boolean concerns(Fact fact, LineWatch watch) {
        if (!law.condition().subject().factClass().isInstance(fact)) {
            return false;
        }
        if (fact instanceof LineFact line) {
            return watch.isWanted(line.position());
        }
        if (fact instanceof LinkFact link) {
            return watch.isWanted(link.line().position());
        }
        if (fact instanceof RepeatedKey repeated) {
            return watch.isWanted(repeated.position()) || watch.isWanted(repeated.first());
        }
        if (law.condition().subject().scope() == Rule.Scope.BUDGET) {
            return true;
        }
        SpendingLine line = watch.found().isEmpty() ? null : watch.found().get(0);
        BudgetUnit unit = line == null ? null : line.unit();
        if (line == null || unit == null || !unit.code().equals(fact.unitCode())) {
            return false;
        }
        if (fact instanceof UnitActivityFact activity) {
            return activity.activity().equals(line.resultStructure().activity());
        }
        return !(fact instanceof UnitProgrammeFact programme)
                || programme.programmeCode().equals(line.programmeCode());
    }

    /** {@return what is told of: of rights and actions those that the line links, and where it links none at fault, the first at fault} */
    private List<Fact> facts(WatchedPack watched, SpendingLine line) {
        List<Fact> all = watched.facts();
        Set<String> linked = linked(line);
        Predicate<Fact> ofLine = fact -> code(fact).isEmpty() || linked.contains(code(fact));
        List<Fact> own = all.stream().filter(ofLine).toList();
        Stream<Fact> atFault = all.stream().filter(watched::isViolated);
        List<Fact> violated = own.stream().anyMatch(watched::isViolated)
                ? atFault.filter(ofLine).toList()
                : atFault.limit(1).toList();
        List<Fact> told = new ArrayList<>(violated.stream().limit(MOST_SUBJECTS).toList());
        own.stream()
                .filter(fact -> !violated.contains(fact) && told.size() < MOST_SUBJECTS)
                .forEach(told::add);
        return told;
    }

    private Set<String> linked(SpendingLine line) {
        Set<String> codes = new HashSet<>();
        HumanRightsProgramme programme = beside.programme();
        for (ActionLink link : line.links()) {
            HrpAction action = programme == null ? null : programme.action(link).orElse(null);
            if (action != null) {
                codes.add(action.code());
                codes.add(action.rightCode());
            }
        }
        return codes;
    }

    /** {@return the code of the action or right that a fact is about; blank where it is about none} */
    static String code(Fact fact) {
        return fact instanceof ActionSummary action ? action.code() : Objects.requireNonNullElse(fact.rightCode(), "");
    }

    /** {@return what is at fault, then the line and its links, whose values changes may be made of} */
    private static List<Fact> faulty(List<Fact> facts, WatchedPack watched) {
        List<Fact> faulty =
                new ArrayList<>(facts.stream().filter(watched::isViolated).toList());
        watched.ofLine().stream().filter(fact -> !faulty.contains(fact)).forEach(faulty::add);
        return faulty;
    }

    private List<Finding> findings(Outcome outcome, Collection<Fact> violated, Predicate<@Nullable Position> isLine) {
        return outcome.findings().stream()
                .filter(finding -> finding.ruleId().equals(law.rule().id())
                        && finding.pack().equals(pack.manifest().id()))
                .filter(finding -> law.rule().scope() == Rule.Scope.LINE
                        ? Outcome.isOfLine(finding, isLine)
                        : violated.stream().anyMatch(fact -> isAbout(finding, fact)))
                .toList();
    }

    private static boolean isAbout(Finding finding, Fact fact) {
        Finding.Detail code = finding.details().get("code");
        return Objects.equals(finding.position(), fact.position())
                && Objects.equals(finding.unitCode(), fact.unitCode())
                && (code == null || code(fact).isEmpty() || code.text().equals(code(fact)));
    }

    private static Answer answer(List<RuleExplanation.Subject> subjects, LedgerEntry entry) {
        for (Answer answer : List.of(Answer.VIOLATED, Answer.NOT_JUDGED, Answer.SATISFIED)) {
            if (subjects.stream().anyMatch(subject -> subject.answer() == answer)) {
                return answer;
            }
        }
        if (subjects.isEmpty() && entry.outcome() == LedgerEntry.Outcome.UNDETERMINED) {
            return Answer.NOT_JUDGED;
        }
        // A repeated key is there only where there is a defect.
        boolean noDefect = entry.rule().subject().equals("RepeatedKey") && entry.examined() > 0;
        return noDefect ? Answer.SATISFIED : Answer.NOT_EXAMINED;
    }

    private static @Nullable Bilingual reason(
            Answer answer, List<RuleExplanation.Subject> subjects, LedgerEntry entry) {
        if (answer == Answer.VIOLATED || answer == Answer.SATISFIED) {
            return null;
        }
        for (RuleExplanation.Subject subject : subjects) {
            if (subject.answer() == answer && subject.reason() != null) {
                return subject.reason();
            }
        }
        boolean known = entry.reason() != null && entry.examined() == 0;
        return known ? entry.reason() : WORDS.of("no-subject." + entry.rule().subject());
    }

    private RuleExplanation.Repair repair(RepairSearch.Start start, LineReader.Outline outline) {
        if (Suggestions.isOfDocument(law.rule().subject())) {
            return new RuleExplanation.Repair(List.of(), WORDS.of("repair.document"), 0, 0);
        }
        RepairSearch search = new RepairSearch(start);
        List<LineEdit> found = search.find();
        SpendingLine line = start.setting().line();
        Bilingual none = found.isEmpty()
                ? WORDS.of(
                        search.tried() == 0 ? "repair.elsewhere" : "repair.none",
                        "tried",
                        Long.toString(search.tried()),
                        "validated",
                        Long.toString(search.validated()))
                : null;
        return new RuleExplanation.Repair(
                found.stream()
                        .map(edit -> new RuleExplanation.Repair.Change(
                                cell(line, edit.cell(), edit.before(), outline), edit.after(), edit.example()))
                        .toList(),
                none,
                search.tried(),
                search.validated());
    }

    private static List<RuleExplanation.LineCell> cells(SpendingLine line, LineReader.Outline outline) {
        List<RuleExplanation.LineCell> cells = new ArrayList<>();
        LineCells.of(line).forEach((field, value) -> cells.add(cell(line, field, value, outline)));
        line.passThrough()
                .forEach((heading, value) -> cells.add(new RuleExplanation.LineCell(heading, heading, value, null)));
        return cells;
    }

    private static RuleExplanation.LineCell cell(
            SpendingLine line, String field, @Nullable String value, LineReader.Outline outline) {
        Map<String, String> headings =
                outline.columns().getOrDefault(line.position().file(), Map.of());
        for (int i = 0; i < line.links().size(); i++) {
            ActionLink.Origin origin = line.links().get(i).origin();
            for (ActionLink.Part part : ActionLink.Part.values()) {
                if (LineCells.field(i, part).equals(field)) {
                    String heading = origin == null ? null : origin.headings().get(part);
                    return new RuleExplanation.LineCell(
                            field, heading, value, origin == null ? null : origin.position());
                }
            }
        }
        String known = field.equals("action_1") ? headings.get("links") : headings.get(field.toLowerCase(Locale.ROOT));
        return new RuleExplanation.LineCell(field, known, value, null);
    }
}
