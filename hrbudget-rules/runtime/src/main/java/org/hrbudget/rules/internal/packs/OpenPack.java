package org.hrbudget.rules.internal.packs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.engine.CompiledPack;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.examples.EarlierReviews;
import org.hrbudget.rules.internal.packs.examples.ExampleReview;
import org.hrbudget.rules.internal.packs.tables.Tables;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
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
    private final List<CheckedRule> checked;
    private final CompiledPack compiled;
    private final @Nullable Reviewed reviewed;

    OpenPack(Consolidation files, Tables tables, List<CheckedRule> checked, CompiledPack compiled) {
        this(files, tables, checked, compiled, null);
    }

    private OpenPack(
            Consolidation files,
            Tables tables,
            List<CheckedRule> checked,
            CompiledPack compiled,
            @Nullable Reviewed reviewed) {
        this.files = files;
        this.tables = tables;
        this.checked = List.copyOf(checked);
        this.compiled = compiled;
        this.reviewed = reviewed;
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
        return new OpenPack(files, tables, checked, compiled, review);
    }

    /** {@return the same pack as it was chosen; what is compiled is shared} A year that no version governs hardens nothing. */
    OpenPack chosen(PackManifest.Selection selection) {
        List<Rule> weighed = selection.reason() == PackManifest.Selection.Reason.EXTRAPOLATED
                ? rules().stream().map(Rule::extrapolated).toList()
                : rules();
        PackManifest manifest = PackLoader.manifest(
                manifest(), manifest().currency(), manifest().sha256(), selection);
        return new OpenPack(files, tables, checked, compiled.with(manifest, weighed), reviewed);
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
        Tables changed = tables.with(parameters);
        return new OpenPack(
                files,
                changed,
                conditions,
                CompiledPack.of(manifest(), rules, conditions, tables.catalogues(), parameters));
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
        return compiled.evaluate(scope, facts);
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
