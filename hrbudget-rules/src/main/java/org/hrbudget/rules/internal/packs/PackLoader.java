package org.hrbudget.rules.internal.packs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.engine.CompiledPack;
import org.hrbudget.rules.internal.language.Advice;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.RuleChecker;
import org.hrbudget.rules.internal.language.RuleText;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.validation.LegalBasis;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.PackSelection;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.facts.FactType;
import org.jspecify.annotations.Nullable;

/** Makes a pack of the files of a version and of those it amends, or says everything that is wrong with them. */
final class PackLoader {

    private static final String EXAMPLES = "examples/";
    private static final List<String> NOT_OF_A_RULE = List.of("programme", "item-catalogue");

    private final Consolidation files;
    private final Tables tables;
    private final Messages messages;
    private final RuleChecker checker;
    private final Faults faults;

    private PackLoader(Consolidation files, Map<String, FactType> vocabulary, Faults faults) {
        this.files = files;
        this.faults = faults;
        this.tables = Tables.of(files, faults);
        this.messages = Messages.of(files, faults);
        this.checker = new RuleChecker(
                vocabulary, tables.parameters(), tables.catalogues().kinds());
    }

    /**
     * {@return the pack of a version}
     *
     * @param source the files of all packs
     * @param shelf the packs of the jurisdiction
     * @param version the version
     * @param selection how it was selected, or {@code null}
     * @param vocabulary the words of rule files
     * @throws RulePackException if the files are at fault
     */
    static OpenPack load(
            PackFiles source,
            Shelf shelf,
            PackHeader version,
            @Nullable PackSelection selection,
            Map<String, FactType> vocabulary) {
        Faults faults = new Faults();
        Consolidation files = Consolidation.of(source, shelf.chain(version), faults);
        // A file that cannot be read would make everything that needs it look wrong.
        faults.end(version.manifest().id());
        return new PackLoader(files, vocabulary, faults).pack(version.manifest(), selection);
    }

    private OpenPack pack(PackManifest header, @Nullable PackSelection selection) {
        LiveRules live = LiveRules.of(files, faults);
        messages.refuseUnknown(live.everyId());
        refuseStrayExamples(live);
        List<Rule> rules = new ArrayList<>();
        List<CheckedRule> checked = new ArrayList<>();
        for (RuleText text : live.rules()) {
            CheckedRule rule = faults.from(() -> checker.check(text));
            Rule described = rule == null ? null : faults.from(() -> describe(rule));
            if (rule != null && described != null) {
                checked.add(rule);
                rules.add(described);
            }
        }
        if (faults.isEmpty()) {
            // Which rules there are is known only now; a rule that is at fault would look as if it were missing.
            CoverageTable.read(
                    files, rules.stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new)), faults);
        }
        faults.end(header.id());
        return new OpenPack(
                files,
                tables,
                checked,
                CompiledPack.of(manifest(header, selection), rules, checked, tables.catalogues(), tables.parameters()));
    }

    private void refuseStrayExamples(LiveRules live) {
        for (String name : files.names(EXAMPLES)) {
            String id = name.substring(EXAMPLES.length(), name.length() - ".csv".length());
            if (!NOT_OF_A_RULE.contains(id) && !live.everyId().contains(id)) {
                files.all(name)
                        .forEach(file -> faults.add(file.fault(
                                "These are examples of no rule of this pack.", Advice.on(id, live.everyId()))));
            }
        }
    }

    private Rule describe(CheckedRule rule) {
        SourceText source = rule.text().source();
        LegalBasis basis = legalBasis(rule);
        return new Rule(
                rule.id(),
                severity(rule, basis),
                basis,
                rule.scope(),
                rule.subject().word(),
                rule.needs(),
                rule.guards(),
                rule.focus(),
                rule.details(),
                messages.text(rule.id(), "title", rule.details().keySet(), source),
                messages.text(rule.id(), "message", rule.details().keySet(), source),
                messages.text(rule.id(), "remedy", rule.details().keySet(), source),
                source.file(),
                rule.text().condition());
    }

    private LegalBasis legalBasis(CheckedRule rule) {
        RuleText.Quoted key = rule.text().legalBasis();
        LegalBasis basis = tables.legalBases().get(key.text());
        if (basis == null) {
            throw rule.text()
                    .source()
                    .fault(
                            key.start(),
                            key.text(),
                            "There is no legal basis \"" + key.text() + "\" in legal-bases.csv.",
                            Advice.on(key.text(), tables.legalBases().keySet()));
        }
        return basis;
    }

    private static Severity severity(CheckedRule rule, LegalBasis basis) {
        RuleText.Quoted written = rule.text().severity();
        Map<String, Severity> severities =
                Arrays.stream(Severity.values()).collect(Collectors.toMap(Severity::name, severity -> severity));
        Severity severity = severities.get(written.text());
        if (severity == null) {
            throw rule.text()
                    .source()
                    .fault(
                            written.start(),
                            written.text(),
                            "\"" + written.text() + "\" is not a severity.",
                            Advice.on(written.text(), severities.keySet()));
        }
        if (severity == Severity.ERROR && !basis.evidence().supportsErrors()) {
            throw rule.text()
                    .source()
                    .fault(
                            written.start(),
                            written.text(),
                            "The rule is an ERROR and rests on what is only "
                                    + basis.evidence().name().toLowerCase(Locale.ROOT) + ".",
                            "Write WARNING, or read the source and grade the legal basis \"sourced\".");
        }
        return severity;
    }

    private PackManifest manifest(PackManifest header, @Nullable PackSelection selection) {
        return new PackManifest(
                header.jurisdiction(),
                header.version(),
                header.amends(),
                header.title(),
                header.instrument(),
                header.published(),
                header.inForceFrom(),
                header.inForceTo(),
                header.firstFiscalYear(),
                header.lastFiscalYear(),
                files.checksums(),
                selection);
    }
}
