package org.hrbudget.rules.internal.packs;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.engine.CompiledPack;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.examples.EarlierReviews;
import org.hrbudget.rules.internal.packs.examples.ExampleReview;
import org.hrbudget.rules.internal.packs.tables.DatedRows;
import org.hrbudget.rules.internal.packs.tables.Moment;
import org.hrbudget.rules.internal.packs.tables.Tables;
import org.hrbudget.rules.internal.packs.tables.Timeline;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * A pack of files that can be evaluated, and taken apart by those who compare, change or describe rules. Immutable and safe to
 * share between threads.
 */
public final class OpenPack implements RulePack {

    private final Consolidation files;
    private final Tables tables;
    private final Dating dating;
    /** The rules as their files have them. */
    private final List<Rule> stated;

    private final List<CheckedRule> checked;
    private final CompiledPack compiled;
    private final @Nullable Reviewed reviewed;
    private final Moment moment;
    /** Whether it stands in for the instrument of a year that it does not govern, and so hardens nothing. */
    private final boolean heldUp;

    private final Map<String, Bilingual> unjudged;
    /** By time: one budget is judged in many parts, and by one pack. */
    private final Map<Moment, OpenPack> views = new ConcurrentHashMap<>();

    private OpenPack(
            Consolidation files,
            Tables tables,
            Dating dating,
            List<Rule> stated,
            List<CheckedRule> checked,
            CompiledPack compiled,
            @Nullable Reviewed reviewed,
            Moment moment,
            boolean heldUp,
            Map<String, Bilingual> unjudged) {
        this.files = files;
        this.tables = tables;
        this.dating = dating;
        this.stated = stated;
        this.checked = List.copyOf(checked);
        this.compiled = compiled;
        this.reviewed = reviewed;
        this.moment = moment;
        this.heldUp = heldUp;
        this.unjudged = unjudged;
    }

    /** {@return a pack of which no date is known yet} */
    static OpenPack of(
            Consolidation files, Tables tables, Dating dating, List<CheckedRule> checked, CompiledPack compiled) {
        return new OpenPack(
                        files,
                        tables,
                        dating,
                        compiled.rules(),
                        checked,
                        compiled,
                        null,
                        Moment.UNKNOWN,
                        false,
                        Map.of())
                .at(Moment.UNKNOWN);
    }

    /** {@return the same pack with the rows that hold at a time; what is compiled is shared} */
    private OpenPack at(Moment time) {
        if (dating.isNone()) {
            return this;
        }
        Dating.View view = dating.at(time, stated, checked, tables.parameters());
        Map<String, Rule.Parameter> shown = new TreeMap<>(tables.parameters());
        shown.putAll(view.parameters());
        return new OpenPack(
                files,
                tables.with(shown),
                dating,
                stated,
                checked,
                compiled.with(weighed(heldUp, view.rules()), view.catalogues(), view.parameters()),
                reviewed,
                time,
                heldUp,
                view.unjudged());
    }

    private static List<Rule> weighed(boolean heldUp, List<Rule> rules) {
        return heldUp ? rules.stream().map(Rule::extrapolated).toList() : rules;
    }

    @Override
    public OpenPack forBudget(BudgetHeader header) {
        Moment time = moment.with(header);
        return dating.isNone() || time.equals(moment) ? this : views.computeIfAbsent(time, this::at);
    }

    @Override
    public Map<String, Bilingual> unjudged() {
        return unjudged;
    }

    /** {@return the rows of its tables that hold at one time and not at another, in the order of tables, keys and time} */
    public List<Rule.DatedRow> datedRows() {
        return dating.all();
    }

    /**
     * {@return the same pack for a fiscal year by the law of a day}
     *
     * @param year the fiscal year
     * @param law the day; {@code null} where it is not known
     */
    public OpenPack on(FiscalYear year, @Nullable LocalDate law) {
        return dating.isNone() ? this : views.computeIfAbsent(new Moment(year, law, null), this::at);
    }

    /** {@return the rows of a limit that are dated, in the order of time; none where it always is the same} */
    public List<Timeline.Row<Rule.Parameter>> rows(String code) {
        Timeline<Rule.Parameter> line = dating.rows().limits().get(code);
        return line == null || line.basis() == null ? List.of() : line.rows();
    }

    /** {@return the rows that say what the findings of a rule weigh from a day or year on, in the order of time; none where none does} */
    public List<Timeline.Row<Severity>> weights(String rule) {
        Timeline<Severity> line = dating.severities().get(rule);
        return line == null ? List.of() : line.rows();
    }

    /** {@return its code lists by name: what each code stands for, whenever it does, followed by its time where that is dated} */
    public Map<String, SortedMap<String, String>> lists() {
        return dating.rows().meanings();
    }

    /** {@return whether a row of a limit holds at the time of this pack} */
    public boolean holds(Timeline.Row<Rule.Parameter> row) {
        Timeline<Rule.Parameter> line = dating.rows().limits().get(row.value().code());
        return line != null && row.equals(line.at(moment));
    }

    /** {@return the fiscal years and days on which other rows begin to hold} */
    Stream<Moment> changes() {
        return dating.changes();
    }

    /**
     * What was found when the rules of a pack were held beside their examples.
     *
     * @param cases how many examples there are
     * @param limits how many limits were looked for among them
     * @param faults what is wrong
     * @param notes what is written otherwise than it should be, in files that a user gave, and was read all the same
     */
    public record Reviewed(
            int cases, int limits, List<RulePackException.Fault> faults, List<RulePackException.Fault> notes) {

        /** Copies the lists. */
        public Reviewed {
            faults = List.copyOf(faults);
            notes = List.copyOf(notes);
        }

        /** {@return the same with notes} */
        Reviewed noting(List<RulePackException.Fault> noted) {
            return new Reviewed(cases, limits, faults, noted);
        }
    }

    /** {@return the same pack, known to have been held beside its examples} */
    OpenPack reviewed(Reviewed review) {
        return new OpenPack(files, tables, dating, stated, checked, compiled, review, moment, heldUp, unjudged);
    }

    /** {@return the same pack with its notes told otherwise} */
    OpenPack noting(UnaryOperator<RulePackException.Fault> told) {
        return reviewed == null
                ? this
                : reviewed(reviewed.noting(
                        reviewed.notes().stream().map(told).distinct().toList()));
    }

    /** {@return the same pack as it was chosen; what is compiled is shared} */
    OpenPack chosen(PackManifest.Selection selection) {
        PackManifest manifest = PackLoader.manifest(
                manifest(),
                manifest().binds(),
                manifest().currency(),
                manifest().sha256(),
                selection);
        // Whether it is held up to the year or somebody asks for it: it is not the law of that year.
        return weighing(manifest, Moment.of(selection), !manifest.governs(selection.fiscalYear()));
    }

    /**
     * {@return the same pack as it weighs in a fiscal year by the law of a day, without being chosen: where it is only held up to the
     * year, no finding of it is more than a warning}
     *
     * @param year the fiscal year
     * @param law the day; {@code null} where it is not known
     */
    public OpenPack weighedIn(FiscalYear year, @Nullable LocalDate law) {
        return weighing(manifest(), new Moment(year, law, null), manifest().extrapolatesTo(year));
    }

    private OpenPack weighing(PackManifest manifest, Moment time, boolean extrapolated) {
        CompiledPack rules = compiled.with(manifest, weighed(extrapolated, stated));
        return new OpenPack(files, tables, dating, stated, checked, rules, reviewed, time, extrapolated, unjudged)
                .at(time);
    }

    /** {@return what its rules say beside what its examples expect} */
    public Reviewed reviewed() {
        if (reviewed != null) {
            return reviewed;
        }
        Faults faults = new Faults();
        Reviewed counts = ExampleReview.of(this, new EarlierReviews(), faults);
        return new Reviewed(counts.cases(), counts.limits(), faults.all(), faults.notes());
    }

    /**
     * {@return a pack as one that can be taken apart}
     *
     * @param pack the pack
     * @throws IllegalArgumentException if it was not made of files by this library
     */
    public static OpenPack of(RulePack pack) {
        if (pack instanceof OpenPack open) {
            return open;
        }
        throw new IllegalArgumentException("The pack " + pack.manifest().id()
                + " was not loaded from files.\nTake it from RulePacks or from a PackLibrary.");
    }

    /**
     * {@return these files under other rules and limits: the same pack with a change that no file has}
     *
     * @param rules the rules as described, in the order of the law
     * @param conditions the same rules' conditions
     * @param parameters the limits by code
     */
    public OpenPack with(List<Rule> rules, List<CheckedRule> conditions, Map<String, Rule.Parameter> parameters) {
        CompiledPack other = CompiledPack.of(manifest(), rules, conditions, catalogues(), parameters);
        Tables changed = tables.with(parameters);
        return new OpenPack(files, changed, dating, rules, conditions, other, null, moment, heldUp, Map.of())
                .at(moment);
    }

    /** {@return the rows of its limits and code lists} */
    public DatedRows rows() {
        return dating.rows();
    }

    /**
     * {@return the same pack with other rows of its limits and code lists, and what is compiled shared}
     *
     * @param rows the rows
     */
    public OpenPack with(DatedRows rows) {
        Dating other = new Dating(rows, dating.severities(), dating.duties());
        CompiledPack same = compiled.with(rules(), rows.at(moment), parameters());
        return new OpenPack(files, tables, other, stated, checked, same, null, moment, heldUp, Map.of()).at(moment);
    }

    /** {@return the manifests of the versions it is made of, the oldest first and its own last, without checksums} */
    public List<PackManifest> versions() {
        return files.chain().stream().map(PackHeader::manifest).toList();
    }

    /** {@return the conditions of its rules, in the order of {@link #rules()}} */
    public List<CheckedRule> conditions() {
        return checked;
    }

    /** {@return its limits by code} */
    public Map<String, Rule.Parameter> parameters() {
        return tables.parameters();
    }

    /** {@return its legal bases by key, those that no rule rests on among them} */
    public Map<String, Rule.LegalBasis> legalBases() {
        return tables.legalBases();
    }

    /**
     * {@return the text of the newest of its files of this name, if there is one}
     *
     * @param name the file within a version, such as {@code examples/line-names-no-action.csv}
     */
    public Optional<String> text(String name) {
        return files.newest(name).map(SourceText::text);
    }

    public Consolidation files() {
        return files;
    }

    @Override
    public PackManifest manifest() {
        return compiled.manifest();
    }

    @Override
    public List<Rule> rules() {
        return compiled.rules();
    }

    @Override
    public Catalogues catalogues() {
        return compiled.catalogues();
    }

    @Override
    public RuleEvaluation evaluate(Rule.Scope scope, Collection<? extends Fact> facts) {
        RuleEvaluation said = compiled.evaluate(scope, facts);
        if (unjudged.isEmpty()) {
            return said;
        }
        Map<String, String> failures = new TreeMap<>(said.failures());
        for (Rule rule : rules()) {
            Bilingual why = rule.scope() == scope ? unjudged.get(rule.id()) : null;
            if (why != null) {
                failures.put(rule.id(), why.en());
            }
        }
        return new RuleEvaluation(
                said.matches().stream()
                        .filter(match -> !unjudged.containsKey(match.ruleId()))
                        .toList(),
                failures,
                said.open().stream()
                        .filter(open -> !unjudged.containsKey(open.ruleId()))
                        .toList());
    }

    @Override
    public void prepare() {
        compiled.prepare();
    }

    /** {@return jurisdiction and version} */
    @Override
    public String toString() {
        return manifest().id();
    }
}
