package org.hrbudget.rules.internal.packs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.engine.CompiledPack;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.Overlaps;
import org.hrbudget.rules.internal.language.RuleChecker;
import org.hrbudget.rules.internal.language.RuleText;
import org.hrbudget.rules.internal.packs.examples.EarlierReviews;
import org.hrbudget.rules.internal.packs.examples.ExampleReview;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.hrbudget.rules.internal.packs.files.PackFiles;
import org.hrbudget.rules.internal.packs.tables.CrossCheck;
import org.hrbudget.rules.internal.packs.tables.Messages;
import org.hrbudget.rules.internal.packs.tables.Tables;
import org.hrbudget.rules.internal.packs.tables.Timeline;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.internal.facts.FactType;
import org.jspecify.annotations.Nullable;

/** Makes a pack of the files of a version and of those it amends, or says everything that is wrong with them. */
final class PackLoader {

    private static final String EXAMPLES = "examples/";

    private static final Pattern RULE = Pattern.compile("\\b(?:rule|regla)\\s+\"([a-z0-9-]+)\"");
    private static final Bilingual NO_TEXT = new Bilingual("", "");

    private final Consolidation files;
    private final Tables tables;
    private final Messages messages;
    private final RuleChecker checker;
    private final Faults faults;
    private final List<Rule> rules = new ArrayList<>();
    private final List<CheckedRule> checked = new ArrayList<>();
    /** The rules of which it is not known what they weigh. */
    private @Nullable Dating dating;

    private PackLoader(Consolidation files, Map<String, FactType> vocabulary, Faults faults) {
        this.files = files;
        this.faults = faults;
        this.tables = Tables.of(files, faults);
        this.messages = Messages.of(files, faults);
        this.checker = new RuleChecker(vocabulary, tables.parameters(), tables.catalogues());
    }

    /**
     * {@return the pack of a version; {@code null} where there are faults}
     *
     * @param source the files of all packs
     * @param shelf the packs of the jurisdiction
     * @param version the version
     * @param vocabulary the words of rule files
     * @param faults those found so far, to which those of the pack are added
     */
    static @Nullable OpenPack load(
            PackFiles source, Shelf shelf, PackHeader version, Map<String, FactType> vocabulary, Faults faults) {
        Faults own = new Faults();
        OpenPack pack = read(source, shelf, version, vocabulary, own).pack(version.manifest());
        faults.addAll(own);
        faults.refuseNotes(file -> !source.given(file));
        return faults.isEmpty() ? pack : null;
    }

    /**
     * {@return the pack of a version whose rules say what its examples expect; {@code null} where there are faults} Rules without
     * fault are held beside their examples even where others have faults.
     *
     * @param source the files of all packs
     * @param shelf the packs of the jurisdiction
     * @param version the version
     * @param vocabulary the words of rule files
     * @param earlier the examples that need not be run again
     * @param faults those found so far, to which those of the pack are added
     */
    static @Nullable OpenPack review(
            PackFiles source,
            Shelf shelf,
            PackHeader version,
            Map<String, FactType> vocabulary,
            EarlierReviews earlier,
            Faults faults) {
        Faults own = new Faults();
        PackLoader loader = read(source, shelf, version, vocabulary, own);
        OpenPack pack = loader.pack(version.manifest());
        // Without some of its files a rule would say something else than it does with them.
        boolean known = shelf.complete(version) && loader.files.unreadable().isEmpty();
        Faults ofExamples = new Faults();
        OpenPack.Reviewed reviewed = known
                ? ExampleReview.of(loader.certain(pack), earlier, ofExamples)
                : new OpenPack.Reviewed(0, 0, List.of(), List.of());
        own.addAll(ofExamples);
        faults.addAll(own);
        faults.refuseNotes(file -> !source.given(file));
        return faults.isEmpty() ? pack.reviewed(reviewed.noting(faults.notes())) : null;
    }

    private static PackLoader read(
            PackFiles source, Shelf shelf, PackHeader version, Map<String, FactType> vocabulary, Faults faults) {
        Consolidation files = Consolidation.of(source, shelf.chain(version), faults);
        PackLoader loader = new PackLoader(files, vocabulary, faults);
        loader.rules();
        Set<String> unknown = new TreeSet<>(files.unreadable());
        unknown.addAll(loader.tables.doubtful().files());
        faults.drop(shelf.complete(version) ? Consequences.of(unknown) : Consequences.ALL);
        return loader;
    }

    /** Checks all rules, and keeps those without fault. */
    private void rules() {
        LiveRules live = LiveRules.of(files, faults);
        Overlaps overlaps = new Overlaps(tables.dated().alwaysLimits());
        Set<String> ids = new TreeSet<>(live.everyId());
        // A rule that is not well formed has texts and examples all the same.
        files.everyRuleFile().forEach(file -> {
            Matcher mentioned = RULE.matcher(file.text());
            while (mentioned.find()) {
                ids.add(mentioned.group(1));
            }
        });
        // Texts and examples that fit no name may be those of a rule without one.
        if (!ids.contains("")) {
            messages.refuseUnknown(ids);
            refuseStrayExamples(ids);
        }
        Duties duties = Duties.of(files, ids, faults);
        Map<String, Timeline<Severity>> severities = Severities.of(files, ids, tables.doubtful(), faults);
        dating = new Dating(tables.dated(), severities, duties);
        CrossCheck cross = new CrossCheck(files, faults);
        for (RuleText text : live.rules()) {
            CheckedRule rule = checker.check(text, faults);
            if (rule != null && !tables.doubtful().concerns(rule)) {
                overlaps.tellIfNeverMatching(rule, faults);
            }
            Rule.LegalBasis basis = faults.from(() -> legalBasis(text));
            Severity severity = faults.from(() -> severity(text, basis));
            Rule described = rule == null || basis == null || severity == null
                    ? null
                    : describe(rule, basis, severity, duties.has(rule.id(), severity));
            // A rule that names a code of no list finds something else than is meant, as its examples would tell once
            // more.
            if (rule != null && cross.hasListedCodes(rule, tables.catalogues()) && described != null) {
                checked.add(rule);
                rules.add(described);
            }
        }
        Severities.refuseUnsupported(severities, rules, faults);
        Severities.refuseOverruled(files, severities, live.rules(), faults);
        cross.refuseUnusedLimits();
        if (checked.size() == live.rules().size()) {
            // A rule that is at fault may be the one that was to ask.
            cross.refuseUnusedLists(checked);
        }
        overlaps.tellRedundant(
                checked.stream()
                        .filter(rule -> !tables.doubtful().concerns(rule) && !severities.containsKey(rule.id()))
                        .toList(),
                faults);
        if (faults.isEmpty()) {
            // Which rules there are is known only now; a rule that is at fault would look as if it were missing.
            CoverageTable.read(
                    files, rules.stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new)), faults);
        }
    }

    private OpenPack pack(PackManifest header) {
        PackManifest manifest = manifest(header, binds(), currency(), files.checksums(), null);
        return OpenPack.of(
                files,
                tables,
                Objects.requireNonNull(dating),
                checked,
                CompiledPack.of(manifest, rules, checked, tables.catalogues(), tables.parameters()));
    }

    /** {@return the rules of a pack that rest on nothing that is at fault} */
    private OpenPack certain(OpenPack pack) {
        List<Rule> some = new ArrayList<>();
        List<CheckedRule> conditions = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (!tables.doubtful().concerns(checked.get(i))) {
                some.add(rules.get(i));
                conditions.add(checked.get(i));
            }
        }
        return some.size() == rules.size() ? pack : pack.with(some, conditions, tables.parameters());
    }

    private void refuseStrayExamples(Set<String> ids) {
        for (String name : files.names(EXAMPLES)) {
            String id = name.substring(EXAMPLES.length(), name.length() - ".csv".length());
            if (!Examples.NOT_OF_A_RULE.contains(id) && !ids.contains(id)) {
                files.all(name)
                        .forEach(file ->
                                faults.add(file.fault(PackWords.near("examples-of-no-rule", id, ids, "id", id))));
            }
        }
    }

    private Rule describe(CheckedRule rule, Rule.LegalBasis basis, Severity severity, boolean duty) {
        Map<String, Bilingual> texts = messages.texts(rule.id(), rule.details().keySet());
        return new Rule(
                rule.id(),
                severity,
                duty,
                basis,
                rule.scope(),
                rule.subject().word(),
                rule.needs(),
                rule.guards(),
                rule.details(),
                texts.getOrDefault("title", NO_TEXT),
                texts.getOrDefault("message", NO_TEXT),
                texts.getOrDefault("remedy", NO_TEXT),
                rule.text().source().place(rule.text().id().start()),
                rule.text().condition());
    }

    /** {@return the legal basis of a rule; {@code null} where its file states none, which is told of the file} */
    private Rule.@Nullable LegalBasis legalBasis(RuleText rule) {
        RuleText.Quoted key = rule.legalBasis();
        Rule.LegalBasis basis = tables.legalBases().get(key.text());
        if (basis == null && key.start() > 0) {
            throw rule.source()
                    .fault(
                            key.start(),
                            key.text(),
                            PackWords.near(
                                    key.text().isEmpty() ? "basis-missing" : "basis-unknown",
                                    key.text(),
                                    tables.legalBases().keySet(),
                                    "key",
                                    key.text()));
        }
        return basis;
    }

    private static @Nullable Severity severity(RuleText rule, Rule.@Nullable LegalBasis basis) {
        RuleText.Quoted written = rule.severity();
        Map<String, Severity> severities =
                Arrays.stream(Severity.values()).collect(Collectors.toMap(Severity::name, severity -> severity));
        Severity severity = severities.get(written.text());
        if (severity == null && written.start() > 0) {
            throw rule.source()
                    .fault(
                            written.start(),
                            written.text(),
                            PackWords.near(
                                    "severity-unknown",
                                    written.text(),
                                    severities.keySet(),
                                    Aliases.of("severity"),
                                    "severity",
                                    written.text()));
        }
        if (severity == Severity.ERROR && basis != null && !basis.evidence().supportsErrors()) {
            throw rule.source().fault(written.start(), written.text(), unsupported(basis));
        }
        return severity;
    }

    /** {@return what is said of an error that rests on a basis that supports none} */
    static FaultText unsupported(Rule.LegalBasis basis) {
        return PackWords.of("severity-unsupported", "grade", grade(basis.evidence()));
    }

    private static Bilingual grade(Rule.LegalBasis.Evidence evidence) {
        String word = evidence.name().toLowerCase(Locale.ROOT);
        return new Bilingual(word, Aliases.of("evidence").name(word));
    }

    /** The currency that the version states, else that of what it amends. */
    private @Nullable String currency() {
        return lastThat(manifest -> manifest.currency() != null)
                .map(PackManifest::currency)
                .orElse(null);
    }

    /** Whose budgets the version says it binds, else what it amends says. */
    private Set<String> binds() {
        return lastThat(manifest -> !manifest.binds().isEmpty())
                .map(PackManifest::binds)
                .orElse(Set.of());
    }

    private Optional<PackManifest> lastThat(Predicate<PackManifest> states) {
        return files.chain().stream()
                .map(pack -> pack.manifest())
                .filter(states)
                .reduce((older, newer) -> newer);
    }

    /** {@return a manifest with what only the loaded pack knows} */
    static PackManifest manifest(
            PackManifest header,
            Set<String> binds,
            @Nullable String currency,
            Map<String, String> checksums,
            PackManifest.@Nullable Selection selection) {
        return new PackManifest(
                header.jurisdiction(),
                binds,
                header.version(),
                header.amends(),
                header.title(),
                header.instrument(),
                currency,
                header.published(),
                header.inForceFrom(),
                header.inForceTo(),
                header.firstFiscalYear(),
                header.lastFiscalYear(),
                header.lastExtrapolatedYear(),
                checksums,
                selection);
    }
}
